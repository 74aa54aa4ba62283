import { calls } from '@commonlot/contracts';
import { brusselsDay, yearOf } from '@commonlot/domain';
import { givenCompleteCall } from '../testing/given-call.js';
import { type GivenPlan, givenPlanInForce } from '../testing/given-plan.js';
import { TestApi, type TestPerson } from '../testing/test-api.js';

const title = { nl: 'Oproep', fr: 'Appel' };
const nobody = '00000000-0000-4000-8000-000000000000';

let api: TestApi;
let plan: GivenPlan;
let officer: TestPerson;
let lineId: string;
beforeAll(async () => {
  api = await TestApi.start({ processes: 2 });
  plan = await givenPlanInForce(api);
  officer = await api.person(['officer'], 'Odette Officer');
  lineId = plan.lineId('1.3');
});
afterAll(() => api.stop());

const create = () => api.ok(calls.createCall, { body: { lineId, title } }, { as: officer });
const read = (callId: string) => api.ok(calls.readCall, { params: { callId } }, { as: officer });

/** The body of a save that changes nothing. */
async function draftOf(callId: string) {
  const call = await read(callId);
  const { summary, description, eligibility, opensOn, opensAtClock, closesOn, closesAtClock } = call;
  const { envelopeCents, maxAmountCents, maxSharePercent, criteria, form, revision } = call;
  const texts = { lineId: call.lineId, title: call.title, summary, description, eligibility };
  const dates = { opensOn, opensAtClock, closesOn, closesAtClock };
  return { ...texts, ...dates, envelopeCents, maxAmountCents, maxSharePercent, criteria, form, revision };
}

