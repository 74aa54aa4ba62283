import { z } from 'zod';
import { defineEndpoint } from '../endpoint.js';
import { centsField, day, id, instant, localisedDraft, localisedText, signedCentsField } from '../fields.js';
import { lineKind, planMove, planStage } from '../plan/index.js';

const year = z.int();
const queriedYear = z.coerce.number().int().min(1990).max(2100);
const versionNumber = z.coerce.number().int().min(1).max(1000);

export const publicPlanHead = z.object({
  year,
  number: z.int(),
  stage: planStage,
  totalCents: centsField,
  decreeReference: z.string(),
  decreeOn: day,
  /** Of a definitive plan: which general meeting approved the accounts of the year. */
  accountsReference: z.string().nullable(),
});

export const publicPlanLine = z.object({
  lineId: id,
  parentLineId: id.nullable(),
  code: z.string(),
  kind: lineKind,
  label: localisedDraft(400),
  isPm: z.boolean(),
  legalGround: z.string(),
  /** Null for headings and PM lines. */
  amountCents: centsField.nullable(),
  subtotalCents: centsField,
  reservedCents: centsField,
  awardedCents: centsField,
  paidCents: centsField,
  awards: z.int(),
});

export const publicPlan = publicPlanHead.extend({
  source: z.string(),
  remark: localisedText(1000).nullable(),
  inForceAt: instant,
  lines: z.array(publicPlanLine),
  /** The versions of the same year that were ever in force. */
  versions: z.array(publicPlanHead.extend({ isCurrent: z.boolean() })),
  years: z.array(year),
});

export const readPublicPlan = defineEndpoint({
  summary: 'The plan of a year: the version in force, or the one asked for',
  method: 'GET',
  path: '/register/plans/:year',
  permission: 'public',
  params: z.strictObject({ year: queriedYear }),
  query: z.strictObject({ version: versionNumber.optional() }),
  response: publicPlan,
  problems: ['record.missing'],
});

export const readPublicPlanDifference = defineEndpoint({
  summary:
    'What changed between two versions that are or were in force, also of different years; the older comes first',
  method: 'GET',
  path: '/register/plans/:year/difference',
  permission: 'public',
  params: z.strictObject({ year: queriedYear }),
  query: z.strictObject({
    from: versionNumber,
    to: versionNumber,
    /** The year of `from`; the year of the path unless given. */
    fromYear: queriedYear.optional(),
  }),
  response: z.object({
    before: publicPlanHead,
    after: publicPlanHead,
    differenceCents: signedCentsField,
    moves: z.array(planMove),
  }),
  problems: ['record.missing'],
});
