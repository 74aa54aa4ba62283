import { randomUUID } from 'node:crypto';
import { plan as contract } from '@commonlot/contracts';
import { type GivenLine, givenDraft, givenLine, givenPlanInForce } from '../testing/given-plan.js';
import { TestApi, type TestPerson } from '../testing/test-api.js';

let api: TestApi;
let drafter: TestPerson;
beforeAll(async () => {
  api = await TestApi.start();
  drafter = await api.person(['minister'], 'Dana Drafter');
});
afterAll(() => api.stop());

const read = (versionId: string) => api.ok(contract.readPlanVersion, { params: { versionId } }, { as: drafter });
const save = (versionId: string, revision: number, lines: readonly GivenLine[], totalCents = 1_000) =>
  api.call(
    contract.savePlanLines,
    { params: { versionId }, body: { revision, totalCents, lines: [...lines] } },
    { as: drafter },
  );
const refusedSave = (versionId: string, revision: number, lines: readonly GivenLine[], totalCents = 1_000) =>
  api.refused(
    contract.savePlanLines,
    { params: { versionId }, body: { revision, totalCents, lines: [...lines] } },
    { as: drafter },
  );
const emptyDraft = (year: number) => givenDraft(api, drafter, { year, lines: [], totalCents: 1_000 });

test('versions of a year are numbered, and the newest year stands first', async () => {
  const first = await emptyDraft(2099);
  await emptyDraft(2099);
  await emptyDraft(2100);
  const { rows } = await api.ok(contract.listPlanVersions, {}, { as: drafter });
  expect(rows.slice(0, 3).map((row) => [row.year, row.number, row.state])).toEqual([
    [2100, 1, 'draft'],
    [2099, 2, 'draft'],
    [2099, 1, 'draft'],
  ]);
  expect(await read(first.versionId)).toMatchObject({
    draftedBy: 'Dana Drafter',
    unassignedCents: 1_000,
    may: { edit: true, submit: false, approve: false, sendBack: false, enterIntoForce: false },
  });
});

test('versions of one year begun at the same moment get different numbers', async () => {
  const drafts = await Promise.all(Array.from({ length: 5 }, () => emptyDraft(2019)));
  const numbers = await Promise.all(drafts.map(async ({ versionId }) => (await read(versionId)).number));
  expect(numbers.sort()).toEqual([1, 2, 3, 4, 5]);
});

test('the same request twice begins one version', async () => {
  const head = { stage: 'provisional' as const, totalCents: 1, source: '', remark: null, fromVersionId: null };
  const [input, options] = [{ body: { ...head, year: 2018 } }, { as: drafter, key: randomUUID() }];
  const [first, second] = await Promise.all([
    api.ok(contract.createPlanVersion, input, options),
    api.ok(contract.createPlanVersion, input, options),
  ]);
  expect(second).toEqual(first);
});

test('a draft may be unbalanced, and says what is left over', async () => {
  const { versionId, revision } = await emptyDraft(2022);
  const less = await save(versionId, revision, [givenLine('1', { amountCents: 400 })]);
  expect(less.body).toEqual({ revision: revision + 1, unassignedCents: 600 });
  const more = await save(versionId, revision + 1, [givenLine('1', { amountCents: 1_500 })]);
  expect(more.body).toEqual({ revision: revision + 2, unassignedCents: -500 });
  expect(await read(versionId)).toMatchObject({ unassignedCents: -500, may: { submit: false } });
});

test('lines come back in the order of the decree, with parents and subtotals; a heading keeps no amount', async () => {
  const { versionId, revision } = await emptyDraft(2022);
  const lines = [
    givenLine('2', { amountCents: 100 }),
    givenLine('1.10', { amountCents: 300 }),
    givenLine('1', { kind: 'heading', amountCents: 900 }),
    givenLine('1.9', { amountCents: 600 }),
    givenLine('1.11', { amountCents: null, isPm: true }),
  ];
  expect((await save(versionId, revision, lines)).status).toBe(200);
  const saved = await read(versionId);
  const [heading] = saved.lines;
  expect(saved.lines.map((line) => [line.code, line.amountCents, line.subtotalCents])).toEqual([
    ['1', null, 900],
    ['1.9', 600, 600],
    ['1.10', 300, 300],
    ['1.11', null, 0],
    ['2', 100, 100],
  ]);
  expect(saved.lines.slice(1, 4).every((line) => line.parentLineId === heading?.lineId)).toBe(true);
  expect(saved.lines.every((line) => line.figures === null)).toBe(true);
  expect(saved.may.submit).toBe(true);
});

