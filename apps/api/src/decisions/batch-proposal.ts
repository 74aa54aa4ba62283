import { type FileLanguage, inLanguage } from '@commonlot/domain';
import type { Plan } from '../plan/index.js';
import type { PlanFacts } from './act-words.js';
import type { DecisionRow } from './decision.entity.js';

/** A decision as it is proposed: everything but its number and its batch. */
export type DecisionProposal = Pick<
  DecisionRow,
  | 'applicationId'
  | 'directFileId'
  | 'organisationId'
  | 'lineId'
  | 'planVersionId'
  | 'language'
  | 'outcome'
  | 'advisedOutcome'
  | 'amountCents'
  | 'criterionReasons'
  | 'reason'
  | 'publicReason'
  | 'rankingPosition'
  | 'meanBasisPoints'
  | 'act'
>;

export interface BatchProposal {
  readonly lineId: string;
  readonly callId: string | null;
  /** Of the plan: batches are numbered by it. */
  readonly year: number;
  readonly decisions: readonly DecisionProposal[];
}

/** The plan as an act in that language quotes it. */
export function planFactsOf(line: Awaited<ReturnType<Plan['lineInForce']>>, language: FileLanguage): PlanFacts {
  return {
    year: line.year,
    stage: line.stage,
    versionNumber: line.versionNumber,
    decreeReference: line.decreeReference,
    decreeOn: line.decreeOn,
    lineCode: line.code,
    lineLabel: inLanguage(line.label, language).text,
    legalGround: line.legalGround,
  };
}
