import { deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { previewingPlans } from '../testing/previewing-plans.js';

const header = 'code;kind;label_nl;label_fr;label_de;label_en;amount;pm;legal_ground;beneficiary';
const { csv, preview, refused } = previewingPlans(header);

type Sheet = ExcelJS.Worksheet;
async function workbook(fill: (sheet: Sheet) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Plan');
  sheet.addRow(header.split(';'));
  fill(sheet);
  return Buffer.from(await book.xlsx.writeBuffer());
}
const row = (code: ExcelJS.CellValue, amount: ExcelJS.CellValue, kind = 'nominative') => [
  code,
  kind,
  'Lijn',
  'Ligne',
  '',
  '',
  amount,
];

/** Milliseconds of the processor: other work on the machine does not count. */
function msSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

test('a workbook is read by its values: numbers, rich text and links', async () => {
  const bytes = await workbook((sheet) => {
    sheet.addRow(['1', 'nominative', { richText: [{ text: 'Rode ' }, { text: 'Kruis' }] }, 'Croix', '', '', 1234.56]);
    sheet.addRow([2, 'nominative', { text: 'Link', hyperlink: 'https://example.org' }, 'Lien', '', '', '1.250,50']);
    sheet.addRow(row('3', 0.1));
    sheet.addRow([]);
    sheet.addRow(row('4', 'PM'));
  });
  const { rows, errors, sumCents } = await preview(bytes, 'plan.xlsx');
  expect(errors).toEqual([]);
  expect(rows.map((line) => [line.row, line.code, line.labelNl, line.amountCents])).toEqual([
    [2, '1', 'Rode Kruis', 123_456],
    [3, '2', 'Link', 125_050],
    [4, '3', 'Lijn', 10],
    [6, '4', 'Lijn', null],
  ]);
  expect(sumCents).toBe(248_516);
});

test('formulas, merged cells, dates, broken numbers and errors in a workbook are told by row and column', async () => {
  const bytes = await workbook((sheet) => {
    sheet.addRow(row('1', { formula: 'SUM(1,2)', result: 3 }));
    sheet.addRow(row('2', 5));
    sheet.addRow(row('3', 1.234));
    sheet.addRow(row(2.1, 5));
    sheet.addRow(row(new Date('2026-02-01'), 5));
    sheet.addRow(row('6', { error: '#N/A' }));
    sheet.addRow(row('7', 5));
    sheet.mergeCells('C3:D3');
  });
  const { rows, errors } = await preview(bytes, 'plan.xlsx');
  expect(errors).toEqual([
    { row: 2, column: 'amount', code: 'formula-cell' },
    { row: 3, column: 'label_nl', code: 'merged' },
    { row: 3, column: 'label_fr', code: 'merged' },
    { row: 4, column: 'amount', code: 'amount-invalid' },
    { row: 5, column: 'code', code: 'code-not-text' },
    { row: 6, column: 'code', code: 'date' },
    { row: 6, column: 'code', code: 'code-missing' },
    { row: 7, column: 'amount', code: 'cell-error' },
  ]);
  expect(rows.map((line) => line.code)).toEqual(['7']);
});

test('ten thousand rows full of errors cost no more than in proportion, and answer with 500 of the errors', async () => {
  const csvOf = async (count: number) =>
    csv(...Array.from({ length: count }, (_, index) => `${index + 1};bribe;L;L;;;x${index};;;123`));
  const xlsxOf = (count: number) =>
    workbook((target) => {
      for (let index = 1; index <= count; index += 1) target.addRow(row(String(index), index % 2 === 0 ? 'x' : index));
    });
  for (const [fileOf, name, kept] of [
    [csvOf, 'plan.csv', 0],
    [xlsxOf, 'plan.xlsx', 5_000],
  ] as const) {
    const [few, many] = [await fileOf(2_000), await fileOf(10_000)];
    await preview(few, name);
    const cost = async (bytes: Buffer) => {
      const started = process.cpuUsage();
      const read = await preview(bytes, name);
      return { ...read, ms: msSince(started) };
    };
    const [ofFew, ofMany] = [await cost(few), await cost(many)];
    expect([ofMany.rows.length, ofMany.errors.length]).toEqual([kept, 500]);
    expect(ofMany.ms).toBeLessThan(15 * ofFew.ms);
  }
});

test('cells far to the right are left aside and cost no more than the rows they stand in', async () => {
  const sheetWith = (far: boolean) =>
    workbook((target) => {
      for (let index = 1; index <= 2_000; index += 1) {
        const added = target.addRow(row(String(index), 1));
        if (far) added.getCell(16_384).value = 'x';
      }
    });
  const costOf = async (sheet: Buffer) => {
    const started = process.cpuUsage();
    const { rows, errors } = await preview(sheet, 'plan.xlsx');
    expect([rows.length, errors.length]).toEqual([2_000, 0]);
    return msSince(started);
  };
  const [near, far] = [await sheetWith(false), await sheetWith(true)];
  // The first reading warms up; were the 16,384 columns walked, the second kind would cost a hundred times as much.
  await costOf(near);
  expect(await costOf(far)).toBeLessThan(20 * (await costOf(near)));
});

test('a file that is empty, too large, of another type or named falsely is refused', async () => {
  const book = await workbook((sheet) => sheet.addRow(row('1', 5)));
  expect(await refused(Buffer.alloc(0))).toMatchObject({ code: 'file.empty' });
  expect(await refused(Buffer.alloc(5_242_881, 'a'))).toMatchObject({ code: 'file.too-large' });
  expect(await refused(book, 'plan.csv')).toMatchObject({ code: 'file.type-refused' });
  expect(await refused(csv(), 'plan.xlsx')).toMatchObject({ code: 'file.type-refused' });
  expect(await refused(csv(), 'plan.pdf')).toMatchObject({ code: 'file.type-refused' });
  expect(await refused(csv(), '')).toMatchObject({ code: 'request.malformed' });
  const broken = { code: 'plan.import-invalid', details: { reason: 'xlsx-malformed' } };
  expect(await refused(book.subarray(0, book.length - 40), 'plan.xlsx')).toMatchObject(broken);
  expect(await refused(zipOf('readme.txt', Buffer.from('no workbook')), 'plan.xlsx')).toMatchObject({
    code: 'plan.import-invalid',
  });
});

test('a small file that unpacks to a giant is refused before it is unpacked', async () => {
  const bomb = zipOf('xl/worksheets/sheet1.xml', Buffer.alloc(300_000_000, '<'));
  expect(bomb.length).toBeLessThan(400_000);
  const started = process.cpuUsage();
  expect(await refused(bomb, 'plan.xlsx')).toMatchObject({ details: { reason: 'too-large-unpacked' } });
  expect(msSince(started)).toBeLessThan(1_000);
});

/** A ZIP file with one entry whose directory lies about its unpacked size. */
function zipOf(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content);
  const head = Buffer.alloc(26);
  head.writeUInt16LE(20, 0);
  head.writeUInt16LE(8, 4);
  head.writeUInt32LE(packed.length, 14);
  head.writeUInt32LE(10, 18);
  head.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), head, Buffer.from(name), packed]);
  const central = Buffer.concat([
    Buffer.from('PK\u0001\u0002'),
    Buffer.from([20, 0]),
    head,
    Buffer.alloc(14),
    Buffer.from(name),
  ]);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}
