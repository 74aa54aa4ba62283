import { Problem } from '../problem.js';
import { normaliseText } from '../text.js';

/**
 * What may be corrected in the public register. Beneficiary, amount and day are those of the act, and change only by a
 * new act (the right to have wrong data corrected: law of 11 April 1994).
 */
export const correctionKinds = ['title', 'reason', 'municipality'] as const;
export type CorrectionKind = (typeof correctionKinds)[number];

export interface CorrectionRequest {
  readonly kind: CorrectionKind;
  readonly formerValue: string;
  readonly value: string;
  /** Why, for the reader of the register. */
  readonly explanation: string;
}

export type CorrectionBlocker = 'value-missing' | 'value-unchanged' | 'municipality-invalid' | 'explanation-missing';

/** Why the register cannot be corrected like this; empty means that it can. */
export function correctionBlockers(correction: CorrectionRequest): CorrectionBlocker[] {
  const blockers: CorrectionBlocker[] = [];
  const value = normaliseText(correction.value).trim();
  if (value === '') blockers.push('value-missing');
  else if (value === correction.formerValue) blockers.push('value-unchanged');
  else if (correction.kind === 'municipality' && !/^\d{5}$/.test(value)) blockers.push('municipality-invalid');
  if (correction.explanation.trim() === '') blockers.push('explanation-missing');
  return blockers;
}

/** A dated correction; keeps the former value beside the new one. Throws 'correction.invalid' with every blocker. */
export function correct(correction: CorrectionRequest, personId: string, now: Date) {
  const blockers = correctionBlockers(correction);
  if (blockers.length > 0) throw new Problem('correction.invalid', { blockers });
  return {
    kind: correction.kind,
    formerValue: correction.formerValue,
    value: normaliseText(correction.value).trim(),
    explanation: normaliseText(correction.explanation).trim(),
    correctedById: personId,
    correctedAt: now,
  };
}
