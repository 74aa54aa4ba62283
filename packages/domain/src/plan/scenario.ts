import { type Cents, cents } from '../money.js';
import { absorb } from './absorption.js';
import { computeFormulas, type FormulaErrorCode } from './formula.js';
import { type PlanLineFacts, parentCodes } from './plan-line.js';
import { unassigned } from './plan-tree.js';
import { changedInWholeEuros, isTooLarge, shareAmong } from './scenario-amounts.js';
import type { PlanSector } from './sectors.js';

/** More than this nobody compares: scenarios beside a draft, and adjustments of one. */
export const mostScenarios = 20;
export const mostAdjustments = 50;

/** How the absorption takes its parts. In proportion to the amounts is the only way so far. */
export type AbsorptionWay = 'proportional';

/**
 * One thing that a scenario changes. `basisPoints` are hundredths of a per cent: -500 is 5 % lower; they are above
 * -10 000 and at most 10 000.
 */
export type ScenarioAdjustment =
  | { readonly kind: 'total'; readonly basisPoints: number }
  | { readonly kind: 'index'; readonly codes: string[]; readonly basisPoints: number }
  | { readonly kind: 'sector'; readonly sector: PlanSector; readonly amountCents: Cents }
  | { readonly kind: 'line'; readonly code: string; readonly amountCents: Cents }
  | { readonly kind: 'absorb'; readonly how: AbsorptionWay };

/** A line as a scenario sees it. */
export interface ScenarioLine extends PlanLineFacts {
  readonly sector?: PlanSector | null;
}

export const scenarioFaultCodes = [
  'line-missing',
  'line-heading',
  'line-computed',
  'sector-empty',
  'below-zero',
  'too-large',
  'total-zero',
  'free-short',
  'formula-cycle',
  'formula-unknown',
  'formula-negative',
  'formula-invalid',
] as const satisfies readonly (FormulaErrorCode | string)[];
export type ScenarioFaultCode = (typeof scenarioFaultCodes)[number];

/** What could not be done. */
export interface ScenarioFault {
  /** Place in the list of adjustments, from 0; null for a formula that fails on the result of them all. */
  readonly adjustment: number | null;
  readonly code: ScenarioFaultCode;
  /** The line or heading that it is about, if it is about one. */
  readonly lineCode: string | null;
}

export interface ScenarioResult<Line extends ScenarioLine> {
  readonly lines: Line[];
  readonly totalCents: Cents;
  readonly unassignedCents: Cents;
  readonly faults: ScenarioFault[];
}

/** A plan on its way through the adjustments. */
interface Standing<Line> {
  readonly lines: readonly Line[];
  readonly totalCents: Cents;
}

interface Step<Line> extends Standing<Line> {
  readonly faults: readonly Omit<ScenarioFault, 'adjustment'>[];
}

/**
 * What the draft becomes when these adjustments are applied in their order; then the formulas are computed, so that the
 * Communities' part and a balancing line follow by themselves. The draft itself is not touched. An adjustment that
 * cannot be applied, or not to all that it names, is told by its place; the others are applied all the same.
 */
export function applyScenario<Line extends ScenarioLine>(
  lines: readonly Line[],
  totalCents: Cents,
  adjustments: readonly ScenarioAdjustment[],
): ScenarioResult<Line> {
  let standing: Standing<Line> = { lines, totalCents };
  const faults: ScenarioFault[] = [];
  for (const [place, adjustment] of adjustments.entries()) {
    const step = applyOne(standing, adjustment);
    faults.push(...step.faults.map((fault) => ({ ...fault, adjustment: place })));
    if (isTooLarge(step)) faults.push({ adjustment: place, code: 'too-large', lineCode: null });
    else standing = step;
  }
  const result = computeFormulas(standing.lines, standing.totalCents);
  const already = new Set(computeFormulas(lines, totalCents).errors.map((error) => error.row));
  for (const { row, code } of result.errors) {
    if (!already.has(row)) faults.push({ adjustment: null, code, lineCode: lines[row]?.code ?? null });
  }
  return {
    lines: result.lines,
    totalCents: standing.totalCents,
    unassignedCents: unassigned(standing.totalCents, result.lines),
    faults,
  };
}

