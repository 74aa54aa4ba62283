import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { applications, calls } from '@commonlot/contracts';
import { Clock, CONFIG, type Config } from '../platform/index.js';
import { givenDraft, givenFile, givenSubmittedApplication } from '../testing/given-application.js';
import { type GivenCall, givenCompleteCall, givenOpenCall } from '../testing/given-call.js';
import { givenMember, givenOrganisation } from '../testing/given-organisations.js';
import { type GivenPlan, givenPlanInForce } from '../testing/given-plan.js';
import { TestApi, type TestPerson } from '../testing/test-api.js';
import { DiscardRemovedFiles } from './discard-removed-files.js';

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

const bodyFor = (organisation: { readonly id: string }, callNumber = call.number) => ({
  callNumber,
  organisationId: organisation.id,
  fileLanguage: 'nl' as const,
});
const read = (applicationId: string, as: TestPerson) =>
  api.ok(applications.readOwnApplication, { params: { applicationId } }, { as });
const codeOf = (answer: { body: unknown }) => (answer.body as { code?: string }).code;

describe('beginning an application', () => {
  it('gives a draft with a number of its call', async () => {
    const organisation = await givenOrganisation(api);
    const as = organisation.representative;
    const { id, revision } = await api.ok(applications.startApplication, { body: bodyFor(organisation) }, { as });
    expect(revision).toBe(0);
    const draft = await read(id, as);
    expect(draft.number).toMatch(new RegExp(`^${call.number}-\\d{4}$`));
    expect(draft).toMatchObject({
      releasedState: 'draft',
      isOpen: true,
      mayEdit: true,
      maySubmit: true,
      mayWithdraw: false,
      submittedAt: null,
      contentHash: null,
      decision: null,
      maxSharePercent: 80,
    });
    expect(draft.blockers).toContainEqual({ code: 'answers-missing', questionId: 'title' });
    expect(draft.blockers).not.toContainEqual(expect.objectContaining({ code: 'declaration-missing' }));
  });

  it('happens once in a call for an organisation, whoever begins at the same time', async () => {
    const organisation = await givenOrganisation(api);
    const editor = await givenMember(api, organisation, 'editor');
    const answers = await Promise.all(
      [organisation.representative, editor].map((as, process) =>
        api.call(applications.startApplication, { body: bodyFor(organisation) }, { as, process }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(answers.map(codeOf)).toContain('application.duplicate');
  });

  it('happens once by one key', async () => {
    const organisation = await givenOrganisation(api);
    const key = crypto.randomUUID();
    const as = organisation.representative;
    const begin = (process: number) =>
      api.ok(applications.startApplication, { body: bodyFor(organisation) }, { as, key, process });
    const [one, two] = await Promise.all([begin(0), begin(1)]);
    expect(one).toEqual(two);
  });

  it('is possible again after the draft was thrown away', async () => {
    const { id, organisation } = await givenDraft(api, call);
    const as = organisation.representative;
    await api.ok(applications.discardDraft, { params: { applicationId: id } }, { as });
    const list = await api.ok(applications.listOwnApplications, {}, { as });
    expect(list.rows).toEqual([]);
    await api.ok(applications.startApplication, { body: bodyFor(organisation) }, { as });
  });

  it('is refused to strangers, to viewers and to forms of organisation that may not apply', async () => {
    const organisation = await givenOrganisation(api);
    const body = bodyFor(organisation);
    const stranger = await api.person();
    const viewer = await givenMember(api, organisation, 'viewer');
    const company = await givenOrganisation(api, { legalForm: '418' });
    const refused = (input: typeof body, as: TestPerson) =>
      api.refused(applications.startApplication, { body: input }, { as });
    expect((await refused(body, stranger)).code).toBe('record.missing');
    expect((await refused(body, viewer)).code).toBe('membership.not-allowed');
    expect((await refused(bodyFor(company), company.representative)).code).toBe('application.organisation-unfit');
  });

  it('is refused outside the period of the call, and for calls that nobody knows', async () => {
    const organisation = await givenOrganisation(api);
    const as = organisation.representative;
    const refused = (callNumber: string) =>
      api.refused(applications.startApplication, { body: bodyFor(organisation, callNumber) }, { as });
    const draft = await givenCompleteCall(api, plan);
    expect((await refused(draft.number)).code).toBe('record.missing');
    expect((await refused('2026-C99')).code).toBe('record.missing');
    api.get(Clock).set(new Date(call.opensAt.getTime() - 1));
    expect(await refused(call.number)).toMatchObject({ code: 'call.not-open', details: { phase: 'announced' } });
    api.get(Clock).set(call.closesAt);
    expect(await refused(call.number)).toMatchObject({ code: 'call.not-open', details: { phase: 'closed' } });
  });
});

describe('throwing a draft away', () => {
  it('is for editors, and for drafts only', async () => {
    const { id, organisation } = await givenSubmittedApplication(api, call);
    const discard = (applicationId: string, as: TestPerson) =>
      api.refused(applications.discardDraft, { params: { applicationId } }, { as });
    expect((await discard(id, organisation.representative)).code).toBe('lifecycle.not-allowed');
    expect((await discard(id, await givenMember(api, organisation, 'viewer'))).code).toBe('membership.not-allowed');
    expect((await discard(id, await api.person())).code).toBe('record.missing');
  });

  it('takes its files along: a day later their bytes are off the disk, and their rows stay', async () => {
    const drafts = [await givenDraft(api, call), await givenDraft(api, call), await givenDraft(api, call)] as const;
    const files = await Promise.all(drafts.map((draft) => givenFile(api, draft)));
    const [before, justNow] = drafts;
    const discard = ({ id, organisation }: (typeof drafts)[number]) =>
      api.ok(applications.discardDraft, { params: { applicationId: id } }, { as: organisation.representative });
    await discard(justNow);
    api.get(Clock).set(new Date(Date.now() - 25 * 3_600_000));
    await discard(before);
    await api.get(DiscardRemovedFiles).run();
    const { FILES_DIRECTORY } = api.get(CONFIG as never) as Config;
    const isOnDisk = ({ fileId }: { readonly fileId: string }) =>
      existsSync(join(FILES_DIRECTORY, fileId.slice(0, 2), fileId));
    expect(files.map(isOnDisk)).toEqual([false, true, true]);
    expect(await api.sql('SELECT 1 FROM stored_file WHERE id = $1', [files[0]?.fileId])).toHaveLength(1);
  });
});

describe('the list of own applications', () => {
  it('has those of every organisation of the person, by pages, and of no other', async () => {
    const person = await api.person();
    const numbers: string[] = [];
    for (let index = 0; index < 5; index += 1) {
      const organisation = await givenOrganisation(api, { representative: person });
      numbers.push((await givenDraft(api, call, { organisation })).number);
    }
    const first = await api.ok(applications.listOwnApplications, { query: { limit: 3 } }, { as: person });
    const rest = await api.ok(
      applications.listOwnApplications,
      { query: { limit: 3, after: first.next ?? '' } },
      { as: person },
    );
    expect([...first.rows, ...rest.rows].map(({ number }) => number)).toEqual(numbers.toReversed());
    expect(rest.next).toBeNull();
    const other = await api.ok(applications.listOwnApplications, {}, { as: await api.person(['officer']) });
    expect(other.rows).toEqual([]);
  });

  it('shows viewers what they may not change', async () => {
    const { id, organisation } = await givenDraft(api, call);
    const viewer = await givenMember(api, organisation, 'viewer');
    expect(await read(id, viewer)).toMatchObject({ mayEdit: false, maySubmit: false, mayWithdraw: false });
    const refused = await api.refused(
      applications.readOwnApplication,
      { params: { applicationId: id } },
      { as: await api.person(['officer', 'reviewer']) },
    );
    expect(refused.code).toBe('record.missing');
  });
});

it('counts the drafts of a call for its officer, and shows none', async () => {
  const fresh = await givenOpenCall(api, plan);
  const { id } = await givenDraft(api, fresh);
  const as = fresh.officer;
  expect((await api.ok(calls.readCall, { params: { callId: fresh.id } }, { as })).counts).toMatchObject({ draft: 1 });
  const list = await api.ok(applications.listApplications, { params: { callId: fresh.id } }, { as });
  expect(list.rows).toEqual([]);
  const refused = await api.refused(applications.readApplication, { params: { applicationId: id } }, { as });
  expect(refused.code).toBe('record.missing');
});
