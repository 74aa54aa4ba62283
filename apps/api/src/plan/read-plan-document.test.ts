import { plan as contract, type InputOf } from '@commonlot/contracts';
import { adviceText, cents, commitmentsText, localDate } from '@commonlot/domain';
import { bringIntoForce, type GivenLine, givenDraft, givenLine } from '../testing/given-plan.js';
import { TestApi, type TestPerson } from '../testing/test-api.js';
import { entryOf } from './import/zip-size.js';
import { demonstrationPlan, plan2008 } from './reference/index.js';

let api: TestApi;
let drafter: TestPerson;
beforeAll(async () => {
  api = await TestApi.start();
  drafter = await api.person(['minister']);
});
afterAll(() => api.stop());

type Form = InputOf<typeof contract.readPlanDocument>['params']['form'];
async function download(versionId: string, form: Form, query = {}) {
  const answer = await api.call(contract.readPlanDocument, { params: { versionId, form }, query }, { as: drafter });
  expect(answer.status).toBe(200);
  return { bytes: answer.raw, headers: answer.headers };
}
const preview = (bytes: Buffer, name: string) =>
  api.ok(contract.previewPlanImport, { query: { name } }, { as: drafter, bytes });
const draftOf = ({ year, lines, totalCents }: Pick<typeof plan2008, 'year' | 'lines' | 'totalCents'>) =>
  givenDraft(api, drafter, { year, lines, totalCents });
const wordsOf = (docx: Buffer, part = 'word/document.xml') =>
  entryOf(docx, part)
    ?.toString('utf8')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ') ?? '';

test.each([
  {},
  { sums: 'with' },
])('the annex of 2008, printed with %j and read again, is the same plan', async (query) => {
  const { versionId } = await draftOf(plan2008);
  const { bytes } = await download(versionId, 'decree.docx', query);
  const { rows, errors, sumCents } = await preview(bytes, 'decree.docx');
  expect(errors).toEqual([]);
  expect(sumCents).toBe(plan2008.totalCents);
  expect(rows.map((row) => [row.code, row.kind, row.labelNl, row.labelFr, row.amountCents])).toEqual(
    plan2008.lines.map(({ code, kind, label, amountCents }) => [code, kind, label.nl, label.fr, amountCents]),
  );
});

test('every kind of line and PM come back from the printed annex', async () => {
  const plan = demonstrationPlan(2026);
  const { versionId } = await draftOf(plan);
  const { rows, errors } = await preview((await download(versionId, 'decree.docx')).bytes, 'plan.docx');
  expect(errors).toEqual([]);
  expect(rows.map(({ code, kind, amountCents, isPm }) => [code, kind, amountCents, isPm])).toEqual(
    plan.lines.map(({ code, kind, amountCents, isPm }) => [code, kind, amountCents, isPm]),
  );
});

test.each(['lines.xlsx', 'lines.csv'] as const)('%s holds everything that a line says', async (form) => {
  const plan = demonstrationPlan(2026);
  const lines: GivenLine[] = plan.lines.map((line) => ({
    ...line,
    coMinister: line.code === '5.1' ? '=minister; van "Gebouwen"' : '',
    beneficiaryNumber: line.code === '2.3' ? '0415580365' : null,
    commitments: line.code === '5.1' ? [{ year: 2027, amountCents: cents(1_250_50), reference: 'KB "5"; 2' }] : [],
    advice:
      line.code === '5.1'
        ? { adviser: '+Gebouwen', askedOn: localDate('2026-01-02'), givenOn: localDate('2026-01-03'), reference: '-8' }
        : null,
  }));
  const { versionId } = await draftOf({ ...plan, lines });
  const { lines: stored } = await api.ok(contract.readPlanVersion, { params: { versionId } }, { as: drafter });
  const { rows, errors } = await preview((await download(versionId, form)).bytes, form);
  expect(errors).toEqual([]);
  const facts = (line: (typeof rows)[number] | (typeof stored)[number]) => [
    line.code,
    line.kind,
    line.amountCents,
    line.isPm,
    line.legalGround,
    line.beneficiaryNumber,
    line.sector,
    line.isExtraSupport,
    line.coMinister,
  ];
  expect(rows.map(facts)).toEqual(stored.map(facts));
  expect(rows.map(({ labelNl: nl, labelFr: fr, labelDe: de, labelEn: en }) => ({ nl, fr, de, en }))).toEqual(
    stored.map(({ label }) => label),
  );
  expect(rows.map(({ lineId, lineYear, predecessors }) => [lineId, lineYear, predecessors])).toEqual(
    stored.map(({ lineId, predecessorIds }) => [lineId, 2026, predecessorIds.join(' ')]),
  );
  expect(rows.map(({ commitments, advice }) => [commitments, advice])).toEqual(
    stored.map(({ commitments, advice }) => [commitmentsText(commitments), adviceText(advice)]),
  );
  expect(rows.find(({ code }) => code === '1.1.2')?.formula).toBe('share 0.59679999441654 of 1.1 less 1.1.1');
});

