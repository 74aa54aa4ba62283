import { type AssignableFile, proposeAssignments } from './assignment-proposal';

const file = (applicationId: string, ...has: [string, string][]): AssignableFile => ({
  applicationId,
  assignments: has.map(([reviewerId, state]) => ({ reviewerId, state })),
});
const wordsOf = (files: AssignableFile[], reviewerIds: string[], perFile = 2) =>
  proposeAssignments(files, reviewerIds, perFile).map(({ applicationId, reviewerId }) => applicationId + reviewerId);

it('gives each file two readers in turn', () => {
  expect(wordsOf([file('1'), file('2'), file('3')], ['a', 'b', 'c'])).toEqual(['1a', '1b', '2c', '2a', '3b', '3c']);
});

it('counts the readers that a file has, and the work that a reviewer has', () => {
  expect(wordsOf([file('1', ['a', 'sent']), file('2')], ['a', 'b', 'c'])).toEqual(['1b', '2c', '2a']);
});

it('replaces a reader with an interest by somebody else', () => {
  expect(wordsOf([file('1', ['a', 'conflicted'], ['b', 'accepted'])], ['a', 'b', 'c'])).toEqual(['1c']);
});

it('gives what it can when there are too few reviewers, and nothing without one', () => {
  expect(wordsOf([file('1')], ['a'])).toEqual(['1a']);
  expect(wordsOf([file('1')], [])).toEqual([]);
});
