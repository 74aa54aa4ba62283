import { z } from 'zod';
import { defineEndpoint } from '../endpoint.js';
import {
  atRevision,
  basisPoints,
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
import { act, batchState, ofBatch, ofDecision, outcome } from './act.js';

export const batchHead = z.object({
  id,
  number: z.string(),
  state: batchState,
  callId: id.nullable(),
  callNumber: z.string().nullable(),
  title: localisedDraft(400),
  lineCode: z.string(),
  decisions: z.int(),
  awards: z.int(),
  awardedCents: centsField,
  incomplete: z.int(),
  preparedAt: instant.nullable(),
  signedAt: instant.nullable(),
  releasedAt: instant.nullable(),
  revision,
});

export const decisionRow = z.object({
  id,
  number: z.string(),
  applicationId: id.nullable(),
  directFileId: id.nullable(),
  organisationName: z.string(),
  title: z.string(),
  language: fileLanguage,
  outcome: outcome.nullable(),
  advisedOutcome: outcome.nullable(),
  requestedCents: centsField,
  amountCents: centsField.nullable(),
  rankingPosition: z.int().nullable(),
  meanBasisPoints: basisPoints.nullable(),
  isDeviation: z.boolean(),
  /** What is missing before it can be signed (decision.blocker.<code>). */
  blockers: z.array(z.string()),
  revision,
});

export const decision = decisionRow.extend({
  batchId: id,
  batchState,
  enterpriseNumber,
  criteria: z.array(
    z.object({
      id: z.string(),
      title: localisedDraft(200),
      meanScore: z.string().nullable(),
      maxScore: z.int(),
      comments: z.array(z.string()),
    }),
  ),
  criterionReasons: z.record(z.string(), z.string()),
  reason: z.string(),
  publicReason: z.string(),
  deviationReason: z.string(),
  exclusionReasons: z.array(z.object({ code: z.string(), text: z.string() })),
  act: act.nullable(),
  signedAt: instant.nullable(),
  hasLetter: z.boolean(),
  mayEdit: z.boolean(),
  previousId: id.nullable(),
  nextId: id.nullable(),
});

export const listBatches = defineEndpoint({
  summary: 'Batches of decisions',
  method: 'GET',
  path: '/decision-batches',
  permission: 'decision:read',
  query: z.strictObject(paging),
  response: page(batchHead),
  problems: [],
});
export const createBatch = defineEndpoint({
  summary: 'Prepare the decisions of a call from its ranking, or of proposed direct files of one line',
  method: 'POST',
  path: '/decision-batches',
  permission: 'decision:prepare',
  status: 201,
  idempotent: true,
  body: z.strictObject({ callId: id.nullable(), directFileIds: z.array(id).max(200) }),
  response: saved,
  problems: ['record.missing', 'decision.ranking-incomplete', 'record.duplicate', 'lifecycle.not-allowed'],
});
export const readBatch = defineEndpoint({
  summary: 'A batch with its decisions and the check list',
  method: 'GET',
  path: '/decision-batches/:batchId',
  permission: 'decision:read',
  params: ofBatch,
  response: batchHead.extend({
    envelopeCents: centsField.nullable(),
    lineAvailableCents: centsField,
    preparedBy: z.string(),
    signedBy: z.string().nullable(),
    signatoryTitle: z.string(),
    checks: z.array(z.object({ code: z.string(), isMet: z.boolean(), failing: z.int() })),
    may: z.object({
      edit: z.boolean(),
      prepare: z.boolean(),
      sendBack: z.boolean(),
      sign: z.boolean(),
      release: z.boolean(),
    }),
    rows: z.array(decisionRow),
  }),
  problems: ['record.missing'],
});
export const readDecision = defineEndpoint({
  summary: 'A decision with the advice it rests on',
  method: 'GET',
  path: '/decisions/:decisionId',
  permission: 'decision:read',
  params: ofDecision,
  response: decision,
  problems: ['record.missing'],
});
export const saveDecision = defineEndpoint({
  summary:
    'Set outcome, amount and reasons of a decision that is not signed (officer in draft, minister once prepared)',
  method: 'PUT',
  path: '/decisions/:decisionId',
  permission: 'decision:read',
  params: ofDecision,
  body: z.strictObject({
    revision,
    outcome: outcome.nullable(),
    amountCents: centsField.nullable(),
    criterionReasons: z.record(z.string().regex(/^[a-z0-9-]{1,40}$/), text(2000)),
    reason: text(4000),
    publicReason: text(1000),
    deviationReason: text(4000),
    act,
  }),
  response: z.object({ revision, blockers: z.array(z.string()) }),
  problems: ['record.missing', 'record.stale', 'permission.missing', 'decision.invalid', 'lifecycle.not-allowed'],
});
export const prepareBatch = defineEndpoint({
  summary: 'Hand a batch to the minister; every decision and act is complete',
  method: 'POST',
  path: '/decision-batches/:batchId/preparation',
  permission: 'decision:prepare',
  params: ofBatch,
  body: atRevision,
  response: done,
  problems: ['record.missing', 'record.stale', 'decision.incomplete', 'lifecycle.not-allowed'],
});
export const sendBackBatch = defineEndpoint({
  summary: 'Send a batch back to the officer with remarks',
  method: 'POST',
  path: '/decision-batches/:batchId/return',
  permission: 'decision:sign',
  params: ofBatch,
  body: z.strictObject({ revision, reason: requiredText(2000) }),
  response: done,
  problems: ['record.missing', 'record.stale', 'lifecycle.not-allowed'],
});
export const signBatch = defineEndpoint({
  summary: 'Sign all decisions of a batch: commits the money and freezes the acts; never by the person who prepared it',
  method: 'POST',
  path: '/decision-batches/:batchId/signature',
  permission: 'decision:sign',
  idempotent: true,
  params: ofBatch,
  body: z.strictObject({ revision, signatoryTitle: requiredText(200) }),
  response: done,
  problems: [
    'record.missing',
    'record.stale',
    'decision.incomplete',
    'decision.same-person',
    'decision.reviewer',
    'ledger.overspent',
    'lifecycle.not-allowed',
  ],
});
export const releaseBatch = defineEndpoint({
  summary: 'Release signed decisions: applicants read their letters, the register shows the awards',
  method: 'POST',
  path: '/decision-batches/:batchId/release',
  permission: 'decision:release',
  idempotent: true,
  params: ofBatch,
  body: atRevision,
  response: z.object({ revision, released: z.int() }),
  problems: ['record.missing', 'record.stale', 'decision.incomplete', 'lifecycle.not-allowed'],
});
export const readLetter = defineEndpoint({
  summary: 'The letter of a decision as PDF: for staff at any time, for the organisation once released',
  method: 'GET',
  path: '/decisions/:decisionId/letter',
  permission: 'account:use',
  answers: 'bytes',
  params: ofDecision,
  response: z.unknown(),
  problems: ['record.missing'],
});
