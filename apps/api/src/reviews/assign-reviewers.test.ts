import { applications, reviews as contract } from '@commonlot/contracts';
import { givenMember } from '../testing/given-organisations.js';
import { givenAssignedCall } from '../testing/given-review.js';
import { TestApi } from '../testing/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.start();
});
afterAll(() => api.stop());

describe('assigning', () => {
  test('skips pairs that exist and tells a reviewer once, however many files there are', async () => {
    const { call, officer, reviewers, applications: files } = await givenAssignedCall(api);
    const [reviewer] = reviewers;
    const pairs = files.map(({ id }) => ({ applicationId: id, reviewerId: reviewer?.id ?? '' }));
    const body = { pairs, dueAt: null };
    await expect(
      api.ok(contract.assignReviewers, { params: { callId: call.id }, body }, { as: officer }),
    ).resolves.toEqual({ created: 0 });
    const mails = await api.sql('SELECT body FROM outgoing_mail WHERE person_id = $1', [reviewer?.id]);
    const notices = await api.sql('SELECT 1 FROM notice WHERE person_id = $1', [reviewer?.id]);
    expect([mails.length, notices.length]).toEqual([1, 1]);
    expect(JSON.stringify(mails)).not.toContain(files[0]?.organisation.name);
  });

  test('two officers at once make each pair once', async () => {
    const { call, officer, applications: files } = await givenAssignedCall(api);
    const reviewer = await api.person(['reviewer']);
    const other = await api.person(['officer']);
    const body = { pairs: files.map(({ id }) => ({ applicationId: id, reviewerId: reviewer.id })), dueAt: null };
    const both = await Promise.all(
      [officer, other].map((as) => api.ok(contract.assignReviewers, { params: { callId: call.id }, body }, { as })),
    );
    expect(both.reduce((sum, { created }) => sum + created, 0)).toBe(files.length);
  });

  test('refuses people who may not review, and files that are not admitted', async () => {
    const { call, officer, applications: files } = await givenAssignedCall(api);
    const [file] = files;
    if (file === undefined) throw new Error('no file');
    const assign = (applicationId: string, reviewerId: string) =>
      api.refused(
        contract.assignReviewers,
        { params: { callId: call.id }, body: { pairs: [{ applicationId, reviewerId }], dueAt: null } },
        { as: officer },
      );
    const nobody = await api.person(['auditor']);
    expect(await assign(file.id, nobody.id)).toMatchObject({
      code: 'review.reviewer-unfit',
      details: { reviewerIds: [nobody.id] },
    });
    const member = await givenMember(api, file.organisation, 'viewer');
    await api.sql(`INSERT INTO person_role (person_id, role) VALUES ($1, 'reviewer')`, [member.id]);
    expect((await assign(file.id, member.id)).code).toBe('review.reviewer-unfit');
    await api.sql(`INSERT INTO person_role (person_id, role) VALUES ($1, 'reviewer')`, [officer.id]);
    expect((await assign(file.id, officer.id)).code).toBe('review.reviewer-unfit');
    const reviewer = await api.person(['reviewer']);
    const elsewhere = await givenAssignedCall(api, { files: 1 });
    expect((await assign(elsewhere.applications[0]?.id ?? '', reviewer.id)).code).toBe('record.missing');
    await api.ok(
      applications.withdrawApplication,
      { params: { applicationId: file.id }, body: { reason: '' } },
      { as: file.organisation.representative },
    );
    expect((await assign(file.id, reviewer.id)).code).toBe('lifecycle.not-allowed');
  });
});
