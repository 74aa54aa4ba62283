import {
  type Answers,
  type CallForm,
  type CostTable,
  type IncomeKind,
  isUnanswered,
  questionsOf,
} from '../calls/index.js';
import { type Cents, cents, subtractCents, sumCents } from '../money.js';

export interface CostTotals {
  readonly costsCents: Cents;
  readonly incomesCents: Cents;
  /** The applicant's own contribution. */
  readonly ownCents: Cents;
  readonly otherSubsidiesCents: Cents;
  readonly requestedCents: Cents;
  /** Incomes less costs; zero in a table that may be sent. */
  readonly differenceCents: Cents;
}

/** Adds up a table; an amount that is not filled in counts as zero. */
export function costTotals(table: CostTable): CostTotals {
  const sum = (rows: CostTable['costs']) => sumCents(rows.map((row) => row.amountCents ?? cents(0)));
  const ofKind = (kind: IncomeKind) => sum(table.incomes.filter((row) => row.kind === kind));
  const costsCents = sum(table.costs);
  const incomesCents = sum(table.incomes);
  return {
    costsCents,
    incomesCents,
    ownCents: ofKind('own'),
    otherSubsidiesCents: ofKind('other-subsidy'),
    requestedCents: ofKind('requested'),
    differenceCents: subtractCents(incomesCents, costsCents),
  };
}

/** The part of the costs that is asked for, in basis points (8000 = 80 %), half up, for people; null without costs. */
export function requestedShare(table: CostTable): number | null {
  const { costsCents, requestedCents } = costTotals(table);
  if (costsCents <= 0) return null;
  return Number((2n * BigInt(requestedCents) * 10_000n + BigInt(costsCents)) / (2n * BigInt(costsCents)));
}

export type CostTableError =
  | 'costs-missing'
  | 'label-missing'
  | 'amount-missing'
  | 'amount-negative'
  | 'unbalanced'
  | 'requested-missing'
  | 'requested-above-maximum'
  | 'requested-above-share';

export interface CostLimits {
  readonly maxAmountCents: Cents;
  readonly maxSharePercent: number;
}

/** What keeps a table from being sent. The share is compared exactly, without rounding. */
export function costTableErrors(table: CostTable, limits: CostLimits): CostTableError[] {
  const rows = [...table.costs, ...table.incomes];
  const totals = costTotals(table);
  const requested = BigInt(totals.requestedCents);
  const errors: CostTableError[] = [];
  if (totals.costsCents <= 0) errors.push('costs-missing');
  if (rows.some((row) => row.label.trim() === '')) errors.push('label-missing');
  if (rows.some((row) => row.amountCents === null)) errors.push('amount-missing');
  if (rows.some((row) => row.amountCents !== null && row.amountCents < 0)) errors.push('amount-negative');
  if (totals.differenceCents !== 0) errors.push('unbalanced');
  if (requested <= 0n) errors.push('requested-missing');
  if (totals.requestedCents > limits.maxAmountCents) errors.push('requested-above-maximum');
  if (requested * 100n > BigInt(totals.costsCents) * BigInt(limits.maxSharePercent)) {
    errors.push('requested-above-share');
  }
  return errors;
}

/** The cost table among the answers, or null while it is empty. A published form has exactly one. */
export function costTableOf(form: CallForm, answers: Answers): CostTable | null {
  const question = questionsOf(form).find(({ type }) => type === 'cost-table');
  const answer = question === undefined ? null : answers[question.id];
  return isUnanswered(answer) ? null : (answer as CostTable);
}

/** The amount asked for, or null while none is filled in. */
export function requestedAmount(form: CallForm, answers: Answers): Cents | null {
  const table = costTableOf(form, answers);
  if (table === null) return null;
  const { requestedCents } = costTotals(table);
  return requestedCents > 0 ? requestedCents : null;
}
