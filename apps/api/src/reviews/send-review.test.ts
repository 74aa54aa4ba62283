import { applications, reviews as contract } from '@commonlot/contracts';
import { completeScores, givenAssignedCall, ownAssignment } from '../testing/given-review.js';
import { TestApi, type TestPerson } from '../testing/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.start();
});
afterAll(() => api.stop());

const declare = (reviewer: TestPerson, assignmentId: string, revision: number, conflictKind: 'board' | null) =>
  api.call(contract.declareInterest, { params: { assignmentId }, body: { revision, conflictKind } }, { as: reviewer });

describe('a review', () => {
  test('is saved incomplete, and sealed from everybody until it is sent', async () => {
    const { reviewers, applications: files, criteria, call, officer } = await givenAssignedCall(api, { files: 1 });
    const [reviewer] = reviewers;
    const [file] = files;
    const [criterion] = criteria;
    if (reviewer === undefined || file === undefined || criterion === undefined) throw new Error('nothing assigned');
    const row = await ownAssignment(api, reviewer, file);
    const params = { assignmentId: row.id };
    const as = { as: reviewer };
    const early = { params, body: { scores: {}, remark: '', revision: 0 } };
    expect((await api.refused(contract.saveReview, early, as)).code).toBe('lifecycle.not-allowed');
    expect((await api.refused(contract.sendReview, { params, body: { revision: 0 } }, as)).code).toBe(
      'lifecycle.not-allowed',
    );
    await declare(reviewer, row.id, row.revision, null);
    const secret = 'Zeer vertrouwelijke gedachte';
    const scores = { [criterion.id]: { score: 0, comment: secret } };
    const saved = await api.ok(contract.saveReview, { params, body: { scores, remark: '', revision: 1 } }, as);
    expect(await ownAssignment(api, reviewer, file)).toMatchObject({ scored: 1, criteria: criteria.length });
    const ofCall = { params: { callId: call.id } };
    const ranking = await api.ok(contract.readRanking, ofCall, { as: officer });
    expect(ranking).toMatchObject({ isComplete: false, waitingReviews: 1 });
    expect(ranking.rows[0]).toMatchObject({ position: null, meanBasisPoints: null, reviewCount: 0 });
    const seen = await api.ok(contract.readReviewers, ofCall, { as: officer });
    expect(JSON.stringify([ranking, seen])).not.toContain(secret);
    const problem = await api.refused(contract.sendReview, { params, body: { revision: saved.revision } }, as);
    expect(problem.code).toBe('review.incomplete');
    expect(JSON.stringify(problem.details)).toContain('score-missing');
    const stale = { params, body: { scores: {}, remark: '', revision: 1 } };
    expect((await api.refused(contract.saveReview, stale, as)).code).toBe('record.stale');
  });

  test('takes no score that the call does not know', async () => {
    const { reviewers, applications: files, criteria } = await givenAssignedCall(api, { files: 1 });
    const [reviewer] = reviewers;
    const [file] = files;
    const [criterion] = criteria;
    if (reviewer === undefined || file === undefined || criterion === undefined) throw new Error('nothing assigned');
    const row = await ownAssignment(api, reviewer, file);
    await declare(reviewer, row.id, row.revision, null);
    const save = (scores: Record<string, { score: number; comment: string }>) =>
      api.refused(
        contract.saveReview,
        { params: { assignmentId: row.id }, body: { scores, remark: '', revision: 1 } },
        { as: reviewer },
      );
    expect(await save({ sympathy: { score: 1, comment: '' } })).toMatchObject({
      code: 'review.invalid',
      details: { faults: [{ criterionId: 'sympathy', code: 'criterion-unknown' }] },
    });
    expect((await save({ [criterion.id]: { score: criterion.maxScore + 1, comment: '' } })).code).toBe(
      'review.invalid',
    );
    expect((await save({ [criterion.id]: { score: 1, comment: 'a\u0000b' } })).code).toBe('request.malformed');
  });

  test('belongs to its reviewer alone', async () => {
    const { reviewers, applications: files, officer } = await givenAssignedCall(api, { files: 1 });
    const [reviewer] = reviewers;
    const [file] = files;
    if (reviewer === undefined || file === undefined) throw new Error('nothing assigned');
    const row = await ownAssignment(api, reviewer, file);
    await declare(reviewer, row.id, row.revision, null);
    const params = { assignmentId: row.id };
    const other = await api.person(['reviewer']);
    expect((await api.refused(contract.readAssignment, { params }, { as: other })).code).toBe('record.missing');
    expect((await api.refused(contract.sendReview, { params, body: { revision: 1 } }, { as: other })).code).toBe(
      'record.missing',
    );
    expect((await api.refused(contract.readAssignment, { params }, { as: officer })).code).toBe('permission.missing');
  });

  test('is sent once, enters the ranking, and changes no more', async () => {
    const { reviewers, applications: files, criteria, call, officer } = await givenAssignedCall(api, { files: 1 });
    const [reviewer] = reviewers;
    const [file] = files;
    if (reviewer === undefined || file === undefined) throw new Error('nothing assigned');
    const row = await ownAssignment(api, reviewer, file);
    await declare(reviewer, row.id, row.revision, null);
    const params = { assignmentId: row.id };
    const as = { as: reviewer };
    const scores = completeScores(criteria, 100);
    const saved = await api.ok(contract.saveReview, { params, body: { scores, remark: '<b>', revision: 1 } }, as);
    const body = { revision: saved.revision };
    const both = await Promise.all([0, 1].map(() => api.call(contract.sendReview, { params, body }, as)));
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const again = { params, body: { scores: {}, remark: '', revision: saved.revision + 1 } };
    expect((await api.refused(contract.saveReview, again, as)).code).toBe('lifecycle.not-allowed');
    const ranking = await api.ok(contract.readRanking, { params: { callId: call.id } }, { as: officer });
    expect(ranking.isComplete).toBe(true);
    expect(ranking.rows[0]).toMatchObject({
      position: 1,
      meanBasisPoints: 10_000,
      reviewCount: 1,
      withinEnvelope: true,
    });
    expect(ranking.rows[0]?.comments[0]?.comments).toHaveLength(1);
  });

  test('goes with its application when that is withdrawn', async () => {
    const { reviewers, applications: files } = await givenAssignedCall(api, { files: 1 });
    const [reviewer] = reviewers;
    const [file] = files;
    if (reviewer === undefined || file === undefined) throw new Error('nothing assigned');
    const row = await ownAssignment(api, reviewer, file);
    await api.ok(
      applications.withdrawApplication,
      { params: { applicationId: file.id }, body: { reason: '' } },
      { as: file.organisation.representative },
    );
    expect((await declare(reviewer, row.id, row.revision, null)).body).toMatchObject({ code: 'record.missing' });
    expect((await api.ok(contract.listOwnAssignments, {}, { as: reviewer })).rows).toEqual([]);
  });
});
