import {
  type Answers,
  type CallFacts,
  type CallForm,
  Problem,
  questionsOf,
  type SubmissionBlocker,
} from '@commonlot/domain';
import type { CallRow } from '../calls/index.js';

/** A file as it hangs on an application. */
export interface AttachmentRow {
  readonly fileId: string;
  readonly questionId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly scanState: 'not-scanned' | 'pending' | 'clean' | 'infected';
  readonly uploadedAt: string;
}

export interface SubmissionMaterial {
  readonly attachments: readonly AttachmentRow[];
  readonly knownMunicipalities: readonly string[];
}

/** SQL: the files of an application as JSON, in the order of their questions and of attaching. */
export const attachmentsOf = (applicationId: 'a.id') =>
  `coalesce((SELECT json_agg(json_build_object('fileId', s.id, 'questionId', f.question_id, 'name', s.name,
       'mediaType', s.media_type, 'sizeBytes', s.size_bytes, 'sha256', s.sha256, 'scanState', s.scan_state,
       'uploadedAt', s.uploaded_at) ORDER BY f.question_id, f.position)
     FROM application_file f JOIN stored_file s ON s.id = f.file_id
     WHERE f.application_id = ${applicationId} AND f.removed_at IS NULL), '[]')`;

/**
 * The answers as they are judged and sent: files are what is attached, and a code that no municipality has counts as
 * none of the right form (the rules of the domain do not know the list).
 */
export function judgedAnswers(form: CallForm, answers: Answers, material: SubmissionMaterial): Answers {
  const derived: Record<string, Answers[string]> = {};
  for (const { id, type } of questionsOf(form)) {
    const answer = answers[id];
    if (type === 'files') {
      derived[id] = material.attachments.filter((file) => file.questionId === id).map((file) => file.fileId);
    }
    if (type === 'municipality' && typeof answer === 'string' && answer !== '') {
      derived[id] = material.knownMunicipalities.includes(answer) ? answer : 'unknown';
    }
  }
  return { ...answers, ...derived };
}

/** The call as the rules of submission know it. A published call has its instants and amounts. */
export function submissionFactsOf(
  call: Pick<CallRow, 'state' | 'opensAt' | 'closesAt' | 'form' | 'maxAmountCents' | 'maxSharePercent'>,
): CallFacts {
  const { opensAt, closesAt, maxAmountCents, maxSharePercent } = call;
  if (opensAt === null || closesAt === null || maxAmountCents === null || maxSharePercent === null) {
    throw new Error('An application hangs on a call that was never published.');
  }
  return { state: call.state, opensAt, closesAt, form: call.form, maxAmountCents, maxSharePercent };
}

export interface FlatBlocker {
  readonly code: SubmissionBlocker['code'];
  readonly questionId: string | null;
}

/** One line for each question, so that each can be linked from the summary of errors. */
export function flatBlockers(blockers: readonly SubmissionBlocker[]): FlatBlocker[] {
  return blockers.flatMap(({ code, questionIds }) => {
    const concerned: readonly (string | null)[] = questionIds.length === 0 ? [null] : questionIds;
    return concerned.map((questionId) => ({ code, questionId }));
  });
}

/** Throws `application.blocked` with each blocker and its question, unless there are none. */
export function refuseBlocked(blockers: readonly SubmissionBlocker[]): void {
  if (blockers.length > 0) throw new Problem('application.blocked', { blockers: flatBlockers(blockers) });
}
