import { randomUUID } from 'node:crypto';
import { payments } from '@commonlot/contracts';
import { localDate } from '@commonlot/domain';
import { GivenPayments } from '../testing/given-payment.js';
import { TestApi, type TestPerson } from '../testing/test-api.js';

const statement = { paidOn: localDate('2026-01-15'), bankReference: 'OVERSCHRIJVING 12' };

let api: TestApi;
let given: GivenPayments;
let officer: TestPerson;
let controller: TestPerson;
beforeAll(async () => {
  api = await TestApi.start({ processes: 2 });
  given = await GivenPayments.start(api);
  ({ officer, controller } = given);
});
afterAll(() => api.stop());

const confirm = (id: string, revision: number) =>
  api.ok(payments.confirmPayment, { params: { paymentId: id }, body: { revision, ...statement } }, { as: controller });

it('goes from the plan to the bank statement, and tells the representatives in their language', async () => {
  const award = await given.planned({ title: 'Une “chorale” <b>à nous</b>' });
  const { representative } = award.organisation;
  await api.sql(`UPDATE person SET screen_language = 'fr' WHERE id = $1`, [representative.id]);

  const planned = await given.firstOf(award);
  expect(planned).toMatchObject({
    blockers: [],
    iban: 'BE68539007547034',
    lineCode: '1.2',
    organisationName: award.organisation.name,
  });
  expect(planned.may).toEqual({ prepare: true, approve: false, sendBack: false, confirm: false });
  const { revision } = await given.step(payments.preparePayment, planned.id, planned.revision, officer);
  const prepared = await given.firstOf(award, controller);
  expect(prepared).toMatchObject({ state: 'prepared', preparedBy: 'Oscar Officer', approvedBy: null, revision });
  expect(prepared.may).toEqual({ prepare: false, approve: true, sendBack: true, confirm: false });
  const approved = await given.step(payments.approvePayment, planned.id, revision, controller);
  expect(await given.firstOf(award, controller)).toMatchObject({
    state: 'approved',
    may: { confirm: true, sendBack: false },
  });
  await confirm(planned.id, approved.revision);

  expect(await given.firstOf(award, controller)).toMatchObject({
    state: 'paid',
    approvedBy: 'Carla Controller',
    ...statement,
  });
  expect(await given.figures(award)).toEqual({ committed: 200_000, paid: 800_001 });
  const mails = await api.sql<{ subject: string; body: string; recipient: string }>(
    `SELECT subject, body, recipient FROM outgoing_mail WHERE about_id = $1`,
    [planned.id],
  );
  expect(mails).toHaveLength(1);
  expect(mails[0]?.recipient).toBe(representative.email);
  expect(mails[0]?.subject).toContain('Paiement de €\u00a08\u00a0000,01');
  expect(mails[0]?.body).toContain('Une “chorale” <b>à nous</b>');
  expect(mails[0]?.body).not.toContain('BE68');
  const notices = await api.sql(`SELECT data FROM notice WHERE person_id = $1 AND type = 'payment.paid'`, [
    representative.id,
  ]);
  expect(notices).toEqual([{ data: expect.objectContaining({ amountCents: 800_001 }) }]);
  const journal = await api.sql<{ type: string }>('SELECT type FROM journal WHERE subject_id = $1 ORDER BY id', [
    planned.id,
  ]);
  expect(journal.map(({ type }) => type)).toEqual([
    'payment.planned',
    'payment.prepared',
    'payment.approved',
    'payment.paid',
  ]);
});

it('pays once when two controllers confirm at the same moment, and once for one key', async () => {
  const { award, id, revision } = await given.approved();
  const key = randomUUID();
  const other = await api.person(['controller']);
  const body = { revision, ...statement };
  const answers = await Promise.all([
    api.call(payments.confirmPayment, { params: { paymentId: id }, body }, { as: controller, key, process: 0 }),
    api.call(payments.confirmPayment, { params: { paymentId: id }, body }, { as: controller, key, process: 1 }),
    api.call(payments.confirmPayment, { params: { paymentId: id }, body }, { as: other, process: 1 }),
  ]);
  const statuses = answers.map(({ status }) => status).sort();
  expect([
    [200, 200, 409],
    [200, 409, 409],
  ]).toContainEqual(statuses);
  expect(await given.figures(award)).toEqual({ committed: 200_000, paid: 800_001 });
  const events = await api.sql(`SELECT 1 FROM journal WHERE type = 'payment.paid' AND subject_id = $1`, [id]);
  expect(events).toHaveLength(1);
});

it('pays both instalments and nothing beyond the award', async () => {
  const { award, id, revision } = await given.approved();
  await confirm(id, revision);
  const second = (await given.of(award)).find(({ instalment }) => instalment === 2);
  if (second === undefined) throw new Error('No second instalment.');
  const prepared = await given.step(payments.preparePayment, second.id, second.revision, officer);
  const approved = await given.step(payments.approvePayment, second.id, prepared.revision, controller);
  await confirm(second.id, approved.revision);
  expect(await given.figures(award)).toEqual({ committed: 0, paid: 1_000_001 });
  await expect(
    api.sql(
      `INSERT INTO payment (id, number, decision_id, instalment, amount_cents, state)
       VALUES (gen_random_uuid(), 'too-much', $1, 9, 1, 'planned')`,
      [award.decisionId],
    ),
  ).rejects.toMatchObject({ constraint: 'payment_within_award' });
});

it('refuses a day that has not come, a reference that is empty and fields that nobody asked for', async () => {
  const { id, revision } = await given.approved();
  for (const wrong of [
    { paidOn: '2999-01-01' },
    { paidOn: '2026-02-30' },
    { bankReference: ' ' },
    { amountCents: 1 },
  ]) {
    const body = { revision, ...statement, ...wrong } as typeof statement & { revision: number };
    expect(
      await api.refused(payments.confirmPayment, { params: { paymentId: id }, body }, { as: controller }),
    ).toMatchObject({
      code: 'request.malformed',
    });
  }
});
