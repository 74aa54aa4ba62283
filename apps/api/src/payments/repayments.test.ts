import { randomUUID } from 'node:crypto';
import { ledger, payments, register, workspace } from '@commonlot/contracts';
import { addDays, brusselsDay, cents, formatStructuredCommunication, localDate } from '@commonlot/domain';
import { GivenPayments } from '../testing/given-payment.js';
import { givenRepayment, repaymentBody } from '../testing/given-returns.js';
import type { GivenAward } from '../testing/given-rows.js';
import { TestApi, type TestPerson } from '../testing/test-api.js';

let api: TestApi;
let given: GivenPayments;
let officer: TestPerson;
let minister: TestPerson;
let controller: TestPerson;
beforeAll(async () => {
  api = await TestApi.start({ processes: 2 });
  given = await GivenPayments.start(api);
  ({ officer, controller } = given);
  minister = await api.person(['minister'], 'Mira Minister');
});
afterAll(() => api.stop());

const money = ({ decisionId }: GivenAward, as = officer) =>
  api.ok(payments.readAwardMoney, { params: { decisionId } }, { as });
const receipt = (id: string, amountCents: number, revision = 0, bankReference = 'UITTREKSEL 3') => ({
  params: { repaymentId: id },
  body: { revision, amountCents: cents(amountCents), receivedOn: localDate('2026-02-01'), bankReference },
});
const waiver = (id: string, revision = 0) => ({
  params: { repaymentId: id },
  body: { revision, reason: 'De vereniging is vereffend en heeft niets meer.' },
});
const lineOfAwards = () => ({ params: { lineId: given.plan.directLineId } });
const tasksOf = async (person: TestPerson, subjectId: string) => {
  const { rows } = await api.ok(workspace.readWorkList, {}, { as: person });
  return rows.filter((row) => row.subjectId === subjectId).map(({ task }) => task);
};

it('asks money back, receives it in parts, and gives each part to the line again', async () => {
  const award = await given.paid();
  const { representative } = award.organisation;
  const before = await api.ok(ledger.readLineStatement, lineOfAwards(), { as: officer });
  const { id } = await givenRepayment(api, officer, award, 300_000);
  const asked = (await money(award, controller)).repayments[0];
  expect(asked).toMatchObject({
    number: `${award.number}-R1`,
    openCents: 300_000,
    state: 'asked',
    isOverdue: false,
    may: { receive: true, waive: false },
  });
  expect(asked?.communication).toMatch(/^\d{12}$/);
  const [mail] = await api.sql<{ body: string; recipient: string }>(
    `SELECT body, recipient FROM outgoing_mail WHERE dedupe_key LIKE 'repayment.asked:' || $1 || '%'`,
    [id],
  );
  expect(mail?.recipient).toBe(representative.email);
  expect(mail?.body).toContain(formatStructuredCommunication(asked?.communication ?? ''));
  expect(mail?.body).toContain('niet gebruikt werd');
  expect(await tasksOf(controller, award.decisionId)).toEqual(['receive-repayment']);
  expect(await tasksOf(representative, award.organisation.id)).toContain('pay-back');

  const first = await api.ok(payments.recordReceipt, receipt(id, 100_000), { as: controller });
  await api.work();
  expect(await money(award)).toMatchObject({
    paidCents: 700_001,
    recoveredCents: 100_000,
    repayableCents: 500_001,
    repayments: [{ state: 'partly-received', receivedCents: 100_000, openCents: 200_000 }],
  });
  const shown = await api.ok(register.readAward, { params: { number: award.number } });
  expect(shown).toMatchObject({ amountCents: 1_000_001, paidCents: 700_001, repaidCents: 100_000 });
  await api.ok(payments.recordReceipt, receipt(id, 200_000, first.revision, 'UITTREKSEL 4'), { as: controller });

  expect(await given.figures(award)).toEqual({ committed: 200_000, paid: 500_001 });
  const { closing } = await api.ok(ledger.readLineStatement, lineOfAwards(), { as: officer });
  expect(closing.returnedCents - before.closing.returnedCents).toBe(300_000);
  expect(closing.availableCents - before.closing.availableCents).toBe(300_000);
  expect((await money(award)).repayments[0]).toMatchObject({
    state: 'received',
    openCents: 0,
    receipts: [
      { amountCents: 100_000, bankReference: 'UITTREKSEL 3', recordedBy: 'Carla Controller' },
      { amountCents: 200_000, bankReference: 'UITTREKSEL 4' },
    ],
  });
  expect(await tasksOf(controller, award.decisionId)).toEqual([]);
  expect(await api.refused(payments.recordReceipt, receipt(id, 1, 2), { as: controller })).toMatchObject({
    code: 'lifecycle.not-allowed',
  });
  const { rows } = await api.ok(
    payments.listReturnsOfOrganisation,
    { params: { organisationId: award.organisation.id } },
    { as: representative },
  );
  expect(rows).toMatchObject([
    { repayments: [{ state: 'received', openCents: 0, communication: asked?.communication }] },
  ]);
});

