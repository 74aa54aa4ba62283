import { type Language, type LocalisedText, missingLanguages } from '../language.js';
import type { Cents } from '../money.js';
import { type LineKind, takesCalls } from '../plan/index.js';
import { Problem } from '../problem.js';
import { type CallForm, type FormBlocker, formBlockers } from './call-form.js';
import { type CallState, callLifecycle } from './call-lifecycle.js';

export interface CallCriterion {
  readonly id: string;
  readonly name: LocalisedText;
  /** Whole percent; the weights of a call add up to 100. */
  readonly weight: number;
  readonly maxScore: number;
}

export interface CallPublicationFacts {
  readonly state: CallState;
  /** Every text of the call's own page by its field: title, summary, rules and so on. */
  readonly texts: Readonly<Record<string, LocalisedText>>;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly envelopeCents: Cents | null;
  readonly maxAmountCents: Cents | null;
  /** The most of the project's costs that may be asked, in whole percent. */
  readonly maxSharePercent: number | null;
  readonly criteria: readonly CallCriterion[];
  readonly form: CallForm;
  readonly lineKind: LineKind | null;
}

export type CallBlocker =
  | 'texts-incomplete'
  | 'dates-missing'
  | 'closing-not-after-opening'
  | 'envelope-missing'
  | 'maximum-missing'
  | 'maximum-above-envelope'
  | 'share-invalid'
  | 'criteria-missing'
  | 'weights-not-100'
  | 'score-scale-invalid'
  | 'line-missing'
  | 'line-takes-no-calls'
  | `form-${FormBlocker}`;

/**
 * Why the call cannot be published; empty means that it can. The criteria and their weights are part of what is
 * published: applicants know beforehand how they will be judged.
 */
export function callBlockers(call: Omit<CallPublicationFacts, 'state'>): CallBlocker[] {
  const blockers: CallBlocker[] = [];
  const names = call.criteria.map((criterion) => criterion.name);
  const texts = [...Object.values(call.texts), ...names];
  if (texts.some((text) => missingLanguages(text).length > 0)) blockers.push('texts-incomplete');
  if (call.opensAt === null || call.closesAt === null) blockers.push('dates-missing');
  else if (call.opensAt >= call.closesAt) blockers.push('closing-not-after-opening');
  blockers.push(...moneyBlockers(call), ...criteriaBlockers(call.criteria));
  if (call.lineKind === null) blockers.push('line-missing');
  else if (!takesCalls(call.lineKind)) blockers.push('line-takes-no-calls');
  return [...blockers, ...formBlockers(call.form).map((blocker) => `form-${blocker}` as const)];
}

type MoneyFacts = Pick<CallPublicationFacts, 'envelopeCents' | 'maxAmountCents' | 'maxSharePercent'>;

function moneyBlockers({ envelopeCents, maxAmountCents, maxSharePercent }: MoneyFacts): CallBlocker[] {
  const blockers: CallBlocker[] = [];
  if (envelopeCents === null || envelopeCents <= 0) blockers.push('envelope-missing');
  if (maxAmountCents === null || maxAmountCents <= 0) blockers.push('maximum-missing');
  else if (envelopeCents !== null && maxAmountCents > envelopeCents) blockers.push('maximum-above-envelope');
  const isShare = Number.isInteger(maxSharePercent) && Number(maxSharePercent) >= 1 && Number(maxSharePercent) <= 100;
  if (!isShare) blockers.push('share-invalid');
  return blockers;
}

function criteriaBlockers(criteria: readonly CallCriterion[]): CallBlocker[] {
  if (criteria.length === 0) return ['criteria-missing'];
  const blockers: CallBlocker[] = [];
  const areWeights = criteria.every(({ weight }) => Number.isInteger(weight) && weight > 0);
  const sum = criteria.reduce((running, { weight }) => running + weight, 0);
  if (!areWeights || sum !== 100) blockers.push('weights-not-100');
  if (!criteria.every(({ maxScore }) => Number.isInteger(maxScore) && maxScore > 0)) {
    blockers.push('score-scale-invalid');
  }
  return blockers;
}

/** Where words are missing, so that the office can be told the field and the language. */
export function missingTexts(texts: Readonly<Record<string, LocalisedText>>): { field: string; language: Language }[] {
  return Object.entries(texts).flatMap(([field, text]) =>
    missingLanguages(text).map((language) => ({ field, language })),
  );
}

/** Publishes a call, or throws 'call.incomplete' with every blocker. */
export function publishCall(call: CallPublicationFacts) {
  const state = callLifecycle.next(call.state, 'publish');
  const blockers = callBlockers(call);
  if (blockers.length > 0) throw new Problem('call.incomplete', { blockers });
  return { state };
}
