import { planStepKinds } from '@commonlot/domain';
import { z } from 'zod';
import { defineEndpoint } from '../endpoint.js';
import { day, done, id, instant, requiredText, revision } from '../fields.js';

export const planStepKind = z.enum(planStepKinds);

/** A step of the approval of a version besides those of the minister's office. */
export const planStep = z.object({
  kind: planStepKind,
  isRequired: z.boolean(),
  /** Null while it is open. */
  doneOn: day.nullable(),
  /** The number or the words by which the advice, the agreement or the publication is found. */
  reference: z.string().nullable(),
  recordedBy: z.string().nullable(),
  recordedAt: instant.nullable(),
});

/** A step as it was recorded before the version was sent back; those of one revision were open again at once. */
export const earlierPlanStep = z.object({
  revision,
  kind: planStepKind,
  doneOn: day,
  reference: z.string(),
  recordedBy: z.string(),
  recordedAt: instant,
  sentBackAt: instant,
});

export const savePlanSteps = defineEndpoint({
  summary:
    'Say which steps a version needs before its decree, until it is approved; whoever does it does not approve it',
  method: 'PUT',
  path: '/plan-versions/:versionId/steps',
  permission: 'plan:write',
  params: z.strictObject({ versionId: id }),
  body: z.strictObject({ required: z.array(planStepKind).max(planStepKinds.length), revision }),
  response: done,
  problems: ['record.missing', 'record.stale', 'lifecycle.not-allowed'],
});

export const recordPlanStep = defineEndpoint({
  summary:
    'Record that a step of an approved version was done, or the publication of one that is or was in force; again to correct it',
  method: 'POST',
  path: '/plan-versions/:versionId/steps/:kind',
  permission: 'plan:approve',
  params: z.strictObject({ versionId: id, kind: planStepKind }),
  body: z.strictObject({ doneOn: day, reference: requiredText(200), revision }),
  response: done,
  problems: ['record.missing', 'record.stale', 'plan.steps-open', 'plan.step-day-wrong', 'lifecycle.not-allowed'],
});
