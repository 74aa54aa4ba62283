import { randomUUID } from 'node:crypto';
import { applications } from '@commonlot/contracts';
import { type GivenApplication, givenDraft, givenFile } from '../testing/given-application.js';
import { type GivenCall, givenOpenCall } from '../testing/given-call.js';
import { givenMember } from '../testing/given-organisations.js';
import { givenPlanInForce } from '../testing/given-plan.js';
import { TestApi, type TestPerson } from '../testing/test-api.js';

const nobody = '00000000-0000-4000-8000-000000000000';

let api: TestApi;
let call: GivenCall;
beforeAll(async () => {
  api = await TestApi.start({ processes: 2, settings: { MAX_FILE_BYTES: '2048' } });
  call = await givenOpenCall(api, await givenPlanInForce(api));
});
afterAll(() => api.stop());

const codeOf = (answer: { body: unknown }) => (answer.body as { code?: string }).code;
const read = ({ id, organisation }: GivenApplication) =>
  api.ok(applications.readOwnApplication, { params: { applicationId: id } }, { as: organisation.representative });
const download = (applicationId: string, fileId: string, as: TestPerson) =>
  api.call(applications.readApplicationFile, { params: { applicationId, fileId } }, { as });

describe('removing', () => {
  it('takes a file off a draft for good, and gives its place back', async () => {
    const draft = await givenDraft(api, call);
    const as = draft.organisation.representative;
    const { fileId } = await givenFile(api, draft);
    const params = { applicationId: draft.id, fileId };
    await api.ok(applications.removeFile, { params }, { as });
    expect((await read(draft)).attachments).toEqual([]);
    expect(codeOf(await download(draft.id, fileId, as))).toBe('record.missing');
    expect((await api.refused(applications.removeFile, { params }, { as })).code).toBe('record.missing');
  });

  it('is for editors of a draft, and for its own files', async () => {
    const draft = await givenDraft(api, call);
    const other = await givenDraft(api, call);
    const { fileId } = await givenFile(api, draft);
    const remove = (applicationId: string, as: TestPerson) =>
      api.refused(applications.removeFile, { params: { applicationId, fileId } }, { as });
    expect((await remove(other.id, other.organisation.representative)).code).toBe('record.missing');
    expect((await remove(draft.id, other.organisation.representative)).code).toBe('record.missing');
    expect((await remove(draft.id, await givenMember(api, draft.organisation, 'viewer'))).code).toBe(
      'membership.not-allowed',
    );
    const body = { revision: draft.revision, declaresTruth: true };
    const as = draft.organisation.representative;
    await api.ok(applications.submitApplication, { params: { applicationId: draft.id }, body }, { as });
    expect((await remove(draft.id, as)).code).toBe('lifecycle.not-allowed');
    // Nor does the owner of the tables get a file off what was sent.
    await expect(
      api.sql('UPDATE application_file SET removed_at = now() WHERE file_id = $1', [fileId]),
    ).rejects.toThrow('stay as they are');
  });
});

describe('reading a file', () => {
  it('is for the organisation, for staff once it is sent, and for reviewers without conflict', async () => {
    const draft = await givenDraft(api, call);
    const { fileId } = await givenFile(api, draft);
    const officer = await api.person(['officer']);
    const viewer = await givenMember(api, draft.organisation, 'viewer');
    const status = async (as: TestPerson) => (await download(draft.id, fileId, as)).status;
    expect(await status(viewer)).toBe(200);
    expect(await status(officer)).toBe(404);
    const body = { revision: draft.revision, declaresTruth: true };
    const as = draft.organisation.representative;
    await api.ok(applications.submitApplication, { params: { applicationId: draft.id }, body }, { as });
    expect(await status(officer)).toBe(200);
    expect(await status(await api.person(['auditor']))).toBe(200);
    expect(await status(await api.person(['controller', 'reviewer']))).toBe(404);
    expect((await download(nobody, fileId, as)).status).toBe(404);
    expect(
      (await api.call(applications.readApplicationFile, { params: { applicationId: draft.id, fileId } })).status,
    ).toBe(401);

    const reviewers: Record<string, TestPerson> = {};
    for (const state of ['assigned', 'accepted', 'conflicted', 'sent']) {
      reviewers[state] = await givenAssignment(draft.id, officer, state);
    }
    for (const [state, reviewer] of Object.entries(reviewers)) {
      expect([state, await status(reviewer)]).toEqual([state, ['accepted', 'sent'].includes(state) ? 200 : 404]);
    }
  });

  it('opens no infected file, not even its own, and says why', async () => {
    const draft = await givenDraft(api, call);
    const { fileId } = await givenFile(api, draft);
    await api.sql(`UPDATE stored_file SET scan_state = 'infected' WHERE id = $1`, [fileId]);
    const answer = await download(draft.id, fileId, draft.organisation.representative);
    expect([answer.status, codeOf(answer)]).toEqual([403, 'file.infected']);
    expect(codeOf(await download(draft.id, fileId, await api.person(['officer'])))).toBe('record.missing');
    expect((await read(draft)).attachments).toMatchObject([{ fileId, scanState: 'infected' }]);
  });

  /** A new reviewer whose assignment has come this far. */
  async function givenAssignment(applicationId: string, officer: TestPerson, state: string): Promise<TestPerson> {
    const reviewer = await api.person(['reviewer']);
    const id = randomUUID();
    await api.sql(
      `INSERT INTO review_assignment (id, application_id, reviewer_id, state, assigned_by)
       VALUES ($1, $2, $3, 'assigned', $4)`,
      [id, applicationId, reviewer.id, officer.id],
    );
    const steps: Record<string, string[]> = {
      assigned: [],
      accepted: [`state = 'accepted', declared_at = now()`],
      conflicted: [`state = 'conflicted', declared_at = now(), conflict_kind = 'board'`],
      sent: [
        `state = 'accepted', declared_at = now()`,
        `state = 'sent', sent_at = now(), weighted_basis_points = 5000`,
      ],
    };
    for (const step of steps[state] ?? []) await api.sql(`UPDATE review_assignment SET ${step} WHERE id = $1`, [id]);
    return reviewer;
  }
});
