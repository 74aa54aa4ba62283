import { z } from 'zod';
import { day, id, requiredText, text } from '../fields.js';

export const ofBatch = z.strictObject({ batchId: id });
export const ofDecision = z.strictObject({ decisionId: id });
export const outcome = z.enum(['award', 'refuse', 'exclude']);
export const batchState = z.enum(['draft', 'prepared', 'signed', 'released', 'discarded']);
export const directFileState = z.enum(['draft', 'proposed', 'awarded', 'refused', 'discarded']);

/** What the law wants in the act: ground, plan, line, purpose, instalments, proof, visibility, control, recovery, remedies. */
export const act = z.strictObject({
  legalGrounds: z.array(requiredText(500)).min(1).max(20),
  planReference: requiredText(400),
  lineCode: requiredText(40),
  purpose: requiredText(4000),
  instalments: z
    .array(z.strictObject({ percent: z.int().min(1).max(100), condition: text(500), dueOn: day.nullable() }))
    .max(12),
  proofs: z.array(z.strictObject({ description: requiredText(500), dueOn: day })).max(20),
  visibilityDuty: text(2000),
  controlClause: text(2000),
  recoveryClause: text(2000),
  remedies: z.strictObject({ body: requiredText(300), days: z.int().min(1).max(365), text: requiredText(4000) }),
});
