import { mostAdjustments, planSectors } from '@commonlot/domain';
import { z } from 'zod';
import { defineEndpoint } from '../endpoint.js';
import { centsField, done, id, instant, nameText, revision, saved, signedCentsField } from '../fields.js';
import { decimalCode } from './line.js';

/** A change in hundredths of a per cent: -500 is 5 % lower. */
const changeInBasisPoints = z.int().gt(-10_000).max(10_000).meta({ description: 'hundredths of a per cent' });

/** One thing that a scenario changes; what each means is a rule of the plan. */
export const scenarioAdjustment = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('total'), basisPoints: changeInBasisPoints }),
  z.strictObject({
    kind: z.literal('index'),
    codes: z.array(decimalCode).min(1).max(200),
    basisPoints: changeInBasisPoints,
  }),
  z.strictObject({ kind: z.literal('sector'), sector: z.enum(planSectors), amountCents: signedCentsField }),
  z.strictObject({ kind: z.literal('line'), code: decimalCode, amountCents: centsField }),
  z.strictObject({ kind: z.literal('absorb'), how: z.literal('proportional') }),
]);

const name = nameText(100);
const adjustments = z.array(scenarioAdjustment).max(mostAdjustments);
const ofVersion = z.strictObject({ versionId: id });
const ofScenario = z.strictObject({ scenarioId: id });

export const planScenario = z.object({
  id,
  name,
  adjustments,
  author: z.string(),
  createdAt: instant,
  adoptedBy: z.string().nullable(),
  adoptedAt: instant.nullable(),
  revision,
  /** What the plan becomes with it; null once it was adopted, for then the draft has become it. */
  totalCents: centsField.nullable(),
  unassignedCents: signedCentsField.nullable(),
});

export const listPlanScenarios = defineEndpoint({
  summary: 'The scenarios beside a version of a plan, with what each makes of its total',
  method: 'GET',
  path: '/plan-versions/:versionId/scenarios',
  permission: 'plan:read',
  params: ofVersion,
  response: z.object({ rows: z.array(planScenario) }),
  problems: ['record.missing'],
});

export const createPlanScenario = defineEndpoint({
  summary: 'Begin a scenario beside a draft; it changes nothing until it is adopted',
  method: 'POST',
  path: '/plan-versions/:versionId/scenarios',
  permission: 'plan:write',
  status: 201,
  idempotent: true,
  params: ofVersion,
  body: z.strictObject({ name, adjustments }),
  response: saved,
  problems: ['record.missing', 'record.duplicate', 'plan.scenario-too-many', 'lifecycle.not-allowed'],
});

export const savePlanScenario = defineEndpoint({
  summary: 'Save the name and the adjustments of a scenario',
  method: 'PUT',
  path: '/plan-scenarios/:scenarioId',
  permission: 'plan:write',
  params: ofScenario,
  body: z.strictObject({ name, adjustments, revision }),
  response: done,
  problems: ['record.missing', 'record.stale', 'record.duplicate', 'lifecycle.not-allowed'],
});

export const removePlanScenario = defineEndpoint({
  summary: 'Throw a scenario away',
  method: 'DELETE',
  path: '/plan-scenarios/:scenarioId',
  permission: 'plan:write',
  params: ofScenario,
  query: z.strictObject({ revision: z.coerce.number().int().nonnegative() }),
  response: done,
  problems: ['record.missing', 'record.stale', 'lifecycle.not-allowed'],
});

export const adoptPlanScenario = defineEndpoint({
  summary: 'Make the draft what a scenario makes of it: its total and all its lines',
  method: 'POST',
  path: '/plan-scenarios/:scenarioId/adoption',
  permission: 'plan:write',
  params: ofScenario,
  /** The revisions of both, so that nobody adopts what they have not seen. */
  body: z.strictObject({ revision, versionRevision: revision }),
  response: z.object({ revision, versionRevision: revision, unassignedCents: signedCentsField }),
  problems: ['record.missing', 'record.stale', 'plan.scenario-unfit', 'plan.lines-invalid', 'lifecycle.not-allowed'],
});
