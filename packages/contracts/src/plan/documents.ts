import { z } from 'zod';
import { defineEndpoint } from '../endpoint.js';
import { id } from '../fields.js';

/** What a version can be downloaded as: the decree with its annex (nl and fr, or de), and its lines as a table. */
export const planDocumentForms = [
  'decree.pdf',
  'decree.docx',
  'decree-de.pdf',
  'decree-de.docx',
  'lines.xlsx',
  'lines.csv',
] as const;
export const planDocumentForm = z.enum(planDocumentForms);

export const readPlanDocument = defineEndpoint({
  summary:
    'A version as a draft of its Royal Decree with the annex, or its lines as a table that can be imported again',
  method: 'GET',
  path: '/plan-versions/:versionId/documents/:form',
  permission: 'plan:read',
  answers: 'bytes',
  params: z.strictObject({ versionId: id, form: planDocumentForm }),
  /** Whether headings of the annex print the sum of the lines under them; the decrees do not. */
  query: z.strictObject({ sums: z.enum(['with', 'without']).default('without') }),
  response: z.unknown(),
  problems: ['record.missing'],
});
