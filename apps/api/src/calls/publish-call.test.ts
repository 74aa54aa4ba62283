import { calls, ledger } from '@commonlot/contracts';
import { Clock, systemActor, Transactions } from '../platform/index.js';
import { givenSubmittedApplication } from '../testing/given-application.js';
import { type GivenCall, givenCompleteCall, givenOpenCall } from '../testing/given-call.js';
import { type GivenPlan, givenPlanInForce } from '../testing/given-plan.js';
import { TestApi, type TestPerson } from '../testing/test-api.js';
import { Calls } from './index.js';

const nobody = '00000000-0000-4000-8000-000000000000';
const envelope = 100_000_00;

let api: TestApi;
let plan: GivenPlan;
let officer: TestPerson;
beforeAll(async () => {
  api = await TestApi.start({ processes: 2 });
  plan = await givenPlanInForce(api);
  officer = await api.person(['officer'], 'Odette Officer');
});
afterEach(() => api.get(Clock).set(null));
afterAll(() => api.stop());

const read = (callId: string) => api.ok(calls.readCall, { params: { callId } }, { as: officer });
const figures = () => api.ok(ledger.readLineFigures, { params: { lineId: plan.lineId('1.3') } }, { as: officer });
const publish = (callId: string, revision: number, process = 0) =>
  api.call(calls.publishCall, { params: { callId }, body: { revision } }, { as: officer, process });
const cancel = (callId: string, revision: number) =>
  api.call(
    calls.cancelCall,
    { params: { callId }, body: { revision, reason: 'The theme has changed.' } },
    { as: officer },
  );
const codeOf = (answer: { body: unknown }) => (answer.body as { code?: string }).code;

