import { yearClosingBlockers } from '@commonlot/domain';
import { z } from 'zod';
import { defineEndpoint } from '../endpoint.js';
import { atRevision, centsField, done, id, instant, localisedDraft, requiredText, revision, saved } from '../fields.js';
import { lineFigures } from './figures.js';

const ofYear = z.strictObject({ year: z.coerce.number().int().min(1990).max(2100) });
const ofClosing = z.strictObject({ closingId: id });
const label = localisedDraft(400);

export const yearClosingState = z.enum(['prepared', 'signed', 'sent-back', 'withdrawn']);

export const monthClosing = z.object({
  closedAt: instant,
  closedBy: z.string(),
  entryCount: z.int(),
  /** SHA-256 over all entries until the end of the month, as docs/rules/closing.md says. */
  entriesHash: z.string(),
  sealNumber: z.string(),
  sealHash: z.string(),
  /** All lines together, at the last instant of the month. */
  figures: lineFigures,
  /** Whether computing it again from the entries, now, gives the same. */
  isEqual: z.boolean(),
});

export const yearClosing = z.object({
  id,
  number: z.int(),
  state: yearClosingState,
  decisionReference: z.string(),
  destinations: z.array(
    z.object({
      lineId: id,
      code: z.string(),
      label,
      amountCents: centsField,
      /** Null where the balance is given back to the source. */
      toLineId: id.nullable(),
      toCode: z.string().nullable(),
      toLabel: label.nullable(),
    }),
  ),
  totalCents: centsField,
  preparedBy: z.string(),
  preparedAt: instant,
  signedBy: z.string().nullable(),
  signedAt: instant.nullable(),
  returnedBy: z.string().nullable(),
  returnedAt: instant.nullable(),
  /** Why it was sent back; it stays to be read. */
  returnReason: z.string().nullable(),
  may: z.object({ sign: z.boolean(), sendBack: z.boolean(), withdraw: z.boolean() }),
  revision,
});

export const readYearClosing = defineEndpoint({
  summary: "The closing of a year's ledger: its months, recomputed, and where its unassigned balances go",
  method: 'GET',
  path: '/ledger-years/:year/closing',
  permission: 'ledger:read',
  params: ofYear,
  response: z.object({
    year: z.int(),
    versionId: id,
    /** A closing of the year was signed: it takes nothing new. */
    isClosed: z.boolean(),
    months: z.array(
      z.object({
        month: z.int(),
        state: z.enum(['closed', 'next', 'waiting', 'running']),
        closing: monthClosing.nullable(),
      }),
    ),
    /** Why the year cannot be closed yet (closing.blocker.<code>). */
    blockers: z.array(z.enum(yearClosingBlockers)),
    /** What is available on its lines now; of a closed year, what has come back since. */
    balances: z.array(
      z.object({
        lineId: id,
        code: z.string(),
        label,
        availableCents: centsField,
        /** The line of the next year's plan that continues this one, if there is exactly one. */
        continuedById: id.nullable(),
      }),
    ),
    /** The lines of the next year's plan in force that can take a balance; none while there is no such plan. */
    nextLines: z.array(z.object({ lineId: id, code: z.string(), label })),
    closings: z.array(yearClosing),
    may: z.object({ closeMonth: z.boolean(), prepare: z.boolean() }),
  }),
  problems: ['record.missing'],
});

export const closeMonth = defineEndpoint({
  summary: 'Close the next month of a year, once it is over in Brussels; no entry is dated into it any more',
  method: 'POST',
  path: '/ledger-years/:year/month-closings',
  permission: 'ledger:close',
  idempotent: true,
  status: 201,
  params: ofYear,
  body: z.strictObject({ month: z.int().min(1).max(12) }),
  response: z.object({ id }),
  problems: ['record.missing', 'record.duplicate', 'ledger.month-running', 'ledger.month-skipped'],
});

export const prepareYearClosing = defineEndpoint({
  summary: 'Prepare the closing of a year: where each balance that is not assigned goes, by which decision',
  method: 'POST',
  path: '/ledger-years/:year/closings',
  permission: 'ledger:close',
  idempotent: true,
  status: 201,
  params: ofYear,
  body: z.strictObject({
    decisionReference: requiredText(200, 3),
    destinations: z.array(z.strictObject({ lineId: id, amountCents: centsField, toLineId: id.nullable() })).max(10_000),
  }),
  response: saved,
  problems: ['record.missing', 'record.duplicate', ...yearClosingBlockers, 'ledger.destinations-wrong'],
});

export const signYearClosing = defineEndpoint({
  summary: 'Sign the closing of a year, never by the person who prepared it; moves each balance where it goes',
  method: 'POST',
  path: '/year-closings/:closingId/signature',
  permission: 'ledger:sign',
  params: ofClosing,
  body: atRevision,
  response: done,
  problems: [
    'record.missing',
    'record.stale',
    'ledger.same-person',
    ...yearClosingBlockers,
    'ledger.destinations-wrong',
    'ledger.year-closed',
    'lifecycle.not-allowed',
  ],
});

export const sendBackYearClosing = defineEndpoint({
  summary: 'Send a prepared closing back with the reason, never by the person who prepared it',
  method: 'POST',
  path: '/year-closings/:closingId/return',
  permission: 'ledger:sign',
  params: ofClosing,
  body: z.strictObject({ revision, reason: requiredText(1000) }),
  response: done,
  problems: ['record.missing', 'record.stale', 'ledger.same-person', 'lifecycle.not-allowed'],
});

export const withdrawYearClosing = defineEndpoint({
  summary: 'Withdraw a prepared closing that is not signed, to prepare it anew',
  method: 'POST',
  path: '/year-closings/:closingId/withdrawal',
  permission: 'ledger:close',
  params: ofClosing,
  body: atRevision,
  response: done,
  problems: ['record.missing', 'record.stale', 'lifecycle.not-allowed'],
});
