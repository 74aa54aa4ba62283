import { longestComment, mostMentions } from '@commonlot/domain';
import { z } from 'zod';
import { defineEndpoint } from '../endpoint.js';
import { done, id, instant, page, paging, requiredText, revision, saved } from '../fields.js';

const ofVersion = z.strictObject({ versionId: id });
const ofComment = z.strictObject({ commentId: id });
const revisionQuery = z.strictObject({ revision: z.coerce.number().int().nonnegative() });
const words = {
  text: requiredText(longestComment),
  /** Who is asked to look: colleagues who may read plans. Their names are shown, their ids are stored. */
  mentionIds: z.array(id).max(mostMentions),
};

/** Somebody who may read plans, and so may be mentioned. */
export const planReader = z.object({ id, name: z.string() });

export const planComment = z.object({
  id,
  versionId: id,
  versionNumber: z.int(),
  /** Null for a comment on the version as a whole. */
  lineId: id.nullable(),
  /** The code of the line in that version; null where the version no longer has it. */
  code: z.string().nullable(),
  /** Null once it was withdrawn, but for those who read the journal. */
  text: z.string().nullable(),
  mentions: z.array(planReader),
  author: z.string(),
  writtenAt: instant,
  changedAt: instant.nullable(),
  withdrawnAt: instant.nullable(),
  resolvedBy: z.string().nullable(),
  resolvedAt: instant.nullable(),
  /** What it said before it was changed, oldest first; for those who read the journal, else empty. */
  earlierTexts: z.array(z.string()),
  /** What the reader may do with it now. */
  may: z.object({ change: z.boolean(), resolve: z.boolean(), reopen: z.boolean() }),
  revision,
});

export const listPlanComments = defineEndpoint({
  summary: 'Comments on a version, newest first; with a line those on the line, through all versions of the year',
  method: 'GET',
  path: '/plan-versions/:versionId/comments',
  permission: 'plan:read',
  params: ofVersion,
  query: z.strictObject({ lineId: id.optional(), ...paging }),
  response: page(planComment),
  problems: ['record.missing'],
});

export const countPlanComments = defineEndpoint({
  summary: 'How many comments are open: on the version as a whole, and on each of its lines whatever the version',
  method: 'GET',
  path: '/plan-versions/:versionId/comment-counts',
  permission: 'plan:read',
  params: ofVersion,
  response: z.object({
    /** Lines without an open comment are left out. */
    rows: z.array(z.object({ lineId: id.nullable(), open: z.int() })),
  }),
  problems: ['record.missing'],
});

export const listPlanReaders = defineEndpoint({
  summary: 'The colleagues who may read plans, by name, to mention them in a comment',
  method: 'GET',
  path: '/plan-readers',
  permission: 'plan:comment',
  response: z.object({ rows: z.array(planReader) }),
  problems: [],
});

export const createPlanComment = defineEndpoint({
  summary: 'Comment on a line of a version, or on the version as a whole; whoever is mentioned is told',
  method: 'POST',
  path: '/plan-versions/:versionId/comments',
  permission: 'plan:comment',
  status: 201,
  idempotent: true,
  params: ofVersion,
  body: z.strictObject({ lineId: id.nullable(), ...words }),
  response: saved,
  problems: ['record.missing', 'plan.mention-unfit'],
});

export const changePlanComment = defineEndpoint({
  summary: 'Change an own comment while its version is a draft; what it said is kept',
  method: 'PUT',
  path: '/plan-comments/:commentId',
  permission: 'plan:comment',
  params: ofComment,
  body: z.strictObject({ ...words, revision }),
  response: done,
  problems: ['record.missing', 'record.stale', 'plan.comment-not-own', 'plan.mention-unfit', 'lifecycle.not-allowed'],
});

export const withdrawPlanComment = defineEndpoint({
  summary: 'Withdraw an own comment while its version is a draft; that it was there stays',
  method: 'DELETE',
  path: '/plan-comments/:commentId',
  permission: 'plan:comment',
  params: ofComment,
  query: revisionQuery,
  response: done,
  problems: ['record.missing', 'record.stale', 'plan.comment-not-own', 'lifecycle.not-allowed'],
});

export const resolvePlanComment = defineEndpoint({
  summary: 'Say that a comment is dealt with',
  method: 'POST',
  path: '/plan-comments/:commentId/resolution',
  permission: 'plan:comment',
  params: ofComment,
  body: z.strictObject({ revision }),
  response: done,
  problems: ['record.missing', 'record.stale', 'lifecycle.not-allowed'],
});

export const reopenPlanComment = defineEndpoint({
  summary: 'Say that a comment is not dealt with after all',
  method: 'DELETE',
  path: '/plan-comments/:commentId/resolution',
  permission: 'plan:comment',
  params: ofComment,
  query: revisionQuery,
  response: done,
  problems: ['record.missing', 'record.stale', 'lifecycle.not-allowed'],
});
