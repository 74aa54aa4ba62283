import { randomUUID } from 'node:crypto';
import { access, applications, decisions, workspace } from '@commonlot/contracts';
import { Clock } from '../platform/index.js';
import { givenDraft } from '../testing/given-application.js';
import { givenOpenCall } from '../testing/given-call.js';
import { type GivenBatch, givenDraftBatch, givenReleasedAward, givenSignedBatch } from '../testing/given-decision.js';
import { givenMember, givenOrganisation, givenVerifiedAccount } from '../testing/given-organisations.js';
import { givenAssignedCall, givenRankedCall, givenSharedPlan, ownAssignment } from '../testing/given-review.js';
import { TestApi, type TestPerson } from '../testing/test-api.js';
import { changesOf } from './history-policy.js';

type SubjectType = Parameters<typeof subject>[0];
const subject = (
  subjectType:
    | 'application'
    | 'bank-account'
    | 'call'
    | 'decision'
    | 'decision-batch'
    | 'organisation'
    | 'person'
    | 'payment'
    | 'plan-version'
    | 'review-assignment',
  subjectId: string,
) => ({ params: { subjectType, subjectId } });

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.start();
});
afterEach(() => api.get(Clock).set(null));
afterAll(() => api.stop());

const read = async (type: SubjectType, id: string, as: TestPerson) =>
  (await api.ok(workspace.readHistory, subject(type, id), { as })).rows;
const typesOf = async (type: SubjectType, id: string, as: TestPerson) =>
  (await read(type, id, as)).map((row) => row.type).reverse();
const isMissing = async (type: SubjectType, id: string, as: TestPerson) =>
  expect((await api.refused(workspace.readHistory, subject(type, id), { as })).code).toBe('record.missing');

test('staff read who did what, before and after, the newest first', async () => {
  const { applications: files, officer } = await givenAssignedCall(api, { files: 1 });
  const [file] = files;
  if (file === undefined) throw new Error('no file');
  const rows = await read('application', file.id, officer);
  expect(rows.map(({ type }) => type)).toEqual([
    'application.admitted',
    'application.submitted',
    'application.saved',
    'application.started',
  ]);
  expect(rows[0]).toMatchObject({ actor: officer.name, actorRoles: ['officer'] });
  expect(rows[0]?.changes).toContainEqual({ field: 'state', before: 'submitted', after: 'admitted' });
});

test('a member reads the own steps and not what the office does before the release', async () => {
  const ranked = await givenRankedCall(api, { files: 1 });
  const [file] = ranked.applications;
  if (file === undefined) throw new Error('no file');
  const own = ['application.started', 'application.saved', 'application.submitted'];
  const { representative } = file.organisation;
  expect(await typesOf('application', file.id, representative)).toEqual(own);
  const draft: GivenBatch = await givenDraftBatch(api, ranked.officer, { callId: ranked.call.id, directFileIds: [] });
  const signed = await givenSignedBatch(api, draft);
  const [decision] = draft.decisions;
  if (decision === undefined) throw new Error('no decision');
  expect(await typesOf('application', file.id, representative)).toEqual(own);
  await isMissing('decision', decision.id, representative);

  const release = { params: { batchId: draft.batchId }, body: { revision: signed.revision } };
  await api.ok(decisions.releaseBatch, release, { as: draft.minister });
  const viewer = await givenMember(api, file.organisation, 'viewer');
  const rows = await read('application', file.id, viewer);
  expect(rows[0]).toMatchObject({ type: 'application.released', actor: null, actorRoles: [], changes: [] });
  expect(rows[1]).toMatchObject({ type: 'application.submitted', actor: representative.name });
  expect(await read('decision', decision.id, viewer)).toMatchObject([
    { type: 'decision.released', actor: null, changes: [] },
  ]);
  expect(await typesOf('decision', decision.id, draft.minister)).toContain('decision.signed');
});

