import { zip } from '../../platform/documents/index.js';
import { readDocx } from './read-docx.js';
import { readPlan } from './read-plan.js';

const cell = (...paragraphs: string[]) =>
  `<w:tc><w:tcPr/>${paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('')}</w:tc>`;
const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
const head = row(cell('RUBR.'), cell('Omschrijving / Libellé'), cell('Bedrag / Montant'), cell('Soort / Genre'));
const table = (...rows: string[]) => `<w:tbl>${[head, ...rows].join('')}</w:tbl>`;
const part = (body: string) => `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`;
const docx = (xml: string, more: Parameters<typeof zip>[0] = []) =>
  zip([{ name: 'word/document.xml', content: Buffer.from(xml) }, ...more]);
const read = (body: string) => readPlan(readDocx(docx(part(body))));
const line = (code: string, amount: string, label: string[] = ['Koor', 'Chœur']) =>
  row(cell(code), cell(...label), cell(amount), cell('nominatief', 'nominatif'));

test('a table that a word processor wrote is read: runs in pieces, line breaks, tab stops, signs of XML', () => {
  const label =
    '<w:tc><w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="1"/></w:tabs></w:pPr><w:r><w:t xml:space="preserve">Zang </w:t></w:r>' +
    '<w:r><w:rPr><w:b/></w:rPr><w:t>&amp; da&#110;s</w:t><w:br/><w:t>&lt;hier&gt;</w:t></w:r></w:p><w:p><w:r><w:t>Chant</w:t></w:r></w:p></w:tc>';
  const { rows, errors } = read(table(row(cell('1'), label, cell('1.250,50'), cell('nominatief'))));
  expect(errors).toEqual([]);
  expect(rows).toMatchObject([{ code: '1', labelNl: 'Zang & dans\n<hier>', labelFr: 'Chant', amountCents: 125_050 }]);
});

test('what a tracked change deleted is not read, what it added is; a single paragraph is the label of both languages', () => {
  const label =
    '<w:tc><w:p><w:del><w:r><w:delText>Oud</w:delText></w:r></w:del><w:ins><w:r><w:t>Nieuw</w:t></w:r></w:ins></w:p></w:tc>';
  const { rows } = read(table(row(cell('1'), label, cell('PM'), cell('nominatief'))));
  expect(rows).toMatchObject([{ labelNl: 'Nieuw', labelFr: 'Nieuw', isPm: true, amountCents: null }]);
});

test('the annex is found among other tables', () => {
  const other = `<w:tbl>${row(cell('Dienstjaar'), cell('2008'))}</w:tbl>`;
  expect(read(other + table(line('1', '5'))).rows).toMatchObject([{ code: '1', amountCents: 500 }]);
});

test('merged cells and bad amounts are told by row and column, and the good rows stay', () => {
  const merged = `<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>Koor</w:t></w:r></w:p></w:tc>`;
  const { rows, errors } = read(
    table(line('1', '1,2,3'), line('2', '-5'), row(cell('3'), merged, cell('5')), line('4', '7')),
  );
  expect(errors).toEqual([
    { row: 2, column: 'amount', code: 'amount-invalid' },
    { row: 3, column: 'amount', code: 'amount-negative' },
    { row: 4, column: 'label_nl', code: 'merged' },
    { row: 4, column: 'label_fr', code: 'merged' },
  ]);
  expect(rows.map(({ code }) => code)).toEqual(['4']);
});

test.each<[string, Buffer, string]>([
  ['no table', docx(part('<w:p/>')), 'no-table'],
  ['a table of something else', docx(part(`<w:tbl>${row(cell('Naam'))}</w:tbl>`)), 'no-table'],
  ['declared entities', docx(`<!DOCTYPE x [<!ENTITY a "b">]>${part('')}`), 'docx-malformed'],
  ['no document', zip([{ name: 'readme.txt', content: Buffer.from('x') }]), 'docx-malformed'],
  ['half of its bytes', docx(part(table())).subarray(0, 200), 'docx-malformed'],
  ['macros', docx(part(table()), [{ name: 'word/vbaProject.bin', content: Buffer.from('x') }]), 'macros'],
  ['gigabytes inside', docx('<'.repeat(100_000_000)), 'too-large-unpacked'],
])('a document with %s is refused', (_case, bytes, reason) => {
  expect(() => readDocx(bytes)).toThrow(expect.objectContaining({ details: expect.objectContaining({ reason }) }));
});

test('a document of nothing but beginnings of tags is read once, and not once for each of them', () => {
  // Looking through the rest of it for each of two million would take hours, and so longer than any test may.
  expect(() => readDocx(docx(part('<w:t a="'.repeat(2_000_000))))).toThrow();
});
