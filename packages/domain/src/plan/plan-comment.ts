import { Problem } from '../problem.js';
import type { PlanState } from './plan-lifecycle.js';

/** As many characters as a comment may have. */
export const longestComment = 2000;
/** As many colleagues as one comment may call upon. */
export const mostMentions = 20;

export interface PlanCommentFacts {
  readonly authorId: string;
  /** The state of the version that it was written on. */
  readonly versionState: PlanState;
  readonly withdrawnAt: Date | null;
  readonly resolvedAt: Date | null;
}

export type CommentAction = 'change' | 'withdraw' | 'resolve' | 'reopen';

/** Where a comment stands. A withdrawn one takes no part any more, whether it was resolved or not. */
export function commentState({ withdrawnAt, resolvedAt }: PlanCommentFacts): 'open' | 'resolved' | 'withdrawn' {
  if (withdrawnAt !== null) return 'withdrawn';
  return resolvedAt === null ? 'open' : 'resolved';
}

/**
 * Why somebody may not do something with a comment; null when they may. Only who wrote it changes or withdraws it, and
 * only while the version is a draft: whoever approved a plan had read what was said about it. Everybody who comments
 * may say that a comment is dealt with, in whatever state the version is.
 */
export function commentRefusal(comment: PlanCommentFacts, action: CommentAction, personId: string | null) {
  const state = commentState(comment);
  const isOwn = action === 'change' || action === 'withdraw';
  if (isOwn && comment.authorId !== personId) return new Problem('plan.comment-not-own');
  if (isOwn && comment.versionState !== 'draft') {
    return new Problem('lifecycle.not-allowed', { state: comment.versionState, action: `${action}-comment` });
  }
  const from = action === 'reopen' ? 'resolved' : 'open';
  const isAllowed = state === from || (isOwn && state === 'resolved');
  return isAllowed ? null : new Problem('lifecycle.not-allowed', { state, action: `${action}-comment` });
}

/** Throws what `commentRefusal` says. */
export function allowCommentAction(comment: PlanCommentFacts, action: CommentAction, personId: string | null): void {
  const refusal = commentRefusal(comment, action, personId);
  if (refusal !== null) throw refusal;
}
