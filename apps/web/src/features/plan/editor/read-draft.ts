import {
  byCodes,
  type Cents,
  cents,
  computeFormulas,
  draftPlaces,
  dutyErrors,
  type Language,
  largestSumCents,
  leafSum,
  mayWait,
  type PlanLineColumn,
  type PlanLineError,
  type PlanLineFacts,
  parentCodeOf,
  parseEnterpriseNumber,
  parseEuros,
  planLineErrors,
  subtotals,
  sumBeyondReason,
} from '@commonlot/domain';
import { type Draft, labelFields, readAdvice, readCommitments, type TypedLine } from './typed-line';

export const gridColumns = ['code', 'label', 'kind', 'amount', 'note', 'more'] as const;
export type GridColumn = (typeof gridColumns)[number];

export interface Fault {
  readonly key: string;
  readonly column: GridColumn;
  readonly code: string;
  /** A draft may be saved with it; a plan may not be submitted. */
  readonly isLater: boolean;
}

export interface LineReading {
  readonly level: number;
  /** Of a heading the sum under it, else what was typed or computed; null for none. */
  readonly cents: Cents | null;
  readonly faults: readonly Fault[];
}

export interface DraftReading {
  readonly totalCents: Cents | null;
  /** Null when the total, or the sum of the lines, cannot be read. */
  readonly unassignedCents: Cents | null;
  readonly byKey: ReadonlyMap<string, LineReading>;
  /** In the order of the lines. */
  readonly faults: readonly Fault[];
}

const longest = { legalGround: 500, coMinister: 200, labelNl: 400, labelFr: 400, labelDe: 400, labelEn: 400 } as const;

/** What a draft of a year says now: sums, computed amounts, places in the tree, and everything that is wrong with it. */
export function readDraft({ total, lines }: Draft, language: Language, year: number): DraftReading {
  const totalCents = readTotal(total);
  const typed = factsOf(lines);
  const typedBeyond = sumBeyondReason(typed);
  const facts = typedBeyond === null ? computeFormulas(typed, totalCents ?? cents(0)).lines : typed;
  const beyond = typedBeyond ?? sumBeyondReason(facts);
  const errors = beyond === null ? planLineErrors(facts, totalCents ?? cents(0)) : [beyond];
  const sums = beyond === null ? subtotals(facts) : null;
  const places = draftPlaces(facts);
  const faultsByKey = new Map<string, Fault[]>(lines.map((line) => [line.key, cellFaults(line, year)]));
  for (const error of errors) {
    const line = lines[error.row];
    if (line !== undefined && isNews(line, error)) faultsByKey.get(line.key)?.push(faultOf(line, error, language));
  }
  const byKey = lines.map((line, row): [string, LineReading] => {
    const fact = facts[row];
    const held = line.kind === 'heading' ? (sums?.get(fact?.code ?? '') ?? null) : (fact?.amountCents ?? null);
    return [
      line.key,
      { level: places.get(line.key)?.level ?? 1, cents: held, faults: faultsByKey.get(line.key) ?? [] },
    ];
  });
  return {
    totalCents,
    unassignedCents: totalCents === null || beyond !== null ? null : cents(totalCents - leafSum(facts)),
    byKey: new Map(byKey),
    faults: lines.flatMap((line) => faultsByKey.get(line.key) ?? []),
  };
}

/** The same reading, with what did not change since the one before still the same objects: rows compare those. */
export function steadyReading(before: DraftReading | null, now: DraftReading): DraftReading {
  if (before === null) return now;
  const byKey = new Map(now.byKey);
  for (const [key, line] of byKey) {
    const was = before.byKey.get(key);
    const isQuiet = was?.faults.length === 0 && line.faults.length === 0;
    if (was !== undefined && isQuiet && was.cents === line.cents && was.level === line.level) byKey.set(key, was);
  }
  return { ...now, byKey };
}

/** The total in cents; null for what is no amount, for nothing and for more than any plan holds. */
export function readTotal(text: string): Cents | null {
  const total = parseEuros(text);
  return total === null || total <= 0 || total > largestSumCents ? null : total;
}

