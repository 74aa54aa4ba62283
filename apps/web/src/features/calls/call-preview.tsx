import { inLanguage, type Language } from '@commonlot/domain';
import { Choice, ChoiceGroup, FieldFrame, Instant, Notice, PlainText, Select, Stack, TextInput } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import type { DraftText, Question } from './call-records';
import styles from './edit-call.module.css';
import { instantOf, type TypedCall } from './typed-call';

interface CallPreviewProps {
  readonly typed: TypedCall;
  readonly language: Language;
}

/** The call as applicants will see it in one language: its page and its form, with nothing that can be sent. */
export function CallPreview({ typed, language }: CallPreviewProps) {
  const { t } = useTranslation('calls');
  const words = (text: DraftText) => inLanguage(text, language);
  const title = words(typed.title);
  return (
    <Stack gap={5}>
      <Notice>{t('preview.text')}</Notice>
      <fieldset className={styles.preview} disabled>
        <legend>{t('preview.legend')}</legend>
        <Stack gap={5}>
          <div>
            <h2 lang={title.language}>{title.text}</h2>
            <PlainText lang={words(typed.summary).language}>{words(typed.summary).text}</PlainText>
            <p>
              {t('field.closes')} <Instant at={instantOf(typed.closesOn, typed.closesAtClock)} />
            </p>
            <PlainText lang={words(typed.description).language}>{words(typed.description).text}</PlainText>
            <PlainText lang={words(typed.eligibility).language}>{words(typed.eligibility).text}</PlainText>
          </div>
          {typed.sections.map((section) => (
            <section key={section.id}>
              <h3 lang={words(section.title).language}>{words(section.title).text}</h3>
              <div className={styles.asked}>
                {section.questions.map((question) => (
                  <AskedQuestion key={question.id} question={question} language={language} />
                ))}
              </div>
            </section>
          ))}
        </Stack>
      </fieldset>
    </Stack>
  );
}

interface AskedQuestionProps {
  readonly question: Question;
  readonly language: Language;
}

function AskedQuestion({ question, language }: AskedQuestionProps) {
  const { t } = useTranslation('calls');
  const { t: shared } = useTranslation('shared');
  const found = inLanguage(question.label, language);
  const label = <span lang={found.language}>{found.text || t('form.untitled')}</span>;
  const hintText = question.hint === null ? null : inLanguage(question.hint, language);
  const hint = hintText === null ? undefined : <span lang={hintText.language}>{hintText.text}</span>;
  const id = `preview-${question.id}`;
  const group = { id, legend: label, hint, optional: !question.required };
  const isMany = question.type === 'choices';
  const choices =
    question.type === 'yes-no'
      ? [shared('answer.yes'), shared('answer.no')]
      : question.options.map((option) => inLanguage(option.label, language).text || '–');
  if (question.type === 'yes-no' || question.type === 'choice' || isMany) {
    return (
      <ChoiceGroup {...group}>
        {choices.map((choice, index) => (
          <Choice key={index} type={isMany ? 'checkbox' : 'radio'} id={`${id}-${index}`} name={id} label={choice} />
        ))}
      </ChoiceGroup>
    );
  }
  return (
    <FieldFrame
      id={id}
      label={label}
      hint={hint}
      optional={!question.required}
      {...(question.maxCharacters === null ? {} : { counter: { text: '', max: question.maxCharacters } })}
      render={(wiring) => {
        switch (question.type) {
          case 'long-text':
            return <textarea {...wiring} className={styles.long} rows={4} />;
          case 'municipality':
            return <Select {...wiring} options={[]} placeholder={t('type.municipality')} />;
          case 'date':
            return <TextInput {...wiring} short type="date" />;
          case 'files':
            return <input {...wiring} type="file" />;
          case 'cost-table':
            return <TextInput {...wiring} readOnly value={t('preview.costTable')} />;
          default:
            return <TextInput {...wiring} short={question.type !== 'short-text'} />;
        }
      }}
    />
  );
}
