import { z } from 'zod';
import { answers, attachment } from '../applications/index.js';
import { callForm, criterion } from '../calls/index.js';
import { defineEndpoint } from '../endpoint.js';
import {
  basisPoints,
  centsField,
  done,
  id,
  instant,
  localisedDraft,
  localisedText,
  revision,
  text,
} from '../fields.js';

const ofAssignment = z.strictObject({ assignmentId: id });
const ofCall = z.strictObject({ callId: id });
export const assignmentState = z.enum(['assigned', 'accepted', 'conflicted', 'sent']);
export const conflictKind = z.enum(['family', 'employment', 'board', 'financial', 'other']);

/** A score is null while it is not given: not scored and zero are two things. */
export const score = z.strictObject({ score: z.int().min(0).max(100).nullable(), comment: text(4000) });
export const scores = z.record(z.string().regex(/^[a-z0-9-]{1,40}$/), score);

/** Before the declaration a reviewer sees organisation, title and place, and nothing else. */
export const assignmentHead = z.object({
  id,
  applicationNumber: z.string(),
  callNumber: z.string(),
  callTitle: localisedDraft(200),
  organisationName: z.string(),
  municipality: localisedText(200),
  title: z.string(),
  fileLanguage: z.string(),
  state: assignmentState,
  dueAt: instant.nullable(),
  scored: z.int(),
  criteria: z.int(),
  sentAt: instant.nullable(),
  revision,
});

export const listOwnAssignments = defineEndpoint({
  summary: 'The files that the reviewer has to declare on, score, or has sent',
  method: 'GET',
  path: '/review-assignments',
  permission: 'review:own',
  response: z.object({ rows: z.array(assignmentHead) }),
  problems: [],
});

export const declareInterest = defineEndpoint({
  summary: 'Declare, before seeing the file, that there is no conflict of interest, or which',
  method: 'POST',
  path: '/review-assignments/:assignmentId/declaration',
  permission: 'review:own',
  params: ofAssignment,
  body: z.strictObject({ revision, conflictKind: conflictKind.nullable() }),
  response: done,
  problems: ['record.missing', 'record.stale', 'lifecycle.not-allowed'],
});

export const readAssignment = defineEndpoint({
  summary: 'The file and the own scores; only after a declaration without conflict',
  method: 'GET',
  path: '/review-assignments/:assignmentId',
  permission: 'review:own',
  params: ofAssignment,
  response: assignmentHead.extend({
    applicationId: id,
    requestedCents: centsField,
    criteriaList: z.array(criterion),
    form: callForm,
    answers,
    attachments: z.array(attachment),
    scores,
    remark: z.string(),
    previousId: id.nullable(),
    nextId: id.nullable(),
  }),
  problems: ['record.missing'],
});

export const saveReview = defineEndpoint({
  summary: 'Save scores and comments, complete or not',
  method: 'PUT',
  path: '/review-assignments/:assignmentId/review',
  permission: 'review:own',
  params: ofAssignment,
  body: z.strictObject({ scores, remark: text(4000), revision }),
  response: z.object({ revision, savedAt: instant }),
  problems: ['record.missing', 'record.stale', 'review.invalid', 'lifecycle.not-allowed'],
});

export const sendReview = defineEndpoint({
  summary: 'Send a complete review; it is sealed until then and frozen from then on',
  method: 'POST',
  path: '/review-assignments/:assignmentId/sending',
  permission: 'review:own',
  params: ofAssignment,
  body: z.strictObject({ revision }),
  response: done,
  problems: ['record.missing', 'record.stale', 'review.incomplete', 'lifecycle.not-allowed'],
});

export const reviewerRow = z.object({
  personId: id,
  name: z.string(),
  assigned: z.int(),
  declared: z.int(),
  conflicted: z.int(),
  sent: z.int(),
});

export const readReviewers = defineEndpoint({
  summary: 'Reviewers and files of a call: who has what, without any score',
  method: 'GET',
  path: '/calls/:callId/reviewers',
  permission: 'review:assign',
  params: ofCall,
  response: z.object({
    reviewers: z.array(reviewerRow),
    files: z.array(
      z.object({
        applicationId: id,
        number: z.string(),
        organisationName: z.string(),
        title: z.string(),
        fileLanguage: z.string(),
        assignments: z.array(z.object({ id, reviewerId: id, reviewerName: z.string(), state: assignmentState })),
      }),
    ),
  }),
  problems: ['record.missing'],
});

export const assignReviewers = defineEndpoint({
  summary: 'Assign reviewers to admitted files; what is assigned already stays',
  method: 'POST',
  path: '/calls/:callId/review-assignments',
  permission: 'review:assign',
  params: ofCall,
  body: z.strictObject({
    pairs: z
      .array(z.strictObject({ applicationId: id, reviewerId: id }))
      .min(1)
      .max(2000),
    dueAt: instant.nullable(),
  }),
  response: z.object({ created: z.int() }),
  problems: ['record.missing', 'review.reviewer-unfit', 'lifecycle.not-allowed'],
});

export const readRanking = defineEndpoint({
  summary: 'The ranking of a call by reviews that were sent, with the line where the envelope ends',
  method: 'GET',
  path: '/calls/:callId/ranking',
  permission: 'review:rank',
  params: ofCall,
  response: z.object({
    envelopeCents: centsField,
    isComplete: z.boolean(),
    waitingReviews: z.int(),
    rows: z.array(
      z.object({
        position: z.int().nullable(),
        applicationId: id,
        number: z.string(),
        organisationName: z.string(),
        title: z.string(),
        fileLanguage: z.string(),
        requestedCents: centsField,
        meanBasisPoints: basisPoints.nullable(),
        spreadBasisPoints: basisPoints.nullable(),
        reviewCount: z.int(),
        cumulativeCents: centsField.nullable(),
        withinEnvelope: z.boolean(),
        comments: z.array(
          z.object({ criterionId: z.string(), scores: z.array(z.int()), comments: z.array(z.string()) }),
        ),
      }),
    ),
    criteria: z.array(criterion),
  }),
  problems: ['record.missing'],
});
