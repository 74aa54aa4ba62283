import { applications } from '@commonlot/contracts';
import { Clock } from '../platform/index.js';
import { costTable, type GivenApplication, givenDraft } from '../testing/given-application.js';
import { type GivenCall, givenOpenCall } from '../testing/given-call.js';
import { givenMember } from '../testing/given-organisations.js';
import { type GivenPlan, givenPlanInForce } from '../testing/given-plan.js';
import { codeOf, submitting } from '../testing/submitting.js';
import { TestApi } from '../testing/test-api.js';

const nobody = '00000000-0000-4000-8000-000000000000';

let api: TestApi;
let plan: GivenPlan;
let call: GivenCall;
beforeAll(async () => {
  api = await TestApi.start({ processes: 2 });
  plan = await givenPlanInForce(api);
  call = await givenOpenCall(api, plan);
});
afterEach(() => api.get(Clock).set(null));
afterAll(() => api.stop());

const submit = (...sent: Parameters<ReturnType<typeof submitting>['submit']>) => submitting(api).submit(...sent);
const read = (draft: GivenApplication) => submitting(api).read(draft);
const entriesOf = (id: string) => submitting(api).entriesOf(id);
describe('the deadline', () => {
  it('excludes the closing instant and includes the millisecond before', async () => {
    const inTime = await givenDraft(api, call);
    const late = await givenDraft(api, call);
    api.get(Clock).set(new Date(call.closesAt.getTime() - 1));
    expect((await read(inTime)).isOpen).toBe(true);
    expect((await submit(inTime)).status).toBe(200);
    api.get(Clock).set(call.closesAt);
    const draft = await read(late);
    expect(draft.isOpen).toBe(false);
    expect(draft.blockers).toEqual([{ code: 'call-not-open', questionId: null }]);
    const refused = await submit(late);
    expect(refused.body).toMatchObject({
      code: 'application.blocked',
      details: { blockers: [{ code: 'call-not-open', questionId: null }] },
    });
  });

  it('is judged by the database too, whatever the API believes', async () => {
    const draft = await givenDraft(api, call);
    await expect(
      api.sql(
        `UPDATE application SET state = 'submitted', released_state = 'submitted', submitted_by = started_by,
           submitted_at = now() + interval '30 days', content_hash = repeat('0', 64) WHERE id = $1`,
        [draft.id],
      ),
    ).rejects.toThrow('the call is not open');
  });

  it('leaves a draft readable and editable after it has passed', async () => {
    const draft = await givenDraft(api, call);
    api.get(Clock).set(call.closesAt);
    const body = { answers: { title: 'Voor volgend jaar' }, revision: draft.revision };
    const as = draft.organisation.representative;
    await api.ok(applications.saveDraft, { params: { applicationId: draft.id }, body }, { as });
  });
});

describe('what keeps an application from being sent', () => {
  it.each([
    ['a required answer that is missing', { summary: ' ' }, 'answers-missing', 'summary'],
    ['an answer that the form does not take', { 'starts-on': '2027-02-30' }, 'answers-invalid', 'starts-on'],
    ['a municipality that does not exist', { municipality: '99999' }, 'answers-invalid', 'municipality'],
    ['no cost table', { budget: null }, 'amount-missing', 'budget'],
    ['too much money', { budget: costTable(25_000_02) }, 'amount-above-maximum', 'budget'],
  ])('%s, with its question', async (_case, answers, code, questionId) => {
    const draft = await givenDraft(api, call, { answers });
    const answer = await submit(draft);
    expect(answer.status).toBe(422);
    expect(codeOf(answer)).toBe('application.blocked');
    const { blockers } = (answer.body as { details: { blockers: unknown[] } }).details;
    expect(blockers).toContainEqual({ code, questionId });
    // The page says the same before anybody presses the button.
    expect((await read(draft)).blockers).toEqual(blockers);
  });

  it('a declaration that was not made', async () => {
    const draft = await givenDraft(api, call);
    const answer = await submit(draft, { declaresTruth: false });
    expect(answer.body).toMatchObject({ details: { blockers: [{ code: 'declaration-missing', questionId: null }] } });
  });

  it('an older revision, a second time, and no representative', async () => {
    const draft = await givenDraft(api, call);
    expect(codeOf(await submit(draft, { revision: draft.revision - 1 }))).toBe('record.stale');
    const editor = await givenMember(api, draft.organisation, 'editor');
    expect(codeOf(await submit(draft, { as: editor }))).toBe('membership.not-allowed');
    expect(codeOf(await submit(draft, { as: await api.person(['officer']) }))).toBe('record.missing');
    expect(codeOf(await submit({ ...draft, id: nobody }))).toBe('record.missing');
    expect((await submit(draft)).status).toBe(200);
    expect(codeOf(await submit(draft))).toBe('lifecycle.not-allowed');
    expect(await entriesOf(draft.id)).toHaveLength(1);
  });
});
