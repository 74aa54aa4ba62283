import { randomUUID } from 'node:crypto';
import { plan as contract, type RequestOf, workspace } from '@commonlot/contracts';
import { cents, mostAdjustments, mostScenarios } from '@commonlot/domain';
import { bringIntoForce, fivePerCentLess, givenDraft, givenLine, givenScenario } from '../testing/given-plan.js';
import { TestApi, type TestPerson } from '../testing/test-api.js';

let api: TestApi;
let drafter: TestPerson;
let other: TestPerson;
beforeAll(async () => {
  api = await TestApi.start({ processes: 2 });
  drafter = await api.person(['minister'], 'Dana Drafter');
  other = await api.person(['minister'], 'Odile Other');
});
afterAll(() => api.stop());

type Adjustments = RequestOf<typeof contract.createPlanScenario>['body']['adjustments'];
const share = { kind: 'share' as const, of: 'total' as const, less: [], share: '0.2744' };
/** 1 000 euros: the Communities by formula, a line that is owed, a heading with two free lines. */
const lines = [
  givenLine('1', { kind: 'statutory-community', amountCents: cents(274_00), formula: share }),
  givenLine('2', { kind: 'statutory-named', amountCents: cents(226_00) }),
  givenLine('3', { kind: 'heading', amountCents: null }),
  givenLine('3.1', { kind: 'open-envelope', amountCents: cents(400_00), sector: 'culture' }),
  givenLine('3.2', { amountCents: cents(100_00), coMinister: 'Begroting' }),
];
const draftOf = (year: number) => givenDraft(api, drafter, { year, lines, totalCents: 1_000_00 });
const read = (versionId: string) => api.ok(contract.readPlanVersion, { params: { versionId } }, { as: drafter });
const list = async (versionId: string) =>
  (await api.ok(contract.listPlanScenarios, { params: { versionId } }, { as: drafter })).rows;
const create = (versionId: string, name: string, adjustments: Adjustments = fivePerCentLess, as = drafter) =>
  api.call(contract.createPlanScenario, { params: { versionId }, body: { name, adjustments } }, { as });
const save = (scenarioId: string, revision: number, name: string, adjustments: Adjustments = [], as = drafter) =>
  api.call(contract.savePlanScenario, { params: { scenarioId }, body: { name, adjustments, revision } }, { as });
const remove = (scenarioId: string, revision: number) =>
  api.call(contract.removePlanScenario, { params: { scenarioId }, query: { revision } }, { as: drafter });
const adopt = (scenarioId: string, revision: number, versionRevision: number, process = 0) =>
  api.call(
    contract.adoptPlanScenario,
    { params: { scenarioId }, body: { revision, versionRevision } },
    { as: drafter, process },
  );

test('a scenario says what the plan would become, and changes nothing of it', async () => {
  const { versionId } = await draftOf(2040);
  const before = await read(versionId);
  const { id } = await givenScenario(api, drafter, versionId);
  await givenScenario(api, drafter, versionId, 'Cultuur', [{ kind: 'sector', sector: 'culture', amountCents: 50_00 }]);
  expect(await list(versionId)).toEqual([
    expect.objectContaining({
      id,
      name: 'Vijf procent lager',
      adjustments: fivePerCentLess,
      author: 'Dana Drafter',
      adoptedBy: null,
      adoptedAt: null,
      revision: 0,
      totalCents: 950_00,
      unassignedCents: 0,
    }),
    expect.objectContaining({ name: 'Cultuur', totalCents: 1_000_00, unassignedCents: -50_00 }),
  ]);
  expect(await read(versionId)).toEqual(before);
});

