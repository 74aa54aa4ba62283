import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { endpoints, plan } from '@commonlot/contracts';
import { readConfig } from '../../platform/config.js';
import { attachableExtensions, mediaTypeOf, safeFileName } from '../../platform/file-types.js';
import { TestApi, type TestPerson } from '../test-api.js';

const page = readFileSync(new URL('../../../../../docs/security/files.md', import.meta.url), 'utf8');

it('takes just the kinds of files, and just as large ones, as the page about files says', () => {
  const documented = [...page.matchAll(/^\| `\.(\w+)` \| `([\w./+-]+)` \|/gm)].map(([, extension, type]) => [
    extension,
    type,
  ]);
  expect(documented.map(([extension]) => extension)).toEqual(attachableExtensions);
  const heads = [
    [0x25, 0x50, 0x44, 0x46, 0x2d],
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    [0xff, 0xd8, 0xff],
    [0x50, 0x4b, 3, 4],
  ];
  for (const [extension, type] of documented) {
    const found = heads
      .map((head) => mediaTypeOf(`a.${extension}`, Uint8Array.from(head)))
      .filter((known) => known !== null);
    expect(found).toEqual([type]);
  }
  const { MAX_FILE_BYTES } = readConfig({ DATABASE_URL: 'postgres://localhost/x', COMMONLOT_MODE: 'test' });
  expect(page).toContain(`${MAX_FILE_BYTES / 1_048_576} MiB`);
});

it('takes files from applicants, from those who write plans and from controllers, and from nobody else', () => {
  const takers = [...endpoints].filter(([, { accepts }]) => accepts === 'bytes');
  expect(takers.map(([name, { permission }]) => [name, permission])).toEqual([
    ['plan.previewPlanImport', 'plan:write'],
    ['applications.attachFile', 'application:own'],
    ['payments.importBankStatements', 'payment:approve'],
  ]);
});

it.each([
  ['../../etc/passwd.pdf', 'passwd.pdf'],
  ['C:\\Users\\x\\a.pdf', 'a.pdf'],
  ['a\u0000b\u0085c\u009b.pdf', 'abc.pdf'],
  ['\u202efdp.exe\u061c', 'fdp.exe'],
  ['a\u2028b.pdf', 'ab.pdf'],
  ['.htaccess', 'file.htaccess'],
  ['', 'file'],
])('keeps the name %j as %j', (typed, kept) => {
  expect(safeFileName(typed)).toBe(kept);
});

/** A ZIP file whose entries are stored as they are. */
function zipOf(entries: Readonly<Record<string, string>>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(entries)) {
    const content = Buffer.from(text);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt32LE(crc32(content), 10);
    head.writeUInt32LE(content.length, 14);
    head.writeUInt32LE(content.length, 18);
    head.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), head, Buffer.from(name), content]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), head, rest, Buffer.from(name)]));
    parts.push(local);
    at += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, central, end]);
}

const ns = 'http://schemas.openxmlformats.org';
const relation = (id: string, type: string, target: string) =>
  `<Relationships xmlns="${ns}/package/2006/relationships"><Relationship Id="${id}" Type="${ns}/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;

/** A workbook of one cell for each text, whose sheet begins with `doctype`. */
function workbookOf(doctype: string, ...cells: string[]): Buffer {
  const row = cells.map((cell, at) => `<c r="${'ABCDEFGHIJ'[at]}2" t="inlineStr"><is><t>${cell}</t></is></c>`).join('');
  const header = [
    'code',
    'kind',
    'label_nl',
    'label_fr',
    'label_de',
    'label_en',
    'amount',
    'pm',
    'legal_ground',
    'beneficiary',
  ];
  const head = header
    .map((cell, at) => `<c r="${'ABCDEFGHIJ'[at]}1" t="inlineStr"><is><t>${cell}</t></is></c>`)
    .join('');
  return zipOf({
    '[Content_Types].xml': `<Types xmlns="${ns}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    '_rels/.rels': relation('rId1', 'officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': `<workbook xmlns="${ns}/spreadsheetml/2006/main" xmlns:r="${ns}/officeDocument/2006/relationships"><sheets><sheet name="Plan" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relation('rId1', 'worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?>${doctype}<worksheet xmlns="${ns}/spreadsheetml/2006/main"><sheetData><row r="1">${head}</row><row r="2">${row}</row></sheetData></worksheet>`,
  });
}

describe('a workbook', () => {
  let api: TestApi;
  let drafter: TestPerson;
  const folder = mkdtempSync(join(tmpdir(), 'commonlot-entities-'));
  const secret = join(folder, 'secret.txt');
  beforeAll(async () => {
    writeFileSync(secret, 'THE-SECRET-OF-THIS-SERVER');
    api = await TestApi.start();
    drafter = await api.person(['minister']);
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await api.stop();
  });
  const preview = (bytes: Buffer) =>
    api.call(plan.previewPlanImport, { query: { name: 'plan.xlsx' } }, { as: drafter, bytes });

  it('made by hand is read', async () => {
    const answer = await preview(workbookOf('', '1', 'nominative', 'Lijn', 'Ligne', '', '', '5'));
    expect(answer.body).toMatchObject({ rows: [{ code: '1', labelNl: 'Lijn' }], errors: [] });
  });

  it.each([
    ['a file of the server', () => `<!DOCTYPE x [<!ENTITY e SYSTEM "file://${secret}">]>`],
    ['an address on the network', () => '<!DOCTYPE x [<!ENTITY e SYSTEM "http://127.0.0.1:9/">]>'],
    ['a definition elsewhere', () => `<!DOCTYPE x SYSTEM "file://${secret}">`],
    [
      'a billion laughs',
      () =>
        `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(50)}"><!ENTITY c "${'&b;'.repeat(50)}"><!ENTITY e "${'&c;'.repeat(50)}">]>`,
    ],
  ])('that names %s gets nothing of it', async (_what, doctype) => {
    const answer = await preview(workbookOf(doctype(), '1', 'nominative', '&e;', 'Ligne', '', '', '5'));
    expect(answer.status).toBeLessThan(500);
    expect(answer.raw.toString()).not.toContain('THE-SECRET');
    expect(answer.raw.toString()).not.toContain('haha');
  });
});
