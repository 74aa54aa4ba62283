import { type Cents, cents, sumCents } from '../money.js';
import { type LineFormula, leavesOf, type PlanLineFacts } from './plan-line.js';
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
  private readonly leaves: readonly PlanLineFacts[];

  constructor(
    lines: readonly PlanLineFacts[],
    private readonly totalCents: Cents,
  ) {
    this.byCode = new Map(lines.map((line) => [line.code, line]));
    this.leaves = leavesOf(lines);
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
    const under = this.leaves.filter((leaf) => leaf.code.startsWith(`${line.code}.`));
    return this.sum(under.map((leaf) => leaf.code));
  }

  private byFormula(formula: LineFormula, code: string): Found {
    if (formula.kind === 'balance') {
      const others = this.leaves.filter((leaf) => leaf.code !== code).map((leaf) => leaf.code);
      return this.left({ cents: this.totalCents, error: null }, this.sum(others));
    }
    const base = formula.of === 'total' ? { cents: this.totalCents, error: null } : this.of(formula.of);
    const left = this.left(base, this.sum(formula.less));
    if (formula.kind === 'rest' || left.error !== null) return left;
    const share = parseRatio(formula.share);
    if (share === null) return nothing('formula-invalid');
    return { cents: partInWholeEuros(left.cents, share), error: null };
  }

  private sum(codes: readonly string[]): Found {
    const parts = codes.map((code) => this.of(code));
    return {
      cents: sumCents(parts.map((part) => part.cents)),
      error: parts.find((part) => part.error !== null)?.error ?? null,
    };
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