test('a withdrawal does not tell its author how far the office was', async () => {
  const { applications: files, officer } = await givenAssignedCall(api, { files: 1 });
  const [file] = files;
  if (file === undefined) throw new Error('no file');
  const { representative } = file.organisation;
  await api.ok(
    applications.withdrawApplication,
    { params: { applicationId: file.id }, body: { reason: '' } },
    { as: representative },
  );
  const text = JSON.stringify(await read('application', file.id, representative));
  expect(text).toContain('application.withdrawn');
  expect(text).not.toContain('admitted');
  expect(JSON.stringify(await read('application', file.id, officer))).toContain('admitted');
});

test('what is not there and what somebody may not see give the same answer', async () => {
  const assigned = await givenAssignedCall(api, { files: 1 });
  const [file] = assigned.applications;
  const [reviewer] = assigned.reviewers;
  if (file === undefined || reviewer === undefined) throw new Error('no file');
  const { id: assignmentId } = await ownAssignment(api, reviewer, file);
  const { representative } = file.organisation;
  await isMissing('application', randomUUID(), assigned.officer);
  await isMissing('application', file.id, await api.person());
  for (const type of ['application', 'review-assignment', 'call', 'organisation'] as const) {
    const id = {
      application: file.id,
      'review-assignment': assignmentId,
      call: assigned.call.id,
      organisation: file.organisation.id,
    }[type];
    await isMissing(type, id, reviewer);
    await isMissing(type, id, await api.person(['administrator']));
  }
  await isMissing('review-assignment', assignmentId, representative);
  await isMissing('call', assigned.call.id, representative);
  await isMissing('person', representative.id, representative);
  await isMissing('person', representative.id, assigned.officer);
  await isMissing('application', file.id, await api.person(['controller']));
});

test('a draft is the business of its members and of the auditor', async () => {
  const call = await givenOpenCall(api, { lineId: (await givenSharedPlan(api)).lineId('1.3') });
  const draft = await givenDraft(api, call);
  const written = ['application.started', 'application.saved'];
  expect(await typesOf('application', draft.id, draft.organisation.representative)).toEqual(written);
  await isMissing('application', draft.id, call.officer);
  expect(await typesOf('application', draft.id, await api.person(['auditor']))).toEqual(written);
});

test('the auditor reads every history', async () => {
  const auditor = await api.person(['auditor']);
  const administrator = await api.person(['administrator'], 'Ada Admin');
  const person = await api.person();
  const roles = { params: { personId: person.id }, body: { roles: ['officer' as const], revision: 0 } };
  await api.ok(access.setRoles, roles, { as: administrator });
  for (const as of [auditor, administrator]) {
    expect(await read('person', person.id, as)).toMatchObject([
      { type: 'person.roles-set', actor: 'Ada Admin', changes: [{ field: 'roles', before: '', after: 'officer' }] },
    ]);
  }
  const award = await givenReleasedAward(api);
  expect(await typesOf('decision-batch', award.batch.batchId, auditor)).toContain('decision-batch.signed');
  const { versionId } = await givenSharedPlan(api);
  expect(await typesOf('plan-version', versionId, auditor)).toContain('plan-version.in-force');
  const [assignment] = await api.sql<{ id: string }>('SELECT id FROM review_assignment LIMIT 1');
  expect(await typesOf('review-assignment', assignment?.id ?? '', auditor)).toContain('review-assignment.created');
  const [payment] = await api.sql<{ id: string }>('SELECT id FROM payment LIMIT 1');
  expect(await read('payment', payment?.id ?? '', auditor)).toMatchObject([{ type: 'payment.planned', actor: null }]);
});

