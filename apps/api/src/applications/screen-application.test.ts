import { applications, calls } from '@commonlot/contracts';
import { Clock } from '../platform/index.js';
import { type GivenApplication, givenSubmittedApplication } from '../testing/given-application.js';
import { type GivenCall, givenOpenCall, whenClosed } from '../testing/given-call.js';
import { givenOrganisation } from '../testing/given-organisations.js';
import { type GivenPlan, givenPlanInForce } from '../testing/given-plan.js';
import { givenAward, givenPlanRows } from '../testing/given-rows.js';
import { TestApi, type TestPerson } from '../testing/test-api.js';

const nobody = '00000000-0000-4000-8000-000000000000';
const reasons = [
  { code: 'outside-scope' as const, text: 'The call is for choirs and this is none.' },
  { code: 'incomplete' as const, text: '  The budget of the partner is missing.  ' },
];

let api: TestApi;
let plan: GivenPlan;
beforeAll(async () => {
  api = await TestApi.start({ processes: 1 });
  plan = await givenPlanInForce(api);
});
afterEach(() => api.get(Clock).set(null));
afterAll(() => api.stop());

const admit = (id: string, revision: number, as: TestPerson) =>
  api.call(applications.admitApplication, { params: { applicationId: id }, body: { revision } }, { as });
const exclude = (id: string, revision: number, as: TestPerson, given: readonly unknown[] = reasons) =>
  api.call(
    applications.excludeApplication,
    { params: { applicationId: id }, body: { revision, reasons: given as typeof reasons } },
    { as },
  );
const read = (id: string, as: TestPerson) =>
  api.ok(applications.readApplication, { params: { applicationId: id } }, { as });
const codeOf = (answer: { body: unknown }) => (answer.body as { code?: string }).code;

