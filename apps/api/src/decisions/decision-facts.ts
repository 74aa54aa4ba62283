import {
  type Act,
  cents,
  type DecisionFacts,
  type DecisionOutcome,
  deviates,
  type ExclusionReason,
  type FileLanguage,
  signatureBlockers,
} from '@commonlot/domain';
import type { StoredAct } from './decision.entity.js';

/** A decision with what the file and the call say about it: everything that judges whether it can be signed. */
export interface DecisionSource {
  readonly id: string;
  readonly number: string;
  readonly batchId: string;
  readonly applicationId: string | null;
  readonly directFileId: string | null;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly enterpriseNumber: string;
  readonly lineId: string;
  readonly title: string;
  readonly language: FileLanguage;
  readonly outcome: DecisionOutcome | null;
  readonly advisedOutcome: DecisionOutcome | null;
  /** As bigint comes from either connection: number or text. */
  readonly requestedCents: number | string;
  readonly amountCents: number | string | null;
  readonly rankingPosition: number | null;
  readonly meanBasisPoints: number | null;
  readonly criterionReasons: Record<string, string>;
  readonly reason: string;
  readonly publicReason: string;
  readonly deviationReason: string;
  readonly criterionIds: readonly string[];
  readonly exclusionReasons: readonly ExclusionReason[];
  readonly act: StoredAct | null;
  readonly signedAt: Date | null;
  readonly lapsedAt: Date | null;
  readonly letterFileId: string | null;
  readonly revision: number;
}

export const decisionSource = `
  SELECT d.id, d.number, d.batch_id AS "batchId", d.application_id AS "applicationId",
    d.direct_file_id AS "directFileId", d.organisation_id AS "organisationId", o.name AS "organisationName",
    o.enterprise_number AS "enterpriseNumber", d.line_id AS "lineId", coalesce(a.title, f.title) AS title, d.language,
    d.outcome, d.advised_outcome AS "advisedOutcome",
    coalesce(a.requested_cents, f.requested_cents, 0) AS "requestedCents", d.amount_cents AS "amountCents",
    d.ranking_position AS "rankingPosition", d.mean_basis_points AS "meanBasisPoints",
    d.criterion_reasons AS "criterionReasons", d.reason, d.public_reason AS "publicReason",
    d.deviation_reason AS "deviationReason", coalesce(a.exclusion_reasons, '[]') AS "exclusionReasons",
    coalesce(jsonb_path_query_array(c.criteria, '$[*].id'), '[]') AS "criterionIds", d.act,
    d.signed_at AS "signedAt", d.lapsed_at AS "lapsedAt", d.letter_file_id AS "letterFileId", d.revision
  FROM decision d JOIN organisation o ON o.id = d.organisation_id
    LEFT JOIN application a ON a.id = d.application_id LEFT JOIN call c ON c.id = a.call_id
    LEFT JOIN direct_file f ON f.id = d.direct_file_id`;

/** Best first; files without a place after those that have one. */
export const decisionOrder = 'd.ranking_position NULLS LAST, d.number';

/** The facts that the domain judges. */
export function factsOf(source: DecisionSource): DecisionFacts {
  const { advisedOutcome } = source;
  return {
    outcome: source.outcome,
    requestedCents: cents(Number(source.requestedCents)),
    amountCents: source.amountCents === null ? null : cents(Number(source.amountCents)),
    criterionIds: source.criterionIds,
    reasons: Object.entries(source.criterionReasons).map(([criterionId, text]) => ({ criterionId, text })),
    reason: source.reason,
    exclusionReasons: source.exclusionReasons,
    rankedOutcome: advisedOutcome === 'exclude' ? null : advisedOutcome,
    deviationReason: source.deviationReason,
    language: source.language,
  };
}

/** The stored act as the domain judges it: the amount is the decision's own, and one remedy stands for all. */
export function actOf(source: DecisionSource): Act | null {
  if (source.act === null) return null;
  const { remedies, instalments, ...act } = source.act;
  return {
    ...act,
    amountCents: factsOf(source).amountCents,
    instalments: instalments.map((instalment) => ({ ...instalment, amountCents: null })),
    remedies: [remedies],
  };
}

/** What is missing before this decision can be signed. */
export function blockersOf(source: DecisionSource): string[] {
  return signatureBlockers(factsOf(source), actOf(source));
}

export function isDeviation(source: DecisionSource): boolean {
  return deviates(factsOf(source));
}
