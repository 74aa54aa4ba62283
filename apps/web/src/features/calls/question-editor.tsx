import { inLanguage, missingLanguages, questionTypes } from '@commonlot/domain';
import { Choice, Cluster, Details, FieldFrame, Select, Stack, Tag } from '@commonlot/ui';
import { useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newQuestion } from './add-question';
import type { Question } from './call-records';
import styles from './edit-call.module.css';
import { ItemTools } from './item-tools';
import { OptionsEditor } from './options-editor';
import { QuestionLimits } from './question-limits';
import { TextField, WritingLanguage } from './text-field';
import { blankText } from './typed-call';

/** The question whose answer names an application in every list; it stays, and it stays a text. */
const namingId = 'title';

interface QuestionEditorProps {
  readonly question: Question;
  readonly number: string;
  readonly index: number;
  readonly count: number;
  readonly hasCostTable: boolean;
  readonly onChange: (question: Question) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** One question: closed it says what is asked and how, open it can be changed. */
export function QuestionEditor(props: QuestionEditorProps) {
  const { question, number, index, count, hasCostTable, onChange, onMove, onRemove } = props;
  const { t } = useTranslation('calls');
  const language = useContext(WritingLanguage);
  const shown = inLanguage(question.label, language);
  // A question without words was just added: it opens by itself, and stays open while it gets them.
  const [isNew] = useState(() => missingLanguages(question.label).length === 4);
  const name = t('form.question', { number });
  return (
    <li className={styles.item}>
      <div className={styles.itemHead}>
        <div>
          <h4 lang={shown.language === language ? language : shown.language}>
            {number} {shown.text || t('form.untitled')}
          </h4>
          <Cluster gap={2}>
            <p className={styles.kind}>
              {t(`type.${question.type}`)}
              {!question.required && ` · ${t('form.notRequired')}`}
            </p>
            {missingLanguages(question.label, [language]).length > 0 && (
              <Tag tone="warning">{t('form.untranslated', { language: language.toUpperCase() })}</Tag>
            )}
          </Cluster>
        </div>
        <ItemTools
          name={name}
          index={index}
          count={count}
          onMove={onMove}
          onRemove={question.id === namingId ? undefined : onRemove}
        />
      </div>
      <Details summary={t('form.change', { name })} open={isNew || undefined}>
        <QuestionFields question={question} hasCostTable={hasCostTable} onChange={onChange} />
      </Details>
    </li>
  );
}

type FieldsProps = Pick<QuestionEditorProps, 'question' | 'hasCostTable' | 'onChange'>;

function QuestionFields({ question, hasCostTable, onChange }: FieldsProps) {
  const { t } = useTranslation('calls');
  const { id, type } = question;
  const change = (part: Partial<Question>) => onChange({ ...question, ...part });
  const types = questionTypes.filter((each) => each === type || each !== 'cost-table' || !hasCostTable);
  return (
    <Stack gap={4}>
      <TextField
        id={`${id}-label`}
        label={t('form.label')}
        text={question.label}
        max={400}
        onChange={(label) => change({ label })}
      />
      <TextField
        id={`${id}-hint`}
        label={t('form.hint')}
        text={question.hint ?? blankText}
        max={2000}
        long
        optional
        onChange={(hint) => change({ hint: missingLanguages(hint).length === 4 ? null : hint })}
      />
      {id === namingId ? (
        <p className={styles.kind}>{t('form.naming')}</p>
      ) : (
        <FieldFrame
          id={`${id}-type`}
          label={t('form.type')}
          render={(wiring) => (
            <Select
              {...wiring}
              value={type}
              options={types.map((each) => ({ value: each, label: t(`type.${each}`) }))}
              onChange={(event) => onChange(ofType(question, event.target.value as Question['type']))}
            />
          )}
        />
      )}
      {type === 'cost-table' && <p className={styles.kind}>{t('form.costTable')}</p>}
      <Choice
        type="checkbox"
        id={`${id}-required`}
        label={t('form.required')}
        checked={question.required}
        onChange={(event) => change({ required: event.target.checked })}
      />
      <QuestionLimits question={question} onChange={change} />
      {(type === 'choice' || type === 'choices') && (
        <OptionsEditor questionId={id} options={question.options} onChange={(options) => change({ options })} />
      )}
    </Stack>
  );
}

/** The question with another type: its words stay, options stay between the two kinds of choice. */
function ofType(question: Question, type: Question['type']): Question {
  const { id, label, hint, required, options } = question;
  const fresh = newQuestion(id, type);
  const keepsOptions = fresh.options.length > 0 && options.length > 0;
  return { ...fresh, label, hint, required, options: keepsOptions ? options : fresh.options };
}
