import { unreadable } from './table.js';

/** A cell of a table in a text document. */
export interface WordCell {
  readonly paragraphs: readonly { readonly text: string }[];
  readonly isMerged: boolean;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function plain(text: string): string {
  return text.replaceAll(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g, (whole, hex, decimal, name) => {
    if (name !== undefined) return entities[name] ?? whole;
    const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd';
  });
}

interface Open {
  readonly rows: WordCell[][];
  cell: { paragraphs: { text: string }[]; isMerged: boolean } | null;
}

// No tag runs on over the next `<`: a file of nothing but `<` is read once, and not once for each.
const tokens = /<(\/?)([\w:]+)((?:"[^"<]*"|'[^'<]*'|[^"'<>])*?)(\/?)>|([^<]+)/g;

/**
 * The tables of a WordprocessingML document as rows of cells: what a reader sees, so words that a tracked change deleted
 * are left out. A table within a cell is a table of its own. Never resolves an entity that the file declares.
 */
export function wordTables(xml: string): WordCell[][][] {
  if (xml.includes('<!DOCTYPE') || !xml.includes('<w:document')) throw unreadable('docx-malformed');
  const tables: WordCell[][][] = [];
  const open: Open[] = [];
  let isText = false;
  for (const [, slash, name = '', attributes = '', alone, words] of xml.matchAll(tokens)) {
    const at = open.at(-1);
    if (words !== undefined) {
      if (isText) addText(at, plain(words));
      continue;
    }
    const isEnd = slash === '/';
    if (name === 'w:t') isText = !isEnd && alone !== '/';
    else if (name === 'w:tbl') beginOrEnd(open, tables, isEnd);
    else if (at !== undefined) visit(at, name, attributes, isEnd);
  }
  return tables;
}

function beginOrEnd(open: Open[], tables: WordCell[][][], isEnd: boolean): void {
  if (isEnd) {
    open.pop();
    return;
  }
  const table: Open = { rows: [], cell: null };
  open.push(table);
  tables.push(table.rows);
}

function visit(table: Open, name: string, attributes: string, isEnd: boolean): void {
  if (name === 'w:tr' && !isEnd) table.rows.push([]);
  else if (name === 'w:tc' && !isEnd) {
    table.cell = { paragraphs: [], isMerged: false };
    table.rows.at(-1)?.push(table.cell);
  } else if (name === 'w:tc') table.cell = null;
  else if (name === 'w:p' && !isEnd) table.cell?.paragraphs.push({ text: '' });
  else if (name === 'w:br' && !isEnd) addText(table, '\n');
  // With attributes it is the place of a tab, and not a tab.
  else if (name === 'w:tab' && attributes.trim() === '') addText(table, '\t');
  else if (isSpan(name, attributes) && table.cell !== null) table.cell.isMerged = true;
}

/** Cells that were made one, across or down. */
const isSpan = (name: string, attributes: string) =>
  name === 'w:vMerge' || (name === 'w:gridSpan' && !/w:val="1"/.test(attributes));

function addText(table: Open | undefined, words: string): void {
  const paragraph = table?.cell?.paragraphs.at(-1);
  if (paragraph !== undefined) paragraph.text += words;
}