it('asks back what was paid and no more, due on a day to come, of an award that is there', async () => {
  const award = await given.paid();
  const ask = (decisionId: string, change: object) =>
    api.refused(
      payments.askRepayment,
      { params: { decisionId }, body: { ...repaymentBody(1), ...change } },
      { as: officer },
    );
  expect(await ask(award.decisionId, { amountCents: 800_002 })).toMatchObject({
    code: 'repayment.too-high',
    details: { mostCents: 800_001 },
  });
  const today = brusselsDay(new Date());
  expect(await ask(award.decisionId, { dueOn: today })).toMatchObject({ code: 'repayment.due-passed' });
  expect(await ask(randomUUID(), {})).toMatchObject({ code: 'record.missing' });
  await givenRepayment(api, officer, award, 800_001);
  expect(await ask(award.decisionId, { amountCents: 1 })).toMatchObject({ code: 'repayment.too-high' });
  const unpaid = await given.planned();
  expect(await ask(unpaid.decisionId, { amountCents: 1 })).toMatchObject({ details: { mostCents: 0 } });
});

it('two who ask at once do not ask more than was paid together', async () => {
  const award = await given.paid();
  const body = repaymentBody(500_000);
  const answers = await Promise.all(
    [0, 1].map((process) =>
      api.call(payments.askRepayment, { params: { decisionId: award.decisionId }, body }, { as: officer, process }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
});

it('is received exactly once when two record it at the same moment, and once for one key', async () => {
  const award = await given.paid();
  const { id } = await givenRepayment(api, officer, award, 100_000);
  const key = randomUUID();
  const other = await api.person(['controller']);
  const answers = await Promise.all([
    api.call(payments.recordReceipt, receipt(id, 40_000), { as: controller, key, process: 0 }),
    api.call(payments.recordReceipt, receipt(id, 40_000), { as: controller, key, process: 1 }),
    api.call(payments.recordReceipt, receipt(id, 40_000, 0, 'ANDER 1'), { as: other, process: 1 }),
  ]);
  expect([
    [201, 201, 409],
    [201, 409, 409],
  ]).toContainEqual(answers.map(({ status }) => status).sort());
  expect(await given.figures(award)).toEqual({ committed: 200_000, paid: 760_001 });
});

it('refuses a receipt that is too high, of a day to come, of the same statement, stale, or of nothing', async () => {
  const award = await given.paid();
  const { id } = await givenRepayment(api, officer, award, 100_000);
  const refused = (input: ReturnType<typeof receipt>) => api.refused(payments.recordReceipt, input, { as: controller });
  expect(await refused(receipt(id, 100_001))).toMatchObject({
    code: 'repayment.too-high',
    details: { mostCents: 100_000 },
  });
  const tomorrow = addDays(brusselsDay(new Date()), 1);
  const later = receipt(id, 1);
  expect(await refused({ ...later, body: { ...later.body, receivedOn: tomorrow } })).toMatchObject({
    code: 'repayment.day-later',
  });
  expect(await refused(receipt(id, 1, 5))).toMatchObject({ code: 'record.stale' });
  expect(await refused(receipt(randomUUID(), 1))).toMatchObject({ code: 'record.missing' });
  await api.ok(payments.recordReceipt, receipt(id, 10), { as: controller });
  expect(await refused(receipt(id, 10, 1))).toMatchObject({ code: 'record.duplicate' });
  await api.sql(`INSERT INTO organisation_member VALUES ($1, $2, 'viewer')`, [award.organisation.id, controller.id]);
  expect(await refused(receipt(id, 10, 1, 'ANDER 2'))).toMatchObject({ code: 'membership.conflicted' });
});

it('is not received by whoever asked for it, whatever role that person has by then', async () => {
  const award = await given.paid();
  const { id } = await givenRepayment(api, officer, award, 100_000);
  await api.sql('UPDATE repayment SET asked_by = $2 WHERE id = $1', [id, controller.id]);
  expect(await api.refused(payments.recordReceipt, receipt(id, 1), { as: controller })).toMatchObject({
    code: 'repayment.same-person',
  });
});

it('is waived by a minister who did not ask for it, and can then be asked again', async () => {
  const award = await given.paid();
  const both = await api.person(['officer', 'minister']);
  const { id } = await givenRepayment(api, both, award, 800_001);
  const refused = (input: ReturnType<typeof waiver>, as: TestPerson) =>
    api.refused(payments.waiveRepayment, input, { as });
  expect(await refused(waiver(id), both)).toMatchObject({ code: 'repayment.same-person' });
  expect(await refused(waiver(id, 4), minister)).toMatchObject({ code: 'record.stale' });
  expect(await refused(waiver(randomUUID()), minister)).toMatchObject({ code: 'record.missing' });
  await api.ok(payments.recordReceipt, receipt(id, 300_000), { as: controller });
  await api.ok(payments.waiveRepayment, waiver(id, 1), { as: minister });
  expect(await money(award)).toMatchObject({
    repayableCents: 500_001,
    repayments: [{ state: 'withdrawn', waivedBy: 'Mira Minister', openCents: 0, receivedCents: 300_000 }],
  });
  expect(await refused(waiver(id, 2), minister)).toMatchObject({ code: 'lifecycle.not-allowed' });
  const again = await givenRepayment(api, officer, award, 500_001);
  await api.sql(`INSERT INTO organisation_member VALUES ($1, $2, 'viewer')`, [award.organisation.id, minister.id]);
  expect(await refused(waiver(again.id), minister)).toMatchObject({ code: 'membership.conflicted' });
  await api.sql('DELETE FROM organisation_member WHERE person_id = $1', [minister.id]);
});

it('stands in the work list of officers once its day is past', async () => {
  const award = await given.paid();
  const { id } = await givenRepayment(api, officer, award, 100);
  expect(await tasksOf(officer, award.decisionId)).toEqual([]);
  await api.sql(`UPDATE repayment SET due_on = current_date - 2 WHERE id = $1`, [id]);
  expect(await tasksOf(officer, award.decisionId)).toEqual(['chase-repayment']);
  expect((await money(award)).repayments[0]).toMatchObject({ isOverdue: true });
});

it('is not asked by whoever acts for the beneficiary', async () => {
  const award = await given.paid();
  const own = await api.person(['officer']);
  await api.sql(`INSERT INTO organisation_member VALUES ($1, $2, 'viewer')`, [award.organisation.id, own.id]);
  const input = { params: { decisionId: award.decisionId }, body: repaymentBody(1) };
  expect(await api.refused(payments.askRepayment, input, { as: own })).toMatchObject({ code: 'membership.conflicted' });
});
