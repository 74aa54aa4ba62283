import { randomUUID } from 'node:crypto';
import { plan as contract, type ResponseOf } from '@commonlot/contracts';
import { cents } from '@commonlot/domain';
import { bringIntoForce, type GivenLine, givenDraft, givenLine } from '../testing/given-plan.js';
import { TestApi, type TestPerson } from '../testing/test-api.js';

type Difference = ResponseOf<typeof contract.comparePlanVersions>;

let api: TestApi;
let drafter: TestPerson;
let approver: TestPerson;
beforeAll(async () => {
  api = await TestApi.start();
  drafter = await api.person(['minister']);
  approver = await api.person(['minister']);
});
afterAll(() => api.stop());

const heading = (code: string, change: Partial<GivenLine> = {}) =>
  givenLine(code, { kind: 'heading', amountCents: null, ...change });
const amount = (code: string, euros: number, change: Partial<GivenLine> = {}) =>
  givenLine(code, { amountCents: cents(euros * 100), ...change });
const read = (versionId: string) => api.ok(contract.readPlanVersion, { params: { versionId } }, { as: drafter });
const compare = (versionId: string, other: string) =>
  api.ok(contract.comparePlanVersions, { params: { versionId }, query: { with: other } }, { as: drafter });
const historyOf = (lineId: string) => api.ok(contract.readLineHistory, { params: { lineId } }, { as: drafter });

async function idsOf(versionId: string): Promise<(code: string) => string> {
  const { lines } = await read(versionId);
  return (code) => lines.find((line) => line.code === code)?.lineId ?? '';
}

/** A version copied from another, with the lines that `change` makes of the copied ones. */
async function givenCopy(fromVersionId: string, year: number, change: (idOf: (code: string) => string) => GivenLine[]) {
  const body = { year, stage: 'provisional' as const, totalCents: cents(1), source: '', remark: null, fromVersionId };
  const { id, revision } = await api.ok(contract.createPlanVersion, { body }, { as: drafter });
  const copied = await read(id);
  const predecessorsOf = new Map(copied.lines.map((line) => [line.lineId, line.predecessorIds]));
  const lines = change(await idsOf(id)).map((line) => ({
    ...line,
    predecessorIds: line.predecessorIds ?? predecessorsOf.get(line.lineId ?? '') ?? [],
  }));
  const totalCents = cents(lines.reduce((sum, line) => sum + (line.amountCents ?? 0), 0));
  const saved = await api.ok(
    contract.savePlanLines,
    { params: { versionId: id }, body: { totalCents, lines, revision } },
    { as: drafter },
  );
  return { versionId: id, revision: saved.revision };
}

const shapes = ({ moves }: Difference) =>
  moves.map((move) => [
    move.kind,
    move.before.map((line) => line.code),
    move.after.map((line) => line.code),
    move.differences,
    move.differenceCents,
  ]);