describe('the check of admissibility', () => {
  it('waits until the call has closed', async () => {
    const call = await givenOpenCall(api, plan);
    const { id, revision } = await givenSubmittedApplication(api, call);
    expect(codeOf(await admit(id, revision, call.officer))).toBe('call.still-open');
    expect(codeOf(await exclude(id, revision, call.officer))).toBe('call.still-open');
    whenClosed(api, call);
    expect(await admit(id, revision, call.officer)).toMatchObject({ status: 200, body: { revision } });
    expect(await read(id, call.officer)).toMatchObject({ state: 'admitted', exclusionReasons: [] });
    const [row] = await api.sql('SELECT screened_by, screened_at IS NOT NULL AS at FROM application WHERE id = $1', [
      id,
    ]);
    expect(row).toEqual({ screened_by: call.officer.id, at: true });
  });

  it('excludes with reasons that say the facts, and mails nobody', async () => {
    const call = await givenOpenCall(api, plan);
    const { id, revision } = await givenSubmittedApplication(api, call);
    whenClosed(api, call);
    const mails = () => api.sql('SELECT id FROM outgoing_mail WHERE about_id = $1', [id]);
    const before = await mails();
    expect((await exclude(id, revision, call.officer)).status).toBe(200);
    expect(await read(id, call.officer)).toMatchObject({
      state: 'excluded',
      exclusionReasons: [reasons[0], { code: 'incomplete', text: 'The budget of the partner is missing.' }],
    });
    expect(await mails()).toEqual(before);
    const journal = await api.sql(`SELECT data FROM journal WHERE subject_id = $1 AND type = 'application.excluded'`, [
      id,
    ]);
    expect(JSON.stringify(journal)).not.toContain('choirs');
  });

  it.each([
    ['no reason', []],
    ['a code without facts', [{ code: 'other', text: '' }]],
    ['a code that is no ground', [{ code: 'not-nice', text: 'A text that is long enough.' }]],
  ])('refuses an exclusion with %s', async (_case, given) => {
    const call = await givenOpenCall(api, plan);
    const { id, revision } = await givenSubmittedApplication(api, call);
    whenClosed(api, call);
    expect(codeOf(await exclude(id, revision, call.officer, given))).toBe('request.malformed');
  });

  it('happens once: of an admission and an exclusion at the same time one wins', async () => {
    const call = await givenOpenCall(api, plan);
    const { id, revision } = await givenSubmittedApplication(api, call);
    whenClosed(api, call);
    const answers = await Promise.all([admit(id, revision, call.officer), exclude(id, revision, call.officer)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(answers.map(codeOf)).toContain('lifecycle.not-allowed');
  });

  it('is for officers, at the revision that was read, of what was sent', async () => {
    const call = await givenOpenCall(api, plan);
    const { id, revision, organisation } = await givenSubmittedApplication(api, call);
    whenClosed(api, call);
    for (const act of [admit, exclude]) {
      expect(codeOf(await act(id, revision + 1, call.officer))).toBe('record.stale');
      expect(codeOf(await act(nobody, 0, call.officer))).toBe('record.missing');
      expect(codeOf(await act(id, revision, plan.approver))).toBe('permission.missing');
      expect(codeOf(await act(id, revision, organisation.representative))).toBe('permission.missing');
    }
  });

  it('does not see drafts', async () => {
    const call = await givenOpenCall(api, plan);
    const organisation = await givenOrganisation(api);
    const body = { callNumber: call.number, organisationId: organisation.id, fileLanguage: 'nl' as const };
    const as = organisation.representative;
    const { id } = await api.ok(applications.startApplication, { body }, { as });
    whenClosed(api, call);
    expect(codeOf(await admit(id, 0, call.officer))).toBe('record.missing');
  });
});

describe('the list of a call for staff', () => {
  let call: GivenCall;
  let sent: GivenApplication[];
  beforeAll(async () => {
    call = await givenOpenCall(api, plan);
    sent = [];
    for (const name of ['Kôör Sint-Jan', '100% Muziek', 'Ronde Tafel', 'koor onder de linde']) {
      const organisation = await givenOrganisation(api, { name });
      sent.push(
        await givenSubmittedApplication(api, call, { organisation, answers: { title: `Project van ${name}` } }),
      );
    }
  });
  const list = (query: Record<string, unknown> = {}, as = call.officer) =>
    api.ok(applications.listApplications, { params: { callId: call.id }, query: query as never }, { as });

  it('pages by number', async () => {
    const first = await list({ limit: 3 });
    const rest = await list({ limit: 3, after: first.next });
    expect([...first.rows, ...rest.rows].map(({ number }) => number)).toEqual(sent.map(({ number }) => number));
    expect(rest.next).toBeNull();
    // The second: another test takes the first one further.
    expect(first.rows[1]).toMatchObject({ state: 'submitted', requestedCents: 6_000_00, reviewers: 0, reviewsSent: 0 });
  });

  it('searches without regard to case and accents, and takes signs for what they are', async () => {
    const found = async (search: string) =>
      (await list({ search })).rows.map(({ organisationName }) => organisationName);
    expect(await found('koor')).toEqual(['Kôör Sint-Jan', 'koor onder de linde']);
    expect(await found('100%')).toEqual(['100% Muziek']);
    expect(await found('%')).toEqual(['100% Muziek']);
    expect(await found('_')).toEqual([]);
    expect(await found(sent[2]?.organisation.enterpriseNumber ?? '')).toEqual(['Ronde Tafel']);
    expect(await found(`'; DROP TABLE application; --`)).toEqual([]);
  });

  it('filters by state and counts reviewers, those with a conflict apart', async () => {
    whenClosed(api, call);
    const [first] = sent;
    if (first === undefined) throw new Error('Nothing was sent.');
    await admit(first.id, first.revision, call.officer);
    for (const step of [
      [],
      [`state = 'accepted', declared_at = now()`],
      [`state = 'conflicted', declared_at = now(), conflict_kind = 'other'`],
    ]) {
      const reviewer = await api.person(['reviewer']);
      const [row] = await api.sql<{ id: string }>(
        `INSERT INTO review_assignment (id, application_id, reviewer_id, state, assigned_by)
         VALUES (gen_random_uuid(), $1, $2, 'assigned', $3) RETURNING id`,
        [first.id, reviewer.id, call.officer.id],
      );
      for (const change of step) await api.sql(`UPDATE review_assignment SET ${change} WHERE id = $1`, [row?.id]);
    }
    expect((await list({ state: 'admitted' })).rows).toMatchObject([{ id: first.id, reviewers: 2, reviewsSent: 0 }]);
    expect((await list({ state: 'submitted' })).rows).toHaveLength(3);
    const counted = await api.ok(calls.readCall, { params: { callId: call.id } }, { as: call.officer });
    expect(counted).toMatchObject({ filed: 4, admitted: 1, counts: { admitted: 1, submitted: 3 } });
  });

  it('is for staff who read applications, of calls that exist', async () => {
    const [first] = sent;
    const as = first?.organisation.representative ?? call.officer;
    const refused = (callId: string, who: TestPerson) =>
      api.refused(applications.listApplications, { params: { callId } }, { as: who });
    expect((await refused(call.id, as)).code).toBe('permission.missing');
    expect((await refused(call.id, await api.person(['reviewer']))).code).toBe('permission.missing');
    expect((await refused(nobody, call.officer)).code).toBe('record.missing');
    await list({}, await api.person(['auditor']));
  });

  it('opens a file with what was answered', async () => {
    const [first] = sent;
    if (first === undefined) throw new Error('Nothing was sent.');
    const file = await read(first.id, call.officer);
    expect(file).toMatchObject({
      callNumber: call.number,
      answers: { title: 'Project van Kôör Sint-Jan' },
      earlierAwards: [],
    });
    expect(file.contentHash).toMatch(/^[0-9a-f]{64}$/);
    expect(file.form.sections.length).toBeGreaterThan(0);
  });

  it('opens a file with what the organisation got before', async () => {
    const [, second] = sent;
    if (second === undefined) throw new Error('Too little was sent.');
    const earlier = await givenPlanRows(api, 2025);
    const award = await givenAward(api, earlier, {
      organisation: second.organisation,
      amountCents: 7_000_00,
      title: 'Een nieuwe piano',
    });
    expect((await read(second.id, call.officer)).earlierAwards).toMatchObject([
      { number: award.number, title: 'Een nieuwe piano', amountCents: 7_000_00 },
    ]);
  });
});
