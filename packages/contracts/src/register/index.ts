import { reductionKinds } from '@commonlot/domain';
import { z } from 'zod';
import { callForm, callPhase, criterion } from '../calls/index.js';
import { defineEndpoint } from '../endpoint.js';
import {
  centsField,
  day,
  enterpriseNumber,
  id,
  instant,
  localisedDraft,
  localisedText,
  nis,
  page,
  paging,
  requiredText,
  text,
} from '../fields.js';
import { publicPlan } from './plan.js';

export * from './plan.js';
export * from './years.js';

const year = z.int();

export const publicCallHead = z.object({
  number: z.string(),
  phase: callPhase,
  title: localisedDraft(200),
  summary: localisedDraft(600),
  lineCode: z.string(),
  lineLabel: localisedDraft(400),
  opensAt: instant,
  closesAt: instant,
  envelopeCents: centsField,
  maxAmountCents: centsField,
  maxSharePercent: z.int(),
  filed: z.int().nullable(),
  admissible: z.int().nullable(),
  awarded: z.int().nullable(),
  awardedCents: centsField.nullable(),
});

export const publicAwardHead = z.object({
  number: z.string(),
  title: z.string(),
  language: z.string(),
  organisationName: z.string(),
  enterpriseNumber,
  municipality: localisedText(200),
  municipalityNis: nis,
  region: z.enum(['flanders', 'wallonia', 'brussels']),
  amountCents: centsField,
  decidedOn: day,
  lineCode: z.string(),
  lineLabel: localisedDraft(400),
  callNumber: z.string().nullable(),
});

export const readHome = defineEndpoint({
  summary: 'Where does the money go: the plan of the current year, latest awards, open calls',
  method: 'GET',
  path: '/register/home',
  permission: 'public',
  response: z.object({
    plan: publicPlan.nullable(),
    figures: z.object({ awards: z.int(), awardedCents: centsField, organisations: z.int(), municipalities: z.int() }),
    latestAwards: z.array(publicAwardHead),
    openCalls: z.array(publicCallHead),
  }),
  problems: [],
});

export const listAwards = defineEndpoint({
  summary: 'Search the awards',
  method: 'GET',
  path: '/register/awards',
  permission: 'public',
  query: z.strictObject({
    ...paging,
    search: text(100).optional(),
    year: z.coerce.number().int().min(1990).max(2100).optional(),
    line: requiredText(40).optional(),
    call: requiredText(20).optional(),
    region: z.enum(['flanders', 'wallonia', 'brussels']).optional(),
    municipality: nis.optional(),
    minimumCents: z.coerce.number().int().min(0).max(100_000_000_000_000).optional(),
    maximumCents: z.coerce.number().int().min(0).max(100_000_000_000_000).optional(),
    order: z.enum(['newest', 'highest']).optional(),
  }),
  response: page(publicAwardHead).extend({
    count: z.int(),
    sumCents: centsField,
    facets: z.object({
      years: z.array(z.object({ year, count: z.int() })),
      regions: z.array(z.object({ region: z.string(), count: z.int() })),
      lines: z.array(z.object({ code: z.string(), label: localisedDraft(400), count: z.int() })),
    }),
  }),
  problems: [],
});

export const readAward = defineEndpoint({
  summary: 'A funded cause: who, what, how much, when, why; corrections with the former value',
  method: 'GET',
  path: '/register/awards/:number',
  permission: 'public',
  params: z.strictObject({ number: requiredText(40) }),
  response: publicAwardHead.extend({
    reason: z.string(),
    year,
    /** Paid and not given back. */
    paidCents: centsField,
    repaidCents: centsField,
    /** What the award was lowered by since it was signed; `amountCents` is what is left. */
    reductions: z.array(z.object({ amountCents: centsField, kind: z.enum(reductionKinds), reducedOn: day })),
    callTitle: localisedDraft(200).nullable(),
    releasedAt: instant,
    lineId: id,
    corrections: z.array(
      z.object({
        field: z.enum(['title', 'reason', 'municipality']),
        formerValue: z.string(),
        newValue: z.string(),
        explanation: z.string(),
        correctedAt: instant,
      }),
    ),
    otherAwards: z.array(publicAwardHead),
  }),
  problems: ['record.missing'],
});

export const readPublicOrganisation = defineEndpoint({
  summary: 'An organisation that received support, with its awards',
  method: 'GET',
  path: '/register/organisations/:enterpriseNumber',
  permission: 'public',
  params: z.strictObject({ enterpriseNumber }),
  response: z.object({
    enterpriseNumber,
    name: z.string(),
    legalForm: z.string(),
    language: z.string(),
    municipality: localisedText(200),
    region: z.string(),
    website: z.string().nullable(),
    awards: z.array(publicAwardHead),
    awardedCents: centsField,
    paidCents: centsField,
  }),
  problems: ['record.missing'],
});

export const listPublicCalls = defineEndpoint({
  summary: 'Calls for projects: open, announced and past',
  method: 'GET',
  path: '/register/calls',
  permission: 'public',
  response: z.object({ rows: z.array(publicCallHead) }),
  problems: [],
});

export const readPublicCall = defineEndpoint({
  summary: 'A call with all its questions, readable without an account',
  method: 'GET',
  path: '/register/calls/:number',
  permission: 'public',
  params: z.strictObject({ number: requiredText(20) }),
  response: publicCallHead.extend({
    description: localisedDraft(8000),
    eligibility: localisedDraft(4000),
    criteria: z.array(criterion),
    form: callForm,
  }),
  problems: ['record.missing'],
});

export const correctAward = defineEndpoint({
  summary: 'Publish a dated correction of an award',
  method: 'POST',
  path: '/awards/:number/corrections',
  permission: 'register:correct',
  status: 201,
  idempotent: true,
  params: z.strictObject({ number: requiredText(40) }),
  body: z.strictObject({
    field: z.enum(['title', 'reason', 'municipality']),
    newValue: requiredText(2000),
    explanation: requiredText(1000, 10),
  }),
  response: z.object({ id }),
  problems: ['record.missing', 'correction.invalid'],
});