test('members read of their account that it was verified, and not by whom', async () => {
  const organisation = await givenOrganisation(api);
  const controller = await api.person(['controller'], 'Carl Controller');
  const account = await givenVerifiedAccount(api, organisation, controller);
  const rows = await read('bank-account', account.id, organisation.representative);
  expect(rows).toMatchObject([
    {
      type: 'bank-account.verified',
      actor: null,
      changes: [{ field: 'state', before: 'proposed', after: 'verified' }],
    },
    { type: 'bank-account.proposed', actor: organisation.representative.name },
  ]);
  expect(JSON.stringify(rows)).not.toContain(account.iban);
  expect((await read('bank-account', account.id, controller))[0]).toMatchObject({ actor: 'Carl Controller' });
});

test('a person in an entry has a name, and pages follow one another', async () => {
  const organisation = await givenOrganisation(api);
  const member = await api.person([], 'Mia Member');
  const as = organisation.representative;
  await givenMember(api, organisation, 'editor', member);
  const first = await api.ok(
    workspace.readHistory,
    { ...subject('organisation', organisation.id), query: { limit: 1 } },
    { as },
  );
  expect(first.rows[0]?.changes).toContainEqual({ field: 'personId', before: null, after: 'Mia Member' });
  const query = { limit: 1, after: first.next ?? '' };
  const second = await api.ok(workspace.readHistory, { ...subject('organisation', organisation.id), query }, { as });
  expect(second.rows).toMatchObject([{ type: 'organisation.member-invited', actor: as.name }]);
  const invented = { ...subject('organisation', organisation.id), query: { after: '1; DROP' } };
  expect((await api.refused(workspace.readHistory, invented, { as })).code).toBe('request.malformed');
});

test.each([
  ['an unknown kind', 'secret', randomUUID()],
  ['no id', 'person', '1'],
])('%s of record is malformed', async (_case, subjectType, subjectId) => {
  const input = { params: { subjectType, subjectId } } as unknown as ReturnType<typeof subject>;
  const refused = await api.refused(workspace.readHistory, input, { as: await api.person(['auditor']) });
  expect(refused.code).toBe('request.malformed');
});

test('what an entry names has its number or its name, and no account number is whole', async () => {
  const award = await givenReleasedAward(api);
  const auditor = await api.person(['auditor']);
  const started = (await read('application', award.application.id, auditor)).at(-1);
  expect(started?.changes).toContainEqual({ field: 'callId', before: null, after: award.ranked.call.number });
  expect(started?.changes).toContainEqual({
    field: 'organisationId',
    before: null,
    after: award.application.organisation.name,
  });
  const published = (await read('call', award.ranked.call.id, auditor)).find(({ type }) => type === 'call.published');
  expect(published?.changes).toContainEqual({ field: 'lineId', before: null, after: '1.3' });
  const account = await givenVerifiedAccount(api, award.organisation);
  const [payment] = await api.sql<{ id: string }>('SELECT id FROM payment WHERE decision_id = $1', [award.decisionId]);
  await api.sql(
    `INSERT INTO journal (actor_roles, type, subject_type, subject_id, data)
     VALUES ('{}', 'payment.prepared', 'payment', $1, $2)`,
    [payment?.id, JSON.stringify({ after: { bankAccountId: account.id } })],
  );
  const text = JSON.stringify(await read('payment', payment?.id ?? '', auditor));
  expect(text).toContain('•');
  expect(text).not.toContain(account.iban);
  expect(text).not.toContain(account.id);
});

test('changes are the fields that differ, as text', () => {
  expect(
    changesOf({ state: 'draft', amountCents: 100, same: 1 }, { state: 'sent', same: 1, list: ['a', 'b'], none: null }),
  ).toEqual([
    { field: 'state', before: 'draft', after: 'sent' },
    { field: 'amountCents', before: '100', after: null },
    { field: 'list', before: null, after: 'a, b' },
  ]);
  expect(changesOf({ lines: { '1.1': 5, '1.2': 7 } }, { lines: { '1.2': 7, '1.3': 'PM' } })).toEqual([
    { field: 'lines.1.1', before: '5', after: null },
    { field: 'lines.1.3', before: null, after: 'PM' },
  ]);
});
