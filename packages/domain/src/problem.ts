/**
 * Every reason for which the system says no, and what sort of no it is. HTTP is not known here: one filter of the API
 * turns a kind into a status. The words for people stand in the catalogues under `problem.<code>`.
 */
export const problemKinds = {
  'request.malformed': 'malformed',
  'request.too-large': 'too-large',
  'request.too-many': 'too-many',
  'request.unsupported-media': 'malformed',
  'request.cross-site': 'forbidden',
  'session.missing': 'unauthenticated',
  'session.wrong-credentials': 'unauthenticated',
  'permission.missing': 'forbidden',
  'person.roles-apart': 'conflict',
  'record.missing': 'missing',
  'record.stale': 'conflict',
  'record.duplicate': 'conflict',
  'idempotency.mismatch': 'invalid',
  'lifecycle.not-allowed': 'conflict',
  'link.expired': 'invalid',
  'password.weak': 'invalid',
  'organisation.duplicate': 'conflict',
  'organisation.number-invalid': 'invalid',
  'bank-account.invalid': 'invalid',
  'bank-account.same-person': 'conflict',
  'membership.not-allowed': 'forbidden',
  'membership.last-representative': 'conflict',
  'membership.conflicted': 'conflict',
  'ledger.overspent': 'conflict',
  'ledger.same-person': 'conflict',
  'ledger.month-running': 'conflict',
  'ledger.month-skipped': 'conflict',
  'ledger.months-open': 'conflict',
  'ledger.plan-provisional': 'conflict',
  'ledger.reservations-open': 'conflict',
  'ledger.destinations-wrong': 'invalid',
  'ledger.year-closed': 'conflict',
  'plan.unbalanced': 'invalid',
  'plan.same-person': 'conflict',
  'plan.decree-missing': 'invalid',
  'plan.accounts-missing': 'invalid',
  'plan.steps-open': 'conflict',
  'plan.step-day-wrong': 'invalid',
  'plan.lines-invalid': 'invalid',
  'plan.import-invalid': 'invalid',
  'plan.stale': 'conflict',
  'plan.scenario-unfit': 'invalid',
  'plan.scenario-too-many': 'conflict',
  'plan.comment-not-own': 'forbidden',
  'plan.mention-unfit': 'invalid',
  'call.incomplete': 'invalid',
  'call.not-open': 'conflict',
  'call.line-unfit': 'invalid',
  'call.still-open': 'conflict',
  'call.has-applications': 'conflict',
  'application.blocked': 'invalid',
  'application.duplicate': 'conflict',
  'application.organisation-unfit': 'invalid',
  'application.answers-invalid': 'invalid',
  'application.reason-missing': 'invalid',
  'file.empty': 'invalid',
  'file.too-large': 'too-large',
  'file.type-refused': 'invalid',
  'file.missing': 'missing',
  'file.infected': 'forbidden',
  'file.incomplete': 'conflict',
  'file.too-many': 'conflict',
  'review.conflicted': 'forbidden',
  'review.incomplete': 'invalid',
  'review.reviewer-unfit': 'invalid',
  'review.invalid': 'invalid',
  'decision.incomplete': 'invalid',
  'decision.ranking-incomplete': 'conflict',
  'decision.invalid': 'invalid',
  'decision.same-person': 'conflict',
  'decision.reviewer': 'conflict',
  'decision.conflicted': 'conflict',
  'direct-file.incomplete': 'invalid',
  'direct-file.line-unfit': 'invalid',
  'act.incomplete': 'invalid',
  'payment.blocked': 'invalid',
  'payment.same-person': 'conflict',
  'payment.above-ceiling': 'conflict',
  'reduction.open': 'conflict',
  'reduction.same-person': 'conflict',
  'reduction.too-high': 'conflict',
  'repayment.day-later': 'invalid',
  'repayment.due-passed': 'invalid',
  'repayment.same-person': 'conflict',
  'repayment.too-high': 'conflict',
  'bank-statement.invalid': 'invalid',
  'bank-statement.duplicate': 'conflict',
  'correction.invalid': 'invalid',
  'time.skipped': 'invalid',
  'time.ambiguous': 'invalid',
  'service.unavailable': 'unavailable',
} as const satisfies Record<
  string,
  | 'malformed'
  | 'unauthenticated'
  | 'forbidden'
  | 'missing'
  | 'conflict'
  | 'invalid'
  | 'too-many'
  | 'too-large'
  | 'unavailable'
>;

export type ProblemCode = keyof typeof problemKinds;
export type ProblemKind = (typeof problemKinds)[ProblemCode];

/** True for a code of the registry; needed where a code arrives from the wire. */
export function isProblemCode(text: string): text is ProblemCode {
  return Object.hasOwn(problemKinds, text);
}

/** An expected refusal. Anything else that is thrown is a bug. `details` holds codes, ids and amounts, never words. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly details: Record<string, unknown>;

  constructor(code: ProblemCode, details: Record<string, unknown> = {}) {
    super(code);
    this.name = 'Problem';
    this.code = code;
    this.details = details;
  }
}
