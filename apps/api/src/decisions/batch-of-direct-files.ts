import { brusselsDay, Problem, yearOf } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { Organisations } from '../organisations/index.js';
import { Plan } from '../plan/index.js';
import type { Tx } from '../platform/index.js';
import { proposeAct, templatesIn } from './act-templates.js';
import { type BatchProposal, type DecisionProposal, planFactsOf } from './batch-proposal.js';
import type { DirectFileRow } from './direct-file.entity.js';
import { DirectFileRepository } from './direct-file.repository.js';

type Line = Awaited<ReturnType<Plan['lineInForce']>>;

/** What proposed files of one direct line come to: an award of what was asked, for the minister to judge. */
@Injectable()
export class BatchOfDirectFiles {
  constructor(
    private readonly plan: Plan,
    private readonly organisations: Organisations,
    private readonly files: DirectFileRepository,
  ) {}

  /** Throws `record.missing`, `lifecycle.not-allowed` for a file that is not proposed. */
  async propose(tx: Tx, fileIds: readonly string[]): Promise<BatchProposal> {
    const files: DirectFileRow[] = [];
    // One order for everybody, so that two batches of the same files wait for each other and do not deadlock.
    for (const id of [...new Set(fileIds)].toSorted()) files.push(await this.files.lock(tx, id));
    const [first] = files;
    if (first === undefined)
      throw new Problem('request.malformed', { faults: [{ path: 'body', code: 'nothing-to-decide' }] });
    if (files.some(({ lineId }) => lineId !== first.lineId)) {
      throw new Problem('request.malformed', { faults: [{ path: 'body.directFileIds', code: 'lines-differ' }] });
    }
    const unfit = files.find(({ state }) => state !== 'proposed');
    if (unfit !== undefined) throw new Problem('lifecycle.not-allowed', { state: unfit.state, action: 'decide' });

    const line = await this.plan.lineInForce(tx, first.lineId);
    const year = Math.max(line.year, yearOf(brusselsDay(tx.now)));
    const decisions: DecisionProposal[] = [];
    for (const file of files.toSorted((a, b) => (a.number < b.number ? -1 : 1))) {
      const { name } = await this.organisations.facts(tx, file.organisationId);
      decisions.push(proposal(file, name, line, year));
    }
    return { lineId: line.lineId, callId: null, year: line.year, decisions };
  }
}

function proposal(file: DirectFileRow, organisation: string, line: Line, year: number): DecisionProposal {
  const language = file.fileLanguage;
  const plan = planFactsOf(line, language);
  const reason = templatesIn(language).directReason({ organisation, plan });
  return {
    applicationId: null,
    directFileId: file.id,
    organisationId: file.organisationId,
    lineId: line.lineId,
    planVersionId: line.versionId,
    language,
    outcome: 'award',
    // Nobody ranked it: there is no advice to leave.
    advisedOutcome: null,
    amountCents: file.requestedCents,
    criterionReasons: {},
    reason,
    publicReason: reason,
    rankingPosition: null,
    meanBasisPoints: null,
    act: proposeAct({ language, plan, purpose: file.purpose, year, channel: 'direct' }),
  };
}
