import { z } from 'zod';
import { defineEndpoint } from '../endpoint.js';
import { centsField, id, instant, page, paging } from '../fields.js';

export * from './statements.js';

/** The figures of a plan line; committed includes what is paid. allocated = available + reserved + committed. */
export const lineFigures = z.object({
  allocatedCents: centsField,
  reservedCents: centsField,
  committedCents: centsField,
  paidCents: centsField,
  availableCents: centsField,
});

export const readLineFigures = defineEndpoint({
  summary: 'Where the money of a plan line stands',
  method: 'GET',
  path: '/plan-lines/:lineId/figures',
  permission: 'ledger:read',
  params: z.strictObject({ lineId: id }),
  response: lineFigures,
  problems: ['record.missing'],
});

export const listLineEntries = defineEndpoint({
  summary: 'The entries of a plan line, newest first',
  method: 'GET',
  path: '/plan-lines/:lineId/entries',
  permission: 'ledger:read',
  params: z.strictObject({ lineId: id }),
  query: z.strictObject(paging),
  response: page(
    z.object({
      id,
      sequence: z.string(),
      cause: z.enum([
        'allocate',
        'deallocate',
        'reserve',
        'release-reservation',
        'commit',
        'release-commitment',
        'pay',
        'return',
      ]),
      amountCents: centsField,
      from: z.string(),
      to: z.string(),
      subjectType: z.string(),
      subjectId: id,
      actor: z.string().nullable(),
      at: instant,
    }),
  ),
  problems: ['record.missing'],
});
