import {
  type AdviceText,
  type Cents,
  cents,
  formulaText,
  type LineKind,
  normaliseText,
  type PlanSector,
  parseEnterpriseNumber,
  parseEuros,
  parseFormula,
} from '@commonlot/domain';
import type { ImportColumn } from './columns.js';
import { kindOf, sectorOf } from './kinds.js';
import { readDuties } from './read-duties.js';
import type { Cell } from './table.js';

export interface ImportError {
  readonly row: number;
  readonly column: string;
  readonly code: string;
}

export interface ImportedRow {
  readonly row: number;
  readonly code: string;
  readonly kind: LineKind | null;
  readonly labelNl: string;
  readonly labelFr: string;
  readonly labelDe: string;
  readonly labelEn: string;
  readonly amountCents: Cents | null;
  /** As people wrote it, for them to correct; a formula and a number that the sheet holds are no text. */
  readonly amountText: string;
  readonly isPm: boolean;
  readonly legalGround: string;
  /** A number that is not right comes back as it was written. */
  readonly beneficiaryNumber: string | null;
  /** In the words of `formulaText`; of a faulty row as it was written. */
  readonly formula: string;
  readonly sector: PlanSector | null;
  readonly isExtraSupport: boolean;
  readonly coMinister: string;
  /** The line of an earlier version that this row is, and the year of that version; empty for a new one. */
  readonly lineId: string;
  readonly lineYear: number | null;
  /** Lines that it continues, with spaces between them. */
  readonly predecessors: string;
  /** In the words of `commitmentsText`. */
  readonly commitments: string;
  readonly advice: AdviceText;
}

/** Errors after which the row is a good one all the same: the text is kept as it is, and the person decides. */
const tolerable: ReadonlySet<string> = new Set([
  'formula',
  'kind-missing',
  'label-missing',
  'formula-unknown',
  'formula-cycle',
]);
export const dropsRow = (error: ImportError) => !tolerable.has(error.code);

const textColumns: ReadonlySet<ImportColumn> = new Set([
  'label_nl',
  'label_fr',
  'label_de',
  'label_en',
  'legal_ground',
  'co_minister',
  'advice_of',
  'advice_reference',
]);
const longest: Partial<Record<ImportColumn, number>> = {
  code: 40,
  legal_ground: 500,
  formula: 3000,
  co_minister: 200,
  predecessors: 2500,
  // Thirty, each with a reference of two hundred quotes, which are written twice.
  commitments: 13_000,
  advice_of: 200,
  advice_reference: 200,
};
const dayColumns: ReadonlySet<ImportColumn> = new Set(['advice_asked_on', 'advice_given_on']);
const yes = new Set(['pm', 'x', '1', 'true', 'ja', 'oui', 'yes', 'waar', 'vrai', 'wahr']);
const no = new Set(['', '0', 'false', 'nee', 'non', 'nein', 'no', 'onwaar', 'faux', 'falsch']);
const largestCents = 100_000_000_000_000;
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/;

/** Reads the cells of one row; every fault is reported by column, and what could be read comes back. */
export function readRow(row: number, cellAt: (column: ImportColumn) => Cell | undefined) {
  const errors: ImportError[] = [];
  const report = (column: ImportColumn, code: string) => {
    errors.push({ row, column, code });
  };
  const text = (column: ImportColumn) => textOf(column, cellAt(column), (code) => report(column, code));
  const code = codeOf(cellAt('code'), text('code'), (fault) => report('code', fault));
  const typedKind = text('kind');
  const kind = kindOf(typedKind);
  if (typedKind !== '' && kind === null) report('kind', 'kind-unknown');
  const typedAmount = text('amount');
  const amount = amountOf(cellAt('amount'), typedAmount);
  if (amount.fault !== null) report('amount', amount.fault);
  const pm = text('pm').toLowerCase();
  if (!yes.has(pm) && !no.has(pm)) report('pm', 'pm-invalid');
  const typedNumber = text('beneficiary');
  const beneficiaryNumber = parseEnterpriseNumber(typedNumber);
  if (typedNumber !== '' && beneficiaryNumber === null) report('beneficiary', 'number-invalid');
  const value: ImportedRow = {
    row,
    code,
    kind,
    labelNl: text('label_nl'),
    labelFr: text('label_fr'),
    labelDe: text('label_de'),
    labelEn: text('label_en'),
    amountCents: amount.cents,
    amountText: isTyped(cellAt('amount'), typedAmount) && !amount.isPm ? typedAmount : '',
    isPm: amount.isPm || yes.has(pm),
    legalGround: text('legal_ground'),
    beneficiaryNumber: beneficiaryNumber ?? (typedNumber.startsWith('=') ? null : typedNumber || null),
    ...overviewFacts(text, report),
    ...readDuties(text, report),
  };
  return { value, errors };
}

