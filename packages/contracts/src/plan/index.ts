import { planSectors } from '@commonlot/domain';
import { z } from 'zod';
import { defineEndpoint } from '../endpoint.js';
import {
  atRevision,
  centsField,
  day,
  done,
  id,
  instant,
  localisedText,
  requiredText,
  revision,
  saved,
  signedCentsField,
  text,
} from '../fields.js';
import { lineKind, planLine, planLineInput } from './line.js';
import { planStage, planState } from './stage.js';
import { earlierPlanStep, planStep, planStepKind } from './steps.js';

export * from './comments.js';
export * from './difference.js';
export * from './documents.js';
export * from './line.js';
export * from './scenarios.js';
export * from './stage.js';
export * from './steps.js';

const ofVersion = z.strictObject({ versionId: id });
const totalCents = centsField.refine((amount) => amount > 0);
const year = z.int().min(1990).max(2100);

export const planVersionHead = z.object({
  id,
  year,
  number: z.int(),
  stage: planStage,
  state: planState,
  totalCents: centsField,
  unassignedCents: signedCentsField,
  decreeReference: z.string().nullable(),
  decreeOn: day.nullable(),
  accountsReference: z.string().nullable(),
  revision,
});

export const planVersion = planVersionHead.extend({
  remark: localisedText(1000).nullable(),
  source: z.string(),
  draftedBy: z.string(),
  submittedBy: z.string().nullable(),
  submittedAt: instant.nullable(),
  approvedBy: z.string().nullable(),
  approvedAt: instant.nullable(),
  inForceAt: instant.nullable(),
  /** Why it was sent back, until it is submitted again. */
  returnReason: z.string().nullable(),
  /** All steps in their order, required or not. */
  steps: z.array(planStep),
  /** What was recorded before the version was sent back, the last time first. */
  earlierSteps: z.array(earlierPlanStep),
  /** What the reader may do now, so that the screen shows no button that would be refused. */
  may: z.object({
    edit: z.boolean(),
    submit: z.boolean(),
    approve: z.boolean(),
    sendBack: z.boolean(),
    enterIntoForce: z.boolean(),
    configureSteps: z.boolean(),
    /** Those whose turn it is, or that can be corrected. */
    recordSteps: z.array(planStepKind),
  }),
  lines: z.array(planLine),
});

export const listPlanVersions = defineEndpoint({
  summary: 'All versions of all plans, newest year first',
  method: 'GET',
  path: '/plan-versions',
  permission: 'plan:read',
  response: z.object({ rows: z.array(planVersionHead) }),
  problems: [],
});

export const readPlanVersion = defineEndpoint({
  summary: 'A version of a plan with its tree and, when in force, the figures of each line',
  method: 'GET',
  path: '/plan-versions/:versionId',
  permission: 'plan:read',
  params: ofVersion,
  response: planVersion,
  problems: ['record.missing'],
});

export const createPlanVersion = defineEndpoint({
  summary: 'Begin a version: empty, or from another version',
  method: 'POST',
  path: '/plan-versions',
  permission: 'plan:write',
  status: 201,
  idempotent: true,
  body: z.strictObject({
    year,
    stage: planStage,
    totalCents,
    fromVersionId: id.nullable(),
    source: text(1000),
    remark: localisedText(1000).nullable(),
  }),
  response: saved,
  problems: ['record.missing'],
});

export const savePlanLines = defineEndpoint({
  summary: 'Replace the total and all lines of a draft',
  method: 'PUT',
  path: '/plan-versions/:versionId/lines',
  permission: 'plan:write',
  params: ofVersion,
  // The longest plan with long labels in four languages: five thousand lines of some 1,600 bytes.
  maxBytes: 8_388_608,
  body: z.strictObject({ totalCents, lines: z.array(planLineInput).max(5000), revision }),
  response: z.object({ revision, unassignedCents: signedCentsField }),
  problems: ['record.missing', 'record.stale', 'plan.lines-invalid', 'lifecycle.not-allowed'],
});