test('two versions of a year: what changed, was added, ended, merged and split, and by which act', async () => {
  const first = await givenDraft(api, drafter, {
    year: 2026,
    lines: [heading('1'), ...[1, 2, 3, 4, 5].map((each) => amount(`1.${each}`, 100)), amount('2', 50)],
  });
  await bringIntoForce(api, drafter, approver, first);
  const second = await givenCopy(first.versionId, 2026, (idOf) => [
    heading('1', { lineId: idOf('1') }),
    amount('1.1', 130, { lineId: idOf('1.1') }),
    amount('1.2', 200, { predecessorIds: [idOf('1.2'), idOf('1.3')] }),
    amount('1.4', 60, { predecessorIds: [idOf('1.4')] }),
    amount('1.6', 40, { predecessorIds: [idOf('1.4')] }),
    givenLine('2', { lineId: idOf('2'), amountCents: null, isPm: true }),
    amount('3', 7),
  ]);
  const found = await compare(second.versionId, first.versionId);
  expect(found.before).toMatchObject({
    id: first.versionId,
    year: 2026,
    number: 1,
    stage: 'provisional',
    state: 'in-force',
    totalCents: 550_00,
    decreeReference: 'Royal Decree 2026000001',
    decreeOn: '2026-01-05',
    accountsReference: null,
  });
  expect(found.after).toMatchObject({ number: 2, state: 'draft', totalCents: 437_00, decreeReference: null });
  expect(found.differenceCents).toBe(-113_00);
  expect(shapes(found)).toEqual([
    ['same', ['1'], ['1'], [], 0],
    ['changed', ['1.1'], ['1.1'], ['amount'], 30_00],
    ['merged', ['1.2', '1.3'], ['1.2'], ['code', 'label'], 0],
    ['split', ['1.4'], ['1.4', '1.6'], ['code', 'label'], 0],
    ['ended', ['1.5'], [], [], -100_00],
    ['changed', ['2'], ['2'], ['amount', 'pm'], -50_00],
    ['added', [], ['3'], [], 7_00],
  ]);
  const [under] = found.moves;
  expect(under?.before).toEqual([expect.objectContaining({ amountCents: null, subtotalCents: 500_00 })]);
  expect(under?.after).toEqual([expect.objectContaining({ amountCents: null, subtotalCents: 430_00 })]);
  expect(await compare(first.versionId, second.versionId)).toEqual(found);

  const third = await givenCopy(second.versionId, 2026, (idOf) => [
    amount('1', 437, { predecessorIds: [idOf('1.2'), idOf('1.6')] }),
  ]);
  // By way of the version between: 1.2 was 1.2 and 1.3, 1.6 was a part of 1.4.
  const merged = shapes(await compare(third.versionId, first.versionId)).find(([kind]) => kind === 'merged');
  expect(merged?.slice(1, 3)).toEqual([['1.2', '1.3', '1.4'], ['1']]);
});

test('a version does not differ from its copy, nor from the plan of the next year that begins with it', async () => {
  const first = await givenDraft(api, drafter, { year: 2040, lines: [heading('1'), amount('1.1', 5)] });
  const lines = (idOf: (code: string) => string) => [
    heading('1', { lineId: idOf('1') }),
    amount('1.1', 5, { lineId: idOf('1.1') }),
  ];
  const copy = await givenCopy(first.versionId, 2040, lines);
  const next = await givenCopy(first.versionId, 2041, lines);
  for (const other of [first, copy, next]) {
    const found = await compare(first.versionId, other.versionId);
    expect(found.moves.map(({ kind }) => kind)).toEqual(['same', 'same']);
    expect(found.differenceCents).toBe(0);
  }
});

test('years apart, lines are followed through the years between, and each line knows its history', async () => {
  const first = await givenDraft(api, drafter, { year: 2050, lines: [amount('1', 10), amount('2', 20)] });
  const old = await idsOf(first.versionId);
  const second = await givenCopy(first.versionId, 2051, () => [
    amount('7', 30, { predecessorIds: [old('1'), old('2')] }),
  ]);
  const third = await givenCopy(second.versionId, 2052, (idOf) => [amount('7', 45, { lineId: idOf('7') })]);
  const newest = await idsOf(third.versionId);

  expect(shapes(await compare(first.versionId, third.versionId))).toEqual([
    ['merged', ['1', '2'], ['7'], ['code', 'label', 'amount'], 15_00],
  ]);

  const { rows } = await historyOf(newest('7'));
  expect(rows.map(({ year, number, code, amountCents }) => [year, number, code, amountCents])).toEqual([
    [2052, 1, '7', 45_00],
    [2051, 1, '7', 30_00],
    [2050, 1, '1', 10_00],
    [2050, 1, '2', 20_00],
  ]);
  expect(rows[0]).toMatchObject({
    versionId: third.versionId,
    lineId: newest('7'),
    stage: 'provisional',
    state: 'draft',
  });
  const ofOld = await historyOf(old('1'));
  expect(ofOld.rows.map(({ year, code }) => [year, code])).toEqual([
    [2052, '7'],
    [2051, '7'],
    [2050, '1'],
  ]);
});

