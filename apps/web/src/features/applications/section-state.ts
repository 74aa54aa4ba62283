import {
  type Answers,
  answerErrors,
  type CostLimits,
  type CostTable,
  costTableErrors,
  isUnanswered,
} from '@commonlot/domain';
import type { TaskState } from '@commonlot/ui';
import type { Attachment, Question, Section } from './records';

/** The answers as the rules judge them: the answer to a question for files is what is attached. */
export function judgedAnswers(answers: Answers, attachments: readonly Attachment[]): Answers {
  const files: Record<string, string[]> = {};
  for (const { questionId, fileId } of attachments) files[questionId] = [...(files[questionId] ?? []), fileId];
  return { ...answers, ...files };
}

/** What still keeps an answer from being sent, as codes with words under `error.<code>`. */
export function questionErrors(question: Question, answers: Answers, limits: CostLimits): string[] {
  const answer = answers[question.id] ?? null;
  const codes: string[] = answerErrors(question, answer);
  if (question.type !== 'cost-table' || codes.length > 0) return codes;
  if (isUnanswered(answer)) return ['required'];
  return costTableErrors(answer as CostTable, limits).map((code) => `cost-table-${code}`);
}

/** How far a section is. "Completed" says that it could be sent as it stands, never that it was. */
export function sectionState(section: Section, answers: Answers, limits: CostLimits): TaskState {
  if (section.questions.every((question) => isUnanswered(answers[question.id]))) return 'not-started';
  const isReady = section.questions.every((question) => questionErrors(question, answers, limits).length === 0);
  return isReady ? 'completed' : 'in-progress';
}