export const importedRow = z.object({
  row: z.int(),
  code: z.string(),
  kind: lineKind.nullable(),
  labelNl: z.string(),
  labelFr: z.string(),
  labelDe: z.string(),
  labelEn: z.string(),
  amountCents: centsField.nullable(),
  isPm: z.boolean(),
  legalGround: z.string(),
  beneficiaryNumber: z.string().nullable(),
  /** As text: `share 0.2744 of total less 1.1`, `rest of 1.1`, `balance`; empty for an amount that is typed. */
  formula: z.string(),
  sector: z.enum(planSectors).nullable(),
  isExtraSupport: z.boolean(),
  coMinister: z.string(),
  /** The line that this row is in an earlier version, and of which year that line is; empty and null for a new one. */
  lineId: z.string(),
  lineYear: z.int().nullable(),
  /** The lines that it continues, with spaces between them. */
  predecessors: z.string(),
  /** As text: `2027: 1250,50 "KB 3 mei"; 2028: 900,00 "KB 3 mei"`. */
  commitments: z.string(),
  /** Days as the table holds them when they can be read, else as they were written. */
  advice: z.object({ adviser: z.string(), askedOn: z.string(), givenOn: z.string(), reference: z.string() }),
});

export const previewPlanImport = defineEndpoint({
  summary:
    'Read a CSV or XLSX file, or the annex of a decree as DOCX, as plan lines: the good rows, those to correct, and every error by row and column; nothing is stored',
  method: 'POST',
  path: '/plan-imports',
  permission: 'plan:write',
  accepts: 'bytes',
  query: z.strictObject({ name: requiredText(255) }),
  response: z.object({
    rows: z.array(importedRow),
    /** Rows with errors to mend, with the cells of them that could be read. */
    faultyRows: z.array(
      importedRow.extend({
        /** The amount as the file writes it, to be corrected; empty when the file holds no text there. */
        amountText: z.string(),
        /** As the file writes it, also when it is no number. */
        beneficiaryNumber: z.string().nullable(),
      }),
    ),
    errors: z.array(z.object({ row: z.int(), column: z.string(), code: z.string() })),
    sumCents: centsField,
  }),
  problems: ['plan.import-invalid', 'file.empty', 'file.too-large', 'file.incomplete', 'file.type-refused'],
});

export const submitPlanVersion = defineEndpoint({
  summary: 'Submit a draft for approval; the lines must add up to the total',
  method: 'POST',
  path: '/plan-versions/:versionId/submission',
  permission: 'plan:write',
  params: ofVersion,
  body: atRevision,
  response: done,
  problems: ['record.missing', 'record.stale', 'plan.unbalanced', 'plan.lines-invalid', 'lifecycle.not-allowed'],
});

export const approvePlanVersion = defineEndpoint({
  summary: 'Approve a submitted version; never by a person who drafted or submitted it',
  method: 'POST',
  path: '/plan-versions/:versionId/approval',
  permission: 'plan:approve',
  params: ofVersion,
  body: atRevision,
  response: done,
  problems: ['record.missing', 'record.stale', 'plan.same-person', 'lifecycle.not-allowed'],
});

export const sendBackPlanVersion = defineEndpoint({
  summary: 'Send a submitted or approved version back to draft with the reason',
  method: 'POST',
  path: '/plan-versions/:versionId/return',
  permission: 'plan:approve',
  params: ofVersion,
  body: z.strictObject({ revision, reason: requiredText(1000) }),
  response: done,
  problems: ['record.missing', 'record.stale', 'lifecycle.not-allowed'],
});

export const enterPlanVersionIntoForce = defineEndpoint({
  summary:
    'Enter an approved version into force by its Royal Decree, a definitive one after the accounts; allocates the money',
  method: 'POST',
  path: '/plan-versions/:versionId/entry-into-force',
  permission: 'plan:approve',
  params: ofVersion,
  body: z.strictObject({
    revision,
    decreeReference: requiredText(200, 3),
    decreeOn: day,
    /** Which general meeting approved the accounts; a definitive plan cannot do without. */
    accountsReference: requiredText(200, 3).nullable().default(null),
  }),
  response: done,
  problems: [
    'record.missing',
    'record.stale',
    'plan.stale',
    'plan.decree-missing',
    'plan.accounts-missing',
    'plan.steps-open',
    'ledger.overspent',
    'ledger.year-closed',
    'lifecycle.not-allowed',
  ],
});

export const readPlanLine = defineEndpoint({
  summary: 'A line of a plan in force with its figures',
  method: 'GET',
  path: '/plan-lines/:lineId',
  permission: 'plan:read',
  params: z.strictObject({ lineId: id }),
  response: planLine.extend({ versionId: id, year, stage: planStage, state: planState }),
  problems: ['record.missing'],
});
