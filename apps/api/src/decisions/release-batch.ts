import type { decisions as contract, InputOf, ResponseOf } from '@commonlot/contracts';
import { decisionLifecycle, directFileLifecycle, Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { Applications } from '../applications/index.js';
import { Calls } from '../calls/index.js';
import { Organisations } from '../organisations/index.js';
import { type Actor, MailWriter, Transactions, type Tx } from '../platform/index.js';
import { DecisionRepository } from './decision.repository.js';
import type { DecisionBatchRow } from './decision-batch.entity.js';
import type { DecisionSource } from './decision-facts.js';
import { DirectFileRepository } from './direct-file.repository.js';
import { LapseDecision } from './lapse-decision.js';
import { releasedMail } from './mails.js';

type Contract = typeof contract.releaseBatch;

const applicationActions = { award: 'award', refuse: 'refuse', exclude: 'confirmExclusion' } as const;

/** The release: from one instant on, every applicant of the batch may know. Repeated, it answers and does nothing. */
@Injectable()
export class ReleaseBatch {
  constructor(
    private readonly transactions: Transactions,
    private readonly decisions: DecisionRepository,
    private readonly directFiles: DirectFileRepository,
    private readonly lapses: LapseDecision,
    private readonly applications: Applications,
    private readonly organisations: Organisations,
    private readonly calls: Calls,
    private readonly mails: MailWriter,
  ) {}

  execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<ResponseOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const batch = await this.decisions.lockBatch(tx, params.batchId);
      const isRepeated = batch.state === 'released';
      const live = await this.liveDecisions(tx, batch, isRepeated);
      if (isRepeated) return { revision: batch.revision, released: live.length };
      if (batch.revision !== body.revision) throw new Problem('record.stale', { revision: batch.revision });
      const state = decisionLifecycle.next(batch.state, 'release');
      assertLetters(live);

      const change = { state, releasedBy: actor.personId, releasedAt: tx.now };
      const revision = await this.decisions.updateBatch(tx, batch, change);
      for (const decision of live) await this.release(tx, decision);
      await tx.record({
        type: 'decision-batch.released',
        subjectId: batch.id,
        before: { state: batch.state },
        after: { state, released: live.length },
      });
      if (batch.callId !== null) await this.settleCall(tx, batch.callId);
      return { revision, released: live.length };
    });
  }

  /** The decisions that stand. What was withdrawn since the signature lapses here, if its own job was not faster. */
  private async liveDecisions(tx: Tx, batch: DecisionBatchRow, isRepeated: boolean): Promise<DecisionSource[]> {
    const standing = (await this.decisions.sources(tx, batch.id)).filter(({ lapsedAt }) => lapsedAt === null);
    if (isRepeated || batch.state !== 'signed') return standing;
    const withdrawn = await tx.query<{ id: string; state: string }>(
      'SELECT id, state FROM application WHERE id = ANY ($1) ORDER BY id FOR UPDATE',
      [standing.flatMap(({ applicationId }) => applicationId ?? [])],
    );
    const gone = new Set(withdrawn.filter(({ state }) => state === 'withdrawn').map(({ id }) => id));
    const live: DecisionSource[] = [];
    for (const source of standing) {
      if (source.applicationId !== null && gone.has(source.applicationId)) await this.lapses.lapse(tx, source);
      else live.push(source);
    }
    return live;
  }

  private async release(tx: Tx, decision: DecisionSource): Promise<void> {
    const { outcome } = decision;
    if (outcome === null) throw new Error(`Decision ${decision.id} has no outcome.`);
    if (decision.applicationId !== null) {
      await this.applications.release(tx, decision.applicationId, applicationActions[outcome]);
    }
    if (decision.directFileId !== null) {
      const file = await this.directFiles.lock(tx, decision.directFileId);
      const state = directFileLifecycle.next(file.state, outcome === 'award' ? 'award' : 'refuse');
      await this.directFiles.update(tx, file, { state, releasedState: outcome === 'award' ? 'awarded' : 'refused' });
    }
    const amountCents = decision.amountCents === null ? null : Number(decision.amountCents);
    await tx.record({ type: 'decision.released', subjectId: decision.id, after: { outcome, amountCents } });
    await this.tell(tx, decision);
  }

  /** The mail says that there is a decision and not which: it is read behind a sign-in, with its reasons. */
  private async tell(tx: Tx, decision: DecisionSource): Promise<void> {
    const { language, organisationId, organisationName, title, number } = decision;
    const page =
      decision.applicationId === null ? `organisations/${organisationId}` : `applications/${decision.applicationId}`;
    const about = { type: 'decision', id: decision.id };
    const people = await this.organisations.representatives(tx, organisationId);
    await tx.notify({
      personIds: people.map(({ personId }) => personId),
      type: 'decision.released',
      subjectType: decision.applicationId === null ? 'decision' : 'application',
      subjectId: decision.applicationId ?? decision.id,
      data: { number, title },
    });
    for (const { personId, email, name } of people) {
      const link = this.mails.link(`/${language}/work/${page}`);
      const mail = releasedMail(language, { name, organisation: organisationName, title, link });
      await tx.mail({
        personId,
        to: email,
        language,
        ...mail,
        dedupeKey: `decision.released:${decision.id}:${personId}`,
        about,
      });
    }
  }

  private async settleCall(tx: Tx, callId: string): Promise<void> {
    const open = await tx.query(
      `SELECT 1 FROM application WHERE call_id = $1 AND state IN ('submitted', 'admitted', 'excluded') LIMIT 1`,
      [callId],
    );
    if (open.length === 0) await this.calls.settle(tx, callId);
  }
}

/** R19: nothing is released without its letter. */
function assertLetters(decisions: readonly DecisionSource[]): void {
  const files = decisions
    .filter(({ letterFileId }) => letterFileId === null)
    .map(({ id }) => ({ decisionId: id, blockers: ['letter-missing'] }));
  if (files.length > 0) throw new Problem('decision.incomplete', { files });
}
