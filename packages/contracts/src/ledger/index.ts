import { postingCauses } from '@commonlot/domain';
import { z } from 'zod';
import { defineEndpoint } from '../endpoint.js';
import { centsField, id, instant, page, paging } from '../fields.js';
import { lineFigures } from './figures.js';

export * from './closings.js';
export * from './figures.js';
export * from './overruns.js';
export * from './statements.js';

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
      cause: z.enum(postingCauses),
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
