import {
  duplicateLine,
  insertLine,
  type Language,
  type LineKind,
  type LineMove,
  type LinePlace,
  lineKinds,
  moveLine,
  placeLine,
  recodeLine,
  removeLines,
  renumberLines,
} from '@commonlot/domain';
import type { GridColumn } from './read-draft';
import { amountPart, blankLine, type Draft, labelFields, noAdvice, type TypedLine } from './typed-line';

const withLines = (draft: Draft, lines: readonly TypedLine[]): Draft =>
  lines === draft.lines ? draft : { ...draft, lines };

/** Fields of one line; another code takes along the lines under it. */
export function editLine(draft: Draft, key: string, part: Partial<TypedLine>): Draft {
  const { code, ...rest } = part;
  const coded = code === undefined ? draft.lines : recodeLine(draft.lines, key, code);
  const at = coded.findIndex((line) => line.key === key);
  const before = coded[at];
  if (before === undefined) return draft;
  const isSame = (Object.keys(rest) as (keyof typeof rest)[]).every((field) => rest[field] === before[field]);
  return withLines(draft, isSame ? coded : coded.with(at, { ...before, ...rest }));
}

/** A new line after a line, or under it: a line without an amount that gets others under it becomes their heading. */
export function addLine(draft: Draft, key: string | null, where: 'after' | 'under', newKey: string): Draft {
  const above = draft.lines.find((line) => line.key === key);
  const lines = insertLine(draft.lines, blankLine(newKey), where, key);
  if (where === 'after' || above === undefined || above.amount !== '' || lines === draft.lines) {
    return withLines(draft, lines);
  }
  return editLine({ ...draft, lines }, above.key, { kind: 'heading' });
}

export const dropLines = (draft: Draft, keys: readonly string[]): Draft =>
  withLines(draft, removeLines(draft.lines, keys));

export const shiftLine = (draft: Draft, key: string, move: LineMove): Draft =>
  withLines(draft, moveLine(draft.lines, key, move));

export const putLine = (draft: Draft, key: string, place: LinePlace): Draft =>
  withLines(draft, placeLine(draft.lines, key, place));

export const countAnew = (draft: Draft): Draft => withLines(draft, renumberLines(draft.lines));

/** A copy right after the line. The copy is a line of its own: it continues no other and promises nothing. `mark` makes its keys. */
export const copyLine = (draft: Draft, key: string, mark: string): Draft =>
  withLines(
    draft,
    duplicateLine(draft.lines, key, (line) => ({
      ...line,
      key: line.key === key ? mark : `${mark}-${line.key}`,
      lineId: null,
      predecessorIds: [],
      commitments: [],
      advice: noAdvice,
    })),
  );

/** What a text in a cell changes; a kind is found by its id or by its word on the screen. */
export function cellPart(
  column: GridColumn,
  text: string,
  language: Language,
  kindWords: ReadonlyMap<string, LineKind>,
): Partial<TypedLine> {
  if (column === 'code') return { code: text.trim() };
  if (column === 'label') return { [labelFields[language]]: text.trim() };
  if (column === 'amount') return amountPart(text, language);
  if (column !== 'kind') return {};
  const word = text.trim().toLowerCase();
  const kind = lineKinds.find((each) => each === word) ?? kindWords.get(word);
  return kind === undefined ? { unreadKind: text.trim() } : { kind, unreadKind: '' };
}

const pasted = ['code', 'label', 'kind', 'amount'] as const;

/** The cells of a spreadsheet, as it puts them on the clipboard; quotes hold a cell with breaks in it. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  const pattern = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/gy;
  for (const [whole, quoted, plain, end] of text.matchAll(pattern)) {
    if (whole === '' && rows.at(-1)?.length === 0) break;
    const cell = quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"').replaceAll(/\s+/g, ' ');
    rows.at(-1)?.push(cell);
    if (end === '') break;
    if (end !== '\t') rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

interface Paste {
  readonly key: string | null;
  readonly column: GridColumn;
  readonly cells: readonly (readonly string[])[];
  readonly language: Language;
  readonly kindWords: ReadonlyMap<string, LineKind>;
  /** Keys for lines that are new; as many as there are rows. */
  readonly newKeys: readonly string[];
}

/** Cells from a cell on, to the right and down; what goes beyond the last line becomes new lines. */
export function pasteCells(draft: Draft, { key, column, cells, language, kindWords, newKeys }: Paste): Draft {
  const from = pasted.indexOf(column as (typeof pasted)[number]);
  if (from < 0 || cells.length === 0) return draft;
  const lines = [...draft.lines];
  const start = key === null ? lines.length : lines.findIndex((line) => line.key === key);
  for (const [offset, row] of cells.entries()) {
    const at = start + offset;
    const before = lines[at] ?? blankLine(newKeys[offset] ?? '', nextCode(lines.at(-1)?.code ?? '0'));
    const part = row.map((text, index) => {
      const target = pasted[from + index];
      return target === undefined ? {} : cellPart(target, text, language, kindWords);
    });
    lines[at] = Object.assign({ ...before }, ...part) as TypedLine;
  }
  return { ...draft, lines };
}

/** The next code at the same depth; none after a code that has no number at its end. */
function nextCode(code: string): string {
  const parts = code.split('.');
  const last = Number(parts.at(-1));
  return Number.isInteger(last) ? [...parts.slice(0, -1), last + 1].join('.') : '';
}

/** Lines as a spreadsheet reads them. A text that it would take for a formula gets a sign before it that it hides. */
export function tsvOf(lines: readonly TypedLine[], language: Language, kindWord: (kind: LineKind) => string): string {
  const cell = (text: string) => (/^[=+@-]/.test(text) ? `'${text}` : text).replaceAll(/[\t\r\n]+/g, ' ');
  const row = (line: TypedLine) => [
    line.code,
    line[labelFields[language]],
    line.unreadKind || kindWord(line.kind),
    line.isPm ? 'PM' : line.amount,
  ];
  return lines.map((line) => row(line).map(cell).join('\t')).join('\r\n');
}
