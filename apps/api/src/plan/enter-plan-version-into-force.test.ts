import { randomUUID } from 'node:crypto';
import { plan as contract, ledger } from '@commonlot/contracts';
import { brusselsDay, cents } from '@commonlot/domain';
import { Ledger } from '../ledger/index.js';
import { systemActor, Transactions } from '../platform/index.js';
import { bringIntoForce, type GivenPlan, givenDraft, givenLine, givenPlanInForce } from '../testing/given-plan.js';
import { TestApi } from '../testing/test-api.js';
import { Plan } from './index.js';

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.start({ processes: 2 });
});
afterAll(() => api.stop());

const decree = { decreeReference: 'Royal Decree 2026000002', decreeOn: '2026-01-05' };
const read = (plan: GivenPlan, versionId = plan.versionId) =>
  api.ok(contract.readPlanVersion, { params: { versionId } }, { as: plan.drafter });
const allocated = async (plan: GivenPlan, code: string) =>
  api.ok(ledger.readLineFigures, { params: { lineId: plan.lineId(code) } }, { as: plan.drafter });
const lineInForce = (lineId: string) =>
  api.get(Transactions).run(systemActor, (tx) => api.get(Plan).lineInForce(tx, lineId));

/** An approved version of the same year with these amounts on lines of the plan. */
async function givenApproved(plan: GivenPlan, amounts: Record<string, number>) {
  const lines = [
    givenLine('1', { kind: 'heading', lineId: plan.lineId('1'), amountCents: null }),
    ...Object.entries(amounts).map(([code, amount]) =>
      givenLine(code, { lineId: plan.lines.get(code) ?? null, kind: 'open-envelope', amountCents: amount }),
    ),
  ];
  const draft = await givenDraft(api, plan.drafter, { year: plan.year, lines });
  const params = { versionId: draft.versionId };
  const submitted = await api.ok(
    contract.submitPlanVersion,
    { params, body: { revision: draft.revision } },
    { as: plan.drafter },
  );
  const approved = await api.ok(contract.approvePlanVersion, { params, body: submitted }, { as: plan.approver });
  return { params, revision: approved.revision };
}

const enter = (plan: GivenPlan, version: Awaited<ReturnType<typeof givenApproved>>, process = 0) =>
  api.call(
    contract.enterPlanVersionIntoForce,
    { params: version.params, body: { revision: version.revision, ...decree } },
    { as: plan.approver, process },
  );

test('a plan that entered into force has given every line its money', async () => {
  const plan = await givenPlanInForce(api, { year: 2010 });
  const version = await read(plan);
  expect(version).toMatchObject({ state: 'in-force', unassignedCents: 0, decreeOn: '2026-01-05' });
  const { recordSteps, ...may } = version.may;
  expect(recordSteps).toEqual(['publication']);
  expect(Object.values(may)).not.toContain(true);
  expect(version.lines[0]).toMatchObject({
    code: '1',
    amountCents: null,
    subtotalCents: 1_000_000_000,
    figures: { allocatedCents: 1_000_000_000, availableCents: 1_000_000_000, committedCents: 0 },
  });
  expect(await allocated(plan, '1.3')).toMatchObject({ allocatedCents: 200_000_000, availableCents: 200_000_000 });
  expect(await allocated(plan, '1.6')).toMatchObject({ allocatedCents: 0 });
});

test('the next version gives each line the difference, and takes back what a line that is gone had', async () => {
  const plan = await givenPlanInForce(api, { year: 2011 });
  const next = await givenApproved(plan, { '1.1': 250_000_000, '1.2': 150_000_000, '1.7': 30_000_000 });
  expect((await enter(plan, next)).status).toBe(200);
  const { versionId } = next.params;
  expect(await read(plan)).toMatchObject({ state: 'superseded' });
  expect((await read(plan)).lines.every((line) => line.figures === null)).toBe(true);
  const version = await read(plan, versionId);
  expect(version.lines.map((line) => [line.code, line.figures?.allocatedCents])).toEqual([
    ['1', 430_000_000],
    ['1.1', 250_000_000],
    ['1.2', 150_000_000],
    ['1.7', 30_000_000],
  ]);
  expect(await allocated(plan, '1.3')).toMatchObject({ allocatedCents: 0, availableCents: 0 });
  const entries = await api.ok(
    ledger.listLineEntries,
    { params: { lineId: plan.lineId('1.2') } },
    { as: plan.drafter },
  );
  expect(entries.rows.map((row) => [row.cause, row.amountCents, row.subjectId])).toEqual([
    ['deallocate', 50_000_000, versionId],
    ['allocate', 200_000_000, plan.versionId],
  ]);
  const [event] = await api.sql<{ data: object }>(
    `SELECT data FROM journal WHERE subject_id = $1 AND type = 'plan-version.in-force'`,
    [versionId],
  );
  expect(event?.data).toMatchObject({
    before: { versionId: plan.versionId, lines: { 1.2: 200_000_000, 1.3: 200_000_000 } },
    after: { decreeReference: decree.decreeReference, lines: { 1.2: 150_000_000, 1.7: 30_000_000 } },
  });
});

