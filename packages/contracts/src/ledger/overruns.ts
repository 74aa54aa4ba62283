import { z } from 'zod';
import { defineEndpoint } from '../endpoint.js';
import {
  amountAboveZero,
  atRevision,
  centsField,
  done,
  id,
  instant,
  requiredText,
  revision,
  saved,
} from '../fields.js';

const ofOverrun = z.strictObject({ overrunId: id });
export const overrunState = z.enum(['proposed', 'signed', 'withdrawn']);

export const overrun = z.object({
  id,
  state: overrunState,
  amountCents: centsField,
  reason: z.string(),
  actReference: z.string(),
  proposedBy: z.string(),
  proposedAt: instant,
  signedBy: z.string().nullable(),
  signedAt: instant.nullable(),
  may: z.object({ sign: z.boolean(), withdraw: z.boolean() }),
  revision,
});

export const listOverruns = defineEndpoint({
  summary: 'The authorisations to spend more on a line than the plan gives it, newest first',
  method: 'GET',
  path: '/plan-lines/:lineId/overruns',
  permission: 'ledger:read',
  params: z.strictObject({ lineId: id }),
  response: z.object({
    rows: z.array(overrun),
    /** Whether the reader may propose one now: the year is open, and the line is in force and carries money. */
    mayPropose: z.boolean(),
  }),
  problems: ['record.missing'],
});

export const proposeOverrun = defineEndpoint({
  summary: 'Propose that the minister authorises an overrun of a line',
  method: 'POST',
  path: '/plan-lines/:lineId/overruns',
  permission: 'overrun:propose',
  idempotent: true,
  status: 201,
  params: z.strictObject({ lineId: id }),
  body: z.strictObject({
    amountCents: amountAboveZero,
    reason: requiredText(1000, 10),
    actReference: requiredText(200, 3),
  }),
  response: saved,
  problems: ['record.missing', 'ledger.year-closed'],
});

export const signOverrun = defineEndpoint({
  summary: 'Sign an authorisation of an overrun, never by the person who proposed it; the line is given the amount',
  method: 'POST',
  path: '/overruns/:overrunId/signature',
  permission: 'overrun:sign',
  params: ofOverrun,
  body: atRevision,
  response: done,
  problems: ['record.missing', 'record.stale', 'ledger.same-person', 'ledger.year-closed', 'lifecycle.not-allowed'],
});

export const withdrawOverrun = defineEndpoint({
  summary: 'Withdraw an authorisation that is not signed',
  method: 'POST',
  path: '/overruns/:overrunId/withdrawal',
  permission: 'overrun:propose',
  params: ofOverrun,
  body: atRevision,
  response: done,
  problems: ['record.missing', 'record.stale', 'lifecycle.not-allowed'],
});