test('the decree says what it is: a draft until it is in force, estimated or fixed, in both languages', async () => {
  const draft = await draftOf(plan2008);
  const before = (await download(draft.versionId, 'decree.docx')).bytes;
  expect(wordsOf(before, 'word/header1.xml')).toContain('ONTWERP');
  expect(wordsOf(before)).toContain('PROJET : cet arrêté n’est pas encore signé.');
  expect(wordsOf(before)).toContain('geraamd op 225.300.000 euro');
  expect(wordsOf(before)).toContain('estimé à 225.300.000 euros');
  expect(wordsOf(before)).not.toContain('Begroting');
  await bringIntoForce(api, drafter, await api.person(['minister']), draft);
  const after = (await download(draft.versionId, 'decree.docx')).bytes;
  expect(wordsOf(after, 'word/header1.xml')).not.toContain('ONTWERP');
  expect(wordsOf(after)).not.toContain('PROJET');
  expect(wordsOf(after)).toContain('Koninklijk besluit van 5 januari 2026');
});

test('who takes part in carrying out a line stands in an article; a plan without Communities does not speak of them', async () => {
  const lines = [givenLine('1', { amountCents: cents(500_00), coMinister: 'minister van Werk' })];
  const { versionId } = await draftOf({ year: 2027, lines, totalCents: cents(500_00) });
  const words = wordsOf((await download(versionId, 'decree-de.docx')).bytes);
  expect(words).toContain('für Rubrik 1: minister van Werk');
  expect(words).not.toContain('Gemeinschaften');
  expect(words).toContain('Posten 1');
});

test('each form comes as a file of its type that no cache keeps', async () => {
  const { versionId } = await draftOf(plan2008);
  const beginnings = { pdf: '%PDF-1.7', docx: 'PK', xlsx: 'PK', csv: '\ufeffcode;kind' } as const;
  for (const form of [
    'decree.pdf',
    'decree-de.pdf',
    'decree.docx',
    'decree-de.docx',
    'lines.xlsx',
    'lines.csv',
  ] as const) {
    const { bytes, headers } = await download(versionId, form);
    const type = form.slice(form.indexOf('.') + 1) as keyof typeof beginnings;
    expect(bytes.toString('utf8', 0, 20).startsWith(beginnings[type])).toBe(true);
    expect(headers['content-disposition']).toMatch(
      new RegExp(`^attachment; filename="[a-z-]+-2008-v\\d+-ontwerp-projet\\.${type}"`),
    );
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['content-length']).toBe(String(bytes.length));
  }
});

test('the PDF is tagged, names its languages, and has the annex as a table', async () => {
  const { versionId } = await draftOf(plan2008);
  const pdf = (await download(versionId, 'decree.pdf')).bytes.toString('latin1');
  expect(pdf).toContain('/Lang (nl)');
  expect(pdf).toContain('/Lang (fr)');
  for (const tag of ['/S /Table', '/S /TH', '/S /TD', '/S /H1']) expect(pdf).toContain(tag);
});

test('a version that does not exist has no documents, and there is no other form', async () => {
  const input = { params: { versionId: '00000000-0000-7000-8000-000000000000', form: 'decree.pdf' as const } };
  expect((await api.refused(contract.readPlanDocument, input, { as: drafter })).code).toBe('record.missing');
  const { versionId } = await draftOf(plan2008);
  const other = { params: { versionId, form: 'decree.exe' as Form } };
  expect((await api.refused(contract.readPlanDocument, other, { as: drafter })).code).toBe('request.malformed');
});