test('adoption makes the draft what the scenario says: total, lines and formulas, and nothing else of a line', async () => {
  const { versionId, revision } = await draftOf(2041);
  const before = await read(versionId);
  const { id } = await givenScenario(api, drafter, versionId);
  const adopted = await adopt(id, 0, revision);
  expect(adopted.body).toEqual({ revision: 1, versionRevision: revision + 1, unassignedCents: 0 });

  const after = await read(versionId);
  expect(after).toMatchObject({ totalCents: 950_00, unassignedCents: 0, revision: revision + 1 });
  const amounts = [261_00, 226_00, null, 370_40, 92_60];
  expect(after.lines.map((line) => line.amountCents)).toEqual(amounts);
  const rest = (version: typeof before) => version.lines.map(({ amountCents: _, subtotalCents: __, ...line }) => line);
  expect(rest(after)).toEqual(rest(before));
  expect(await list(versionId)).toMatchObject([
    { adoptedBy: 'Dana Drafter', totalCents: null, unassignedCents: null, revision: 1 },
  ]);
  const { rows: history } = await api.ok(
    workspace.readHistory,
    { params: { subjectType: 'plan-version', subjectId: versionId } },
    { as: drafter },
  );
  expect(history[0]?.changes).toContainEqual({ field: 'scenarioId', before: null, after: 'Vijf procent lager' });
  const [event] = await api.sql<{ type: string; data: object }>(
    'SELECT type, data FROM journal WHERE subject_id = $1 ORDER BY id DESC LIMIT 1',
    [versionId],
  );
  expect(event).toEqual({
    type: 'plan-version.scenario-adopted',
    data: {
      before: { totalCents: 1_000_00, unassignedCents: 0, lines: { 1: 274_00, 3.1: 400_00, 3.2: 100_00 } },
      after: {
        scenarioId: id,
        totalCents: 950_00,
        unassignedCents: 0,
        lines: { 1: 261_00, 3.1: 370_40, 3.2: 92_60 },
      },
    },
  });
});

test('of two adoptions at once one wins, in whatever process; the other must look at the draft again', async () => {
  const { versionId, revision } = await draftOf(2042);
  const one = await givenScenario(api, drafter, versionId, 'Een');
  const two = await givenScenario(api, drafter, versionId, 'Twee', [{ kind: 'total', basisPoints: -1_000 }]);
  const answers = await Promise.all([
    adopt(one.id, 0, revision),
    adopt(two.id, 0, revision, 1),
    adopt(one.id, 0, revision, 1),
  ]);
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409]);
  expect((await list(versionId)).filter((row) => row.adoptedAt !== null)).toHaveLength(1);
  expect((await read(versionId)).revision).toBe(revision + 1);
});

test('nobody adopts what they have not seen: a draft or a scenario that changed is stale', async () => {
  const { versionId, revision } = await draftOf(2043);
  const { id } = await givenScenario(api, drafter, versionId);
  expect(await adopt(id, 0, revision - 1)).toMatchObject({ status: 409, body: { code: 'record.stale' } });
  expect((await save(id, 0, 'Zes procent lager')).status).toBe(200);
  expect(await adopt(id, 0, revision)).toMatchObject({ body: { code: 'record.stale' } });
  expect(await save(id, 0, 'Zeven')).toMatchObject({ body: { code: 'record.stale' } });
  expect(await remove(id, 0)).toMatchObject({ body: { code: 'record.stale' } });
  expect((await read(versionId)).revision).toBe(revision);
});

test('of two people who save a scenario at once, one is told that the other was first', async () => {
  const { versionId } = await draftOf(2043);
  const { id } = await givenScenario(api, drafter, versionId);
  const answers = await Promise.all([save(id, 0, 'Een'), save(id, 0, 'Twee', [], other)]);
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
});