test.each<[string, GivenLine[], object[]]>([
  ['a code that is none', [givenLine('1.x')], [{ row: 0, column: 'code', code: 'code-invalid' }]],
  ['a code twice', [givenLine('1'), givenLine('1')], [{ row: 1, column: 'code', code: 'code-duplicate' }]],
  ['lines under a line', [givenLine('1'), givenLine('1.1')], [{ row: 0, column: 'kind', code: 'heading-expected' }]],
  [
    'a heading that prints another sum',
    [givenLine('1', { kind: 'heading', amountCents: 7 }), givenLine('1.1', { amountCents: 8 })],
    [{ row: 0, column: 'amountCents', code: 'heading-differs' }],
  ],
  ['no amount', [givenLine('1', { amountCents: null })], [{ row: 0, column: 'amountCents', code: 'amount-missing' }]],
  ['PM with an amount', [givenLine('1', { isPm: true })], [{ row: 0, column: 'amountCents', code: 'amount-with-pm' }]],
  [
    'a line of nowhere',
    [givenLine('1', { lineId: randomUUID() })],
    [{ row: 0, column: 'lineId', code: 'line-unknown' }],
  ],
  [
    'a number with wrong check digits',
    [givenLine('1', { beneficiaryNumber: '0415580366' })],
    [{ row: 0, column: 'beneficiaryNumber', code: 'number-invalid' }],
  ],
  [
    'amounts beyond any sum',
    Array.from({ length: 100 }, (_, index) => givenLine(`${index + 1}`, { amountCents: 100_000_000_000_000 })),
    [{ row: 1, column: 'amountCents', code: 'amount-above-total' }],
  ],
])('%s is refused by row and column, and nothing is saved', async (_case, lines, errors) => {
  const { versionId, revision } = await emptyDraft(2023);
  expect(await refusedSave(versionId, revision, lines)).toMatchObject({
    code: 'plan.lines-invalid',
    details: { errors },
  });
  expect(await read(versionId)).toMatchObject({ revision, lines: [] });
});

test('a line stays the same line in another version of its year, and is another line in another year', async () => {
  const plan = await givenPlanInForce(api, { year: 2024 });
  const next = await givenDraft(api, drafter, { year: 2024, fromVersionId: plan.versionId, lines: [], totalCents: 5 });
  const copy = async (year: number) => {
    const head = { stage: 'definitive' as const, totalCents: 1_000_000_000, source: '', remark: null };
    const body = { ...head, year, fromVersionId: plan.versionId };
    const { id } = await api.ok(contract.createPlanVersion, { body }, { as: drafter });
    return new Map((await read(id)).lines.map((line) => [line.code, line.lineId]));
  };
  expect(await copy(2024)).toEqual(plan.lines);
  const otherYear = await copy(2025);
  expect([...otherYear.keys()]).toEqual([...plan.lines.keys()]);
  expect([...otherYear.values()].some((id) => [...plan.lines.values()].includes(id))).toBe(false);

  const kept = givenLine('9', { lineId: plan.lineId('1.2'), amountCents: 5 });
  expect((await save(next.versionId, next.revision, [kept])).status).toBe(200);
  const twice = [kept, { ...kept, code: '10' }];
  expect(await refusedSave(next.versionId, next.revision + 1, twice)).toMatchObject({
    details: { errors: [{ row: 1, column: 'lineId', code: 'line-duplicate' }] },
  });
  const foreign = await emptyDraft(2025);
  expect(await refusedSave(foreign.versionId, foreign.revision, [kept])).toMatchObject({
    details: { errors: [{ row: 0, column: 'lineId', code: 'line-unknown' }] },
  });
});

test('of two people who save the same revision, one is told that the other was first', async () => {
  const { versionId, revision } = await emptyDraft(2026);
  const answers = await Promise.all([
    save(versionId, revision, [givenLine('1', { amountCents: 1 })]),
    save(versionId, revision, [givenLine('2', { amountCents: 2 })]),
  ]);
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
  expect((await read(versionId)).lines).toHaveLength(1);
});

test('what does not exist is missing, and a version that is no draft is not edited', async () => {
  expect(await refusedSave(randomUUID(), 0, [])).toMatchObject({ code: 'record.missing' });
  const head = { year: 2026, stage: 'provisional' as const, totalCents: 1, source: '', remark: null };
  const from = { body: { ...head, fromVersionId: randomUUID() } };
  expect(await api.refused(contract.createPlanVersion, from, { as: drafter })).toMatchObject({
    code: 'record.missing',
  });
  const missing = { params: { versionId: randomUUID() } };
  expect(await api.refused(contract.readPlanVersion, missing, { as: drafter })).toMatchObject({
    code: 'record.missing',
  });
  const plan = await givenPlanInForce(api, { year: 2027 });
  const { revision } = await read(plan.versionId);
  expect(await refusedSave(plan.versionId, revision, [])).toMatchObject({ code: 'lifecycle.not-allowed' });
});

