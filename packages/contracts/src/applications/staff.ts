import { exclusionReasonCodes } from '@commonlot/domain';
import { z } from 'zod';
import { callForm } from '../calls/index.js';
import { defineEndpoint } from '../endpoint.js';
import {
  atRevision,
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
  text,
} from '../fields.js';
import { answers, applicationState, attachment, ofApplication } from './answers.js';

const ofCall = z.strictObject({ callId: id });

export const applicationRow = z.object({
  id,
  number: z.string(),
  organisationId: id,
  organisationName: z.string(),
  enterpriseNumber,
  title: z.string(),
  fileLanguage,
  state: applicationState,
  requestedCents: centsField.nullable(),
  submittedAt: instant.nullable(),
  reviewers: z.int(),
  reviewsSent: z.int(),
  revision,
});

export const listApplications = defineEndpoint({
  summary: 'The applications of a call that were sent, for staff',
  method: 'GET',
  path: '/calls/:callId/applications',
  permission: 'application:read',
  params: ofCall,
  query: z.strictObject({ ...paging, state: applicationState.optional(), search: text(100).optional() }),
  response: page(applicationRow),
  problems: ['record.missing'],
});

export const readApplication = defineEndpoint({
  summary: 'An application as it was sent, for staff',
  method: 'GET',
  path: '/applications/:applicationId',
  permission: 'application:read',
  params: ofApplication,
  response: applicationRow.extend({
    callId: id,
    callNumber: z.string(),
    callTitle: localisedDraft(200),
    form: callForm,
    answers,
    attachments: z.array(attachment),
    contentHash: z.string().nullable(),
    exclusionReasons: z.array(z.object({ code: z.string(), text: z.string() })),
    withdrawalReason: z.string(),
    earlierAwards: z.array(
      z.object({ number: z.string(), title: z.string(), amountCents: centsField, decidedOn: z.string() }),
    ),
  }),
  problems: ['record.missing'],
});

export const exclusionReason = z.strictObject({
  code: z.enum(exclusionReasonCodes),
  text: requiredText(2000, 10),
});

export const admitApplication = defineEndpoint({
  summary: 'Admit an application to review',
  method: 'POST',
  path: '/applications/:applicationId/admission',
  permission: 'application:screen',
  params: ofApplication,
  body: atRevision,
  response: done,
  problems: ['record.missing', 'record.stale', 'lifecycle.not-allowed', 'call.still-open'],
});

export const excludeApplication = defineEndpoint({
  summary: 'Find an application not admissible, with reasons; the applicant learns it with the decisions',
  method: 'POST',
  path: '/applications/:applicationId/exclusion',
  permission: 'application:screen',
  params: ofApplication,
  body: z.strictObject({ revision, reasons: z.array(exclusionReason).min(1).max(10) }),
  response: done,
  problems: ['record.missing', 'record.stale', 'lifecycle.not-allowed', 'call.still-open'],
});