test('a scenario that cannot be applied as a whole is not adopted, and says what cannot', async () => {
  const { versionId, revision } = await draftOf(2044);
  const adjustments: Adjustments = [
    { kind: 'total', basisPoints: -500 },
    { kind: 'index', codes: ['8', '3'], basisPoints: 100 },
    { kind: 'sector', sector: 'sport', amountCents: 1 },
    { kind: 'sector', sector: 'culture', amountCents: -900_00 },
    { kind: 'line', code: '1', amountCents: 1 },
  ];
  const { id } = await givenScenario(api, drafter, versionId, 'Te veel', adjustments);
  expect(await adopt(id, 0, revision)).toMatchObject({
    status: 422,
    body: {
      code: 'plan.scenario-unfit',
      details: {
        faults: [
          { adjustment: 1, code: 'line-missing', lineCode: '8' },
          { adjustment: 2, code: 'sector-empty', lineCode: null },
          { adjustment: 3, code: 'below-zero', lineCode: null },
          { adjustment: 4, code: 'line-computed', lineCode: '1' },
        ],
      },
    },
  });
  expect(await read(versionId)).toMatchObject({ revision, totalCents: 1_000_00 });
});

test('what was adopted is not changed or adopted again; it may be thrown away', async () => {
  const { versionId, revision } = await draftOf(2045);
  const { id } = await givenScenario(api, drafter, versionId);
  await adopt(id, 0, revision);
  expect(await adopt(id, 1, revision + 1)).toMatchObject({ body: { code: 'lifecycle.not-allowed' } });
  expect(await save(id, 1, 'Anders')).toMatchObject({ body: { code: 'lifecycle.not-allowed' } });
  expect((await remove(id, 1)).status).toBe(200);
  expect(await list(versionId)).toEqual([]);
});

test('beside a version that is no draft scenarios are read and not written', async () => {
  const draft = await draftOf(2046);
  const { id } = await givenScenario(api, drafter, draft.versionId);
  await bringIntoForce(api, drafter, other, draft);
  const { revision } = await read(draft.versionId);
  const refused = { status: 409, body: { code: 'lifecycle.not-allowed' } };
  expect(await create(draft.versionId, 'Later')).toMatchObject(refused);
  expect(await save(id, 0, 'Later')).toMatchObject(refused);
  expect(await remove(id, 0)).toMatchObject(refused);
  expect(await adopt(id, 0, revision)).toMatchObject(refused);
  expect(await list(draft.versionId)).toMatchObject([{ id, totalCents: 950_00 }]);
});

test('who began or changed a scenario that was adopted does not approve the plan', async () => {
  const { versionId, revision } = await draftOf(2047);
  const changed = await givenScenario(api, drafter, versionId);
  await save(changed.id, 0, 'Vier procent', [{ kind: 'total', basisPoints: -400 }, ...fivePerCentLess.slice(1)], other);
  const idle = await api.person(['minister'], 'Ilse Idle');
  await create(versionId, 'Niet overgenomen', fivePerCentLess, idle);
  await adopt(changed.id, 1, revision);
  const params = { versionId };
  await api.ok(contract.submitPlanVersion, { params, body: { revision: revision + 1 } }, { as: drafter });
  const approval = { params, body: { revision: revision + 2 } };
  expect(await api.refused(contract.approvePlanVersion, approval, { as: other })).toMatchObject({
    code: 'plan.same-person',
  });
  await api.ok(contract.approvePlanVersion, approval, { as: idle });
});

test('a name stands once beside a draft, and once more beside another', async () => {
  const [{ versionId }, another] = [await draftOf(2048), await draftOf(2048)];
  const { id } = await givenScenario(api, drafter, versionId, 'Een');
  await givenScenario(api, drafter, another.versionId, 'Een');
  const second = await givenScenario(api, drafter, versionId, 'Twee');
  const duplicate = { status: 409, body: { code: 'record.duplicate' } };
  expect(await create(versionId, 'Een')).toMatchObject(duplicate);
  expect(await save(second.id, 0, 'Een')).toMatchObject(duplicate);
  expect((await save(id, 0, 'Een', fivePerCentLess)).status).toBe(200);
});

