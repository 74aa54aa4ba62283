import { z } from 'zod';
import { defineEndpoint } from '../endpoint.js';
import { centsField, day, id, instant } from '../fields.js';
import { reductionKind, repaymentKind, repaymentState } from './returns.js';

export const listReturnsOfOrganisation = defineEndpoint({
  summary: 'Awards of an own organisation that were lowered or of which money is asked back',
  method: 'GET',
  path: '/organisations/:organisationId/returns',
  permission: 'organisation:own',
  params: z.strictObject({ organisationId: id }),
  response: z.object({
    rows: z.array(
      z.object({
        decisionId: id,
        applicationId: id.nullable(),
        number: z.string(),
        title: z.string(),
        originalCents: centsField,
        amountCents: centsField,
        reductions: z.array(
          z.object({ amountCents: centsField, kind: reductionKind, reference: z.string(), confirmedAt: instant }),
        ),
        repayments: z.array(
          z.object({
            number: z.string(),
            amountCents: centsField,
            openCents: centsField,
            kind: repaymentKind,
            reason: z.string(),
            dueOn: day,
            isOverdue: z.boolean(),
            communication: z.string(),
            state: repaymentState,
          }),
        ),
      }),
    ),
  }),
  problems: ['record.missing'],
});
