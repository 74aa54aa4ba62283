import { lineKinds, postingCauses } from '@commonlot/domain';
import { z } from 'zod';
import { defineEndpoint } from '../endpoint.js';
import { centsField, day, id, localisedDraft, signedCentsField } from '../fields.js';

/**
 * Figures at the end of a day in Brussels. They may be below zero for a moment that no one saw: an entry is dated when
 * its transaction began, and one that began before midnight may have waited for one that began after it.
 */
export const statementFigures = z.object({
  allocatedCents: signedCentsField,
  reservedCents: signedCentsField,
  committedCents: signedCentsField,
  paidCents: signedCentsField,
  availableCents: signedCentsField,
  /** What makes the allocated amount: the plan, the minister's authorisations, and what other years gave and took. */
  plannedCents: signedCentsField,
  authorisedCents: centsField,
  carriedCents: signedCentsField,
  /** Ever released until then, of reservations and of commitments. */
  releasedCents: centsField,
  /** Ever paid back until then. */
  returnedCents: centsField,
});

export const statement = z.object({
  opening: statementFigures,
  movements: z.array(z.object({ cause: z.enum(postingCauses), count: z.int(), amountCents: centsField })),
  closing: statementFigures,
});

/** The first day of the period, always a first of January, and its last. */
const period = { startsOn: day, on: day };
/** Today in Brussels unless given. */
const atDay = z.strictObject({ on: day.optional() });

export const readLineStatement = defineEndpoint({
  summary: 'A line of the plan at the end of a day: opening of the year, what moved, closing; from the entries',
  method: 'GET',
  path: '/plan-lines/:lineId/statement',
  permission: 'ledger:read',
  params: z.strictObject({ lineId: id }),
  query: atDay,
  response: statement.extend(period),
  problems: ['record.missing'],
});

export const readYearStatement = defineEndpoint({
  summary: "All lines of a year's plan at the end of a day, headings as the sums of what stands under them",
  method: 'GET',
  path: '/ledger-statements/:year',
  permission: 'ledger:read',
  params: z.strictObject({ year: z.coerce.number().int().min(1990).max(2100) }),
  query: atDay,
  response: z.object({
    ...period,
    year: z.int(),
    /** The version in force, whose lines these are. */
    versionId: id,
    rows: z.array(
      statement.extend({
        lineId: id,
        parentLineId: id.nullable(),
        code: z.string(),
        kind: z.enum(lineKinds),
        label: localisedDraft(400),
        isPm: z.boolean(),
        /** False for a line that money moved on and that a later version no longer has. */
        isInForce: z.boolean(),
      }),
    ),
    total: statement,
  }),
  problems: ['record.missing'],
});
