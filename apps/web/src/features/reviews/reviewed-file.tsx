import { Panel, Stack } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { Localised, useLocalised } from '../../shared/i18n/localised';
import { AnswerText, AttachedFiles } from '../applications';
import type { Municipality } from '../organisations';
import type { Assignment } from './records';
import styles from './review-page.module.css';

interface ReviewedFileProps {
  readonly assignment: Assignment;
  readonly municipalities: readonly Municipality[];
}

/** The application as it was sent: a table of its parts, then question and answer. */
export function ReviewedFile({ assignment, municipalities }: ReviewedFileProps) {
  const { t } = useTranslation('reviews');
  const localised = useLocalised();
  const { form, answers, fileLanguage, attachments } = assignment;
  return (
    <div className={styles.file}>
      <nav className={styles.contents} aria-label={t('review.contents')}>
        <ol>
          {form.sections.map((section) => (
            <li key={section.id}>
              <a href={`#section-${section.id}`}>
                <Localised text={section.title} />
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <Stack gap={7}>
        {form.sections.map((section) => (
          <Panel key={section.id} id={`section-${section.id}`} title={<Localised text={section.title} />}>
            <dl className={styles.answers}>
              {section.questions.map((question) => (
                <div key={question.id}>
                  <dt>
                    <Localised text={question.label} />
                  </dt>
                  <dd>
                    {question.type === 'files' ? (
                      <AttachedFiles
                        applicationId={assignment.applicationId}
                        label={localised(question.label)}
                        files={attachments.filter(({ questionId }) => questionId === question.id)}
                      />
                    ) : (
                      <AnswerText
                        question={question}
                        answer={answers[question.id]}
                        lang={fileLanguage}
                        municipalities={municipalities}
                      />
                    )}
                  </dd>
                </div>
              ))}
            </dl>
          </Panel>
        ))}
      </Stack>
    </div>
  );
}
