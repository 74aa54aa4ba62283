import { type Cents, cents, shareOut } from '../money.js';
import { largestSumCents, leavesOf, type PlanLineFacts } from './plan-line.js';

/**
 * An amount changed by so many hundredths of a per cent, half up to the whole euro as the decrees print amounts. By
 * nothing it stays what it is, to the cent. Throws a RangeError for a change of -100 % or beyond.
 */
export function changedInWholeEuros(amountCents: Cents, basisPoints: number): Cents {
  if (amountCents < 0 || !Number.isSafeInteger(basisPoints) || basisPoints <= -10_000) {
    throw new RangeError(`no change: ${basisPoints} of ${amountCents}`);
  }
  if (basisPoints === 0) return amountCents;
  // Euros are hundreds of cents: one division by 10 000 hundredths of a per cent and by 100, with half a euro added.
  const euros = (BigInt(amountCents) * BigInt(10_000 + basisPoints) + 500_000n) / 1_000_000n;
  return cents(Number(euros * 100n));
}

/**
 * The lines with an amount (negative: a cut) shared out over some of them in proportion to what they hold, equally when
 * all hold nothing; exact to the cent. Null when a cut is larger than what they hold.
 */
export function shareAmong<Line extends PlanLineFacts>(
  lines: readonly Line[],
  among: ReadonlySet<Line>,
  amountCents: Cents,
): Line[] | null {
  const amounts = [...among].map((line) => line.amountCents ?? 0);
  const held = amounts.reduce((sum, amount) => sum + BigInt(amount), 0n);
  if (amounts.length === 0 || held + BigInt(amountCents) < 0n) return null;
  const parts = shareOut(amountCents, held === 0n ? amounts.map(() => 1) : amounts);
  const partOf = new Map([...among].map((line, index) => [line, parts[index] ?? 0]));
  return lines.map((line) => {
    const part = partOf.get(line) ?? 0;
    return part === 0 ? line : { ...line, amountCents: cents((line.amountCents ?? 0) + part) };
  });
}

/** True when the total or the sum of the lines is beyond what a plan may hold. */
export function isTooLarge(plan: { readonly lines: readonly PlanLineFacts[]; readonly totalCents: Cents }): boolean {
  const sum = leavesOf(plan.lines).reduce((running, line) => running + BigInt(line.amountCents ?? 0), 0n);
  return sum > largestSumCents || plan.totalCents > largestSumCents;
}
