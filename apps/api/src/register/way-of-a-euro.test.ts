import { decisions, payments, register } from '@commonlot/contracts';
import { type Cents, cents, localDate } from '@commonlot/domain';
import { givenOrganisation, givenVerifiedAccount } from '../testing/given-organisations.js';
import { type GivenPlan, givenLine, givenPlanInForce } from '../testing/given-plan.js';
import { TestApi, type TestPerson } from '../testing/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.start();
});
afterAll(() => api.stop());

interface Figures {
  awardedCents: Cents;
  paidCents: Cents;
  awards: number;
}

/** What the public reads of the plan's first heading, and how many awards the search finds. */
async function publicFigures(): Promise<Figures & { found: number }> {
  await api.work();
  const plan = await api.ok(register.readPublicPlan, { params: { year: 2026 } });
  const line = plan.lines.find(({ code }) => code === '1');
  if (line === undefined) throw new Error('The plan has no heading 1.');
  const { count: found } = await api.ok(register.listAwards);
  return { awardedCents: line.awardedCents, paidCents: line.paidCents, awards: line.awards, found };
}

/** A direct file, from its first word to a batch that waits for its signature. */
async function givenPreparedBatch(plan: GivenPlan, officer: TestPerson, organisation: { id: string }) {
  const as = officer;
  const file = {
    lineId: plan.lineId('1.1'),
    organisationId: organisation.id,
    fileLanguage: 'nl' as const,
    title: 'Muziek voor iedereen',
    purpose: 'Muzieklessen voor kinderen die anders geen les krijgen.',
    requestedCents: cents(10_000_01),
  };
  const { id: directFileId, revision } = await api.ok(decisions.createDirectFile, { body: file }, { as });
  await api.ok(decisions.proposeDirectFile, { params: { directFileId }, body: { revision } }, { as });
  const body = { callId: null, directFileIds: [directFileId] };
  const { id: batchId } = await api.ok(decisions.createBatch, { body }, { as });
  const decisionId = (await api.ok(decisions.readBatch, { params: { batchId } }, { as })).rows[0]?.id ?? '';
  const decision = await api.ok(decisions.readDecision, { params: { decisionId } }, { as });
  if (decision.act === null) throw new Error('The act of a direct file is proposed.');
  const reason = 'De vereniging is in het plan genoemd en haar dossier is volledig.';
  await api.ok(
    decisions.saveDecision,
    {
      params: { decisionId },
      body: {
        revision: decision.revision,
        outcome: 'award',
        amountCents: cents(10_000_01),
        criterionReasons: {},
        reason,
        publicReason: 'Lessen voor kinderen die anders geen les krijgen.',
        deviationReason: '',
        act: decision.act,
      },
    },
    { as },
  );
  const batch = await api.ok(decisions.readBatch, { params: { batchId } }, { as });
  const prepared = await api.ok(
    decisions.prepareBatch,
    { params: { batchId }, body: { revision: batch.revision } },
    { as },
  );
  return { batchId, decisionId, number: decision.number, revision: prepared.revision };
}

async function pay(decisionId: string, officer: TestPerson, controller: TestPerson): Promise<Cents> {
  const { rows } = await api.ok(payments.listPayments, { query: { limit: 200 } }, { as: officer });
  const payment = rows.find((row) => row.decisionId === decisionId);
  if (payment === undefined) throw new Error('No payment was planned.');
  const params = { paymentId: payment.id };
  const prepared = await api.ok(
    payments.preparePayment,
    { params, body: { revision: payment.revision } },
    { as: officer },
  );
  const approved = await api.ok(payments.approvePayment, { params, body: prepared }, { as: controller });
  const body = { ...approved, paidOn: localDate('2026-01-15'), bankReference: 'REF 1' };
  await api.ok(payments.confirmPayment, { params, body }, { as: controller });
  return payment.amountCents;
}

it('shows a euro of the plan to the public when it is released and when it is paid, and not before', async () => {
  const organisation = await givenOrganisation(api);
  const lines = [
    givenLine('1', { kind: 'heading', amountCents: null }),
    givenLine('1.1', { amountCents: cents(50_000_00), beneficiaryNumber: organisation.enterpriseNumber }),
  ];
  const plan = await givenPlanInForce(api, { lines });
  const officer = await api.person(['officer'], 'Oscar Officer');
  const controller = await api.person(['controller'], 'Carla Controller');
  await givenVerifiedAccount(api, organisation, controller);
  const nothing = { awardedCents: 0, paidCents: 0, awards: 0, found: 0 };
  expect(await publicFigures()).toEqual(nothing);

  const { batchId, decisionId, number, revision } = await givenPreparedBatch(plan, officer, organisation);
  const as = plan.approver;
  const params = { batchId };
  const signature = { revision, signatoryTitle: 'Minister van Begroting' };
  const signed = await api.ok(decisions.signBatch, { params, body: signature }, { as });
  expect(await publicFigures()).toEqual(nothing);
  expect(await api.refused(register.readAward, { params: { number } })).toMatchObject({ code: 'record.missing' });

  await api.ok(decisions.releaseBatch, { params, body: signed }, { as });
  expect(await publicFigures()).toEqual({ awardedCents: 10_000_01, paidCents: 0, awards: 1, found: 1 });
  expect(await api.ok(register.readAward, { params: { number } })).toMatchObject({
    title: 'Muziek voor iedereen',
    organisationName: organisation.name,
    reason: 'Lessen voor kinderen die anders geen les krijgen.',
    municipality: { nl: 'Gent' },
  });

  const paidCents = await pay(decisionId, officer, controller);
  expect(await publicFigures()).toEqual({ awardedCents: 10_000_01, paidCents, awards: 1, found: 1 });
  expect(await api.ok(register.readAward, { params: { number } })).toMatchObject({ paidCents });
});
