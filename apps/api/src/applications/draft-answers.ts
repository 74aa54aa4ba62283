import {
  type Answer,
  type AnswerErrorCode,
  type Answers,
  answerErrors,
  type CallForm,
  type Cents,
  normaliseText,
  Problem,
  type Question,
  questionsOf,
  requestedAmount,
} from '@commonlot/domain';

/** What the columns of lists follow: the question with the id 'title', the cost table, the first municipality. */
export interface DraftChange {
  readonly answers: Answers;
  /** Undefined when the answer was not among those given: the column stays as it is. */
  readonly title?: string;
  readonly requestedCents?: Cents | null;
  readonly municipality?: string | null;
}

/** As much as the column `cents` holds. A sum beyond it is never sent: it is above every maximum. */
const mostCents = 900_000_000_000_000;

interface Fault {
  readonly questionId: string;
  readonly codes: readonly (AnswerErrorCode | 'unknown')[];
}

/**
 * What a save changes. A draft may be incomplete, never of the wrong type: throws `application.answers-invalid` with the
 * questions concerned. Files are what is attached, whatever the browser believes: such answers are left out.
 */
export function draftChange(form: CallForm, given: Answers): DraftChange {
  const questions = new Map(questionsOf(form).map((question) => [question.id, question]));
  const faults = Object.entries(given).flatMap(([id, answer]) => faultOf(id, questions.get(id), answer));
  if (faults.length > 0) {
    const questionIds = faults.map(({ questionId }) => questionId);
    throw new Problem('application.answers-invalid', { questionIds, errors: faults });
  }
  const answers = Object.fromEntries(
    Object.entries(given)
      .filter(([id]) => questions.get(id)?.type !== 'files')
      .map(([id, answer]) => [id, typeof answer === 'string' ? normaliseText(answer) : answer]),
  );
  return { answers, ...columnsOf(form, answers) };
}

function faultOf(questionId: string, question: Question | undefined, answer: Answer): Fault[] {
  const codes = question === undefined ? (['unknown'] as const) : answerErrors(question, answer, 'lenient');
  return codes.length === 0 ? [] : [{ questionId, codes }];
}

function columnsOf(form: CallForm, answers: Answers): Omit<DraftChange, 'answers'> {
  const isGiven = (id: string | undefined): id is string => id !== undefined && Object.hasOwn(answers, id);
  const firstOf = (type: Question['type']) => questionsOf(form).find((question) => question.type === type)?.id;
  const place = firstOf('municipality');
  return {
    ...(isGiven('title') ? { title: titleOf(answers['title']) } : {}),
    ...(isGiven(firstOf('cost-table')) ? { requestedCents: withinColumn(requestedAmount(form, answers)) } : {}),
    ...(isGiven(place) ? { municipality: municipalityOf(answers[place]) } : {}),
  };
}

/** At most 200 code points, as the column has them; no half of a pair of surrogates is left over. */
function titleOf(answer: Answer | undefined): string {
  return typeof answer === 'string' ? [...answer].slice(0, 200).join('') : '';
}

function withinColumn(amount: Cents | null): Cents | null {
  return amount !== null && amount <= mostCents ? amount : null;
}

function municipalityOf(answer: Answer | undefined): string | null {
  return typeof answer === 'string' ? answer : null;
}
