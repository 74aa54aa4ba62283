import { reductionKinds, reductionLifecycle, repaymentKinds, repaymentLifecycle } from '@commonlot/domain';
import { z } from 'zod';
import { defineEndpoint } from '../endpoint.js';
import {
  amountAboveZero,
  atRevision,
  centsField,
  day,
  done,
  id,
  instant,
  requiredText,
  revision,
  saved,
} from '../fields.js';

const ofAward = z.strictObject({ decisionId: id });
const ofReduction = z.strictObject({ reductionId: id });
const ofRepayment = z.strictObject({ repaymentId: id });
export const reductionKind = z.enum(reductionKinds);
export const repaymentKind = z.enum(repaymentKinds);
export const repaymentState = z.enum(repaymentLifecycle.states);

export const reduction = z.object({
  id,
  amountCents: centsField,
  kind: reductionKind,
  reason: z.string(),
  /** The act, article or letter that it rests on. */
  reference: z.string(),
  state: z.enum(reductionLifecycle.states),
  proposedBy: z.string(),
  proposedAt: instant,
  closedBy: z.string().nullable(),
  closedAt: instant.nullable(),
  refusal: z.string().nullable(),
  may: z.object({ confirm: z.boolean(), refuse: z.boolean(), withdraw: z.boolean() }),
  revision,
});

export const repayment = z.object({
  id,
  number: z.string(),
  amountCents: centsField,
  receivedCents: centsField,
  openCents: centsField,
  kind: repaymentKind,
  reason: z.string(),
  dueOn: day,
  isOverdue: z.boolean(),
  /** The twelve digits of the structured communication that the beneficiary transfers with. */
  communication: z.string(),
  state: repaymentState,
  askedBy: z.string(),
  askedAt: instant,
  waivedBy: z.string().nullable(),
  waivedAt: instant.nullable(),
  waiver: z.string().nullable(),
  receipts: z.array(
    z.object({
      id,
      amountCents: centsField,
      receivedOn: day,
      bankReference: z.string(),
      recordedBy: z.string(),
      recordedAt: instant,
    }),
  ),
  may: z.object({ receive: z.boolean(), waive: z.boolean() }),
  revision,
});

export const readAwardMoney = defineEndpoint({
  summary: 'An award after its signature: what is left of it, reductions, and what is asked back',
  method: 'GET',
  path: '/decisions/:decisionId/money',
  permission: 'decision:read',
  params: ofAward,
  response: z.object({
    decisionId: id,
    number: z.string(),
    organisationName: z.string(),
    title: z.string(),
    lineCode: z.string(),
    isReleased: z.boolean(),
    originalCents: centsField,
    /** The original less the reductions that were confirmed. */
    amountCents: centsField,
    paidCents: centsField,
    recoveredCents: centsField,
    /** What a reduction can take at most: the instalments that nobody approved. */
    reducibleCents: centsField,
    /** What can be asked back at most. */
    repayableCents: centsField,
    reductions: z.array(reduction),
    repayments: z.array(repayment),
    may: z.object({ reduce: z.boolean(), askBack: z.boolean() }),
  }),
  problems: ['record.missing'],
});

export const proposeReduction = defineEndpoint({
  summary: 'Propose to lower an award after its release; a minister confirms it',
  method: 'POST',
  path: '/decisions/:decisionId/reductions',
  permission: 'decision:prepare',
  status: 201,
  idempotent: true,
  params: ofAward,
  body: z.strictObject({
    amountCents: amountAboveZero,
    kind: reductionKind,
    reason: requiredText(2000, 20),
    reference: requiredText(200),
  }),
  response: saved,
  problems: [
    'record.missing',
    'membership.conflicted',
    'reduction.open',
    'reduction.too-high',
    'lifecycle.not-allowed',
  ],
});

export const withdrawReduction = defineEndpoint({
  summary: 'Take back a reduction that waits; only by whoever proposed it',
  method: 'POST',
  path: '/award-reductions/:reductionId/withdrawal',
  permission: 'decision:prepare',
  params: ofReduction,
  body: atRevision,
  response: done,
  problems: ['record.missing', 'record.stale', 'membership.conflicted', 'permission.missing', 'lifecycle.not-allowed'],
});

export const confirmReduction = defineEndpoint({
  summary: 'Confirm a reduction: gives the money back to its line and shortens the instalments; never by the proposer',
  method: 'POST',
  path: '/award-reductions/:reductionId/confirmation',
  permission: 'decision:sign',
  idempotent: true,
  params: ofReduction,
  body: atRevision,
  response: done,
  problems: [
    'record.missing',
    'record.stale',
    'membership.conflicted',
    'reduction.same-person',
    'reduction.too-high',
    'lifecycle.not-allowed',
  ],
});

export const refuseReduction = defineEndpoint({
  summary: 'Refuse a reduction with the reason; never by the proposer',
  method: 'POST',
  path: '/award-reductions/:reductionId/refusal',
  permission: 'decision:sign',
  params: ofReduction,
  body: z.strictObject({ revision, reason: requiredText(1000) }),
  response: done,
  problems: [
    'record.missing',
    'record.stale',
    'membership.conflicted',
    'reduction.same-person',
    'lifecycle.not-allowed',
  ],
});

export const askRepayment = defineEndpoint({
  summary: 'Ask a beneficiary to give back a part of what was paid',
  method: 'POST',
  path: '/decisions/:decisionId/repayments',
  permission: 'payment:prepare',
  status: 201,
  idempotent: true,
  params: ofAward,
  body: z.strictObject({
    amountCents: amountAboveZero,
    kind: repaymentKind,
    reason: requiredText(2000, 20),
    dueOn: day,
  }),
  response: saved,
  problems: ['record.missing', 'membership.conflicted', 'repayment.too-high', 'repayment.due-passed'],
});

export const recordReceipt = defineEndpoint({
  summary: 'Record by the bank statement what came in of a repayment; books it; never by whoever asked for it',
  method: 'POST',
  path: '/repayments/:repaymentId/receipts',
  permission: 'payment:approve',
  status: 201,
  idempotent: true,
  params: ofRepayment,
  body: z.strictObject({ revision, amountCents: amountAboveZero, receivedOn: day, bankReference: requiredText(100) }),
  response: done,
  problems: [
    'record.missing',
    'record.stale',
    'record.duplicate',
    'membership.conflicted',
    'repayment.same-person',
    'repayment.too-high',
    'repayment.day-later',
    'lifecycle.not-allowed',
  ],
});

export const waiveRepayment = defineEndpoint({
  summary: 'Waive what is still open of a repayment, with the reason; never by whoever asked for it',
  method: 'POST',
  path: '/repayments/:repaymentId/waiver',
  permission: 'decision:sign',
  params: ofRepayment,
  body: z.strictObject({ revision, reason: requiredText(1000, 20) }),
  response: done,
  problems: [
    'record.missing',
    'record.stale',
    'membership.conflicted',
    'repayment.same-person',
    'lifecycle.not-allowed',
  ],
});
