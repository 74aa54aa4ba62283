import type { plan, RequestOf, ResponseOf } from '@commonlot/contracts';
import {
  type Cents,
  cents,
  draftLineErrors,
  type Language,
  type LineKind,
  leafSum,
  type PlanLineColumn,
  type PlanLineError,
  type PlanSector,
  parentCodeOf,
  parseEnterpriseNumber,
  parseEuros,
  parseFormula,
  planLineErrors,
  subtotals,
} from '@commonlot/domain';
import { euroText } from '@commonlot/ui';
import { type ImportColumn, importColumns } from './import-columns';
import { dutiesOf, dutyFaults, type TypedDuties, typedDuties } from './import-duties';

export type Preview = ResponseOf<typeof plan.previewPlanImport>;
type ImportedRow = Preview['rows'][number];

/** A row of the file as it is corrected: every cell a text, as it is typed. */
export interface TypedRow extends TypedDuties {
  /** Its number in the file, by which people find it. */
  readonly row: number;
  readonly code: string;
  readonly kind: LineKind | '';
  readonly label_nl: string;
  readonly label_fr: string;
  readonly label_de: string;
  readonly label_en: string;
  readonly amount: string;
  readonly pm: boolean;
  readonly legal_ground: string;
  readonly beneficiary: string;
  /** As text: `share 0.2744 of total`, `rest of 1.1 less 1.1.1`, `balance`. */
  readonly formula: string;
  readonly sector: PlanSector | '';
  readonly extra_support: boolean;
  readonly co_minister: string;
  /** Faults of cells that only the reader of the file could see; each goes when its cell is changed. */
  readonly fileFaults: readonly { readonly column: ImportColumn; readonly code: string }[];
}

export interface Fault {
  readonly row: number;
  readonly column: ImportColumn;
  readonly code: string;
  /** A draft may be saved with it; a plan may not be submitted. */
  readonly isLater: boolean;
}

/** What the server found in the file and a change of the text can mend; the rest is judged anew after every change. */
const ofFile: ReadonlySet<string> = new Set([
  'formula-cell',
  'formula',
  'merged',
  'date',
  'cell-error',
  'code-not-text',
  'kind-unknown',
  'pm-invalid',
  'flag-invalid',
  'sector-unknown',
  'text-invalid',
  'amount-too-large',
  'line-unknown',
]);

const asColumn = (column: string): ImportColumn => importColumns.find((each) => each === column) ?? 'code';

/** The rows of the file, good and faulty, with what could be read of each. */
export function typedRows({ rows, faultyRows, errors }: Preview, language: Language): TypedRow[] {
  const faultsOf = (row: number) =>
    errors
      .filter((error) => error.row === row && ofFile.has(error.code))
      .map(({ column, code }) => ({ column: asColumn(column), code }));
  const faulty = faultyRows.map((row) => {
    const typed = typedRow(row, language);
    return { ...typed, amount: row.amountText === '' ? typed.amount : row.amountText };
  });
  return [...rows.map((row) => typedRow(row, language)), ...faulty]
    .map((row) => ({ ...row, fileFaults: faultsOf(row.row) }))
    .toSorted((a, b) => a.row - b.row);
}

function typedRow(row: ImportedRow, language: Language) {
  return {
    row: row.row,
    code: row.code,
    kind: row.kind ?? ('' as const),
    label_nl: row.labelNl,
    label_fr: row.labelFr,
    label_de: row.labelDe,
    label_en: row.labelEn,
    amount: row.amountCents === null ? '' : euroText(row.amountCents, language),
    pm: row.isPm,
    legal_ground: row.legalGround,
    beneficiary: row.beneficiaryNumber ?? '',
    formula: row.formula,
    sector: row.sector ?? ('' as const),
    extra_support: row.isExtraSupport,
    co_minister: row.coMinister,
    ...typedDuties(row),
  };
}

/** The row with one cell changed; what the file was wrong about in that cell no longer counts. */
export function withCell<Column extends ImportColumn>(
  row: TypedRow,
  column: Column,
  value: TypedRow[Column],
): TypedRow {
  return { ...row, [column]: value, fileFaults: row.fileFaults.filter((fault) => fault.column !== column) };
}

const columnOfFact: Record<PlanLineColumn, ImportColumn> = {
  code: 'code',
  parentCode: 'code',
  kind: 'kind',
  amountCents: 'amount',
  isPm: 'pm',
  'labels.nl': 'label_nl',
  'labels.fr': 'label_fr',
  formula: 'formula',
};

const amountOf = (row: TypedRow): Cents | null => (row.kind === 'heading' || row.pm ? null : writtenAmount(row));
const writtenAmount = ({ amount }: TypedRow): Cents | null =>
  amount.trim() === '' ? null : (parseEuros(amount) ?? cents(0));