test('twenty scenarios stand beside a draft, never more, also when they are begun at once', async () => {
  const { versionId } = await draftOf(2049);
  const made = await Promise.all(
    Array.from({ length: mostScenarios + 2 }, (_, index) => create(versionId, `Scenario ${index}`, [])),
  );
  const refused = made.filter((answer) => answer.status !== 201);
  expect(refused).toMatchObject(Array(2).fill({ status: 409, body: { code: 'plan.scenario-too-many' } }));
  expect(await list(versionId)).toHaveLength(mostScenarios);
});

test('the same request twice begins one scenario', async () => {
  const { versionId } = await draftOf(2050);
  const input = { params: { versionId }, body: { name: 'Een', adjustments: fivePerCentLess } };
  const options = { as: drafter, key: randomUUID() };
  const [first, second] = await Promise.all([
    api.ok(contract.createPlanScenario, input, options),
    api.ok(contract.createPlanScenario, input, { ...options, process: 1 }),
  ]);
  expect(second).toEqual(first);
});

test('what does not exist is missing, and who may not write plans reads only', async () => {
  const { versionId, revision } = await draftOf(2051);
  const { id } = await givenScenario(api, drafter, versionId);
  const missing = { status: 404, body: { code: 'record.missing' } };
  expect(await create(randomUUID(), 'Een')).toMatchObject(missing);
  expect(await save(randomUUID(), 0, 'Een')).toMatchObject(missing);
  expect(await remove(randomUUID(), 0)).toMatchObject(missing);
  expect(await adopt(randomUUID(), 0, 0)).toMatchObject(missing);
  const nowhere = { params: { versionId: randomUUID() } };
  expect(await api.refused(contract.listPlanScenarios, nowhere, { as: drafter })).toMatchObject(missing.body);

  const officer = await api.person(['officer']);
  const forbidden = { status: 403, body: { code: 'permission.missing' } };
  expect(await create(versionId, 'Twee', [], officer)).toMatchObject(forbidden);
  expect(await save(id, 0, 'Twee', [], officer)).toMatchObject(forbidden);
  const adoption = { params: { scenarioId: id }, body: { revision: 0, versionRevision: revision } };
  expect(await api.call(contract.adoptPlanScenario, adoption, { as: officer })).toMatchObject(forbidden);
  expect(await api.ok(contract.listPlanScenarios, { params: { versionId } }, { as: officer })).toMatchObject({
    rows: [{ id }],
  });
});

test('hostile and wrong input is refused or kept as plain text', async () => {
  const { versionId } = await draftOf(2052);
  const faults: unknown[] = [
    [{ kind: 'total', basisPoints: -10_000 }],
    [{ kind: 'total', basisPoints: 10_001 }],
    [{ kind: 'total', basisPoints: 0.5 }],
    [{ kind: 'total', basisPoints: 1, isAdmin: true }],
    [{ kind: 'index', codes: [], basisPoints: 1 }],
    [{ kind: 'index', codes: ['1; DROP TABLE plan'], basisPoints: 1 }],
    [{ kind: 'sector', sector: 'luck', amountCents: 1 }],
    [{ kind: 'line', code: '1', amountCents: -1 }],
    [{ kind: 'absorb', how: 'first' }],
    [{ kind: 'gift' }],
    Array(mostAdjustments + 1).fill(fivePerCentLess[0]),
  ];
  for (const adjustments of faults) {
    expect(await create(versionId, 'Een', adjustments as Adjustments)).toMatchObject({
      status: 400,
      body: { code: 'request.malformed' },
    });
  }
  for (const name of ['', 'a\nb', 'x'.repeat(101), '\u202eabc']) {
    expect(await create(versionId, name)).toMatchObject({ status: 400 });
  }
  const name = `<img src=x onerror=alert(1)> '; DROP TABLE plan; --`;
  await givenScenario(api, drafter, versionId, name);
  expect((await list(versionId))[0]?.name).toBe(name);
});
