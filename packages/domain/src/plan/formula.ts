import { type Cents, cents } from '../money.js';
import { codesAbove, type LineFormula, leavesOf, type PlanLineFacts } from './plan-line.js';
import { parseRatio, partInWholeEuros } from './ratio.js';

export type FormulaErrorCode = 'formula-cycle' | 'formula-unknown' | 'formula-negative' | 'formula-invalid';

export interface FormulaError {
  /** Place in the list, from 0. */
  readonly row: number;
  readonly column: 'formula';
  readonly code: FormulaErrorCode;
}

interface Found {
  readonly cents: Cents;
  readonly error: FormulaErrorCode | null;
}

/** No law stacks more than a few formulas; without an end, a long chain of them would exhaust the stack. */
const deepest = 50;

const nothing = (error: FormulaErrorCode | null): Found => ({ cents: cents(0), error });

/** One reckoning of all formulas of a plan; each code is reckoned once, and a code that needs itself is found. */
class Reckoning {
  private readonly found = new Map<string, Found>();
  private readonly open = new Set<string>();
  private readonly byCode: ReadonlyMap<string, PlanLineFacts>;
  private readonly leaves: readonly string[];
  /** The leaves under each code, so that a heading does not look through all leaves for its own. */
  private readonly under = new Map<string, string[]>();
  private readonly balancing: number;
  private ofAllLeaves: Found | null = null;

  constructor(
    lines: readonly PlanLineFacts[],
    private readonly totalCents: Cents,
  ) {
    this.byCode = new Map(lines.map((line) => [line.code, line]));
    const leaves = leavesOf(lines);
    this.leaves = leaves.map((leaf) => leaf.code);
    this.balancing = leaves.filter((leaf) => leaf.formula?.kind === 'balance').length;
    for (const { code } of leaves) {
      for (const above of codesAbove(code)) {
        const known = this.under.get(above);
        if (known !== undefined) known.push(code);
        else if (this.byCode.has(above)) this.under.set(above, [code]);
      }
    }
  }

  /** The amount of a code: by its formula, else what stands under it, else what was typed. */
  of(code: string): Found {
    const known = this.found.get(code);
    if (known !== undefined) return known;
    const line = this.byCode.get(code);
    if (line === undefined) return nothing('formula-unknown');
    if (this.open.has(code) || this.open.size > deepest) return nothing('formula-cycle');
    this.open.add(code);
    const result = line.formula ? this.byFormula(line.formula, code) : this.plain(line);
    this.open.delete(code);
    this.found.set(code, result);
    return result;
  }

  private plain(line: PlanLineFacts): Found {
    if (line.kind !== 'heading') return { cents: line.amountCents ?? cents(0), error: null };
    return this.sum(this.under.get(line.code) ?? []);
  }

  private byFormula(formula: LineFormula, code: string): Found {
    const total: Found = { cents: this.totalCents, error: null };
    if (formula.kind === 'balance') return this.left(total, this.others(code));
    const base = formula.of === 'total' ? total : this.of(formula.of);
    const left = this.left(base, this.sum(formula.less));
    if (formula.kind === 'rest' || left.error !== null) return left;
    const share = parseRatio(formula.share);
    if (share === null) return nothing('formula-invalid');
    return { cents: partInWholeEuros(left.cents, share), error: null };
  }

  /** What all lines but this one hold. Two lines that each take what the others leave need each other. */
  private others(code: string): Found {
    if (this.under.has(code)) {
      this.ofAllLeaves ??= this.sum(this.leaves);
      return this.ofAllLeaves;
    }
    if (this.balancing > 1) return nothing('formula-cycle');
    return this.sum(this.leaves.filter((leaf) => leaf !== code));
  }

  private sum(codes: readonly string[]): Found {
    let sum = 0;
    let failed: FormulaErrorCode | null = null;
    for (const code of codes) {
      const part = this.of(code);
      sum += part.cents;
      failed ??= part.error;
    }
    // Nothing is left of any total by then.
    if (!Number.isSafeInteger(sum)) return nothing(failed ?? 'formula-negative');
    return { cents: cents(sum), error: failed };
  }

  private left(base: Found, less: Found): Found {
    const error = base.error ?? less.error;
    if (error !== null) return nothing(error);
    const left = base.cents - less.cents;
    return left < 0 ? nothing('formula-negative') : { cents: cents(left), error: null };
  }
}

/**
 * The lines with the amounts that their formulas give, and what is wrong with a formula. A line whose formula fails
 * keeps the amount that it had. A heading never holds an amount of its own: its formula is a base for the lines under
 * it, and `planLineErrors` says when they do not add up to it.
 */
export function computeFormulas<Line extends PlanLineFacts>(
  lines: readonly Line[],
  totalCents: Cents,
): { readonly lines: Line[]; readonly errors: FormulaError[] } {
  if (!lines.some((line) => line.formula)) return { lines: [...lines], errors: [] };
  const reckoning = new Reckoning(lines, totalCents);
  const errors: FormulaError[] = [];
  const computed = lines.map((line, row) => {
    if (!line.formula) return line;
    const { cents: amountCents, error } = reckoning.of(line.code);
    if (error !== null) errors.push({ row, column: 'formula', code: error });
    if (error !== null || line.kind === 'heading') return line;
    return { ...line, amountCents, isPm: false };
  });
  return { lines: computed, errors };
}

/** What each heading with a formula must hold, by its code; formulas that fail are left out. */
export function headingFormulas(lines: readonly PlanLineFacts[], totalCents: Cents): Map<string, Cents> {
  const headings = lines.filter((line) => line.kind === 'heading' && line.formula);
  if (headings.length === 0) return new Map();
  const reckoning = new Reckoning(lines, totalCents);
  return new Map(
    headings.flatMap(({ code }) => {
      const { cents: amount, error } = reckoning.of(code);
      return error === null ? [[code, amount] as const] : [];
    }),
  );
}
