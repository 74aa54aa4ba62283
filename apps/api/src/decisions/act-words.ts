import type { LocalDate } from '@commonlot/domain';

/** The plan and the line as an act quotes them. */
export interface PlanFacts {
  readonly year: number;
  readonly stage: 'provisional' | 'definitive';
  readonly versionNumber: number;
  readonly decreeReference: string;
  readonly decreeOn: LocalDate;
  readonly lineCode: string;
  readonly lineLabel: string;
  /** The ground in law of the line itself, as the plan gives it; empty for most. */
  readonly legalGround: string;
}

/** The standing of a file in the ranking of its call. */
export interface Standing {
  readonly position: number;
  readonly ranked: number;
  /** The mean score as people read it: '81,25'. */
  readonly percent: string;
}

/** Everything that an act and its reasons say, in one language of files. Proposals of text: people edit them. */
export interface ActTemplates {
  legalGrounds(plan: PlanFacts): string[];
  planReference(plan: PlanFacts): string;
  purposeOfApplication(file: { readonly number: string; readonly title: string; readonly callTitle: string }): string;
  readonly callInstalments: readonly [string, string];
  readonly directInstalments: readonly [string, string];
  readonly callProofs: readonly [string, string];
  directProofs(year: number): readonly [string, string];
  readonly visibilityDuty: string;
  readonly controlClause: string;
  readonly recoveryClause: string;
  readonly remedyBody: string;
  readonly remedyText: string;
  /** Precedes what the reviewers wrote on a criterion. */
  criterionScore(mean: string, maximum: number): string;
  awardReason(standing: Standing): string;
  refusalReason(standing: Standing): string;
  readonly exclusionReason: string;
  directReason(file: { readonly organisation: string; readonly plan: PlanFacts }): string;
}
