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

const save = (versionId: string, revision: number, lines: GivenLine[]) =>
  api.call(
    contract.savePlanLines,
    { params: { versionId }, body: { totalCents: 100_00, lines, revision } },
    { as: drafter },
  );
const emptyDraft = (year: number) => givenDraft(api, drafter, { year, lines: [], totalCents: 100_00 });

test('lines are merged and split by what they continue, of last year and of their own year', async () => {
  const before = await givenPlanInForce(api, { year: 2031 });
  const [one, two] = [before.lineId('1.1'), before.lineId('1.2')].toSorted() as [string, string];
  const { versionId, revision } = await emptyDraft(2032);
  const lines = [
    givenLine('1', { predecessorIds: [one, two] }),
    givenLine('2', { predecessorIds: [one] }),
    givenLine('3', { predecessorIds: [] }),
  ];
  expect(await save(versionId, revision, lines)).toMatchObject({ status: 200 });
  const read = () => api.ok(contract.readPlanVersion, { params: { versionId } }, { as: drafter });
  const saved = await read();
  expect(saved.lines.map(({ predecessorIds }) => predecessorIds)).toEqual([[one, two], [one], []]);

  const [first, second] = saved.lines.map(({ lineId }) => lineId);
  const again = [
    givenLine('1', { lineId: first ?? null, predecessorIds: [one, two] }),
    givenLine('2', { lineId: second ?? null, predecessorIds: [first ?? ''] }),
  ];
  expect(await save(versionId, revision + 1, again)).toMatchObject({ status: 200 });
  expect((await read()).lines.map(({ predecessorIds }) => predecessorIds)).toEqual([[one, two], [first]]);
});

test('a line that is not there, of a later year, twice or itself is refused by its row, and nothing is saved', async () => {
  const later = await givenPlanInForce(api, { year: 2035 });
  const before = await givenPlanInForce(api, { year: 2033 });
  const { versionId, revision } = await emptyDraft(2034);
  const old = before.lineId('1.1');
  await save(versionId, revision, [givenLine('1')]);
  const { lines } = await api.ok(contract.readPlanVersion, { params: { versionId } }, { as: drafter });
  const own = lines[0]?.lineId ?? '';
  for (const [predecessorIds, code] of [
    [[randomUUID()], 'predecessor-unknown'],
    [[later.lineId('1.1')], 'predecessor-later'],
    [[old, old], 'predecessor-duplicate'],
    [[own], 'predecessor-itself'],
  ] as const) {
    const typed = [givenLine('1', { lineId: own, predecessorIds: [old] }), givenLine('2')];
    typed[own === predecessorIds[0] ? 0 : 1] = givenLine(own === predecessorIds[0] ? '1' : '2', {
      lineId: own === predecessorIds[0] ? own : null,
      predecessorIds: [...predecessorIds],
    });
    expect(await save(versionId, revision + 1, typed)).toMatchObject({
      status: 422,
      body: {
        code: 'plan.lines-invalid',
        details: { errors: [{ row: own === predecessorIds[0] ? 0 : 1, column: 'predecessorIds', code }] },
      },
    });
  }
  const after = await api.ok(contract.readPlanVersion, { params: { versionId } }, { as: drafter });
  expect(after).toMatchObject({ revision: revision + 1, lines: [{ predecessorIds: [] }] });
});