describe('publication', () => {
  it('reserves the envelope on the line, once, whoever presses at the same time', async () => {
    const before = await figures();
    const { id, revision } = await givenCompleteCall(api, plan);
    const answers = await Promise.all([publish(id, revision, 0), publish(id, revision, 1)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const after = await figures();
    expect(after.reservedCents - before.reservedCents).toBe(envelope);
    expect(before.availableCents - after.availableCents).toBe(envelope);
    expect(await read(id)).toMatchObject({
      state: 'published',
      phase: 'open',
      publishedBy: 'Odette Officer',
      blockers: [],
    });
    const journal = await api.sql('SELECT data FROM journal WHERE type = $1 AND subject_id = $2', [
      'call.published',
      id,
    ]);
    expect(journal).toHaveLength(1);
  });

  it('names everything that is missing', async () => {
    const body = { lineId: plan.lineId('1.3'), title: { nl: 'Oproep', fr: 'Appel' } };
    const { id, revision } = await api.ok(calls.createCall, { body }, { as: officer });
    const refused = await api.refused(
      calls.publishCall,
      { params: { callId: id }, body: { revision } },
      { as: officer },
    );
    expect(refused.code).toBe('call.incomplete');
    expect(refused.details['blockers']).toEqual(expect.arrayContaining(['texts-incomplete', 'dates-missing']));
  });

  it('reserves no more than the line has', async () => {
    const { id, revision } = await givenCompleteCall(api, plan, { envelopeCents: 9_000_000_00 });
    const refused = await api.refused(
      calls.publishCall,
      { params: { callId: id }, body: { revision } },
      { as: officer },
    );
    expect(refused.code).toBe('ledger.overspent');
    expect((await read(id)).state).toBe('draft');
  });

  it('is refused at another revision, a second time and for no call', async () => {
    const { id, revision } = await givenCompleteCall(api, plan);
    expect(codeOf(await publish(id, revision + 1))).toBe('record.stale');
    expect((await publish(id, revision)).status).toBe(200);
    expect(codeOf(await publish(id, revision + 1))).toBe('lifecycle.not-allowed');
    expect(codeOf(await publish(nobody, 0))).toBe('record.missing');
  });

  it('freezes the call, for the API and for the owner of the tables', async () => {
    const { id, revision, body } = await givenCompleteCall(api, plan);
    const published = await publish(id, revision);
    const at = (published.body as { revision: number }).revision;
    const save = { params: { callId: id }, body: { ...body, revision: at } };
    const refused = await api.refused(calls.saveCall, save, { as: officer });
    expect(refused).toMatchObject({ code: 'lifecycle.not-allowed', details: { state: 'published' } });
    await expect(
      api.sql(`UPDATE call SET closes_at = closes_at + interval '1 hour' WHERE id = $1`, [id]),
    ).rejects.toThrow('a published call does not change');
  });
});

describe('the phase of a call', () => {
  let call: GivenCall;
  beforeAll(async () => {
    call = await givenOpenCall(api, plan);
  });

  it.each([
    ['announced', 'the millisecond before it opens', (given: GivenCall) => given.opensAt.getTime() - 1],
    ['open', 'the instant it opens', (given: GivenCall) => given.opensAt.getTime()],
    ['open', 'the millisecond before it closes', (given: GivenCall) => given.closesAt.getTime() - 1],
    ['closed', 'the instant it closes', (given: GivenCall) => given.closesAt.getTime()],
  ] as const)('is %s at %s', async (phase, _case, at) => {
    api.get(Clock).set(new Date(at(call)));
    expect((await read(call.id)).phase).toBe(phase);
    const list = await api.ok(calls.listCalls, {}, { as: officer });
    expect(list.rows.find(({ id }) => id === call.id)?.phase).toBe(phase);
  });
});

describe('cancelling', () => {
  it('gives the envelope back', async () => {
    const before = await figures();
    const call = await givenOpenCall(api, plan);
    const { revision } = await read(call.id);
    expect((await cancel(call.id, revision)).status).toBe(200);
    expect(await figures()).toEqual(before);
    expect(await read(call.id)).toMatchObject({ state: 'cancelled', phase: 'cancelled' });
    const kept = await api.sql('SELECT cancellation_reason FROM call WHERE id = $1', [call.id]);
    expect(kept).toEqual([{ cancellation_reason: 'The theme has changed.' }]);
  });

  it('is refused once somebody has applied', async () => {
    const call = await givenOpenCall(api, plan);
    await givenSubmittedApplication(api, call);
    const { revision } = await read(call.id);
    expect(codeOf(await cancel(call.id, revision))).toBe('call.has-applications');
  });

  it('is refused for a draft, at another revision and for no call', async () => {
    const { id, revision } = await givenCompleteCall(api, plan);
    expect(codeOf(await cancel(id, revision))).toBe('lifecycle.not-allowed');
    expect(codeOf(await cancel(id, revision + 1))).toBe('record.stale');
    expect(codeOf(await cancel(nobody, 0))).toBe('record.missing');
  });
});

describe('settling', () => {
  it('releases what is left of the reservation and ends the call', async () => {
    const before = await figures();
    const call = await givenOpenCall(api, plan);
    await api.get(Transactions).run(systemActor, (tx) => api.get(Calls).settle(tx, call.id));
    expect(await figures()).toEqual(before);
    expect((await read(call.id)).phase).toBe('settled');
    await expect(api.get(Transactions).run(systemActor, (tx) => api.get(Calls).settle(tx, call.id))).rejects.toThrow(
      'lifecycle.not-allowed',
    );
  });
});

describe('the list of calls', () => {
  it('pages by number, newest first', async () => {
    for (let count = 0; count < 4; count += 1) await givenCompleteCall(api, plan);
    const all = await api.ok(calls.listCalls, { query: { limit: 200 } }, { as: officer });
    const numbers = all.rows.map(({ number }) => number);
    expect(numbers).toEqual(numbers.toSorted().toReversed());
    expect(numbers.length).toBeGreaterThan(3);
    const first = await api.ok(calls.listCalls, { query: { limit: 2 } }, { as: officer });
    const second = await api.ok(calls.listCalls, { query: { limit: 2, after: first.next ?? '' } }, { as: officer });
    expect([...first.rows, ...second.rows].map(({ number }) => number)).toEqual(numbers.slice(0, 4));
    expect(all.next).toBeNull();
  });

  it('is for staff', async () => {
    const applicant = await api.person();
    expect((await api.refused(calls.listCalls, {}, { as: applicant })).code).toBe('permission.missing');
    expect((await api.refused(calls.readCall, { params: { callId: nobody } }, { as: officer })).code).toBe(
      'record.missing',
    );
  });
});
