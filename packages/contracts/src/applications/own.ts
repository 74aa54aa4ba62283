import { z } from 'zod';
import { callForm } from '../calls/index.js';
import { defineEndpoint } from '../endpoint.js';
import {
  centsField,
  done,
  enterpriseNumber,
  fileLanguage,
  id,
  instant,
  localisedDraft,
  page,
  paging,
  requiredText,
  revision,
  saved,
  text,
} from '../fields.js';
import { answers, attachment, ofApplication, releasedState } from './answers.js';

/** What applicants know of their file: the released state and nothing of the internal one. */
export const ownApplicationHead = z.object({
  id,
  number: z.string(),
  callNumber: z.string(),
  callTitle: localisedDraft(200),
  organisationId: id,
  organisationName: z.string(),
  title: z.string(),
  requestedCents: centsField.nullable(),
  releasedState,
  closesAt: instant,
  savedAt: instant,
  submittedAt: instant.nullable(),
  releasedAt: instant.nullable(),
});

export const ownApplication = ownApplicationHead.extend({
  enterpriseNumber,
  fileLanguage,
  opensAt: instant,
  isOpen: z.boolean(),
  form: callForm,
  maxAmountCents: centsField,
  maxSharePercent: z.int(),
  answers,
  attachments: z.array(attachment),
  contentHash: z.string().nullable(),
  submittedBy: z.string().nullable(),
  withdrawalReason: z.string(),
  mayEdit: z.boolean(),
  maySubmit: z.boolean(),
  mayWithdraw: z.boolean(),
  /** Why it cannot be sent now: code and, where it concerns one, the question. */
  blockers: z.array(z.object({ code: z.string(), questionId: z.string().nullable() })),
  /** The decision, once released. */
  decision: z
    .object({
      decisionId: id,
      number: z.string(),
      outcome: z.enum(['award', 'refuse', 'exclude']),
      amountCents: centsField.nullable(),
      reason: z.string(),
      decidedOn: z.string(),
    })
    .nullable(),
  revision,
});

export const listOwnApplications = defineEndpoint({
  summary: 'The applications of the organisations that the person acts for',
  method: 'GET',
  path: '/own-applications',
  permission: 'application:own',
  query: z.strictObject(paging),
  response: page(ownApplicationHead),
  problems: [],
});

export const startApplication = defineEndpoint({
  summary: 'Begin an application of an own organisation to an open call',
  method: 'POST',
  path: '/applications',
  permission: 'application:own',
  status: 201,
  idempotent: true,
  body: z.strictObject({ callNumber: requiredText(20), organisationId: id, fileLanguage }),
  response: saved,
  problems: [
    'record.missing',
    'call.not-open',
    'application.duplicate',
    'application.organisation-unfit',
    'membership.not-allowed',
  ],
});

export const readOwnApplication = defineEndpoint({
  summary: 'The own application: draft, what was sent, and what was decided once it is released',
  method: 'GET',
  path: '/own-applications/:applicationId',
  permission: 'application:own',
  params: ofApplication,
  response: ownApplication,
  problems: ['record.missing'],
});

export const saveDraft = defineEndpoint({
  summary: 'Save answers of a draft (those given; the others stay)',
  method: 'PATCH',
  path: '/applications/:applicationId/draft',
  permission: 'application:own',
  params: ofApplication,
  body: z.strictObject({ answers, revision }),
  response: z.object({ revision, savedAt: instant }),
  problems: [
    'record.missing',
    'record.stale',
    'application.answers-invalid',
    'lifecycle.not-allowed',
    'membership.not-allowed',
  ],
});

export const attachFile = defineEndpoint({
  summary: 'Attach a file to a question; the body is the file itself, streamed',
  method: 'POST',
  path: '/applications/:applicationId/files',
  permission: 'application:own',
  status: 201,
  accepts: 'bytes',
  params: ofApplication,
  query: z.strictObject({ questionId: requiredText(40), name: requiredText(255) }),
  response: attachment,
  problems: [
    'record.missing',
    'file.empty',
    'file.too-large',
    'file.type-refused',
    'file.too-many',
    'file.incomplete',
    'lifecycle.not-allowed',
    'membership.not-allowed',
  ],
});

export const removeFile = defineEndpoint({
  summary: 'Remove a file from a draft',
  method: 'DELETE',
  path: '/applications/:applicationId/files/:fileId',
  permission: 'application:own',
  params: ofApplication.extend({ fileId: id }),
  response: z.object({}),
  problems: ['record.missing', 'lifecycle.not-allowed', 'membership.not-allowed'],
});

export const readApplicationFile = defineEndpoint({
  summary: 'A file of an application, for its organisation, its reviewers and staff',
  method: 'GET',
  path: '/applications/:applicationId/files/:fileId',
  permission: 'account:use',
  answers: 'bytes',
  params: ofApplication.extend({ fileId: id }),
  response: z.unknown(),
  problems: ['record.missing', 'file.infected', 'file.missing', 'service.unavailable'],
});

export const submitApplication = defineEndpoint({
  summary: 'Send the application; answers with the receipt',
  method: 'POST',
  path: '/applications/:applicationId/submission',
  permission: 'application:own',
  idempotent: true,
  params: ofApplication,
  body: z.strictObject({ revision, declaresTruth: z.boolean() }),
  response: z.object({ number: z.string(), submittedAt: instant, contentHash: z.string(), revision }),
  problems: [
    'record.missing',
    'record.stale',
    'application.blocked',
    'lifecycle.not-allowed',
    'membership.not-allowed',
  ],
});

export const withdrawApplication = defineEndpoint({
  summary: 'Withdraw an application that was sent, until its decision is released',
  method: 'POST',
  path: '/applications/:applicationId/withdrawal',
  permission: 'application:own',
  params: ofApplication,
  body: z.strictObject({ reason: text(2000) }),
  response: done,
  problems: ['record.missing', 'lifecycle.not-allowed', 'membership.not-allowed'],
});

export const discardDraft = defineEndpoint({
  summary: 'Throw away a draft',
  method: 'DELETE',
  path: '/applications/:applicationId',
  permission: 'application:own',
  params: ofApplication,
  response: z.object({}),
  problems: ['record.missing', 'lifecycle.not-allowed', 'membership.not-allowed'],
});
