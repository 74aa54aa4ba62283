import { releasedStates } from '@commonlot/domain';
import { z } from 'zod';
import { centsField, id, instant, text } from '../fields.js';

export const ofApplication = z.strictObject({ applicationId: id });

export const applicationState = z.enum([
  'draft',
  'submitted',
  'admitted',
  'excluded',
  'awarded',
  'refused',
  'exclusion-confirmed',
  'withdrawn',
  'discarded',
]);
export const releasedState = z.enum(releasedStates);

const costRow = z.strictObject({ label: text(200), amountCents: centsField.nullable() });
const incomeRow = costRow.extend({ kind: z.enum(['own', 'other-subsidy', 'requested']) });
export const costTable = z.strictObject({ costs: z.array(costRow).max(60), incomes: z.array(incomeRow).max(30) });

/** An answer while it is written; the form says which type a question takes. */
export const answer = z.union([
  text(20_000),
  z.number().finite(),
  z.boolean(),
  z.array(text(40)).max(50),
  costTable,
  z.null(),
]);
export const answers = z.record(z.string().regex(/^[a-z0-9-]{1,40}$/), answer);

export const attachment = z.object({
  fileId: id,
  questionId: z.string(),
  name: z.string(),
  mediaType: z.string(),
  sizeBytes: z.int(),
  sha256: z.string(),
  scanState: z.enum(['not-scanned', 'pending', 'clean', 'infected']),
  uploadedAt: instant,
});
