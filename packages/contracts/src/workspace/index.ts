import { z } from 'zod';
import { defineEndpoint } from '../endpoint.js';
import { centsField, id, instant, page, paging, text } from '../fields.js';

export * from './beneficiary.js';
export * from './dashboard.js';

/** The nouns that have a page of their own in the workspace. */
export const subjectType = z.enum([
  'person',
  'organisation',
  'bank-account',
  'plan-version',
  'plan-line',
  'call',
  'application',
  'review-assignment',
  'direct-file',
  'decision-batch',
  'decision',
  'payment',
  'bank-statement',
]);

/**
 * One thing that waits for the person. `task` is a code with words in the catalogue (work.task.<task>); `subject` leads
 * to its page.
 */
export const workItem = z.object({
  task: z.enum([
    'finish-draft',
    'read-letter',
    'add-bank-account',
    'answer-invitation',
    'declare-interest',
    'score',
    'screen',
    'assign-reviewers',
    'finish-call',
    'prepare-decisions',
    'propose-direct-file',
    'prepare-payment',
    'release-decisions',
    'submit-plan',
    'approve-plan',
    'enter-plan-into-force',
    'sign-decisions',
    'verify-bank-account',
    'approve-payment',
    'confirm-payment',
    'confirm-reduction',
    'receive-repayment',
    'chase-repayment',
    'pay-back',
    'explain-differences',
  ]),
  subjectType,
  subjectId: id,
  /** The noun above the subject where its page needs it (the call of a ranking). */
  parentId: id.nullable(),
  title: z.string(),
  titleLanguage: z.string().nullable(),
  count: z.int(),
  dueAt: instant.nullable(),
  amountCents: centsField.nullable(),
});

export const readWorkList = defineEndpoint({
  summary: 'What waits for the person who is signed in, most urgent first',
  method: 'GET',
  path: '/work-list',
  permission: 'account:use',
  response: z.object({ rows: z.array(workItem) }),
  problems: [],
});

export const searchWorkspace = defineEndpoint({
  summary: 'Search in everything the person may see',
  method: 'GET',
  path: '/search',
  permission: 'account:use',
  query: z.strictObject({ text: text(100).min(2) }),
  response: z.object({
    rows: z.array(
      z.object({ subjectType, subjectId: id, parentId: id.nullable(), title: z.string(), detail: z.string() }),
    ),
  }),
  problems: [],
});

export const readHistory = defineEndpoint({
  summary: 'Who did what to a record, when, before and after; newest first',
  method: 'GET',
  path: '/history/:subjectType/:subjectId',
  permission: 'account:use',
  params: z.strictObject({ subjectType, subjectId: id }),
  query: z.strictObject(paging),
  response: page(
    z.object({
      id: z.string(),
      at: instant,
      /** Null when the person's name may not be known to the reader (a reviewer to an applicant). */
      actor: z.string().nullable(),
      actorRoles: z.array(z.string()),
      type: z.string(),
      changes: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
    }),
  ),
  problems: ['record.missing'],
});

export const listNotices = defineEndpoint({
  summary: 'Notices, newest first',
  method: 'GET',
  path: '/notices',
  permission: 'account:use',
  query: z.strictObject(paging),
  response: page(
    z.object({
      id,
      type: z.string(),
      subjectType,
      subjectId: id,
      data: z.record(z.string(), z.union([z.string(), z.number()])),
      createdAt: instant,
      isRead: z.boolean(),
    }),
  ),
  problems: [],
});

export const markNoticesRead = defineEndpoint({
  summary: 'Mark all notices as read',
  method: 'PUT',
  path: '/notices/reading',
  permission: 'account:use',
  response: z.object({}),
  problems: [],
});

export const listOutgoingMail = defineEndpoint({
  summary: 'The mails that the demonstration sent, newest first',
  method: 'GET',
  path: '/dev/mail',
  permission: 'public',
  demonstration: true,
  query: z.strictObject({ ...paging, to: text(254).optional() }),
  response: page(
    z.object({
      id,
      to: z.string(),
      language: z.string(),
      subject: z.string(),
      body: z.string(),
      createdAt: instant,
      sentAt: instant.nullable(),
    }),
  ),
  problems: [],
});

export const readLedgerExport = defineEndpoint({
  summary: "A year's ledger as a ZIP archive of CSV files with a manifest of their sums, for auditors",
  method: 'GET',
  path: '/ledger-exports/:year',
  permission: 'ledger:export',
  params: z.strictObject({ year: z.coerce.number().int().min(1990).max(2100) }),
  answers: 'bytes',
  response: z.unknown(),
  problems: ['record.missing'],
});
