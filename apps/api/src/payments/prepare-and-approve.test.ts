import { randomUUID } from 'node:crypto';
import { payments } from '@commonlot/contracts';
import { localDate } from '@commonlot/domain';
import { GivenPayments } from '../testing/given-payment.js';
import { release } from '../testing/given-rows.js';
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

it('prepares nothing of a decision that is signed and not released', async () => {
  const award = await given.planned({ isReleased: false });
  const { id, revision, blockers, may } = await given.firstOf(award);
  expect([blockers, may.prepare]).toEqual([['not-released'], false]);
  expect(await given.refused(payments.preparePayment, id, revision, officer)).toMatchObject({
    code: 'payment.blocked',
    details: { blockers: ['not-released'] },
  });
  await release(api, award);
  await given.step(payments.preparePayment, id, revision, officer);
});

it('prepares nothing without a verified account', async () => {
  const award = await given.planned({ account: false });
  const { id, revision, blockers, iban } = await given.firstOf(award);
  expect([blockers, iban]).toEqual([['bank-account-not-verified'], null]);
  expect(await given.refused(payments.preparePayment, id, revision, officer)).toMatchObject({
    code: 'payment.blocked',
    details: { blockers: ['bank-account-not-verified'] },
  });
});

it('approves nothing once the account that was prepared is no longer the verified one', async () => {
  const award = await given.planned();
  const { id, revision } = await given.firstOf(award);
  const prepared = await given.step(payments.preparePayment, id, revision, officer);
  await given.verifyAccount(award, 'BE43068999999501');
  const shown = await given.firstOf(award, controller);
  expect(shown).toMatchObject({
    iban: 'BE68539007547034',
    blockers: ['bank-account-not-verified'],
    may: { approve: false },
  });
  expect(await given.refused(payments.approvePayment, id, prepared.revision, controller)).toMatchObject({
    code: 'payment.blocked',
  });

  const returned = await api.ok(
    payments.sendBackPayment,
    { params: { paymentId: id }, body: { revision: prepared.revision, reason: 'Andere rekening.' } },
    { as: controller },
  );
  expect(await given.firstOf(award)).toMatchObject({
    state: 'planned',
    iban: 'BE43068999999501',
    preparedBy: null,
    returnReason: 'Andere rekening.',
  });
  const notices = await api.sql(`SELECT 1 FROM notice WHERE person_id = $1 AND subject_id = $2`, [officer.id, id]);
  expect(notices).toHaveLength(1);
  const again = await given.step(payments.preparePayment, id, returned.revision, officer);
  await given.step(payments.approvePayment, id, again.revision, controller);
});

it('is never approved by the person who prepared it, even when their role has changed', async () => {
  const mover = await api.person(['officer'], 'Mo Mover');
  const award = await given.planned();
  const { id, revision } = await given.firstOf(award);
  const prepared = await given.step(payments.preparePayment, id, revision, mover);
  await api.sql(`UPDATE person_role SET role = 'controller' WHERE person_id = $1`, [mover.id]);
  expect(await given.refused(payments.approvePayment, id, prepared.revision, mover)).toMatchObject({
    code: 'payment.same-person',
  });
  expect((await given.firstOf(award, mover)).may).toMatchObject({ approve: false, sendBack: true });
});

it('takes each step from its own state, at the revision that was read', async () => {
  const award = await given.planned();
  const { id, revision } = await given.firstOf(award);
  const body = { revision, ...statement };
  const sendBack = { params: { paymentId: id }, body: { revision, reason: 'Nee.' } };
  expect(await given.refused(payments.approvePayment, id, revision, controller)).toMatchObject({
    code: 'lifecycle.not-allowed',
  });
  expect(await api.refused(payments.sendBackPayment, sendBack, { as: controller })).toMatchObject({
    code: 'lifecycle.not-allowed',
  });
  expect(
    await api.refused(payments.confirmPayment, { params: { paymentId: id }, body }, { as: controller }),
  ).toMatchObject({
    code: 'lifecycle.not-allowed',
  });
  await given.step(payments.preparePayment, id, revision, officer);
  expect(await given.refused(payments.preparePayment, id, revision, officer)).toMatchObject({ code: 'record.stale' });
  expect(await given.refused(payments.preparePayment, id, revision + 1, officer)).toMatchObject({
    code: 'lifecycle.not-allowed',
  });
  expect(await given.refused(payments.approvePayment, id, revision, controller)).toMatchObject({
    code: 'record.stale',
  });
  expect(await api.refused(payments.sendBackPayment, sendBack, { as: controller })).toMatchObject({
    code: 'record.stale',
  });
  expect(
    await api.refused(payments.confirmPayment, { params: { paymentId: id }, body }, { as: controller }),
  ).toMatchObject({
    code: 'record.stale',
  });
});

it('knows no payment of another id', async () => {
  const params = { paymentId: randomUUID() };
  const missing = expect.objectContaining({ code: 'record.missing' });
  expect(await given.refused(payments.preparePayment, params.paymentId, 0, officer)).toEqual(missing);
  expect(await given.refused(payments.approvePayment, params.paymentId, 0, controller)).toEqual(missing);
  expect(
    await api.refused(payments.sendBackPayment, { params, body: { revision: 0, reason: 'x' } }, { as: controller }),
  ).toEqual(missing);
  expect(
    await api.refused(payments.confirmPayment, { params, body: { revision: 0, ...statement } }, { as: controller }),
  ).toEqual(missing);
});

it('prepares once when two officers prepare at the same moment', async () => {
  const { id, revision } = await given.firstOf(await given.planned());
  const other = await api.person(['officer']);
  const answers = await Promise.all(
    [officer, other].map((as, process) =>
      api.call(payments.preparePayment, { params: { paymentId: id }, body: { revision } }, { as, process }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

it('approves nothing when the account is replaced while the approval is under way', async () => {
  const award = await given.planned();
  const { id, revision } = await given.firstOf(award);
  const prepared = await given.step(payments.preparePayment, id, revision, officer);
  const other = await api.database.owner.connect();
  try {
    await other.query('BEGIN');
    await other.query(`UPDATE bank_account SET state = 'replaced' WHERE organisation_id = $1`, [award.organisation.id]);
    const refusal = given.refused(payments.approvePayment, id, prepared.revision, controller);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await other.query('COMMIT');
    expect(await refusal).toMatchObject({ code: 'payment.blocked' });
  } finally {
    other.release();
  }
});
