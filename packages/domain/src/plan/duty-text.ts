import { parseEuros } from '../money.js';
import { isLocalDate, type LocalDate } from '../time.js';
import { type LineAdvice, type LineCommitment, mostCommitments } from './later-commitments.js';

const firstYear = 1990;
const lastYear = 2130;
const longestReference = 200;

/**
 * Commitments as one line of text, the same in every language, so that a cell of a spreadsheet can carry them:
 * `2027: 1250,50 "KB 3 mei"; 2028: 900,00 "KB 3 mei"`. The reference stands between quotes, a quote within it twice.
 */
export function commitmentsText(commitments: readonly LineCommitment[]): string {
  return commitments
    .map(({ year, amountCents, reference }) => {
      const digits = String(amountCents).padStart(3, '0');
      return `${year}: ${digits.slice(0, -2)},${digits.slice(-2)} "${reference.replaceAll('"', '""')}"`;
    })
    .join('; ');
}

const entry = /\s*(\d{4})\s*:\s*([^";]*?)\s*"((?:[^"]|"")*)"\s*(?:;|$)/y;

/** Reads the text of `commitmentsText`, amounts as people write them; null when any part of it cannot be read. */
export function parseCommitments(text: string): LineCommitment[] | null {
  const found: LineCommitment[] = [];
  const whole = text.trim();
  for (let at = 0; at < whole.length; at = entry.lastIndex) {
    entry.lastIndex = at;
    const match = entry.exec(whole);
    if (match === null) return null;
    const year = Number(match[1]);
    const amountCents = parseEuros(match[2] ?? '');
    const reference = (match[3] ?? '').replaceAll('""', '"').trim();
    const isRight = year >= firstYear && year <= lastYear && amountCents !== null && amountCents > 0;
    if (!isRight || reference === '' || reference.length > longestReference) return null;
    found.push({ year, amountCents, reference });
  }
  return found.length > mostCommitments ? null : found;
}

/** A day as a table holds it, `2026-05-31`, or as people in Belgium write it, `31/05/2026`; null if it is none. */
export function parseDay(text: string): LocalDate | null {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim()) ?? [];
  const iso = day === '' ? text.trim() : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return /^(?:19|20|21)\d\d-/.test(iso) && isLocalDate(iso) ? iso : null;
}

/** The four cells of an advice. */
export interface AdviceText {
  readonly adviser: string;
  readonly askedOn: string;
  readonly givenOn: string;
  readonly reference: string;
}

export function adviceText(advice: LineAdvice | null): AdviceText {
  if (advice === null) return { adviser: '', askedOn: '', givenOn: '', reference: '' };
  return { ...advice, askedOn: advice.askedOn ?? '', givenOn: advice.givenOn ?? '' };
}

/** The advice that four cells tell, null when all are empty. A day that cannot be read is left out: look at it before. */
export function adviceOfText(cells: AdviceText): LineAdvice | null {
  const adviser = cells.adviser.trim();
  const reference = cells.reference.trim();
  const isEmpty = `${adviser}${cells.askedOn.trim()}${cells.givenOn.trim()}${reference}` === '';
  return isEmpty ? null : { adviser, askedOn: parseDay(cells.askedOn), givenOn: parseDay(cells.givenOn), reference };
}

/** Which cells of an advice cannot be read, and why. */
export function adviceTextErrors(cells: AdviceText) {
  const errors: { readonly cell: keyof AdviceText; readonly code: 'advice-incomplete' | 'day-unreadable' }[] = [];
  if (adviceOfText(cells)?.adviser === '') errors.push({ cell: 'adviser', code: 'advice-incomplete' });
  for (const cell of ['askedOn', 'givenOn'] as const) {
    if (cells[cell].trim() !== '' && parseDay(cells[cell]) === null) errors.push({ cell, code: 'day-unreadable' });
  }
  return errors;
}

const lineIdShape = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
/** As many lines as one line may continue. */
const mostLines = 50;

/** The marks of lines in a cell, with spaces between them; null when one of them is no mark of a line. */
export function parseLineIds(text: string): string[] | null {
  const ids = text
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter((each) => each !== '');
  return ids.length <= mostLines && ids.every((each) => lineIdShape.test(each)) ? ids : null;
}