describe('a new call', () => {
  it('starts from a form and criteria that lack nothing', async () => {
    const { id } = await create();
    const call = await read(id);
    expect(call).toMatchObject({
      state: 'draft',
      phase: 'draft',
      lineCode: '1.3',
      filed: 0,
      draftedBy: 'Odette Officer',
    });
    expect(call.lineAvailableCents).toBeGreaterThan(0);
    expect(call.criteria.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
    const questions = call.form.sections.flatMap((section) => section.questions);
    expect(questions.find((question) => question.id === 'title')?.type).toBe('short-text');
    // Only what the officer has to write is missing: neither the form nor the criteria are.
    expect(call.blockers).toEqual([
      'texts-incomplete',
      'dates-missing',
      'envelope-missing',
      'maximum-missing',
      'share-invalid',
    ]);
  });

  it('has a number of its own, whoever creates one at the same time', async () => {
    const made = await Promise.all(
      [0, 1, 2, 3, 4, 5].map((index) =>
        api.ok(calls.createCall, { body: { lineId, title } }, { as: officer, process: index % 2 }),
      ),
    );
    const numbers = await Promise.all(made.map(async ({ id }) => (await read(id)).number));
    expect(new Set(numbers).size).toBe(6);
    const year = yearOf(brusselsDay(new Date()));
    for (const number of numbers) expect(number).toMatch(new RegExp(`^${year}-C\\d\\d$`));
  });

  it('is made once by one key', async () => {
    const key = crypto.randomUUID();
    const [one, two] = await Promise.all(
      [0, 1].map((process) => api.ok(calls.createCall, { body: { lineId, title } }, { as: officer, key, process })),
    );
    expect(one).toEqual(two);
  });

  it('is refused under a line that takes no calls, and under none', async () => {
    const named = await api.refused(calls.createCall, { body: { lineId: plan.lineId('1.2'), title } }, { as: officer });
    expect(named).toMatchObject({ code: 'call.line-unfit', details: { kind: 'nominative' } });
    const missing = await api.refused(calls.createCall, { body: { lineId: nobody, title } }, { as: officer });
    expect(missing.code).toBe('record.missing');
  });

  it('takes an open envelope as well', async () => {
    await api.ok(calls.createCall, { body: { lineId: plan.lineId('1.4'), title } }, { as: officer });
  });

  it('is written by officers only', async () => {
    const auditor = await api.person(['auditor']);
    const refused = await api.refused(calls.createCall, { body: { lineId, title } }, { as: auditor });
    expect(refused.code).toBe('permission.missing');
  });
});

describe('saving', () => {
  it('keeps a draft that is wrong in every way, and says so', async () => {
    const { id } = await create();
    const draft = await draftOf(id);
    const [section] = draft.form.sections;
    const body = {
      ...draft,
      title: { nl: '', fr: '<script>alert(1)</script>' },
      opensOn: '2027-05-02' as typeof draft.opensOn,
      opensAtClock: null,
      closesOn: '2027-05-01' as typeof draft.closesOn,
      closesAtClock: null,
      envelopeCents: 0 as typeof draft.envelopeCents,
      maxAmountCents: 500 as typeof draft.maxAmountCents,
      criteria: [],
      form: { sections: section === undefined ? [] : [section, section] },
    };
    const saved = await api.ok(calls.saveCall, { params: { callId: id }, body }, { as: officer });
    expect(saved.revision).toBe(1);
    expect(saved.blockers).toEqual(
      expect.arrayContaining(['closing-not-after-opening', 'criteria-missing', 'form-id-duplicate']),
    );
    const call = await read(id);
    expect(call.title).toMatchObject({ nl: '', fr: '<script>alert(1)</script>' });
    // The day that was chosen is not lost: the customary hours stand in for those not chosen yet.
    expect(call).toMatchObject({
      opensAtClock: '09:00',
      closesOn: '2027-05-01',
      closesAtClock: '12:00',
      maxAmountCents: 500,
    });
    expect(call.blockers).toEqual(saved.blockers);
  });

  it('refuses an older revision and a call that does not exist', async () => {
    const { id } = await create();
    const body = await draftOf(id);
    await api.ok(calls.saveCall, { params: { callId: id }, body }, { as: officer });
    const stale = await api.refused(calls.saveCall, { params: { callId: id }, body }, { as: officer });
    expect(stale).toMatchObject({ code: 'record.stale', details: { revision: 1 } });
    const missing = await api.refused(calls.saveCall, { params: { callId: nobody }, body }, { as: officer });
    expect(missing.code).toBe('record.missing');
  });

  it('lets one of two editors save', async () => {
    const { id } = await create();
    const body = await draftOf(id);
    const answers = await Promise.all(
      [0, 1].map((process) => api.call(calls.saveCall, { params: { callId: id }, body }, { as: officer, process })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it('moves to another line only when it can carry a call', async () => {
    const { id } = await create();
    const body = { ...(await draftOf(id)), lineId: plan.lineId('1.5') };
    const refused = await api.refused(calls.saveCall, { params: { callId: id }, body }, { as: officer });
    expect(refused.code).toBe('call.line-unfit');
  });

  it.each([
    ['opensOn', '2027-03-28', '02:30', 'time.skipped'],
    ['closesOn', '2027-10-31', '02:30', 'time.ambiguous'],
  ] as const)('refuses an hour of %s that %s does not have once', async (field, on, clock, code) => {
    const { id } = await create();
    const draft = await draftOf(id);
    const clockField = field === 'opensOn' ? 'opensAtClock' : 'closesAtClock';
    const body = { ...draft, [field]: on, [clockField]: clock };
    const refused = await api.refused(calls.saveCall, { params: { callId: id }, body }, { as: officer });
    expect(refused).toMatchObject({ code, details: { field, on, clock } });
  });

  it.each([
    ['2027-03-28', '01:59', '2027-03-28T00:59:00.000Z'],
    ['2027-03-28', '03:00', '2027-03-28T01:00:00.000Z'],
    ['2027-10-31', '01:59', '2027-10-30T23:59:00.000Z'],
    ['2027-10-31', '03:00', '2027-10-31T02:00:00.000Z'],
  ])('keeps %s %s in Brussels as %s', async (on, clock, instant) => {
    const { id } = await create();
    const body = { ...(await draftOf(id)), closesOn: on as never, closesAtClock: clock };
    await api.ok(calls.saveCall, { params: { callId: id }, body }, { as: officer });
    expect(await read(id)).toMatchObject({ closesAt: instant, closesOn: on, closesAtClock: clock });
  });

  it('refuses wrong types and unknown fields', async () => {
    const { id } = await create();
    const draft = await draftOf(id);
    for (const change of [
      { maxSharePercent: 101 },
      { envelopeCents: 1.5 },
      { closesAtClock: '25:00' },
      { colour: 'red' },
    ]) {
      const body = { ...draft, ...change } as typeof draft;
      const refused = await api.refused(calls.saveCall, { params: { callId: id }, body }, { as: officer });
      expect(refused.code).toBe('request.malformed');
    }
  });
});

describe('throwing a draft away', () => {
  it('takes it from the list and keeps its number', async () => {
    const { id } = await create();
    const { number } = await read(id);
    await api.ok(calls.discardCall, { params: { callId: id }, query: { revision: 0 } }, { as: officer });
    expect((await read(id)).state).toBe('discarded');
    const list = await api.ok(calls.listCalls, { query: { limit: 200 } }, { as: officer });
    expect(list.rows.map((call) => call.number)).not.toContain(number);
    const next = await create();
    expect((await read(next.id)).number > number).toBe(true);
  });

  it('is refused at another revision, for a published call and for none', async () => {
    const { id, revision } = await givenCompleteCall(api, plan);
    const discard = (callId: string, at: number) =>
      api.refused(calls.discardCall, { params: { callId }, query: { revision: at } }, { as: officer });
    expect((await discard(id, 9)).code).toBe('record.stale');
    const published = await api.ok(calls.publishCall, { params: { callId: id }, body: { revision } }, { as: officer });
    expect((await discard(id, published.revision)).code).toBe('lifecycle.not-allowed');
    expect((await discard(nobody, 0)).code).toBe('record.missing');
  });
});