/** The lines as the domain judges them. */
function factsOf(lines: readonly TypedLine[]): (PlanLineFacts & { key: string })[] {
  const codes = new Set(lines.map((line) => line.code.trim()));
  return byCodes(lines).map((line) => ({
    key: line.key,
    code: line.code.trim(),
    parentCode: parentCodeOf(line.code.trim(), codes),
    kind: line.kind,
    amountCents: amountOf(line),
    isPm: line.isPm && line.kind !== 'heading',
    labels: { nl: line.labelNl, fr: line.labelFr },
    formula: line.formula,
  }));
}

/** What cannot be read counts as nothing until it can; what is not there is missing. */
function amountOf({ kind, isPm, amount, formula }: TypedLine): Cents | null {
  if (kind === 'heading' || (isPm && !formula)) return null;
  const read = parseEuros(amount);
  if (read !== null) return read;
  return amount.trim() === '' && !formula ? null : cents(0);
}

const isUnreadable = ({ kind, isPm, amount, formula }: TypedLine) =>
  kind !== 'heading' && !isPm && !formula && amount.trim() !== '' && parseEuros(amount) === null;

/** What is wrong with the cells of a line by themselves. */
function cellFaults(line: TypedLine, year: number): Fault[] {
  const found: [GridColumn, string][] = [];
  if (line.unreadKind !== '') found.push(['kind', 'kind-unknown']);
  if (isUnreadable(line)) found.push(['amount', 'amount-invalid']);
  if (line.beneficiary.trim() !== '' && parseEnterpriseNumber(line.beneficiary) === null) {
    found.push(['more', 'number-invalid']);
  }
  if ((Object.keys(longest) as (keyof typeof longest)[]).some((field) => line[field].length > longest[field])) {
    found.push(['more', 'text-too-long']);
  }
  found.push(...dutyFaults(line, year).map((code): [GridColumn, string] => ['more', code]));
  return found.map(([column, code]) => ({ key: line.key, column, code, isLater: false }));
}

/** What is wrong with the commitments and the advice of a line: what is incomplete, and what the rules refuse. */
function dutyFaults(line: TypedLine, year: number): string[] {
  const commitments = readCommitments(line);
  const isIncomplete = commitments.some((each) => each.year === 0 || each.amountCents <= 0 || each.reference === '');
  if (isIncomplete) return ['commitment-incomplete'];
  const { advice, coMinister, kind } = line;
  const isNamed = advice.adviser.trim() !== '' || coMinister.trim() === '';
  if (!isNamed && (advice.askedOn !== '' || advice.givenOn !== '')) return ['advice-incomplete'];
  const duties = { kind, coMinister: coMinister.trim(), commitments, advice: readAdvice(line) };
  return dutyErrors([duties], year).map(({ code }) => code);
}

/** A cell that cannot be read says so, and not also that what it says is wrong. */
const isNews = (line: TypedLine, { code }: PlanLineError) =>
  !(code === 'amount-missing' && isUnreadable(line)) && !(code === 'parent-wrong' && line.code.trim() === '');

const columnOf: Record<Exclude<PlanLineColumn, 'labels.nl' | 'labels.fr'>, GridColumn> = {
  code: 'code',
  parentCode: 'code',
  kind: 'kind',
  amountCents: 'amount',
  isPm: 'amount',
  formula: 'note',
};

function faultOf(line: TypedLine, error: PlanLineError, language: Language): Fault {
  const { column } = error;
  const missing = column === 'labels.nl' ? 'nl' : column === 'labels.fr' ? 'fr' : null;
  return {
    key: line.key,
    // A label in another language than that of the screen is filled in with the details.
    column: missing === null ? columnOf[column as keyof typeof columnOf] : missing === language ? 'label' : 'more',
    code: missing === null ? error.code : `label-missing-${missing}`,
    isLater: mayWait(error),
  };
}

/** The label in the language of the screen, else one that is there. */
export function labelOf(line: TypedLine, language: Language): string {
  return line[labelFields[language]] || line.labelNl || line.labelFr || line.labelDe || line.labelEn;
}