test('the history of a line names each version of a year, with the decree that put it in force', async () => {
  const first = await givenDraft(api, drafter, { year: 2060, lines: [heading('1'), amount('1.1', 10)] });
  await bringIntoForce(api, drafter, approver, first);
  const copy = await givenCopy(first.versionId, 2060, (idOf) => [
    heading('1', { lineId: idOf('1') }),
    amount('1.2', 12, { lineId: idOf('1.1') }),
  ]);
  const idOf = await idsOf(copy.versionId);
  const { rows } = await historyOf(idOf('1.2'));
  expect(rows).toEqual([
    expect.objectContaining({ number: 2, code: '1.2', state: 'draft', decreeReference: null, decreeOn: null }),
    expect.objectContaining({
      number: 1,
      code: '1.1',
      state: 'in-force',
      decreeReference: 'Royal Decree 2026000001',
      decreeOn: '2026-01-05',
    }),
  ]);
  expect((await historyOf(idOf('1'))).rows.map((row) => row.subtotalCents)).toEqual([12_00, 10_00]);
});

test('lines that continue each other in a circle have an end', async () => {
  const first = await givenDraft(api, drafter, { year: 2070, lines: [amount('1', 1), amount('2', 2)] });
  const second = await givenCopy(first.versionId, 2070, (idOf) => [
    amount('1', 3, { lineId: idOf('1'), predecessorIds: [idOf('2')] }),
  ]);
  const [one] = (await read(second.versionId)).lines;
  const old = await idsOf(first.versionId);
  const third = await givenCopy(second.versionId, 2070, () => [
    amount('2', 3, { lineId: old('2'), predecessorIds: [one?.lineId ?? ''] }),
  ]);
  const found = await compare(first.versionId, third.versionId);
  expect(shapes(found).map((each) => each.slice(0, 3))).toEqual([['merged', ['1', '2'], ['2']]]);
  expect((await historyOf(old('2'))).rows.map(({ number, code }) => [number, code])).toEqual([
    [3, '2'],
    [2, '1'],
    [1, '1'],
    [1, '2'],
  ]);
});

test('what does not exist is missing, on either side, and a line that stands nowhere has an empty history', async () => {
  const { versionId, revision } = await givenDraft(api, drafter, { year: 2080, lines: [amount('1', 1)] });
  const missing = expect.objectContaining({ code: 'record.missing' });
  const pairs = [
    [versionId, randomUUID()],
    [randomUUID(), versionId],
    [randomUUID(), randomUUID()],
  ] as const;
  for (const [one, other] of pairs) {
    const input = { params: { versionId: one }, query: { with: other } };
    expect(await api.refused(contract.comparePlanVersions, input, { as: drafter })).toEqual(missing);
  }
  const nobody = { params: { lineId: randomUUID() } };
  expect(await api.refused(contract.readLineHistory, nobody, { as: drafter })).toEqual(missing);
  const lineId = (await idsOf(versionId))('1');
  const body = { totalCents: cents(100), lines: [], revision };
  await api.ok(contract.savePlanLines, { params: { versionId }, body }, { as: drafter });
  expect(await historyOf(lineId)).toEqual({ rows: [] });
});

test('who may not read plans is refused', async () => {
  const { versionId } = await givenDraft(api, drafter, { year: 2081, lines: [amount('1', 1)] });
  const applicant = await api.person();
  const refused = expect.objectContaining({ code: 'permission.missing' });
  const input = { params: { versionId }, query: { with: versionId } };
  expect(await api.refused(contract.comparePlanVersions, input, { as: applicant })).toEqual(refused);
  const line = { params: { lineId: (await idsOf(versionId))('1') } };
  expect(await api.refused(contract.readLineHistory, line, { as: applicant })).toEqual(refused);
});
