import { ledger, plan as planContract } from '@commonlot/contracts';
import { cents } from '@commonlot/domain';
import { givenOverrun, givenYearToClose, prepareClosing, signClosing, signOverrun } from '../testing/given-closing.js';
import { bringIntoForce, type GivenPlan, givenDraft, givenPlanInForce, usualLines } from '../testing/given-plan.js';
import { TestApi, type TestPerson } from '../testing/test-api.js';

let api: TestApi;
let plan: GivenPlan;
let officer: TestPerson;
let controller: TestPerson;
beforeAll(async () => {
  api = await TestApi.start();
  plan = await givenPlanInForce(api, { year: 2026 });
  officer = await api.person(['officer'], 'Olga Officer');
  controller = await api.person(['controller'], 'Carl Controller');
});
afterAll(() => api.stop());

const sum = cents(1_000_00);
const statement = async (lineId: string) =>
  (await api.ok(ledger.readLineStatement, { params: { lineId } }, { as: officer })).closing;
const list = (lineId: string, as: TestPerson) => api.ok(ledger.listOverruns, { params: { lineId } }, { as });

it('gives a line more only once another person signed, and says apart what the plan gave', async () => {
  const lineId = plan.lineId('1.2');
  const overrun = await givenOverrun(api, officer, lineId);
  expect(await statement(lineId)).toMatchObject({ allocatedCents: 200_000_000, authorisedCents: 0 });
  await signOverrun(api, plan.approver, overrun);
  expect(await statement(lineId)).toMatchObject({
    allocatedCents: 200_000_000 + sum,
    plannedCents: 200_000_000,
    authorisedCents: sum,
    availableCents: 200_000_000 + sum,
  });
  const [row] = (await list(lineId, officer)).rows;
  expect(row).toMatchObject({
    state: 'signed',
    amountCents: sum,
    proposedBy: 'Olga Officer',
    signedBy: 'Arno Approver',
  });
});

it('stays beside the plan when a later version comes into force', async () => {
  const lineId = plan.lineId('1.1');
  await signOverrun(api, plan.approver, await givenOverrun(api, officer, lineId));
  const version = await api.ok(
    planContract.readPlanVersion,
    { params: { versionId: plan.versionId } },
    { as: officer },
  );
  const lines = usualLines.map((line) => ({
    ...line,
    lineId: version.lines.find(({ code }) => code === line.code)?.lineId ?? null,
    amountCents: line.code === '1.1' ? cents(150_000_000) : (line.amountCents ?? null),
  }));
  const draft = await givenDraft(api, plan.drafter, { year: 2026, fromVersionId: plan.versionId, lines });
  await bringIntoForce(api, plan.drafter, plan.approver, draft);
  expect(await statement(lineId)).toMatchObject({ plannedCents: 150_000_000, allocatedCents: 150_000_000 + sum });
});

it('is never signed by whoever proposed it, not even by SQL', async () => {
  const { id, revision } = await givenOverrun(api, plan.drafter, plan.lineId('1.3'));
  const input = { params: { overrunId: id }, body: { revision } };
  expect(await api.refused(ledger.signOverrun, input, { as: plan.drafter })).toMatchObject({
    status: 409,
    code: 'ledger.same-person',
  });
  await expect(
    api.sql(`UPDATE overrun SET state = 'signed', signed_by = proposed_by, signed_at = now() WHERE id = $1`, [id]),
  ).rejects.toThrow('overrun_four_eyes');
});

it('offers to each what they may do', async () => {
  const lineId = plan.lineId('1.4');
  await givenOverrun(api, plan.drafter, lineId);
  const mayOf = async (as: TestPerson) => {
    const { rows, mayPropose } = await list(lineId, as);
    return { mayPropose, ...rows[0]?.may };
  };
  expect(await mayOf(plan.drafter)).toEqual({ mayPropose: true, sign: false, withdraw: true });
  expect(await mayOf(plan.approver)).toEqual({ mayPropose: true, sign: true, withdraw: true });
  expect(await mayOf(officer)).toEqual({ mayPropose: true, sign: false, withdraw: true });
  expect(await mayOf(controller)).toEqual({ mayPropose: false, sign: false, withdraw: false });
});

it('is signed once, by whoever comes first of two', async () => {
  const lineId = plan.lineId('1.5');
  const { id, revision } = await givenOverrun(api, officer, lineId);
  const input = { params: { overrunId: id }, body: { revision } };
  const answers = await Promise.all(
    [plan.approver, plan.drafter].map((as) => api.call(ledger.signOverrun, input, { as })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await statement(lineId)).toMatchObject({ authorisedCents: sum });
  const again = { params: { overrunId: id }, body: { revision: 1 } };
  const withdrawal = await api.refused(ledger.withdrawOverrun, again, { as: officer });
  expect(withdrawal.code).toBe('lifecycle.not-allowed');
});

it('can be withdrawn, and then not be signed', async () => {
  const { id, revision } = await givenOverrun(api, officer, plan.lineId('1.4'));
  const params = { overrunId: id };
  const withdrawn = await api.ok(ledger.withdrawOverrun, { params, body: { revision } }, { as: officer });
  const signature = { params, body: withdrawn };
  expect((await api.refused(ledger.signOverrun, signature, { as: plan.approver })).code).toBe('lifecycle.not-allowed');
  const stale = { params, body: { revision } };
  expect((await api.refused(ledger.signOverrun, stale, { as: plan.approver })).code).toBe('record.stale');
});

it.each([
  ['no amount', { amountCents: cents(0) }],
  ['no reason', { reason: 'too short' }],
  ['no act', { actReference: '  ' }],
])('refuses %s', async (_case, change) => {
  const body = { amountCents: sum, reason: 'De noodhulp kost meer.', actReference: 'MB 1', ...change };
  const input = { params: { lineId: plan.lineId('1.2') }, body };
  expect((await api.refused(ledger.proposeOverrun, input, { as: officer })).code).toBe('request.malformed');
});

it('is for lines that carry money, of a plan in force', async () => {
  const body = { amountCents: sum, reason: 'De noodhulp kost meer.', actReference: 'MB 1' };
  const heading = { params: { lineId: plan.lineId('1') }, body };
  expect((await api.refused(ledger.proposeOverrun, heading, { as: officer })).code).toBe('record.missing');
});

it('gives nothing to a year that is closed, whatever was proposed before', async () => {
  const people = { drafter: plan.drafter, approver: plan.approver, controller };
  const year = await givenYearToClose(api, people, 2024);
  const { id, revision } = await givenOverrun(api, officer, year.lineId('1.1'));
  await signClosing(api, plan.approver, await prepareClosing(api, controller, 2024));
  const signature = { params: { overrunId: id }, body: { revision } };
  expect((await api.refused(ledger.signOverrun, signature, { as: plan.approver })).code).toBe('ledger.year-closed');
  const body = { amountCents: sum, reason: 'De noodhulp kost meer.', actReference: 'MB 1' };
  const late = { params: { lineId: year.lineId('1.1') }, body };
  expect((await api.refused(ledger.proposeOverrun, late, { as: officer })).code).toBe('ledger.year-closed');
});

it('gives a pro memoria line exactly what was authorised', async () => {
  const lineId = plan.lineId('1.6');
  await signOverrun(api, plan.approver, await givenOverrun(api, officer, lineId));
  const rows = await api.sql<{ available_cents: string }>('SELECT * FROM ledger_line WHERE line_id = $1', [lineId]);
  expect(rows[0]).toMatchObject({
    available_cents: String(sum),
    allocated_cents: String(sum),
    authorised_cents: String(sum),
  });
});