test('hostile and wrong input is refused or kept as plain text', async () => {
  const { versionId, revision } = await emptyDraft(2028);
  const attempt = (body: object) =>
    api.refused(contract.savePlanLines, { params: { versionId }, body: body as never }, { as: drafter });
  const faults = [
    { revision, totalCents: 0, lines: [] },
    { revision, totalCents: 10.5, lines: [] },
    { revision, totalCents: 10, lines: [], isAdmin: true },
    { revision, totalCents: 10, lines: [{ ...givenLine('1'), amountCents: '5' }] },
    { revision, totalCents: 10, lines: [givenLine('1', { label: { nl: 'a\u0000b', fr: '' } })] },
    { revision, totalCents: 10, lines: [givenLine('1', { kind: 'bribe' as never })] },
  ];
  for (const body of faults) expect(await attempt(body)).toMatchObject({ code: 'request.malformed' });
  const label = { nl: `<img src=x onerror=alert(1)> '; DROP TABLE plan; --`, fr: '=1+1', de: null, en: '\u202eabc' };
  expect((await save(versionId, revision, [givenLine('1', { label, amountCents: 5 })])).status).toBe(200);
  expect((await read(versionId)).lines[0]?.label).toEqual(label);
});

test('who has no such permission is refused', async () => {
  const officer = await api.person(['officer']);
  const { versionId, revision } = await emptyDraft(2029);
  const input = { params: { versionId }, body: { revision, totalCents: 1, lines: [] } };
  expect(await api.refused(contract.savePlanLines, input, { as: officer })).toMatchObject({
    code: 'permission.missing',
  });
  const seen = await api.ok(contract.readPlanVersion, { params: { versionId } }, { as: officer });
  expect(Object.values(seen.may).flat()).not.toContain(true);
  expect(seen.may.recordSteps).toEqual([]);
  expect(await api.refused(contract.listPlanVersions, {}, { as: await api.person() })).toMatchObject({
    code: 'permission.missing',
  });
});

test('the history holds what changed, by code and amount', async () => {
  const { versionId, revision } = await givenDraft(api, drafter, {
    year: 2030,
    lines: [givenLine('1', { amountCents: 5 })],
  });
  await save(versionId, revision, [
    givenLine('1', { amountCents: 7 }),
    givenLine('2', { amountCents: null, isPm: true }),
  ]);
  const events = await api.sql<{ type: string; data: object }>(
    'SELECT type, data FROM journal WHERE subject_id = $1 ORDER BY id',
    [versionId],
  );
  expect(events.map((event) => event.type)).toEqual([
    'plan-version.created',
    'plan-version.lines-saved',
    'plan-version.lines-saved',
  ]);
  expect(events[2]?.data).toEqual({
    before: { totalCents: 5, unassignedCents: 0, lines: { 1: 5 } },
    after: { totalCents: 1_000, unassignedCents: 993, lines: { 1: 7, 2: 'PM' } },
  });
});

test('only lines that differ are written, and whatever is saved is read back whole', async () => {
  const { versionId, revision } = await givenDraft(api, drafter, { year: 2031 });
  const inputs = async () =>
    (await read(versionId)).lines.map(
      ({ parentLineId: _, subtotalCents: __, figures: ___, ...line }): GivenLine => ({ ...line }),
    );
  const marks = async () =>
    new Map(
      (
        await api.sql<{ id: string; mark: string }>(
          'SELECT line_id AS id, xmin::text AS mark FROM plan_version_line WHERE version_id = $1',
          [versionId],
        )
      ).map(({ id, mark }) => [id, mark]),
    );
  const lines = await inputs();
  const before = await marks();
  const changed = lines.map((line) => (line.code === '1.2' ? { ...line, coMinister: 'Minister' } : line));
  expect((await save(versionId, revision, changed, 1_000_000_000)).status).toBe(200);
  const after = await marks();
  const written = lines.filter(({ lineId }) => before.get(lineId ?? '') !== after.get(lineId ?? ''));
  expect(written.map(({ code }) => code)).toEqual(['1.2']);
  expect(await inputs()).toEqual(changed);

  // Two codes change places, a heading comes between, a line goes.
  const names = new Map([
    ['1.1', '1.2'],
    ['1.2', '1.1'],
    ['1.3', '1.3.1'],
  ]);
  const moved = changed
    .filter(({ code }) => code !== '1.6')
    .map((line) => ({ ...line, code: names.get(line.code) ?? line.code }));
  const heading = givenLine('1.3', { kind: 'heading', amountCents: null });
  expect((await save(versionId, revision + 1, [...moved, heading], 1_000_000_000)).status).toBe(200);
  const read2 = await inputs();
  expect(read2.map(({ code, coMinister }) => `${code}${coMinister}`)).toEqual([
    ...['1', '1.1Minister', '1.2', '1.3', '1.3.1', '1.4', '1.5'],
  ]);
  const kept = read2.filter(({ code }) => code !== '1.3');
  expect(kept).toEqual(moved.toSorted((a, b) => (a.code < b.code ? -1 : 1)));
});
