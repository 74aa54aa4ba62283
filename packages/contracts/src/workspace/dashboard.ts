import { lineKinds, planSectors } from '@commonlot/domain';
import { z } from 'zod';
import { defineEndpoint } from '../endpoint.js';
import { centsField, day, id, instant, localisedDraft, signedCentsField } from '../fields.js';

const year = z.int();

/** Signed, as in statements. Committed includes what is paid. */
const figures = z.object({
  allocatedCents: signedCentsField,
  reservedCents: signedCentsField,
  committedCents: signedCentsField,
  paidCents: signedCentsField,
  availableCents: signedCentsField,
});

/** This year beside the year before at the same day; null where that year had nothing of the kind. */
const compared = z.object({ now: figures, before: figures.nullable() });

const received = z.object({ awards: z.int(), awardedCents: signedCentsField, paidCents: signedCentsField });

/** What recipients of one kind got; of decisions that are announced. The rest stands together as `unannounced`. */
const recipients = <Key extends z.ZodType>(key: Key) =>
  z.array(z.object({ key, now: received, before: received.nullable() }));

const outlook = z.object({ lowCents: centsField, expectedCents: centsField.nullable(), highCents: centsField });

export const dashboardSteps = [
  'submit-plan',
  'approve-plan',
  'enter-plan-into-force',
  'finish-call',
  'screen',
  'assign-reviewers',
  'score',
  'propose-direct-file',
  'prepare-decisions',
  'sign-decisions',
  'release-decisions',
  'verify-bank-account',
  'prepare-payment',
  'approve-payment',
  'confirm-payment',
] as const;

export const readDashboard = defineEndpoint({
  summary:
    "Where a year's money stands: beside the year before, by group, against its ceilings, and what is to be expected",
  method: 'GET',
  path: '/dashboard',
  permission: 'ledger:read',
  query: z.strictObject({
    /** The year of the plan; the current one, else the newest with a plan in force, unless given. */
    year: z.coerce.number().int().min(1990).max(2100).optional(),
  }),
  response: z.object({
    year,
    /** The years that have a plan in force, newest first. */
    years: z.array(year),
    versionId: id,
    /** The day of the figures, today in Brussels, and the one of the year before that they are compared with. */
    on: day,
    beforeOn: day,
    total: compared,
    rubrics: z.array(compared.extend({ lineId: id, code: z.string(), label: localisedDraft(400) })),
    /** `none` are lines without a sector. */
    sectors: z.array(compared.extend({ key: z.enum([...planSectors, 'none']) })),
    kinds: z.array(compared.extend({ key: z.enum(lineKinds) })),
    regions: recipients(z.enum(['flanders', 'wallonia', 'brussels', 'unannounced'])),
    languages: recipients(z.enum(['nl', 'fr', 'de', 'unannounced'])),
    /** What may have been advanced until each day at most (law of 19 April 2002, art. 26), and what was paid by then. */
    ceilings: z.array(
      z.object({
        until: day,
        percent: z.int(),
        ceilingCents: centsField,
        paidCents: signedCentsField,
        isPast: z.boolean(),
      }),
    ),
    /** What waits for whom, of what the reader may open. */
    waiting: z.array(
      z.object({
        step: z.enum(dashboardSteps),
        role: z.enum(['officer', 'reviewer', 'minister', 'controller']),
        count: z.int(),
        oldestAt: instant.nullable(),
      }),
    ),
    forecast: z.object({
      committed: outlook,
      paid: outlook,
      isCapped: z.boolean(),
      reservedCents: signedCentsField,
      pastCalls: z.int(),
      share: z.object({ lowPercent: z.int(), expectedPercent: z.int().nullable(), highPercent: z.int() }),
    }),
  }),
  problems: ['record.missing'],
});
