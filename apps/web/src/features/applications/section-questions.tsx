import type { Answer } from '@commonlot/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { Municipality } from '../organisations';
import { AnswerConflictChoice } from './answer-conflict-choice';
import { CostTableField } from './cost-table-field';
import { FileQuestion } from './file-question';
import { QuestionField } from './question-field';
import type { OwnApplication, Question, Section } from './records';
import { judgedAnswers, questionErrors } from './section-state';
import type { DraftSaving } from './use-autosave';

interface SectionQuestionsProps {
  readonly application: OwnApplication;
  readonly section: Section;
  readonly saving: DraftSaving;
  readonly municipalities: readonly Municipality[];
}

/** The questions of a section, each with its answer as it is now and what is wrong with it. */
export function SectionQuestions({ application, section, saving, municipalities }: SectionQuestionsProps) {
  const { snapshot, change, settle } = saving;
  const errorOf = useErrors(application, saving);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  return section.questions.map((question) => {
    const conflict = snapshot.conflicts.find(({ questionId }) => questionId === question.id);
    const parts = {
      question,
      answer: (snapshot.answers[question.id] ?? null) as Answer,
      error: errorOf(question, left.has(question.id)),
      onChange: (answer: Answer) => change(question.id, answer),
    };
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: it only notes that a field inside was left.
      <div key={question.id} onBlur={() => setLeft((ids) => new Set(ids).add(question.id))}>
        {conflict && (
          <AnswerConflictChoice
            question={question}
            conflict={conflict}
            lang={application.fileLanguage}
            municipalities={municipalities}
            onChoose={(choice) => settle(question.id, choice)}
          />
        )}
        {question.type === 'cost-table' && <CostTableField {...parts} limits={application} />}
        {question.type === 'files' && (
          <FileQuestion application={application} question={question} error={parts.error} />
        )}
        {question.type !== 'cost-table' && question.type !== 'files' && (
          <QuestionField {...parts} municipalities={municipalities} />
        )}
      </div>
    );
  });
}

/** The words for what is wrong with an answer: all of it on coming from the check, else only with what was written. */
function useErrors(application: OwnApplication, saving: DraftSaving) {
  const { t } = useTranslation('applications');
  const [query] = useSearchParams();
  const isChecked = query.has('check');
  const answers = judgedAnswers(saving.snapshot.answers, application.attachments);
  return (question: Question, wasLeft: boolean): string | undefined => {
    if (saving.snapshot.refused.includes(question.id)) return t('error.not-saved');
    const codes = questionErrors(question, answers, application);
    const shown = isChecked ? codes : codes.filter((code) => wasLeft && isAboutContent(code));
    return shown.length === 0 ? undefined : shown.map((code) => t(`error.${code}`)).join(' ');
  };
}

/** What is not there yet is no error while somebody is writing; the cost table shows its rules beside it all the time. */
function isAboutContent(code: string): boolean {
  return code !== 'required' && !code.startsWith('cost-table-');
}