/** How the amount follows from others, and what the line serves. */
function overviewFacts(text: (column: ImportColumn) => string, report: (column: ImportColumn, code: string) => void) {
  const typedFormula = text('formula');
  const formula = parseFormula(typedFormula);
  const isOfSheet = typedFormula.startsWith('=');
  if (typedFormula !== '' && !isOfSheet && formula === null) report('formula', 'formula-unreadable');
  const typedSector = text('sector');
  const sector = sectorOf(typedSector);
  if (typedSector !== '' && sector === null) report('sector', 'sector-unknown');
  const extra = text('extra_support').toLowerCase();
  if (!yes.has(extra) && !no.has(extra)) report('extra_support', 'flag-invalid');
  return {
    formula: formula === null && !isOfSheet ? typedFormula : formulaText(formula),
    sector,
    isExtraSupport: yes.has(extra),
    coMinister: text('co_minister'),
  };
}

/** A text that somebody typed: 1.234 that the sheet holds as a number would read as a thousand. */
const isTyped = (cell: Cell | undefined, text: string) =>
  cell !== undefined && cell.fault === null && cell.number === null && !text.startsWith('=');

type Report = (code: string) => void;

/** The text of a cell, trimmed. A formula stays text: it is never worked out, here or later. */
function textOf(column: ImportColumn, cell: Cell | undefined, report: Report): string {
  if (cell === undefined) return '';
  if (dayColumns.has(column) && cell.day) return cell.day;
  const text = normaliseText(cell.text).trim();
  if (cell.fault !== null) report(cell.fault === 'formula' ? 'formula-cell' : cell.fault);
  else if (text.startsWith('=') && !cell.isText) report(textColumns.has(column) ? 'formula' : 'formula-cell');
  if (controls.test(cell.text)) report('text-invalid');
  if (text.length > (longest[column] ?? 400)) report('text-too-long');
  return text;
}

/** A code that the sheet holds as a number has lost its end: 2.10 is stored as 2.1. Whole numbers are safe. */
function codeOf(cell: Cell | undefined, text: string, report: Report): string {
  if (cell !== undefined && cell.number !== null && !Number.isInteger(cell.number)) report('code-not-text');
  else if (text === '') report('code-missing');
  return text;
}

interface Amount {
  readonly cents: Cents | null;
  readonly isPm: boolean;
  readonly fault: string | null;
}

function amountOf(cell: Cell | undefined, text: string): Amount {
  const faulty = (fault: string | null): Amount => ({ cents: null, isPm: false, fault });
  // A fault of the cell or a formula was reported with its text.
  if (cell === undefined || cell.fault !== null || text === '' || text.startsWith('=')) return faulty(null);
  if (/^p\.?m\.?$/i.test(text)) return { cents: null, isPm: true, fault: null };
  const amount = cell.number === null ? parseEuros(text) : centsOfNumber(cell.number);
  if (amount === null) return faulty('amount-invalid');
  if (amount < 0) return faulty('amount-negative');
  if (amount > largestCents) return faulty('amount-too-large');
  return { cents: amount, isPm: false, fault: null };
}

/** Euros that a sheet holds as a number, if they are whole cents: its text 1.234 would read as a thousand. */
function centsOfNumber(euros: number): Cents | null {
  if (Math.abs(euros) > largestCents / 100) return euros < 0 ? cents(-1) : cents(largestCents + 1);
  const printed = euros.toFixed(2);
  return Number(printed) === euros ? cents(Number(printed.replace('.', ''))) : null;
}
