import { cents, formatEuros, questionsOf } from '@commonlot/domain';
import { Panel } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { Localised, LocalisedParagraphs } from '../../shared/i18n/localised';
import { useLanguage } from '../../shared/i18n/use-language';
import styles from './call-page.module.css';
import { formatCount } from './figures';
import type { CallRecord, Question } from './records';

/** Every question of the form with its limits, so that a team can prepare its answers before anybody signs in. */
export function CallQuestions({ form }: { readonly form: CallRecord['form'] }) {
  const { t } = useTranslation('register');
  return (
    <Panel title={t('call.questions')} id="questions">
      <p>{t('call.questionsText', { count: questionsOf(form).length })}</p>
      {form.sections.map((section) => (
        <section key={section.id} className={styles.section}>
          <h3>
            <Localised text={section.title} />
          </h3>
          <ol className={styles.questions}>
            {section.questions.map((question) => (
              <li key={question.id} className={styles.question}>
                <QuestionText question={question} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </Panel>
  );
}

function QuestionText({ question }: { readonly question: Question }) {
  const { t } = useTranslation('register');
  const limits = useLimits(question);
  const kind = [t(`question.type.${question.type}`), question.required ? null : t('question.optional'), ...limits];
  return (
    <>
      <p className={styles.label}>
        <Localised text={question.label} />
      </p>
      <p className={styles.kind}>{kind.filter((words) => words !== null).join(' · ')}</p>
      {question.hint && (
        <div className={styles.hint}>
          <LocalisedParagraphs text={question.hint} />
        </div>
      )}
      {question.options.length > 0 && (
        <ul className={styles.options}>
          {question.options.map((option) => (
            <li key={option.value}>
              <Localised text={option.label} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** How long, how much, how many. */
function useLimits(question: Question): string[] {
  const { t } = useTranslation('register');
  const language = useLanguage();
  const { type, maxCharacters, min, max, maxFiles } = question;
  const figure = (value: number) =>
    type === 'amount' ? formatEuros(cents(value), language) : formatCount(value, language);
  const limits: string[] = [];
  if (maxCharacters !== null) {
    limits.push(t('question.maxCharacters', { count: maxCharacters, number: formatCount(maxCharacters, language) }));
  }
  if (min !== null) limits.push(t('question.min', { value: figure(min) }));
  if (max !== null) limits.push(t('question.max', { value: figure(max) }));
  if (maxFiles !== null) limits.push(t('question.maxFiles', { count: maxFiles }));
  return limits;
}