test('a line is not given less than what is reserved of it, and then nothing changes', async () => {
  const plan = await givenPlanInForce(api, { year: 2012 });
  const lineId = plan.lineId('1.3');
  const reservation = { lineId, amountCents: cents(150_000_000), subjectType: 'call', subjectId: randomUUID() };
  await api.get(Transactions).run(systemActor, (tx) => api.get(Ledger).post(tx, { cause: 'reserve', ...reservation }));
  const next = await givenApproved(plan, { '1.1': 1, '1.3': 149_999_999 });
  const answer = await enter(plan, next);
  expect(answer).toMatchObject({
    status: 409,
    body: { code: 'ledger.overspent', details: { missingCents: 1, lineId } },
  });
  expect(await read(plan)).toMatchObject({ state: 'in-force' });
  expect(await allocated(plan, '1.1')).toMatchObject({ allocatedCents: 200_000_000 });
  const enough = await givenApproved(plan, { '1.1': 1, '1.3': 150_000_000 });
  expect((await enter(plan, enough)).status).toBe(200);
  expect(await allocated(plan, '1.3')).toMatchObject({ allocatedCents: 150_000_000, availableCents: 0 });
});

test('of two versions that enter into force at once one holds in the end, and every line has its amount', async () => {
  const plan = await givenPlanInForce(api, { year: 2013 });
  const [second, third] = [await givenApproved(plan, { '1.1': 11 }), await givenApproved(plan, { '1.1': 22 })];
  const answers = await Promise.all([enter(plan, second, 0), enter(plan, third, 1)]);
  // The third may come after the second, but not the other way round.
  expect(answers[1]?.status).toBe(200);
  expect(await read(plan, third.params.versionId)).toMatchObject({ state: 'in-force' });
  expect(await allocated(plan, '1.1')).toMatchObject({ allocatedCents: 22 });
});

test('the same version entered twice at once enters once', async () => {
  const plan = await givenPlanInForce(api, { year: 2014 });
  const next = await givenApproved(plan, { '1.1': 33 });
  const answers = await Promise.all([enter(plan, next, 0), enter(plan, next, 1)]);
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
  expect(await allocated(plan, '1.1')).toMatchObject({ allocatedCents: 33 });
});

test('an older version does not take the place of a later one', async () => {
  const plan = await givenPlanInForce(api, { year: 2015 });
  const older = await givenApproved(plan, { '1.1': 5 });
  const newer = await givenApproved(plan, { '1.1': 6 });
  expect((await enter(plan, newer)).status).toBe(200);
  expect(await enter(plan, older)).toMatchObject({ status: 409, body: { code: 'plan.stale' } });
});

test('the decree is needed, and is not of tomorrow', async () => {
  const plan = await givenPlanInForce(api, { year: 2016 });
  const next = await givenApproved(plan, { '1.1': 5 });
  const attempt = (change: object) =>
    api.refused(
      contract.enterPlanVersionIntoForce,
      { params: next.params, body: { revision: next.revision, ...decree, ...change } },
      { as: plan.approver },
    );
  const tomorrow = brusselsDay(new Date(Date.now() + 2 * 86_400_000));
  expect(await attempt({ decreeOn: tomorrow })).toMatchObject({ code: 'plan.decree-missing' });
  expect(await attempt({ decreeReference: '  ' })).toMatchObject({ code: 'request.malformed' });
  expect(await attempt({ decreeOn: '2026-02-30' })).toMatchObject({ code: 'request.malformed' });
  expect(await attempt({ revision: next.revision + 1 })).toMatchObject({ code: 'record.stale' });
});

test('what does not exist is missing, and a draft does not enter into force', async () => {
  const plan = await givenPlanInForce(api, { year: 2017 });
  const attempt = (versionId: string, revision: number) =>
    api.refused(
      contract.enterPlanVersionIntoForce,
      { params: { versionId }, body: { revision, ...decree } },
      { as: plan.approver },
    );
  expect(await attempt(randomUUID(), 0)).toMatchObject({ code: 'record.missing' });
  const draft = await givenDraft(api, plan.drafter, { year: 2017 });
  expect(await attempt(draft.versionId, draft.revision)).toMatchObject({ code: 'lifecycle.not-allowed' });
});

test('a line in force is read with its figures; a line of a draft is missing', async () => {
  const plan = await givenPlanInForce(api, { year: 2018 });
  const readLine = { params: { lineId: plan.lineId('1.2') } };
  expect(await api.ok(contract.readPlanLine, readLine, { as: plan.drafter })).toMatchObject({
    code: '1.2',
    versionId: plan.versionId,
    year: 2018,
    state: 'in-force',
    figures: { allocatedCents: 200_000_000 },
  });
  expect(await lineInForce(plan.lineId('1.6'))).toEqual({
    lineId: plan.lineId('1.6'),
    versionId: plan.versionId,
    versionNumber: 1,
    year: 2018,
    stage: 'provisional',
    code: '1.6',
    kind: 'nominative',
    label: givenLine('1.6').label,
    amountCents: null,
    isPm: true,
    legalGround: '',
    beneficiaryNumber: null,
    decreeReference: 'Royal Decree 2026000001',
    decreeOn: '2026-01-05',
  });
  const draft = await givenDraft(api, plan.drafter, { year: 2018 });
  const [draftLine] = (await read(plan, draft.versionId)).lines;
  const lineId = draftLine?.lineId ?? '';
  expect(await api.refused(contract.readPlanLine, { params: { lineId } }, { as: plan.drafter })).toMatchObject({
    code: 'record.missing',
  });
  await expect(lineInForce(lineId)).rejects.toMatchObject({ code: 'record.missing' });
});

test('two years are in force side by side', async () => {
  const [first, second] = [await givenPlanInForce(api, { year: 2019 }), await givenPlanInForce(api, { year: 2020 })];
  expect([(await read(first)).state, (await read(second)).state]).toEqual(['in-force', 'in-force']);
  await bringIntoForce(api, first.drafter, first.approver, await givenDraft(api, first.drafter, { year: 2019 }));
  expect([(await read(first)).state, (await read(second)).state]).toEqual(['superseded', 'in-force']);
});
