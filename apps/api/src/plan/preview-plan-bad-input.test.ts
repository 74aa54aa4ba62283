import ExcelJS from 'exceljs';
import { previewingPlans } from '../testing/previewing-plans.js';

const header = 'code;kind;label_nl;label_fr;amount;formula;sector;extra_support;co_minister';
const { csv, preview, refused } = previewingPlans(header);
const line = (code: string, amount: string, rest = '') => `${code};nominative;L;L;${amount};${rest}`;

test.each([
  ['Dutch', '1.250.000,50'],
  ['French', '1 250 000,50'],
  ['French with no-break spaces', '1\u00a0250\u00a0000,50'],
  ['French with narrow spaces', '1\u202f250\u202f000,50'],
  ['German', '1.250.000,50'],
  ['English', '"1,250,000.50"'],
  ['none', '1250000,5'],
])('thousands are read as %s writes them', async (_language, amount) => {
  const { rows, errors } = await preview(csv(line('1', amount)));
  expect([errors, rows[0]?.amountCents]).toEqual([[], 125_000_050]);
});

test.each([
  '1.250.00',
  '1,2.3',
  '1 25',
  '1.5e3',
  '12,345,6',
  '0x10',
  '1_000',
  '--1',
  'NaN',
  '1/2',
])('the amount %s could be anything, and is nothing', async (amount) => {
  const { rows, errors } = await preview(csv(line('1', amount), line('2', '5')));
  expect(errors).toEqual([{ row: 2, column: 'amount', code: 'amount-invalid' }]);
  expect(rows.map(({ code }) => code)).toEqual(['2']);
});

test('a heading that is a cent off its lines is told, and so is a line twice or above nothing', async () => {
  const { rows, errors } = await preview(
    csv(
      '1;heading;A;A;10,01',
      line('1.1', '4'),
      line('1.2', '6'),
      line('1.2', '1'),
      '2;heading;B;B;',
      line('0.1', '5'),
    ),
  );
  expect(errors).toEqual([
    { row: 2, column: 'amount', code: 'heading-differs' },
    { row: 5, column: 'code', code: 'code-duplicate' },
    { row: 6, column: 'kind', code: 'heading-empty' },
    { row: 7, column: 'code', code: 'code-invalid' },
  ]);
  expect(rows.map(({ row, code }) => [row, code])).toEqual([
    [3, '1.1'],
    [4, '1.2'],
  ]);
});

test('a line stands under the nearest code above it that is there: no parent is missing and none goes round', async () => {
  const { rows, errors } = await preview(csv('2;;A;A;', line('2.1.1', '5'), line('3.4.5.6', '7')));
  expect(errors).toEqual([]);
  expect(rows.map(({ code, kind }) => [code, kind])).toEqual([
    ['2', 'heading'],
    ['2.1.1', 'nominative'],
    ['3.4.5.6', 'nominative'],
  ]);
});

test('formulas, sectors and marks that cannot be read are told; formulas that go round or nowhere may be mended later', async () => {
  const { rows, faultyRows, errors } = await preview(
    csv(
      line('1', '5', 'a quarter;;;'),
      line('2', '5', '=A1*2;;;'),
      line('3', '5', ';war;;'),
      line('4', '5', ';;maybe;'),
      line('5', '5', `;;;${'x'.repeat(201)}`),
      line('6', '5', 'rest of 7;;;'),
      line('7', '5', 'rest of 6;;;'),
      line('8', '5', 'share 0.5 of 99;;;'),
      line('9', '', 'share 0.5 of total less 1;health;ja;Werk'),
    ),
  );
  expect(errors).toEqual([
    { row: 2, column: 'formula', code: 'formula-unreadable' },
    { row: 3, column: 'formula', code: 'formula-cell' },
    { row: 4, column: 'sector', code: 'sector-unknown' },
    { row: 5, column: 'extra_support', code: 'flag-invalid' },
    { row: 6, column: 'co_minister', code: 'text-too-long' },
    { row: 7, column: 'formula', code: 'formula-cycle' },
    { row: 8, column: 'formula', code: 'formula-cycle' },
    { row: 9, column: 'formula', code: 'formula-unknown' },
  ]);
  expect(faultyRows.map(({ formula }) => formula)).toEqual(['a quarter', '', '', '', '']);
  expect(rows.map(({ code }) => code)).toEqual(['6', '7', '8', '9']);
  expect(rows[3]).toMatchObject({ sector: 'health', isExtraSupport: true, coMinister: 'Werk', amountCents: null });
});

test('a text behind an apostrophe that a spreadsheet would run comes in without it; other apostrophes stay', async () => {
  const { rows, errors } = await preview(csv("1;nominative;'=1+1;'s Gravenhage;5", "2;nominative;''-x;'plain;5"));
  expect(errors).toEqual([]);
  expect(rows.map(({ labelNl, labelFr }) => [labelNl, labelFr])).toEqual([
    ['=1+1', "'s Gravenhage"],
    ["'-x", "'plain"],
  ]);
});

test('a hundred thousand rows are refused, in every format, at a cost in proportion to writing them', async () => {
  const rows = csv(...Array.from({ length: 100_000 }, (_, index) => line(String(index + 1), '1')));
  expect(await refused(rows)).toMatchObject({ details: { reason: 'too-many-rows' } });
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('plan');
  sheet.addRow(header.split(';'));
  for (let index = 1; index <= 100_000; index += 1) sheet.addRow([index]);
  const began = process.cpuUsage();
  const bytes = Buffer.from(await book.xlsx.writeBuffer());
  const writing = process.cpuUsage(began);
  const started = process.cpuUsage();
  expect((await refused(bytes, 'plan.xlsx')).code).toBe('plan.import-invalid');
  const refusing = process.cpuUsage(started);
  expect(refusing.user + refusing.system).toBeLessThan(20 * (writing.user + writing.system));
}, 30_000);

test('a workbook with macros is refused, and so is one that hides them behind another name', async () => {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('plan').addRow(header.split(';'));
  const plain = Buffer.from(await book.xlsx.writeBuffer());
  expect(await refused(plain, 'plan.xlsm')).toMatchObject({ details: { reason: 'macros' } });
  expect(await refused(plain, 'plan.docm')).toMatchObject({ details: { reason: 'macros' } });
  // The name of a part that does no harm, as long as that of the macros, changed to it.
  const hidden = Buffer.from(
    plain.toString('latin1').replaceAll('xl/theme/theme1.xml', 'xl/q/vbaProject.bin'),
    'latin1',
  );
  expect(await refused(hidden, 'plan.xlsx')).toMatchObject({ details: { reason: 'macros' } });
});
