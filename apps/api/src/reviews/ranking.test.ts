import { reviews as contract } from '@commonlot/contracts';
import { givenAssignedCall, givenRankedCall, givenSentReview, ownAssignment } from '../testing/given-review.js';
import { TestApi, type TestPerson } from '../testing/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.start();
});
afterAll(() => api.stop());

const declare = (reviewer: TestPerson, assignmentId: string, revision: number, conflictKind: 'board' | null) =>
  api.call(contract.declareInterest, { params: { assignmentId }, body: { revision, conflictKind } }, { as: reviewer });

test('the ranking draws the line where the envelope ends', async () => {
  const { call, officer, applications: files } = await givenRankedCall(api, { files: 3, envelopeCents: 13_000_00 });
  const ranking = await api.ok(contract.readRanking, { params: { callId: call.id } }, { as: officer });
  expect(ranking.rows.map(({ number }) => number)).toEqual(files.map(({ number }) => number));
  expect(ranking.rows.map(({ withinEnvelope }) => withinEnvelope)).toEqual([true, true, false]);
  expect(ranking.rows.at(-1)?.cumulativeCents).toBe(18_000_00);
});

test('a conflict does not keep the ranking waiting, a file without any review does', async () => {
  const {
    call,
    officer,
    reviewers,
    applications: files,
    criteria,
  } = await givenAssignedCall(api, { files: 1, reviewers: 2 });
  const [file] = files;
  const [first, second] = reviewers;
  if (file === undefined || first === undefined || second === undefined) throw new Error('nothing assigned');
  const row = await ownAssignment(api, first, file);
  await declare(first, row.id, row.revision, 'board');
  const read = () => api.ok(contract.readRanking, { params: { callId: call.id } }, { as: officer });
  expect(await read()).toMatchObject({ isComplete: false, waitingReviews: 1 });
  await givenSentReview(api, second, file, criteria, 60);
  expect(await read()).toMatchObject({ isComplete: true, waitingReviews: 0 });
});

test('a call that is not there is missing, and whoever may not look is refused', async () => {
  const officer = await api.person(['officer']);
  const reviewer = await api.person(['reviewer']);
  const params = { callId: '00000000-0000-4000-8000-000000000000' };
  for (const endpoint of [contract.readRanking, contract.readReviewers]) {
    expect((await api.refused(endpoint, { params }, { as: officer })).code).toBe('record.missing');
    expect((await api.refused(endpoint, { params }, { as: reviewer })).code).toBe('permission.missing');
  }
});
