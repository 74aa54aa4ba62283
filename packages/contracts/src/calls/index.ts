import { z } from 'zod';
import { defineEndpoint } from '../endpoint.js';
import {
  atRevision,
  centsField,
  day,
  done,
  id,
  instant,
  localisedDraft,
  page,
  paging,
  requiredText,
  revision,
  saved,
} from '../fields.js';

const ofCall = z.strictObject({ callId: id });
const clock = z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/);

export const callState = z.enum(['draft', 'published', 'settled', 'cancelled', 'discarded']);
export const callPhase = z.enum(['draft', 'announced', 'open', 'closed', 'settled', 'cancelled', 'discarded']);

export const criterion = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  title: localisedDraft(200),
  description: localisedDraft(2000),
  weight: z.int().min(0).max(100),
  maxScore: z.int().min(1).max(100),
});

export const questionType = z.enum([
  'short-text',
  'long-text',
  'number',
  'amount',
  'date',
  'yes-no',
  'choice',
  'choices',
  'municipality',
  'files',
  'cost-table',
]);
export const question = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  type: questionType,
  label: localisedDraft(400),
  hint: localisedDraft(2000).nullable(),
  required: z.boolean(),
  maxCharacters: z.int().min(1).max(20_000).nullable(),
  min: z.int().nullable(),
  max: z.int().nullable(),
  options: z
    .array(z.strictObject({ value: z.string().regex(/^[a-z0-9-]{1,40}$/), label: localisedDraft(200) }))
    .max(50),
  maxFiles: z.int().min(1).max(20).nullable(),
});
export const callForm = z.strictObject({
  sections: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9-]{1,40}$/),
        title: localisedDraft(200),
        questions: z.array(question).max(60),
      }),
    )
    .max(20),
});

/** What an officer writes. Dates are a day and a clock time in Brussels; skipped and doubled hours are refused. */
export const callDraft = z.strictObject({
  lineId: id,
  title: localisedDraft(200),
  summary: localisedDraft(600),
  description: localisedDraft(8000),
  eligibility: localisedDraft(4000),
  opensOn: day.nullable(),
  opensAtClock: clock.nullable(),
  closesOn: day.nullable(),
  closesAtClock: clock.nullable(),
  envelopeCents: centsField.nullable(),
  maxAmountCents: centsField.nullable(),
  maxSharePercent: z.int().min(1).max(100).nullable(),
  criteria: z.array(criterion).max(20),
  form: callForm,
});

export const callHead = z.object({
  id,
  number: z.string(),
  state: callState,
  phase: callPhase,
  title: localisedDraft(200),
  lineId: id,
  lineCode: z.string(),
  opensAt: instant.nullable(),
  closesAt: instant.nullable(),
  envelopeCents: centsField.nullable(),
  filed: z.int(),
  admitted: z.int(),
  revision,
});

export const call = callHead.extend({
  summary: localisedDraft(600),
  description: localisedDraft(8000),
  eligibility: localisedDraft(4000),
  opensOn: day.nullable(),
  opensAtClock: z.string().nullable(),
  closesOn: day.nullable(),
  closesAtClock: z.string().nullable(),
  maxAmountCents: centsField.nullable(),
  maxSharePercent: z.int().nullable(),
  criteria: z.array(criterion),
  form: callForm,
  lineLabel: localisedDraft(400),
  lineAvailableCents: centsField,
  draftedBy: z.string(),
  publishedBy: z.string().nullable(),
  publishedAt: instant.nullable(),
  /** Why it cannot be published yet, as codes with words (call.blocker.<code>). */
  blockers: z.array(z.string()),
  counts: z.object({
    draft: z.int(),
    submitted: z.int(),
    admitted: z.int(),
    excluded: z.int(),
    withdrawn: z.int(),
    awarded: z.int(),
    refused: z.int(),
  }),
});

export const listCalls = defineEndpoint({
  summary: 'All calls, newest first, for staff',
  method: 'GET',
  path: '/calls',
  permission: 'call:read',
  query: z.strictObject(paging),
  response: page(callHead),
  problems: [],
});

export const readCall = defineEndpoint({
  summary: 'A call with its form, for staff',
  method: 'GET',
  path: '/calls/:callId',
  permission: 'call:read',
  params: ofCall,
  response: call,
  problems: ['record.missing'],
});

export const createCall = defineEndpoint({
  summary: 'Begin a call under a plan line that is in force; starts from a form that works',
  method: 'POST',
  path: '/calls',
  permission: 'call:write',
  status: 201,
  idempotent: true,
  body: z.strictObject({
    lineId: id,
    title: localisedDraft(200).extend({ nl: requiredText(200), fr: requiredText(200) }),
  }),
  response: saved,
  problems: ['record.missing', 'call.line-unfit'],
});

export const saveCall = defineEndpoint({
  summary: 'Save the draft of a call, complete or not',
  method: 'PUT',
  path: '/calls/:callId',
  permission: 'call:write',
  params: ofCall,
  body: callDraft.extend({ revision }),
  response: z.object({ revision, blockers: z.array(z.string()) }),
  problems: [
    'record.missing',
    'record.stale',
    'lifecycle.not-allowed',
    'time.skipped',
    'time.ambiguous',
    'call.line-unfit',
  ],
});

export const publishCall = defineEndpoint({
  summary: 'Publish a complete call; reserves its envelope on the plan line and freezes it',
  method: 'POST',
  path: '/calls/:callId/publication',
  permission: 'call:write',
  params: ofCall,
  body: atRevision,
  response: done,
  problems: [
    'record.missing',
    'record.stale',
    'call.incomplete',
    'ledger.overspent',
    'ledger.year-closed',
    'lifecycle.not-allowed',
  ],
});

export const discardCall = defineEndpoint({
  summary: 'Throw away the draft of a call',
  method: 'DELETE',
  path: '/calls/:callId',
  permission: 'call:write',
  params: ofCall,
  query: z.strictObject({ revision: z.coerce.number().int().nonnegative() }),
  response: done,
  problems: ['record.missing', 'record.stale', 'lifecycle.not-allowed'],
});

export const cancelCall = defineEndpoint({
  summary: 'Cancel a published call to which nobody has applied yet; releases the reservation',
  method: 'POST',
  path: '/calls/:callId/cancellation',
  permission: 'call:write',
  params: ofCall,
  body: z.strictObject({ revision, reason: requiredText(1000) }),
  response: done,
  problems: ['record.missing', 'record.stale', 'call.has-applications', 'lifecycle.not-allowed'],
});
