import { type Cents, shareOut, sumCents } from '../money.js';
import type { LocalDate } from '../time.js';

export const decisionOutcomes = ['award', 'refuse', 'exclude'] as const;
export type DecisionOutcome = (typeof decisionOutcomes)[number];

/** One payment of an act: a whole percent of the amount, or an amount; never both. */
export interface ActInstalment {
  readonly percent: number | null;
  readonly amountCents: Cents | null;
  readonly condition: string;
  readonly dueOn: LocalDate | null;
}

export interface ActProof {
  readonly description: string;
  readonly dueOn: LocalDate | null;
}

export interface ActRemedy {
  readonly body: string;
  readonly days: number;
  readonly text: string;
}

/** The legal act on one file, in the language of that file. */
export interface Act {
  readonly legalGrounds: readonly string[];
  readonly planReference: string;
  readonly lineCode: string;
  readonly purpose: string;
  readonly amountCents: Cents | null;
  readonly instalments: readonly ActInstalment[];
  readonly proofs: readonly ActProof[];
  readonly visibilityDuty: string;
  readonly controlClause: string;
  readonly recoveryClause: string;
  readonly remedies: readonly ActRemedy[];
}

export type ActBlocker =
  | 'legal-grounds-missing'
  | 'plan-reference-missing'
  | 'line-missing'
  | 'purpose-missing'
  | 'amount-missing'
  | 'instalments-missing'
  | 'instalments-unbalanced'
  | 'instalment-condition-missing'
  | 'proofs-missing'
  | 'proof-incomplete'
  | 'visibility-duty-missing'
  | 'control-clause-missing'
  | 'recovery-clause-missing'
  | 'remedies-missing'
  | 'remedy-incomplete';

const isBlank = (text: string) => text.trim() === '';

/**
 * Which element the act still lacks; an act that lacks one cannot be signed. Each states its grounds in law (law of
 * 29 July 1991, art. 3) and its remedies with body, form and term, else that term does not start (law of 11 April 1994,
 * art. 2). An award also states nature, extent and ways of use and the proof to give (law of 22 May 2003, art. 121),
 * control on the spot (art. 122) and recovery (art. 123).
 */
export function actBlockers(act: Act, outcome: DecisionOutcome): ActBlocker[] {
  const blockers: ActBlocker[] = [];
  if (act.legalGrounds.length === 0 || act.legalGrounds.some(isBlank)) blockers.push('legal-grounds-missing');
  if (isBlank(act.purpose)) blockers.push('purpose-missing');
  if (outcome === 'award') blockers.push(...awardBlockers(act));
  if (act.remedies.length === 0) blockers.push('remedies-missing');
  else if (!act.remedies.every(isComplete)) blockers.push('remedy-incomplete');
  return blockers;
}

function isComplete({ body, days, text }: ActRemedy): boolean {
  return !isBlank(body) && !isBlank(text) && Number.isInteger(days) && days > 0;
}

function awardBlockers(act: Act): ActBlocker[] {
  const blockers: ActBlocker[] = [];
  if (isBlank(act.planReference)) blockers.push('plan-reference-missing');
  if (isBlank(act.lineCode)) blockers.push('line-missing');
  if (act.amountCents === null || act.amountCents <= 0) blockers.push('amount-missing');
  else if (act.instalments.length > 0 && actInstalmentAmounts(act) === null) blockers.push('instalments-unbalanced');
  if (act.instalments.length === 0) blockers.push('instalments-missing');
  if (act.instalments.some(({ condition }) => isBlank(condition))) blockers.push('instalment-condition-missing');
  if (act.proofs.length === 0) blockers.push('proofs-missing');
  if (act.proofs.some(({ description, dueOn }) => isBlank(description) || dueOn === null)) {
    blockers.push('proof-incomplete');
  }
  if (isBlank(act.visibilityDuty)) blockers.push('visibility-duty-missing');
  if (isBlank(act.controlClause)) blockers.push('control-clause-missing');
  if (isBlank(act.recoveryClause)) blockers.push('recovery-clause-missing');
  return blockers;
}

/**
 * What each instalment pays, adding up to the amount to the cent; null when they do not (percents that are not 100
 * together, amounts that are not the total, or a mix of both).
 */
export function actInstalmentAmounts(act: Pick<Act, 'amountCents' | 'instalments'>): Cents[] | null {
  const { amountCents, instalments } = act;
  if (amountCents === null || instalments.length === 0) return null;
  const amounts = instalments.flatMap((instalment) => instalment.amountCents ?? []);
  const percents = instalments.flatMap((instalment) => instalment.percent ?? []);
  if (amounts.length === instalments.length && percents.length === 0) {
    return amounts.every((amount) => amount > 0) && sumCents(amounts) === amountCents ? amounts : null;
  }
  if (percents.length !== instalments.length || amounts.length > 0) return null;
  if (!percents.every((percent) => Number.isInteger(percent) && percent > 0)) return null;
  return percents.reduce((sum, percent) => sum + percent, 0) === 100 ? shareOut(amountCents, percents) : null;
}