function factsOf(rows: readonly TypedRow[], amountIn = amountOf) {
  const codes = new Set(rows.map((row) => row.code.trim()));
  return rows.map((row) => ({
    code: row.code.trim(),
    parentCode: parentCodeOf(row.code.trim(), codes),
    kind: row.kind === '' ? ('nominative' as const) : row.kind,
    amountCents: amountIn(row),
    isPm: row.pm,
    labels: { nl: row.label_nl, fr: row.label_fr },
    formula: parseFormula(row.formula),
  }));
}

/** The sum of the lines that carry money, and what each line holds. */
export function sumsOf(rows: readonly TypedRow[]) {
  const facts = factsOf(rows);
  return { sumCents: leafSum(facts), byCode: subtotals(facts) };
}

const textColumns = [
  'code',
  'label_nl',
  'label_fr',
  'label_de',
  'label_en',
  'legal_ground',
  'co_minister',
  'advice_of',
  'advice_reference',
] as const;
const longest: Partial<Record<ImportColumn, number>> = {
  code: 40,
  legal_ground: 500,
  co_minister: 200,
  advice_of: 200,
  advice_reference: 200,
};

/** Everything that is wrong with the rows now, by row and column, in the order of the rows. */
export function faultsOf(rows: readonly TypedRow[], totalCents: Cents, year: number): Fault[] {
  // The sum that a file prints at a heading is not saved; only that its lines do not add up to it is worth knowing.
  const facts = factsOf(rows, (row) => (row.kind === 'heading' ? writtenAmount(row) : amountOf(row)));
  const early = new Set(
    draftLineErrors(facts, totalCents).map((error) => `${error.row}:${error.column}:${error.code}`),
  );
  const isOfPrintedSum = (error: PlanLineError) =>
    rows[error.row]?.kind === 'heading' && error.column === 'amountCents' && error.code !== 'heading-differs';
  // Its formula gives it an amount when the lines are saved.
  const isComputed = ({ row, code }: PlanLineError) => code === 'amount-missing' && Boolean(facts[row]?.formula);
  const ofTree = planLineErrors(facts, totalCents)
    .filter((error) => !isOfPrintedSum(error) && !isComputed(error))
    .map((error) => ({
      row: rows[error.row]?.row ?? 0,
      column: columnOfFact[error.column],
      code: error.code,
      isLater: error.code === 'heading-differs' || !early.has(`${error.row}:${error.column}:${error.code}`),
    }));
  // A cell that could not be read says why, and not also that it is empty.
  const unread = new Set(rows.flatMap((row) => row.fileFaults.map(({ column }) => cellKey(row.row, column))));
  const own = [...rows.flatMap(cellFaults), ...dutyFaults(rows, year)];
  const found = [...own, ...ofTree.filter(({ row, column }) => !unread.has(cellKey(row, column)))];
  const once = new Map(found.map((fault) => [`${fault.row}:${fault.column}:${fault.code}`, fault]));
  return [...once.values()].toSorted((a, b) => a.row - b.row);
}

const cellKey = (row: number, column: ImportColumn) => `${row}:${column}`;

function cellFaults(row: TypedRow): Fault[] {
  const faults: Fault[] = row.fileFaults.map((fault) => ({
    ...fault,
    row: row.row,
    isLater: fault.code === 'formula',
  }));
  const report = (column: ImportColumn, code: string) => faults.push({ row: row.row, column, code, isLater: false });
  if (row.kind === '' && !faults.some(({ column }) => column === 'kind')) report('kind', 'kind-missing');
  if (row.kind !== 'heading' && row.amount.trim() !== '' && parseEuros(row.amount) === null) {
    report('amount', 'amount-invalid');
  }
  if (row.pm && row.amount.trim() !== '' && row.kind !== 'heading') report('pm', 'amount-with-pm');
  if (row.beneficiary.trim() !== '' && parseEnterpriseNumber(row.beneficiary) === null) {
    report('beneficiary', 'number-invalid');
  }
  if (row.formula.trim() !== '' && parseFormula(row.formula) === null) report('formula', 'formula-unreadable');
  for (const column of textColumns) {
    if (row[column].length > (longest[column] ?? 400)) report(column, 'text-too-long');
  }
  return faults;
}

/** The rows as lines of the contract. Call it only when no fault is left that a draft may not have. */
export function linesOf(
  rows: readonly TypedRow[],
  year: number,
): RequestOf<typeof plan.savePlanLines>['body']['lines'] {
  return rows.map((row) => ({
    ...dutiesOf(row, year),
    code: row.code.trim(),
    kind: row.kind === '' ? 'nominative' : row.kind,
    label: { nl: row.label_nl, fr: row.label_fr, de: row.label_de, en: row.label_en },
    amountCents: amountOf(row),
    isPm: row.pm,
    legalGround: row.legal_ground,
    beneficiaryNumber: parseEnterpriseNumber(row.beneficiary),
    formula: parseFormula(row.formula),
    sector: row.sector === '' ? null : row.sector,
    isExtraSupport: row.extra_support,
    coMinister: row.co_minister,
  }));
}
