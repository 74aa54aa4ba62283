import { plan as contract } from '@commonlot/contracts';
import { previewingPlans } from '../testing/previewing-plans.js';
import { plan2017 } from './reference/index.js';

const header = 'code;kind;label_nl;label_fr;label_de;label_en;amount;pm;legal_ground;beneficiary';
const { api, drafter, csv, preview, refused } = previewingPlans(header);

test('a file with headings, PM and amounts in every Belgian form becomes lines', async () => {
  const bytes = csv(
    '1;heading;Rubriek;Rubrique;;;1.750.250,50;;;',
    '1.1;statutory-named;Fonds;Fonds;Fonds;Fund;1 250 000;;art. 22;0415.580.365',
    '1.2;nominative;Twee;Deux;;;"€ 500.250,50";;;',
    '1.3;nominative;Drie;Trois;;;PM;;;',
    ';;;;;;;;;',
    '1.4;nominative;Vier;Quatre;;;;x;;',
  );
  const { rows, errors, sumCents } = await preview(bytes);
  expect(errors).toEqual([]);
  expect(sumCents).toBe(175_025_050);
  expect(rows.map((line) => [line.row, line.code, line.kind, line.amountCents, line.isPm])).toEqual([
    [2, '1', 'heading', null, false],
    [3, '1.1', 'statutory-named', 125_000_000, false],
    [4, '1.2', 'nominative', 50_025_050, false],
    [5, '1.3', 'nominative', null, true],
    [7, '1.4', 'nominative', null, true],
  ]);
  expect(rows[1]).toMatchObject({
    labelDe: 'Fonds',
    labelEn: 'Fund',
    legalGround: 'art. 22',
    beneficiaryNumber: '0415580365',
  });
});

test.each([
  ['Dutch, semicolons', 'Nummer;Soort;Omschrijving (NL);Omschrijving (FR);Bedrag;PM;Rechtsgrond;Begunstigde', ';'],
  ['French, commas', 'Numéro,Nature,Libellé NL,Libellé FR,Montant,Pour mémoire,Base légale,Bénéficiaire', ','],
  ['German, tabs', 'Nummer\tArt\tBezeichnung_NL\tBezeichnung_FR\tBetrag\tPM\tRechtsgrundlage\tBegünstigter', '\t'],
])('headers are read in %s, with a byte order mark', async (_case, names, separator) => {
  const cells = ['1', 'namentlich', 'Lijn', 'Ligne', '5', '', 'wet', ''];
  const { rows, errors } = await preview(Buffer.from(`\ufeff${names}\n${cells.join(separator)}\n`));
  expect(errors).toEqual([]);
  expect(rows).toMatchObject([
    { code: '1', kind: 'nominative', labelFr: 'Ligne', amountCents: 500, legalGround: 'wet' },
  ]);
});

test('every error is told by row and column, and the good rows stay', async () => {
  const bytes = csv(
    '1;heading;A;A;;;999;;;',
    '1.1;nominative;B;B;;;500;;;',
    '1.1;nominative;C;C;;;1;;;',
    '2.x;nominative;D;D;;;1;;;',
    '3;bribe;E;E;;;1,2,3;maybe;;123',
    '4;nominative;;G;;;-5;;;',
    ';nominative;H;H;;;1;;;',
    '5;nominative;I;I;;;;;;',
    '6;;J;J;;;7;;;',
    '7;nominative;;K;;;8;;;',
  );
  const { rows, errors, sumCents } = await preview(bytes);
  expect(errors).toEqual([
    { row: 2, column: 'amount', code: 'heading-differs' },
    { row: 4, column: 'code', code: 'code-duplicate' },
    { row: 5, column: 'code', code: 'code-invalid' },
    { row: 6, column: 'kind', code: 'kind-unknown' },
    { row: 6, column: 'amount', code: 'amount-invalid' },
    { row: 6, column: 'pm', code: 'pm-invalid' },
    { row: 6, column: 'beneficiary', code: 'number-invalid' },
    { row: 7, column: 'amount', code: 'amount-negative' },
    { row: 8, column: 'code', code: 'code-missing' },
    { row: 9, column: 'amount', code: 'amount-missing' },
    { row: 10, column: 'kind', code: 'kind-missing' },
    { row: 11, column: 'label_nl', code: 'label-missing' },
  ]);
  expect(rows.map((line) => [line.row, line.kind])).toEqual([
    [3, 'nominative'],
    [10, null],
    [11, 'nominative'],
  ]);
  expect(sumCents).toBe(51_500);
});