function applyOne<Line extends ScenarioLine>(plan: Standing<Line>, adjustment: ScenarioAdjustment): Step<Line> {
  switch (adjustment.kind) {
    case 'total':
      return changeTotal(plan, adjustment.basisPoints);
    case 'index':
      return indexLines(plan, adjustment.codes, adjustment.basisPoints);
    case 'sector':
      return giveToSector(plan, adjustment.sector, adjustment.amountCents);
    case 'line':
      return setLine(plan, adjustment.code, adjustment.amountCents);
    case 'absorb': {
      const absorbed = absorb(plan.lines, plan.totalCents, cents(0));
      return { ...plan, ...absorbed, faults: absorbed.isComplete ? [] : [{ code: 'free-short', lineCode: null }] };
    }
  }
}

function changeTotal<Line extends ScenarioLine>(plan: Standing<Line>, basisPoints: number): Step<Line> {
  const totalCents = changedInWholeEuros(plan.totalCents, basisPoints);
  if (totalCents === 0) return { ...plan, faults: [{ code: 'total-zero', lineCode: null }] };
  return { ...plan, totalCents, faults: [] };
}

/** A heading stands for the lines under it; those with a formula follow by themselves, PM lines have no amount. */
function indexLines<Line extends ScenarioLine>(
  plan: Standing<Line>,
  codes: readonly string[],
  basisPoints: number,
): Step<Line> {
  const parents = parentCodes(plan.lines);
  const byCode = new Map(plan.lines.map((line) => [line.code, line]));
  const faults = codes.flatMap((code): Step<Line>['faults'] => {
    const line = byCode.get(code);
    if (line === undefined) return [{ code: 'line-missing', lineCode: code }];
    return line.formula && !parents.has(code) ? [{ code: 'line-computed', lineCode: code }] : [];
  });
  const named = new Set(codes);
  const isNamed = ({ code }: Line) =>
    code.split('.').some((_, at, parts) => named.has(parts.slice(0, at + 1).join('.')));
  const lines = plan.lines.map((line) =>
    line.amountCents !== null && !line.formula && !parents.has(line.code) && isNamed(line)
      ? { ...line, amountCents: changedInWholeEuros(line.amountCents, basisPoints) }
      : line,
  );
  return { ...plan, lines, faults };
}

function giveToSector<Line extends ScenarioLine>(
  plan: Standing<Line>,
  sector: PlanSector,
  amountCents: Cents,
): Step<Line> {
  const parents = parentCodes(plan.lines);
  const isTyped = (line: Line) => line.amountCents !== null && !line.formula && !parents.has(line.code);
  const typed = new Set(plan.lines.filter((line) => line.sector === sector && isTyped(line)));
  if (typed.size === 0) return { ...plan, faults: [{ code: 'sector-empty', lineCode: null }] };
  const lines = shareAmong(plan.lines, typed, amountCents);
  return lines === null
    ? { ...plan, faults: [{ code: 'below-zero', lineCode: null }] }
    : { ...plan, lines, faults: [] };
}

function setLine<Line extends ScenarioLine>(plan: Standing<Line>, code: string, amountCents: Cents): Step<Line> {
  const line = plan.lines.find((each) => each.code === code);
  const refused = (fault: ScenarioFaultCode): Step<Line> => ({ ...plan, faults: [{ code: fault, lineCode: code }] });
  if (line === undefined) return refused('line-missing');
  if (line.kind === 'heading' || parentCodes(plan.lines).has(code)) return refused('line-heading');
  if (line.formula) return refused('line-computed');
  if (amountCents < 0) return refused('below-zero');
  const lines = plan.lines.map((each) => (each === line ? { ...each, amountCents, isPm: false } : each));
  return { ...plan, lines, faults: [] };
}
