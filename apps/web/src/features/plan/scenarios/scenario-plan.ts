import type { plan, ResponseOf } from '@commonlot/contracts';
import {
  applyScenario,
  type Cents,
  cents,
  inLanguage,
  type Language,
  parentCodeOf,
  type ScenarioAdjustment,
  type ScenarioLine,
  type ScenarioResult,
  subtotals,
} from '@commonlot/domain';
import type { PlanVersion } from '../plan-state';

export type Scenario = ResponseOf<typeof plan.listPlanScenarios>['rows'][number];

/** The lines of a version as the rules of scenarios see them. */
export function scenarioLines(version: PlanVersion): ScenarioLine[] {
  const codes = new Set(version.lines.map((line) => line.code));
  return version.lines.map(({ label, ...line }) => ({
    ...line,
    parentCode: parentCodeOf(line.code, codes),
    labels: { nl: label.nl, fr: label.fr, de: label.de ?? null, en: label.en ?? null },
  }));
}

/** A line or heading before and after. */
export interface ChangedLine {
  readonly code: string;
  readonly line: ScenarioLine;
  readonly wasPm: boolean;
  readonly before: Cents;
  readonly after: Cents;
}

export interface Outcome extends ScenarioResult<ScenarioLine> {
  /** Every line and heading, in the order of the plan. */
  readonly changes: readonly ChangedLine[];
}

/** What the version becomes with these adjustments, computed as the server does it. */
export function outcomeOf(version: PlanVersion, adjustments: readonly ScenarioAdjustment[]): Outcome {
  const lines = scenarioLines(version);
  const result = applyScenario(lines, version.totalCents, adjustments);
  const [before, after] = [subtotals(lines), subtotals(result.lines)];
  const changes = result.lines.map((line, row) => ({
    code: line.code,
    line,
    wasPm: lines[row]?.isPm ?? false,
    before: before.get(line.code) ?? cents(0),
    after: after.get(line.code) ?? cents(0),
  }));
  return { ...result, changes };
}

export const isHeading = ({ line }: ChangedLine) => line.kind === 'heading';
/** The rubrics of the plan: what stands at the top of its tree. */
export const rubricsOf = ({ changes }: Outcome) => changes.filter(({ line }) => line.parentCode === null);

/** The lines that change most, largest first; headings say it twice. */
export function biggestChanges({ changes }: Outcome, most: number): ChangedLine[] {
  return changes
    .filter((change) => !isHeading(change) && change.before !== change.after)
    .toSorted((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before))
    .slice(0, most);
}

/** The label of a line, and its language where that is another one than the page's. */
export function labelOf(line: ScenarioLine, language: Language): { text: string; lang: Language | undefined } {
  const { text, language: lang } = inLanguage(line.labels, language);
  return { text, lang: lang === language ? undefined : lang };
}

/** Hundredths of a per cent as people write them: '-2,5 %'. */
export function percentText(basisPoints: number, withSign = false): string {
  const digits = Math.abs(basisPoints).toString().padStart(3, '0');
  const decimals = digits.slice(-2).replace(/0+$/, '');
  const sign = basisPoints < 0 ? '-' : withSign && basisPoints > 0 ? '+' : '';
  return `${sign}${digits.slice(0, -2)}${decimals === '' ? '' : `,${decimals}`}\u00a0%`;
}

/** A difference as a part of what it was, in tenths of a per cent; empty where there was nothing. */
export function relativeText(before: Cents, after: Cents): string {
  if (before === 0 || before === after) return '';
  return percentText(Math.round(((after - before) * 1_000) / before) * 10, true);
}