test('a row with a cell that cannot be read comes back with the others, and with what was written', async () => {
  const { faultyRows } = await preview(
    csv(
      '1;nominative;Zang;Chant;Gesang;Song;1,2,3;;art. 22;123',
      '2;bribe;Dans;Danse;;;=1+1;maybe;;=2+2',
      '4.x;nominative;Toneel;Théâtre;;;-5;;;',
    ),
  );
  const links = { lineId: '', lineYear: null, predecessors: '' };
  const duties = { commitments: '', advice: { adviser: '', askedOn: '', givenOn: '', reference: '' } };
  const facts = { formula: '', sector: null, isExtraSupport: false, coMinister: '', ...links, ...duties };
  const rest = { labelEn: '', legalGround: '', isPm: false, amountCents: null, ...facts };
  expect(faultyRows).toEqual([
    {
      ...rest,
      row: 2,
      code: '1',
      kind: 'nominative',
      labelNl: 'Zang',
      labelFr: 'Chant',
      labelDe: 'Gesang',
      labelEn: 'Song',
      amountText: '1,2,3',
      legalGround: 'art. 22',
      beneficiaryNumber: '123',
    },
    {
      ...rest,
      row: 3,
      code: '2',
      kind: null,
      labelNl: 'Dans',
      labelFr: 'Danse',
      labelDe: '',
      amountText: '',
      beneficiaryNumber: null,
    },
    {
      ...rest,
      row: 4,
      code: '4.x',
      kind: 'nominative',
      labelNl: 'Toneel',
      labelFr: 'Théâtre',
      labelDe: '',
      amountText: '-5',
      beneficiaryNumber: null,
    },
  ]);
});

test('the sum of a heading above a faulty line is not judged, and a row without kind above lines is a heading', async () => {
  const { rows, errors } = await preview(
    csv('1;;A;A;;;100;;;', '1.1;nominative;B;B;;;40;;;', '1.2;nominative;C;C;;;o6;;;'),
  );
  expect(errors).toEqual([{ row: 4, column: 'amount', code: 'amount-invalid' }]);
  expect(rows).toMatchObject([{ code: '1', kind: 'heading', amountCents: null }, { code: '1.1' }]);
});

test('a text that begins like a formula is kept as text and pointed out', async () => {
  const formula = '=HYPERLINK(""http://evil.example"",""x"")';
  const { rows, errors } = await preview(csv(`1;nominative;"${formula}";Ligne;;;5;;;`, '2;nominative;B;B;;;=1+1;;;'));
  expect(errors).toEqual([
    { row: 2, column: 'label_nl', code: 'formula' },
    { row: 3, column: 'amount', code: 'formula-cell' },
  ]);
  expect(rows.map((line) => line.labelNl)).toEqual(['=HYPERLINK("http://evil.example","x")']);
});

test('the real plan of 2017 goes through a file unchanged', async () => {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const lines = plan2017.lines.map(({ code, kind, label, amountCents, legalGround }) =>
    [
      code,
      kind,
      quoted(label.nl),
      quoted(label.fr),
      '',
      '',
      amountCents === null ? '' : amountCents / 100,
      '',
      legalGround,
      '',
    ].join(';'),
  );
  const { rows, errors, sumCents } = await preview(csv(...lines));
  expect(errors).toEqual([]);
  expect(sumCents).toBe(plan2017.totalCents);
  expect(rows.map((line) => [line.code, line.kind, line.amountCents])).toEqual(
    plan2017.lines.map((line) => [line.code, line.kind, line.amountCents]),
  );
});

test.each<[string, Buffer, object]>([
  ['bytes that are no UTF-8', Buffer.from([0x63, 0xe9, 0x3b]), { reason: 'not-utf-8' }],
  ['a quote that is never closed', csv('1;nominative;"A;A;;;5;;;'), { reason: 'csv-malformed' }],
  ['blank lines only', Buffer.from('\n ; ;\n'), { reason: 'no-rows' }],
  ['no column for amounts', Buffer.from('code;label_nl\n1;A'), { reason: 'column-missing', column: 'amount' }],
  ['no label', Buffer.from('code;amount\n1;5'), { reason: 'column-missing', column: 'label_nl' }],
  ['a column twice', Buffer.from('code;amount;bedrag;label_nl\n1;5;5;A'), { reason: 'column-twice', column: 'amount' }],
  ['too many rows', csv(...Array.from({ length: 10_001 }, (_, n) => `${n + 1};;A;A;;;1`)), { reason: 'too-many-rows' }],
])('a file with %s is refused with the reason', async (_case, bytes, details) => {
  expect(await refused(bytes)).toMatchObject({ code: 'plan.import-invalid', details });
});

test('a file of which a part is missing is refused, and so is nothing at all', async () => {
  const bytes = csv('1;nominative;A;A;;;5;;;');
  const send = (headers: Record<string, string>, content = bytes) =>
    api().refused(
      contract.previewPlanImport,
      { query: { name: 'plan.csv' } },
      { as: drafter(), bytes: content, headers },
    );
  expect(await send({ 'content-length': String(bytes.length + 1) })).toMatchObject({ code: 'file.incomplete' });
  expect(await send({}, Buffer.alloc(0))).toMatchObject({ code: 'file.empty' });
});

test('nothing is stored, and who may not write plans reads no files', async () => {
  const count = () => api().sql('SELECT (SELECT count(*) FROM plan_version), (SELECT count(*) FROM stored_file)');
  const before = await count();
  await preview(csv('1;nominative;A;A;;;5;;;'));
  expect(await count()).toEqual(before);
  const officer = await api().person(['officer']);
  const attempt = api().refused(
    contract.previewPlanImport,
    { query: { name: 'plan.csv' } },
    { as: officer, bytes: csv() },
  );
  expect(await attempt).toMatchObject({ code: 'permission.missing' });
});
