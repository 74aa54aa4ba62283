import type { Answers } from '../calls/index.js';
import type { FileLanguage } from '../language.js';
import { canonicalJson } from '../text.js';

/** The number on every letter: '2026-C01-0042', the call's number and the place in the order of submission. */
export function applicationNumber(callNumber: string, sequence: number): string {
  return `${callNumber}-${sequence.toString().padStart(4, '0')}`;
}

export interface ReceiptFacts {
  readonly applicationNumber: string;
  readonly callNumber: string;
  readonly organisationName: string;
  readonly enterpriseNumber: string;
  readonly language: FileLanguage;
  readonly submittedAt: Date;
  readonly submittedById: string;
  /** The revision of the form that was answered: a form is never judged by a later one. */
  readonly formRevision: number;
  readonly answers: Answers;
  readonly files: readonly { readonly id: string; readonly name: string; readonly sha256: string }[];
}

/**
 * What was sent, as one text that is hashed and kept: applicant and office can both show, years later, that nothing was
 * changed. The order of files and of answers does not matter.
 */
export function receiptContent(receipt: ReceiptFacts): string {
  const files = receipt.files
    .map(({ id, name, sha256 }) => ({ id, name, sha256 }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return canonicalJson({
    version: 1,
    applicationNumber: receipt.applicationNumber,
    callNumber: receipt.callNumber,
    organisationName: receipt.organisationName,
    enterpriseNumber: receipt.enterpriseNumber,
    language: receipt.language,
    submittedAt: receipt.submittedAt,
    submittedById: receipt.submittedById,
    formRevision: receipt.formRevision,
    answers: receipt.answers,
    files,
  });
}
