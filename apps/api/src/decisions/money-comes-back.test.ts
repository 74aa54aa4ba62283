import { applications, calls, decisions as contract, ledger } from '@commonlot/contracts';
import { cents } from '@commonlot/domain';
import type { GivenApplication } from '../testing/given-application.js';
import { givenOpenCall } from '../testing/given-call.js';
import {
  givenDirectFileAwarded,
  givenDraftOfCall,
  givenPreparedBatch,
  givenReleasedBatch,
  givenSignature,
  givenSignedBatch,
  unchangedDecision,
} from '../testing/given-decision.js';
import { givenSharedPlan } from '../testing/given-review.js';
import { TestApi, type TestPerson } from '../testing/test-api.js';

let api: TestApi;
let officer: TestPerson;
let lineId: string;
beforeAll(async () => {
  api = await TestApi.start();
  officer = await api.person(['officer']);
  lineId = (await givenSharedPlan(api)).lineId('1.3');
});
afterAll(() => api.stop());

/** The figures of the line of calls; nothing else moves on it while a test runs. */
const line = () => api.ok(ledger.readLineFigures, { params: { lineId } }, { as: officer });
const lastEntry = async () => {
  const { rows } = await api.ok(ledger.listLineEntries, { params: { lineId }, query: { limit: 1 } }, { as: officer });
  return rows[0];
};
const withdraw = ({ id, organisation }: GivenApplication) =>
  api.ok(
    applications.withdrawApplication,
    { params: { applicationId: id }, body: { reason: 'We stoppen met het project.' } },
    { as: organisation.representative },
  );
type Draft = Awaited<ReturnType<typeof givenDraftOfCall>>;
const save = async ({ draft }: Draft, index: number, change: object) => {
  const params = { decisionId: draft.decisions[index]?.id ?? '' };
  const body = { ...(await unchangedDecision(api, params.decisionId, draft.officer)), ...change };
  await api.ok(contract.saveDecision, { params, body: body as never }, { as: draft.officer });
};
const revised = async ({ draft }: Draft) => {
  const params = { batchId: draft.batchId };
  return { ...draft, revision: (await api.ok(contract.readBatch, { params }, { as: draft.officer })).revision };
};

test('what a call reserved and did not award is available on its line again once all is decided', async () => {
  const before = await line();
  const { draft } = await givenDraftOfCall(api);
  expect(await line()).toMatchObject({
    reservedCents: before.reservedCents + 13_000_00,
    availableCents: before.availableCents - 13_000_00,
  });
  await givenReleasedBatch(api, draft);
  expect(await line()).toMatchObject({
    reservedCents: before.reservedCents,
    committedCents: before.committedCents + 12_000_00,
    availableCents: before.availableCents - 12_000_00,
    allocatedCents: before.allocatedCents,
  });
  expect(await lastEntry()).toMatchObject({
    cause: 'release-reservation',
    amountCents: 1_000_00,
    from: 'reserved',
    to: 'available',
  });
});

test('between the signature and the release the rest stays reserved for the call', async () => {
  const before = await line();
  const { draft } = await givenDraftOfCall(api);
  await givenSignedBatch(api, draft);
  expect(await line()).toMatchObject({
    reservedCents: before.reservedCents + 1_000_00,
    committedCents: before.committedCents + 12_000_00,
    availableCents: before.availableCents - 13_000_00,
  });
});

test('the part by which an award is lower than asked for goes back to the line', async () => {
  const before = await line();
  const given = await givenDraftOfCall(api);
  await save(given, 0, {
    amountCents: cents(4_000_00),
    deviationReason: 'De huur van de zaal valt buiten wat deze oproep steunt.',
  });
  await givenReleasedBatch(api, await revised(given));
  const after = await line();
  expect(after.committedCents - before.committedCents).toBe(10_000_00);
  expect(before.availableCents - after.availableCents).toBe(10_000_00);
});

test('of a call in which everything is refused all goes back to the line', async () => {
  const before = await line();
  const given = await givenDraftOfCall(api, 1);
  await save(given, 0, {
    outcome: 'refuse',
    amountCents: null,
    reason: 'Het project bereikt te weinig mensen buiten de eigen vereniging.',
    deviationReason: 'De minister volgt het advies niet: er is te weinig bereik.',
  });
  await givenReleasedBatch(api, await revised(given));
  expect(await line()).toEqual(before);
});

test('what was awarded to a file that is withdrawn before its release goes back to the line', async () => {
  const before = await line();
  const { draft, ranked } = await givenDraftOfCall(api);
  const signed = await givenSignedBatch(api, draft);
  await withdraw(ranked.applications[0] as GivenApplication);
  await api.work();
  expect(await lastEntry()).toMatchObject({ cause: 'release-commitment', amountCents: 6_000_00, to: 'available' });
  const params = { batchId: draft.batchId };
  const { revision } = await api.ok(contract.readBatch, { params }, { as: draft.minister });
  await api.ok(contract.releaseBatch, { params, body: { revision } }, { as: draft.minister });
  expect(signed.batchId).toBe(draft.batchId);
  const after = await line();
  expect(after.committedCents - before.committedCents).toBe(6_000_00);
  expect(before.availableCents - after.availableCents).toBe(6_000_00);
});

test('a call that is cancelled gives back all that it reserved', async () => {
  const before = await line();
  const call = await givenOpenCall(api, { lineId });
  expect((await line()).reservedCents).toBeGreaterThan(before.reservedCents);
  const params = { callId: call.id };
  const { revision } = await api.ok(calls.readCall, { params }, { as: call.officer });
  const body = { revision, reason: 'De lijn wordt herzien.' };
  await api.ok(calls.cancelCall, { params, body }, { as: call.officer });
  expect(await line()).toEqual(before);
});

test('a line pays no cent more than it has: the signature is refused, and nothing is committed', async () => {
  const before = await line();
  const given = await givenDraftOfCall(api);
  await save(given, 2, {
    outcome: 'award',
    amountCents: cents(6_000_00),
    reason: 'Het project bereikt mensen die geen ander project bereikt.',
    deviationReason: 'De minister wil deze streek niet zonder project laten.',
  });
  const prepared = await givenPreparedBatch(api, await revised(given));
  const { draft } = given;
  await expect(givenSignature(api, draft.batchId, prepared.revision, draft.minister)).rejects.toThrow(
    'ledger.overspent',
  );
  expect((await line()).committedCents).toBe(before.committedCents);
});

test('a direct award takes its money from the line at the signature, without a reservation', async () => {
  const { lineId: named, amountCents } = await givenDirectFileAwarded(api);
  const figures = await api.ok(ledger.readLineFigures, { params: { lineId: named } }, { as: officer });
  expect(figures).toMatchObject({
    reservedCents: 0,
    committedCents: amountCents,
    availableCents: figures.allocatedCents - amountCents,
  });
});
