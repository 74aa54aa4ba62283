import { postingCauses } from '@commonlot/domain';
import { z } from 'zod';
import { defineEndpoint } from '../endpoint.js';
import {
  centsField,
  day,
  enterpriseNumber,
  id,
  instant,
  localisedDraft,
  page,
  paging,
  signedCentsField,
} from '../fields.js';

const organisation = z.strictObject({ organisationId: id });
/** Today in Brussels unless given. */
const on = day.optional();

/** At the end of the day: awarded by acts, what of it fell away before it was paid, paid, and paid back. */
const beneficiaryFigures = z.object({
  awardedCents: centsField,
  reducedCents: centsField,
  paidCents: centsField,
  returnedCents: centsField,
  /** Awarded and neither reduced nor paid. */
  openCents: signedCentsField,
});

export const readBeneficiaryStatement = defineEndpoint({
  summary:
    'What an organisation was awarded, and what came of it, by year and line at the end of a day; from the entries',
  method: 'GET',
  path: '/organisations/:organisationId/statement',
  permission: 'ledger:read',
  params: organisation,
  query: z.strictObject({ on }),
  response: z.object({
    organisation: z.object({ id, enterpriseNumber, name: z.string() }),
    on: day,
    /** Newest year first, then by line. */
    rows: z.array(
      beneficiaryFigures.extend({
        year: z.int(),
        lineId: id,
        code: z.string(),
        label: localisedDraft(400),
        awards: z.int(),
      }),
    ),
    total: beneficiaryFigures,
  }),
  problems: ['record.missing'],
});

export const listBeneficiaryEntries = defineEndpoint({
  summary: 'The entries of the ledger about decisions for an organisation until the end of a day, newest first',
  method: 'GET',
  path: '/organisations/:organisationId/entries',
  permission: 'ledger:read',
  params: organisation,
  query: z.strictObject({ ...paging, on, lineId: id.optional() }),
  response: page(
    z.object({
      id,
      sequence: z.string(),
      at: instant,
      cause: z.enum(postingCauses),
      amountCents: centsField,
      year: z.int(),
      lineId: id,
      code: z.string(),
      decisionId: id,
      decisionNumber: z.string(),
      title: z.string(),
      titleLanguage: z.string(),
      actor: z.string().nullable(),
    }),
  ),
  problems: ['record.missing'],
});
