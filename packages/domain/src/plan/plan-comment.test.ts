import { allowCommentAction, type CommentAction, commentRefusal, commentState } from './plan-comment.js';
import { planLifecycle } from './plan-lifecycle.js';

const at = new Date('2026-01-05T10:00:00Z');
const open = { authorId: 'anna', versionState: 'draft', withdrawnAt: null, resolvedAt: null } as const;
const resolved = { ...open, resolvedAt: at };
const withdrawn = { ...open, withdrawnAt: at };
const actions: CommentAction[] = ['change', 'withdraw', 'resolve', 'reopen'];
const may = (comment: Parameters<typeof commentRefusal>[0], personId: string | null) =>
  actions.filter((action) => commentRefusal(comment, action, personId) === null);

test('a withdrawn comment is withdrawn, resolved or not', () => {
  expect([open, resolved, withdrawn, { ...resolved, withdrawnAt: at }].map(commentState)).toEqual([
    'open',
    'resolved',
    'withdrawn',
    'withdrawn',
  ]);
});

test('the author changes and withdraws, everybody resolves and reopens', () => {
  expect(may(open, 'anna')).toEqual(['change', 'withdraw', 'resolve']);
  expect(may(open, 'bram')).toEqual(['resolve']);
  expect(may(resolved, 'anna')).toEqual(['change', 'withdraw', 'reopen']);
  expect(may(resolved, 'bram')).toEqual(['reopen']);
  expect(may(open, null)).toEqual(['resolve']);
});

test('nothing more can be done with a comment that was withdrawn', () => {
  expect(may(withdrawn, 'anna')).toEqual([]);
  expect(may({ ...withdrawn, resolvedAt: at }, 'bram')).toEqual([]);
});

test.each(
  planLifecycle.states.filter((state) => state !== 'draft'),
)('what was said about a plan that is %s stays as it was said, and can still be dealt with', (versionState) => {
  expect(may({ ...open, versionState }, 'anna')).toEqual(['resolve']);
  expect(may({ ...resolved, versionState }, 'anna')).toEqual(['reopen']);
});

test('a refusal says why', () => {
  const refused = (comment: Parameters<typeof commentRefusal>[0], action: CommentAction, personId: string) => {
    const refusal = commentRefusal(comment, action, personId);
    return [refusal?.code, refusal?.details['state']];
  };
  expect(refused(open, 'change', 'bram')).toEqual(['plan.comment-not-own', undefined]);
  expect(refused({ ...open, versionState: 'submitted' }, 'withdraw', 'anna')).toEqual([
    'lifecycle.not-allowed',
    'submitted',
  ]);
  expect(refused(withdrawn, 'change', 'anna')).toEqual(['lifecycle.not-allowed', 'withdrawn']);
  expect(refused(resolved, 'resolve', 'bram')).toEqual(['lifecycle.not-allowed', 'resolved']);
  expect(refused(open, 'reopen', 'bram')).toEqual(['lifecycle.not-allowed', 'open']);
  expect(() => allowCommentAction(open, 'change', 'bram')).toThrow('plan.comment-not-own');
  expect(() => allowCommentAction(open, 'change', 'anna')).not.toThrow();
});
