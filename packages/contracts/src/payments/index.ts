import { z } from 'zod';
import { defineEndpoint } from '../endpoint.js';
import { atRevision, centsField, day, done, id, page, paging, requiredText, revision } from '../fields.js';

export * from './own-returns.js';
export * from './reconciliation.js';
export * from './returns.js';

const ofPayment = z.strictObject({ paymentId: id });
export const paymentState = z.enum(['planned', 'prepared', 'approved', 'paid', 'cancelled']);

export const payment = z.object({
  id,
  number: z.string(),
  decisionId: id,
  decisionNumber: z.string(),
  organisationId: id,
  organisationName: z.string(),
  title: z.string(),
  lineCode: z.string(),
  instalment: z.int(),
  amountCents: centsField,
  dueOn: day.nullable(),
  condition: z.string(),
  state: paymentState,
  iban: z.string().nullable(),
  preparedBy: z.string().nullable(),
  approvedBy: z.string().nullable(),
  paidOn: day.nullable(),
  bankReference: z.string(),
  /** Why it was sent back, until it is prepared again. */
  returnReason: z.string().nullable(),
  /** Why it cannot be prepared now (payment.blocker.<code>). */
  blockers: z.array(z.string()),
  may: z.object({ prepare: z.boolean(), approve: z.boolean(), sendBack: z.boolean(), confirm: z.boolean() }),
  revision,
});

export const listPayments = defineEndpoint({
  summary: 'Instalments by state and date',
  method: 'GET',
  path: '/payments',
  permission: 'payment:read',
  query: z.strictObject({ ...paging, state: paymentState.optional() }),
  response: page(payment),
  problems: [],
});
/** A part of the subsidies foreseen; null where no ceiling holds. */
const ceiling = { percent: z.union([z.literal(50), z.literal(80)]).nullable(), ceilingCents: centsField.nullable() };

export const listAdvances = defineEndpoint({
  summary: 'Payments of each year against the ceilings of 50 % and 80 % (law of 19 April 2002, art. 26), newest first',
  method: 'GET',
  path: '/advances',
  permission: 'ledger:read',
  response: z.object({
    /** Today in Brussels. */
    on: day,
    rows: z.array(
      z.object({
        year: z.int(),
        isDefinitive: z.boolean(),
        /** The total of the plan in force. */
        foreseenCents: centsField,
        /** On lines of the year, less what was paid back. */
        paidCents: centsField,
        /** Approved, and not yet confirmed by the bank. */
        approvedCents: centsField,
        ...ceiling,
        roomCents: centsField.nullable(),
        next: z.object({ fromOn: day, ...ceiling }).nullable(),
      }),
    ),
  }),
  problems: [],
});
export const preparePayment = defineEndpoint({
  summary: 'Prepare an instalment for payment to the verified account',
  method: 'POST',
  path: '/payments/:paymentId/preparation',
  permission: 'payment:prepare',
  params: ofPayment,
  body: atRevision,
  response: done,
  problems: ['record.missing', 'record.stale', 'membership.conflicted', 'payment.blocked', 'lifecycle.not-allowed'],
});
export const approvePayment = defineEndpoint({
  summary: 'Approve a prepared payment; never by the person who prepared it',
  method: 'POST',
  path: '/payments/:paymentId/approval',
  permission: 'payment:approve',
  params: ofPayment,
  body: atRevision,
  response: done,
  problems: [
    'record.missing',
    'record.stale',
    'membership.conflicted',
    'payment.same-person',
    'payment.blocked',
    'payment.above-ceiling',
    'lifecycle.not-allowed',
  ],
});
export const sendBackPayment = defineEndpoint({
  summary: 'Send a prepared payment back with the reason',
  method: 'POST',
  path: '/payments/:paymentId/return',
  permission: 'payment:approve',
  params: ofPayment,
  body: z.strictObject({ revision, reason: requiredText(1000) }),
  response: done,
  problems: ['record.missing', 'record.stale', 'membership.conflicted', 'lifecycle.not-allowed'],
});
export const confirmPayment = defineEndpoint({
  summary: 'Confirm by the bank statement that an approved payment was made; books it',
  method: 'POST',
  path: '/payments/:paymentId/confirmation',
  permission: 'payment:approve',
  idempotent: true,
  params: ofPayment,
  body: z.strictObject({ revision, paidOn: day, bankReference: requiredText(100) }),
  response: done,
  problems: [
    'record.missing',
    'record.stale',
    'membership.conflicted',
    'ledger.overspent',
    'payment.above-ceiling',
    'lifecycle.not-allowed',
  ],
});
