import { reviews as contract } from '@commonlot/contracts';
import { completeScores, givenAssignedCall, ownAssignment } from '../testing/given-review.js';
import { TestApi, type TestPerson } from '../testing/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.start();
});
afterAll(() => api.stop());

const declare = (reviewer: TestPerson, assignmentId: string, revision: number, conflictKind: 'board' | null) =>
  api.call(contract.declareInterest, { params: { assignmentId }, body: { revision, conflictKind } }, { as: reviewer });

describe('a declaration', () => {
  test('comes before the file: until then only who, what and where is seen', async () => {
    const { reviewers, applications: files } = await givenAssignedCall(api);
    const [reviewer] = reviewers;
    const [file] = files;
    if (reviewer === undefined || file === undefined) throw new Error('nothing assigned');
    const row = await ownAssignment(api, reviewer, file);
    expect(row).toMatchObject({ state: 'assigned', organisationName: file.organisation.name, scored: 0 });
    expect(Object.keys(row)).not.toContain('answers');
    const params = { assignmentId: row.id };
    expect((await api.refused(contract.readAssignment, { params }, { as: reviewer })).code).toBe('record.missing');
    expect((await declare(reviewer, row.id, row.revision, null)).status).toBe(200);
    const open = await api.ok(contract.readAssignment, { params }, { as: reviewer });
    expect(open).toMatchObject({ state: 'accepted', applicationId: file.id });
    expect(Object.keys(open.answers)).toContain('budget');
  });

  test('of a conflict closes the file in every answer, as if it had never been', async () => {
    const { reviewers, applications: files, criteria, call, officer } = await givenAssignedCall(api);
    const [reviewer] = reviewers;
    const [file, other] = files;
    if (reviewer === undefined || file === undefined || other === undefined) throw new Error('nothing assigned');
    const row = await ownAssignment(api, reviewer, file);
    const params = { assignmentId: row.id };
    // Found late: scores that were saved before are set aside.
    await declare(reviewer, row.id, row.revision, null);
    const scores = completeScores(criteria, 50);
    const saved = await api.ok(
      contract.saveReview,
      { params, body: { scores, remark: '', revision: 1 } },
      { as: reviewer },
    );
    const declared = await declare(reviewer, row.id, saved.revision, 'board');
    expect(declared.status).toBe(200);
    const revision = saved.revision + 1;
    const answers = await Promise.all([
      api.refused(contract.readAssignment, { params }, { as: reviewer }),
      api.refused(contract.declareInterest, { params, body: { revision, conflictKind: null } }, { as: reviewer }),
      api.refused(contract.saveReview, { params, body: { scores, remark: '', revision } }, { as: reviewer }),
      api.refused(contract.sendReview, { params, body: { revision } }, { as: reviewer }),
    ]);
    expect(answers.map(({ code }) => code)).toEqual(Array.from({ length: 4 }, () => 'record.missing'));
    const { rows } = await api.ok(contract.listOwnAssignments, {}, { as: reviewer });
    expect(rows.map(({ applicationNumber }) => applicationNumber)).toEqual([other.number]);
    const seen = await api.ok(contract.readReviewers, { params: { callId: call.id } }, { as: officer });
    expect(seen.reviewers.find(({ personId }) => personId === reviewer.id)).toMatchObject({
      assigned: 2,
      conflicted: 1,
    });
  });

  test('is made once', async () => {
    const { reviewers, applications: files } = await givenAssignedCall(api, { files: 1 });
    const [reviewer] = reviewers;
    const [file] = files;
    if (reviewer === undefined || file === undefined) throw new Error('nothing assigned');
    const row = await ownAssignment(api, reviewer, file);
    const both = await Promise.all([0, 1].map(() => declare(reviewer, row.id, row.revision, null)));
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect((await declare(reviewer, row.id, 1, null)).body).toMatchObject({ code: 'lifecycle.not-allowed' });
  });
});
