import type { Answers } from '@commonlot/domain';
import { fieldId, SummaryList } from '@commonlot/ui';
import { Localised, useLocalised } from '../../shared/i18n/localised';
import type { Municipality } from '../organisations';
import { AnswerText, AttachedFiles } from './answer-text';
import type { Attachment, Section } from './records';

interface AnswerListProps {
  readonly applicationId: string;
  readonly section: Section;
  /** The language of the file, in which people answered. */
  readonly lang: string;
  readonly answers: Answers;
  readonly attachments: readonly Attachment[];
  readonly municipalities: readonly Municipality[];
  /** The page where the answers of the section are changed; absent once they were sent. */
  readonly changeHref?: string;
  readonly missing?: ReadonlySet<string>;
}

/** The questions of a section with their answers. */
export function AnswerList(props: AnswerListProps) {
  const { applicationId, section, lang, answers, attachments, municipalities, changeHref, missing } = props;
  const localised = useLocalised();
  return (
    <SummaryList
      items={section.questions.map((question) => {
        const label = localised(question.label);
        const files = attachments.filter((file) => file.questionId === question.id);
        return {
          id: question.id,
          label: <Localised text={question.label} />,
          isMissing: missing?.has(question.id) ?? false,
          value:
            question.type === 'files' ? (
              <AttachedFiles applicationId={applicationId} label={label} files={files} />
            ) : (
              <AnswerText
                lang={lang}
                question={question}
                answer={answers[question.id]}
                municipalities={municipalities}
              />
            ),
          ...(changeHref === undefined
            ? {}
            : { change: { href: `${changeHref}#${fieldId(question.id)}`, what: label } }),
        };
      })}
    />
  );
}
