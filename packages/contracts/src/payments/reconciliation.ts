import { differenceKinds, entryClasses } from '@commonlot/domain';
import { z } from 'zod';
import { defineEndpoint } from '../endpoint.js';
import { centsField, day, id, instant, page, paging, requiredText, signedCentsField } from '../fields.js';

const ofStatement = z.strictObject({ statementId: id });

const bankStatement = z.object({
  id,
  account: z.string(),
  reference: z.string(),
  fromOn: day,
  toOn: day,
  openingCents: signedCentsField,
  closingCents: signedCentsField,
  importedBy: z.string(),
  importedAt: instant,
});

const explanation = z.object({ reason: z.string(), explainedBy: z.string(), explainedAt: instant });

/** Null to whoever has a conflict of interest on the file that it pays. */
const paymentOfEntry = z.object({
  id,
  number: z.string(),
  state: z.string(),
  organisationName: z.string(),
  amountCents: centsField,
  /** Of the account that was approved; masked for whoever does not pay. */
  iban: z.string().nullable(),
  paidOn: day.nullable(),
});

const bankEntry = z.object({
  id,
  position: z.int(),
  direction: z.enum(['out', 'in']),
  amountCents: centsField,
  bookedOn: day,
  entryClass: z.enum(entryClasses),
  /** True while a person with the right can confirm the payment by it. */
  waits: z.boolean(),
  /** True when its texts are kept from the reader, who has a conflict of interest on the file that it pays. */
  isHidden: z.boolean(),
  bankReference: z.string(),
  communication: z.string(),
  counterpartyName: z.string(),
  counterpartyAccount: z.string(),
  payment: paymentOfEntry.nullable(),
  explanation: explanation.nullable(),
});

export const importBankStatements = defineEndpoint({
  summary:
    'Import the statements of a camt.053 or CSV file of the bank: all of them, or none with every fault by its line',
  method: 'POST',
  path: '/bank-statements',
  permission: 'payment:approve',
  accepts: 'bytes',
  status: 201,
  query: z.strictObject({ name: requiredText(255) }),
  response: z.object({ statementIds: z.array(id) }),
  problems: [
    'bank-statement.invalid',
    'bank-statement.duplicate',
    'file.empty',
    'file.too-large',
    'file.incomplete',
    'file.type-refused',
  ],
});

export const listBankStatements = defineEndpoint({
  summary: 'Imported bank statements, the newest first, with what is open in each',
  method: 'GET',
  path: '/bank-statements',
  permission: 'payment:read',
  query: z.strictObject(paging),
  response: page(
    bankStatement.extend({
      entryCount: z.int(),
      outCents: centsField,
      inCents: centsField,
      /** Payments that wait for their confirmation and that an entry pays. */
      waitingCount: z.int(),
      /** Differences that nobody explained. */
      openCount: z.int(),
    }),
  ),
  problems: [],
});

export const readBankStatement = defineEndpoint({
  summary: 'A bank statement with the class of every entry, and the payments of its period that no entry pays',
  method: 'GET',
  path: '/bank-statements/:statementId',
  permission: 'payment:read',
  params: ofStatement,
  response: bankStatement.extend({
    entries: z.array(bankEntry),
    sums: z.array(z.object({ entryClass: z.enum(entryClasses), count: z.int(), sumCents: signedCentsField })),
    /** Confirmed by hand with a day of this statement, and in no statement. */
    missing: z.array(paymentOfEntry.extend({ explanation: explanation.nullable() })),
    /** What the reader can confirm in one act. */
    confirmable: z.object({ count: z.int(), sumCents: centsField }),
    may: z.object({ confirm: z.boolean(), explain: z.boolean() }),
  }),
  problems: ['record.missing'],
});

export const confirmBankStatement = defineEndpoint({
  summary: 'Confirm all payments of a statement that agree with their entry, with the day and reference of the bank',
  method: 'POST',
  path: '/bank-statements/:statementId/confirmation',
  permission: 'payment:approve',
  idempotent: true,
  params: ofStatement,
  /** What the person saw: other payments are never confirmed with it. */
  body: z.strictObject({ count: z.int().min(1), sumCents: centsField }),
  response: z.object({ count: z.int() }),
  problems: ['record.missing', 'record.stale', 'ledger.overspent'],
});

export const explainBankDifference = defineEndpoint({
  summary: 'Mark a difference as explained, with the reason',
  method: 'POST',
  path: '/bank-statements/:statementId/explanations',
  permission: 'payment:approve',
  idempotent: true,
  status: 201,
  params: ofStatement,
  /** `subjectId` is an entry, or for `not-in-statement` a payment. */
  body: z.strictObject({ kind: z.enum(differenceKinds), subjectId: id, reason: requiredText(1000) }),
  response: z.object({ id }),
  problems: ['record.missing', 'record.stale', 'record.duplicate'],
});
