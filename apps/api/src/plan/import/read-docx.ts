import { columnOf, type ImportColumn, isLabelWord } from './columns.js';
import { type Cell, type Table, tableOf, unreadable } from './table.js';
import { type WordCell, wordTables } from './word-tables.js';
import { assertNoMacros, assertUnpackedSize, entryOf } from './zip-size.js';

/** The table of five thousand lines, with room for what word processors add to every word. */
const maximumUnpackedBytes = 25_000_000;

/**
 * Reads the annex of a decree from a DOCX file: the first table with a column of codes. Its label column holds Dutch
 * and French in one cell; a cell with one paragraph says the same in both.
 */
export function readDocx(bytes: Buffer): Table {
  assertUnpackedSize(bytes, maximumUnpackedBytes, 'docx-malformed');
  assertNoMacros(bytes);
  const part = entryOf(bytes, 'word/document.xml');
  if (part === null) throw unreadable('docx-malformed');
  const tables = wordTables(part.toString('utf8'));
  const annex = tables.find(([head]) => head?.some((cell) => columnOfHead(cell) === 'code'));
  if (annex === undefined) throw unreadable('no-table');
  const [head = [], ...rows] = annex;
  const columns = head.map(columnOfHead);
  return tableOf([
    {
      row: 1,
      cells: columns.flatMap((column) => (column === 'labels' ? ['label_nl', 'label_fr'] : [column ?? ''])).map(text),
    },
    ...rows.map((cells, index) => ({
      row: index + 2,
      cells: columns.flatMap((column, place) => cellsOf(cells[place], column)),
    })),
  ]);
}

/** A header names its column in one language or in several, 'Bedrag / Montant'. */
function columnOfHead({ paragraphs }: WordCell): ImportColumn | 'labels' | null {
  const words = paragraphs.flatMap(({ text: words }) => words.split(/\n| \/ /));
  if (words.length > 1 && words.every(isLabelWord)) return 'labels';
  return words.map(columnOf).find((column) => column !== null) ?? null;
}

function cellsOf(cell: WordCell | undefined, column: ImportColumn | 'labels' | null): Cell[] {
  if (cell === undefined) return column === 'labels' ? [text(''), text('')] : [text('')];
  const fault = cell.isMerged ? ('merged' as const) : null;
  const all = cell.paragraphs.map((paragraph) => paragraph.text);
  const whole = (words: string): Cell => ({ ...text(words), fault });
  if (column === 'kind') return [whole(all[0] ?? '')];
  if (column !== 'labels') return [whole(all.join('\n'))];
  const [first = '', ...others] = all;
  return [whole(first), whole(others.length === 0 ? first : others.join('\n'))];
}

/** Nothing in a text document is ever worked out. */
const text = (words: string): Cell => ({ text: words, number: null, fault: null, isText: true });
