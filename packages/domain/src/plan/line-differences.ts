import { type LocalisedText, languages } from '../language.js';
import type { Cents } from '../money.js';
import type { LineKind } from './line-kinds.js';
import type { LineFormula } from './plan-line.js';
import type { PlanSector } from './sectors.js';

/** A line as versions are compared by: which line it is, which lines it continues, and what it says. */
export interface ComparableLine {
  /** Lasts through the versions of a year. */
  readonly lineId: string;
  /** Lines that this one continues: of an earlier year, or of its own year where lines were merged or split. */
  readonly predecessorIds: readonly string[];
  readonly code: string;
  readonly labels: LocalisedText;
  readonly kind: LineKind;
  /** Null for a heading and for a PM line. */
  readonly amountCents: Cents | null;
  readonly isPm: boolean;
  readonly legalGround: string;
  readonly beneficiaryNumber: string | null;
  readonly formula: LineFormula | null;
  readonly sector: PlanSector | null;
  readonly isExtraSupport: boolean;
  readonly coMinister: string;
}

/** What may differ between two lines that are one line to those who read the plan. */
export const lineDifferences = [
  'code',
  'label',
  'kind',
  'amount',
  'pm',
  'legalGround',
  'beneficiary',
  'formula',
  'sector',
  'extraSupport',
  'coMinister',
  'place',
] as const;
export type LineDifference = (typeof lineDifferences)[number];

/** What a line says by itself; its amount and its place depend on the lines around it. */
type OwnFact = Exclude<LineDifference, 'amount' | 'place'>;

/** Each fact as a text that is the same exactly when the fact is. */
const factTexts: Readonly<Record<OwnFact, (line: ComparableLine) => string>> = {
  code: (line) => line.code,
  label: (line) => JSON.stringify(languages.map((language) => line.labels[language] ?? '')),
  kind: (line) => line.kind,
  pm: (line) => String(line.isPm),
  legalGround: (line) => line.legalGround,
  beneficiary: (line) => line.beneficiaryNumber ?? '',
  formula: (line) => formulaText(line.formula),
  sector: (line) => line.sector ?? '',
  extraSupport: (line) => String(line.isExtraSupport),
  coMinister: (line) => line.coMinister,
};

function formulaText(formula: LineFormula | null): string {
  if (formula === null || formula.kind === 'balance') return formula?.kind ?? '';
  const share = formula.kind === 'share' ? formula.share : null;
  return JSON.stringify([formula.kind, formula.of, formula.less.toSorted(), share]);
}

/** The facts of which the lines of one version say something that those of the other do not. */
export function factsThatDiffer(
  before: readonly ComparableLine[],
  after: readonly ComparableLine[],
): Set<LineDifference> {
  const facts = Object.entries(factTexts) as [OwnFact, (line: ComparableLine) => string][];
  return new Set(facts.filter(([, textOf]) => !holdSame(before.map(textOf), after.map(textOf))).map(([name]) => name));
}

/** True when the two lists hold the same values, however often and in whatever order. */
export function holdSame<Value>(before: readonly Value[], after: readonly Value[]): boolean {
  const [old, now] = [new Set(before), new Set(after)];
  return before.every((value) => now.has(value)) && after.every((value) => old.has(value));
}
