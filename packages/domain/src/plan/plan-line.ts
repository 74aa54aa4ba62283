import type { LocalisedText } from '../language.js';
import type { Cents } from '../money.js';
import type { LineKind } from './line-kinds.js';

export interface PlanLineFacts {
  /** Decimal code of the decree: '2.1.10'. */
  readonly code: string;
  readonly parentCode: string | null;
  readonly kind: LineKind;
  /** Null for a heading that prints no amount of its own, and for a PM line: unknown is not zero. */
  readonly amountCents: Cents | null;
  /** Pro memoria: the line exists, its amount is not set. */
  readonly isPm: boolean;
  readonly labels: LocalisedText;
  /** How the amount follows from others; absent or null for an amount that is typed. */
  readonly formula?: LineFormula | null;
}

/** What a formula starts from: the total of the plan, or the line or heading with this code. */
export type FormulaBase = 'total' | (string & {});

/**
 * How the amount of a line follows from others, so that nobody types what the law computes.
 * - share: a part of the base, after what `less` names is taken off; half up to the whole euro, as the decrees print it.
 * - rest: what is left of the base once `less` is taken off, so that parts add up whatever was rounded.
 * - balance: what all other lines leave of the total.
 */
export type LineFormula =
  | {
      readonly kind: 'share';
      readonly of: FormulaBase;
      readonly less: string[];
      /** The key as a decimal between 0 and 1 with at most 14 digits: '0.2744' for 27.44 %. */
      readonly share: string;
    }
  | { readonly kind: 'rest'; readonly of: FormulaBase; readonly less: string[] }
  | { readonly kind: 'balance' };

/** A thousand billion euros: beyond it a sum is a slip of the keyboard, and soon no longer exact in a number. */
export const largestSumCents = 100_000_000_000_000;

/** The codes above a code, nearest first: 2.1.10 -> 2.1, 2. A cycle is impossible because a parent is a prefix. */
export function codesAbove(code: string): string[] {
  const above: string[] = [];
  for (let end = code.lastIndexOf('.'); end >= 0; end = end > 0 ? code.lastIndexOf('.', end - 1) : -1) {
    above.push(code.slice(0, end));
  }
  return above;
}

/** The codes under which other lines stand. */
export function parentCodes(lines: readonly PlanLineFacts[]): Set<string> {
  return new Set(lines.flatMap((line) => (line.parentCode === null ? [] : [line.parentCode])));
}

/** The lines that carry money: those under which no other line stands. */
export function leavesOf(lines: readonly PlanLineFacts[]): PlanLineFacts[] {
  const parents = parentCodes(lines);
  return lines.filter((line) => !parents.has(line.code));
}
