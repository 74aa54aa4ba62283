import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inflateSync } from 'node:zlib';
import type { Block, DocumentModel } from './document.js';
import { renderDocument } from './index.js';
import { breakLines } from './lines.js';
import { printable, type Run, runsOf } from './typefaces.js';
import { unpackWoff } from './unpack-woff.js';

const model = (blocks: readonly Block[], change: Partial<DocumentModel> = {}): DocumentModel => ({
  language: 'fr',
  title: 'Décision 2026-B001-001',
  author: 'Commonlot',
  createdAt: new Date('2026-06-01T10:00:00Z'),
  letterhead: { name: 'Commonlot', line: 'Subsides' },
  addressee: ['Asbl La Grive', 'Rue Haute 1', '1000 Bruxelles'],
  reference: [{ label: 'Référence', value: '2026-B001-001' }],
  mark: null,
  footer: 'Commonlot',
  pageLabel: (page, pages) => `${page} / ${pages}`,
  blocks,
  ...change,
});

/** The file with its content streams unpacked: what a reader of the file sees. */
async function rendered(document: DocumentModel): Promise<string> {
  const pdf = await renderDocument(document);
  const parts = [pdf.toString('latin1')];
  for (const match of parts[0]?.matchAll(/\/FlateDecode\s*>>\s*stream\n/g) ?? []) {
    const start = match.index + match[0].length;
    try {
      parts.push(inflateSync(pdf.subarray(start), { finishFlush: 2 }).toString('latin1'));
    } catch {
      // A stream that is no deflated text (a font) is not read here.
    }
  }
  return parts.join('\n');
}

const paragraph: Block = { kind: 'paragraph', text: 'Le projet touche plusieurs publics.' };
const everything: Block[] = [
  { kind: 'title', text: 'Titre' },
  { kind: 'heading', text: 'Raisons' },
  { kind: 'subheading', text: 'Critère' },
  paragraph,
  { kind: 'facts', facts: [{ label: 'Montant', value: '€ 1' }] },
  { kind: 'list', items: ['un', 'deux'] },
  {
    kind: 'table',
    columns: [
      { title: 'Tranche', align: 'left', share: 0.5 },
      { title: 'Montant', align: 'right', share: 0.5 },
    ],
    rows: [['1', '€ 1']],
  },
  { kind: 'signature', lines: ['Mira Minister'] },
];

test('a document carries its structure, language and title, and says that it follows PDF/UA', async () => {
  const pdf = await rendered(model(everything));
  expect(pdf).toContain('/StructTreeRoot');
  expect(pdf).toContain('/Lang (fr)');
  expect(pdf).toMatch(/\/Marked true/);
  expect(pdf).toMatch(/\/DisplayDocTitle true/);
  expect(pdf).toContain('pdfuaid:part');
  for (const tag of ['H1', 'H2', 'H3', 'P', 'L', 'LI', 'Lbl', 'LBody', 'Table', 'TR', 'TH', 'TD'])
    expect(pdf).toContain(`/S /${tag}\n`);
  expect(pdf).toMatch(/\/Scope \/Column/);
});

test('every mark on the page is content of a tag or an artifact', async () => {
  const pdf = await rendered(model(everything, { mark: 'Démonstration' }));
  const page = pdf.split('\n').filter((line) => /BDC$|BMC$|^EMC$|TJ$|^f$|^S$/.test(line));
  let depth = 0;
  for (const line of page) {
    if (/B[DM]C$/.test(line)) depth += 1;
    else if (line === 'EMC') depth -= 1;
    else expect(depth).toBe(1);
  }
  expect(depth).toBe(0);
  expect(page.length).toBeGreaterThan(20);
});

test('a long document goes on over pages, each with its number', async () => {
  const pdf = await rendered(model(Array.from({ length: 120 }, () => paragraph)));
  expect(pdf.match(/\/Type \/Page\n/g)?.length).toBeGreaterThan(3);
  expect(pdf.match(/\/Pagination/g)?.length).toBeGreaterThan(3);
});

test.each([
  ['a paragraph longer than a page', { kind: 'paragraph', text: 'Le projet touche plusieurs publics. '.repeat(300) }],
  ['a word without a space', { kind: 'paragraph', text: 'x'.repeat(5000) }],
  ['markup and quotes', { kind: 'title', text: '</script><b> ) Tj ET \\( (( "\' %EOF endobj' }],
  ['other scripts and signs', { kind: 'title', text: 'Łódź Ελλάδα Привет 日本 مرحبا 🎉\u202eecaps\u0000\u200b' }],
  ['nothing', { kind: 'paragraph', text: '' }],
  ['a table without rows', { kind: 'table', columns: [{ title: 'a', align: 'left', share: 1 }], rows: [] }],
  ['facts longer than a page', { kind: 'facts', facts: [{ label: 'x'.repeat(200), value: 'y '.repeat(4000) }] }],
] as const satisfies readonly (readonly [string, Block])[])('%s does not break it', async (_case, block) => {
  const pdf = await renderDocument(model([block], { addressee: [JSON.stringify(block).slice(0, 80)] }));
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.subarray(-6).toString()).toBe('%%EOF\n');
});

test('a letter takes less than 150 ms', async () => {
  const letter = model([...everything, ...Array.from({ length: 30 }, () => paragraph)]);
  await renderDocument(letter);
  const times: number[] = [];
  for (let index = 0; index < 5; index += 1) {
    const start = performance.now();
    await renderDocument(letter);
    times.push(performance.now() - start);
  }
  // The best of five: the promise is about the work, not about what else the machine does.
  expect(Math.min(...times)).toBeLessThan(150);
});

describe('a text', () => {
  test('loses what is invisible or turns its direction, and keeps its lines', () => {
    expect(printable('a\u202eb\u200bc\u0007d\r\ne\u202f1')).toBe('abcd\ne\u00a01');
    expect(printable('e\u0301')).toBe('é');
    expect(printable('« oui » : 80 % ?')).toBe('«\u00a0oui\u00a0»\u00a0: 80\u00a0%\u00a0?');
  });

  test('is cut into runs by script, with a question mark for what no font has', () => {
    expect(runsOf('De Łódź 日', 'regular')).toEqual([
      { font: 'regular-latin', text: 'De ' },
      { font: 'regular-latin-ext', text: 'Ł' },
      { font: 'regular-latin', text: 'ód' },
      { font: 'regular-latin-ext', text: 'ź ' },
      { font: 'regular-latin', text: '?' },
    ]);
  });

  test('is broken at spaces, and within a word only when it does not fit', () => {
    const measure = ({ text }: Run) => text.length;
    const lines = (text: string) =>
      breakLines(text, 'regular', 10, measure).map(({ runs }) => runs.map(({ text: part }) => part).join(''));
    expect(lines('een twee drie')).toEqual(['een twee', 'drie']);
    expect(lines('a\nb')).toEqual(['a', 'b']);
    expect(lines('x'.repeat(23))).toEqual(['x'.repeat(10), 'x'.repeat(10), 'xxx']);
    expect(lines('€\u00a01.000 en meer')).toEqual(['€\u00a01.000 en', 'meer']);
  });
});

test('a font file is unpacked to the tables that its directory names', () => {
  const path = fileURLToPath(
    import.meta.resolve('@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff'),
  );
  const woff = readFileSync(path);
  const font = unpackWoff(woff);
  expect(font.length).toBe(woff.readUInt32BE(16));
  expect(font.readUInt16BE(4)).toBe(woff.readUInt16BE(12));
  expect(() => unpackWoff(font)).toThrow('Not a WOFF file.');
});
