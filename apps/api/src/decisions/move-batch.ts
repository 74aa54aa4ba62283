import type { decisions as contract, InputOf, ResponseOf } from '@commonlot/contracts';
import { decisionLifecycle, type Language, Problem, prepareBatch } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { hasConflict } from '../applications/index.js';
import { type Actor, MailWriter, Transactions, type Tx } from '../platform/index.js';
import { DecisionRepository } from './decision.repository.js';
import type { DecisionBatchRow } from './decision-batch.entity.js';
import { preparedMail, returnedMail } from './mails.js';

type Prepare = typeof contract.prepareBatch;
type SendBack = typeof contract.sendBackBatch;

interface Reader {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly language: Language;
}

/** The way of a batch between the office and the minister, before it is signed. */
@Injectable()
export class MoveBatch {
  constructor(
    private readonly transactions: Transactions,
    private readonly decisions: DecisionRepository,
    private readonly mails: MailWriter,
  ) {}

  /** Hands a complete batch to the minister. Whoever does this has prepared it, and cannot sign it. */
  prepare(actor: Actor, { params, body }: InputOf<Prepare>): Promise<ResponseOf<Prepare>> {
    return this.transactions.run(actor, async (tx) => {
      const batch = await this.decisions.lockBatch(tx, params.batchId, body.revision);
      const sources = await this.decisions.sources(tx, batch.id);
      const applicationIds = sources.map(({ applicationId }) => applicationId);
      if (await hasConflict(tx, applicationIds)) throw new Problem('decision.conflicted');
      const { state, preparedById } = prepareBatch(this.decisions.factsOf(batch, sources, []), actor.personId ?? '');
      const change = { state, preparedBy: preparedById, preparedAt: tx.now };
      const revision = await this.decisions.updateBatch(tx, batch, change);
      await tx.record({
        type: 'decision-batch.prepared',
        subjectId: batch.id,
        before: { state: batch.state },
        after: { state },
      });
      const ministers = await tx.query<Reader>(
        `SELECT p.id, p.email, p.name, p.screen_language AS language FROM person p JOIN person_role r ON r.person_id = p.id
         WHERE r.role = 'minister' AND p.state = 'active' ORDER BY p.id`,
      );
      await this.tell(tx, batch, 'decision-batch.prepared', ministers, revision, {});
      return { revision };
    });
  }

  /** Sends a prepared batch back to the office; the remarks go to whoever prepared it. */
  sendBack(actor: Actor, { params, body }: InputOf<SendBack>): Promise<ResponseOf<SendBack>> {
    return this.transactions.run(actor, async (tx) => {
      const batch = await this.decisions.lockBatch(tx, params.batchId, body.revision);
      const state = decisionLifecycle.next(batch.state, 'sendBack');
      const revision = await this.decisions.updateBatch(tx, batch, { state, preparedAt: null });
      await tx.record({
        type: 'decision-batch.sent-back',
        subjectId: batch.id,
        before: { state: batch.state },
        after: { state },
      });
      const preparer = await tx.query<Reader>(
        'SELECT id, email, name, screen_language AS language FROM person WHERE id = $1',
        [batch.preparedBy],
      );
      await this.tell(tx, batch, 'decision-batch.sent-back', preparer, revision, { reason: body.reason });
      return { revision };
    });
  }

  private async tell(
    tx: Tx,
    batch: DecisionBatchRow,
    type: 'decision-batch.prepared' | 'decision-batch.sent-back',
    readers: readonly Reader[],
    revision: number,
    data: { readonly reason?: string },
  ): Promise<void> {
    const about = { type: 'decision-batch', id: batch.id };
    const personIds = readers.map(({ id }) => id);
    await tx.notify({
      personIds,
      type,
      subjectType: about.type,
      subjectId: batch.id,
      data: { number: batch.number, ...data },
    });
    for (const { id, email, name, language } of readers) {
      const words = {
        name,
        number: batch.number,
        link: this.mails.link(`/${language}/work/decisions/${batch.id}`),
        ...data,
      };
      const mail = type === 'decision-batch.prepared' ? preparedMail(language, words) : returnedMail(language, words);
      await tx.mail({
        personId: id,
        to: email,
        language,
        ...mail,
        dedupeKey: `${type}:${batch.id}:${revision}:${id}`,
        about,
      });
    }
  }
}
