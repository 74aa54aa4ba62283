import { lineDifferences, planMoveKinds } from '@commonlot/domain';
import { z } from 'zod';
import { defineEndpoint } from '../endpoint.js';
import { centsField, day, id, localisedDraft, signedCentsField } from '../fields.js';
import { lineKind } from './line.js';
import { planStage, planState } from './stage.js';

/** A line as a difference shows it. */
export const comparedLine = z.object({
  code: z.string(),
  kind: lineKind,
  label: localisedDraft(400),
  /** Null for headings and PM lines. */
  amountCents: centsField.nullable(),
  /** Of a heading: the sum of what stands under it; of another line its amount, zero for PM. */
  subtotalCents: centsField,
  isPm: z.boolean(),
});

/** What became of a group of lines from the older version to the newer one. */
export const planMove = z.object({
  kind: z.enum(planMoveKinds),
  before: z.array(comparedLine),
  after: z.array(comparedLine),
  differences: z.array(z.enum(lineDifferences)),
  /** Of the lines that carry money; headings would count it twice. */
  differenceCents: signedCentsField,
});

/** Which version it is, and by which act. */
export const comparedVersion = z.object({
  id,
  year: z.int(),
  number: z.int(),
  stage: planStage,
  state: planState,
  totalCents: centsField,
  decreeReference: z.string().nullable(),
  decreeOn: day.nullable(),
  accountsReference: z.string().nullable(),
});

export const comparePlanVersions = defineEndpoint({
  summary: 'What changed between two versions of plans, also of different years; the older one comes first',
  method: 'GET',
  path: '/plan-versions/:versionId/difference',
  permission: 'plan:read',
  params: z.strictObject({ versionId: id }),
  query: z.strictObject({ with: id }),
  response: z.object({
    before: comparedVersion,
    after: comparedVersion,
    differenceCents: signedCentsField,
    moves: z.array(planMove),
  }),
  problems: ['record.missing'],
});

export const readLineHistory = defineEndpoint({
  summary: 'A line through the versions of all years: itself, the lines it continues and those that continue it',
  method: 'GET',
  path: '/plan-lines/:lineId/history',
  permission: 'plan:read',
  params: z.strictObject({ lineId: id }),
  response: z.object({
    rows: z.array(
      comparedLine.extend({
        lineId: id,
        versionId: id,
        ...comparedVersion.omit({ id: true, totalCents: true, accountsReference: true }).shape,
      }),
    ),
  }),
  problems: ['record.missing'],
});
