import { totalStages } from '@commonlot/domain';
import { z } from 'zod';
import { defineEndpoint } from '../endpoint.js';
import { centsField } from '../fields.js';

export const readPlanYears = defineEndpoint({
  summary: 'The totals of the plans of all years since 2006, also of years that others published, with their sources',
  method: 'GET',
  path: '/register/plan-years',
  permission: 'public',
  response: z.object({
    /** Every year once, without gaps; a year of which nothing is known has no totals. */
    years: z.array(
      z.object({
        year: z.int(),
        totals: z.array(
          z.object({
            stage: z.enum(totalStages),
            totalCents: centsField,
            source: z.string(),
            /** The version that can be read here; null where only the total is known. */
            number: z.int().nullable(),
          }),
        ),
      }),
    ),
  }),
  problems: [],
});
