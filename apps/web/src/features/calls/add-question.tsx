import { questionTypes } from '@commonlot/domain';
import { Button, FieldFrame, Select } from '@commonlot/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Question } from './call-records';
import styles from './edit-call.module.css';
import { blankText } from './typed-call';

type QuestionType = Question['type'];

/** A question of a type, with the limits that such a question usually has. */
export function newQuestion(id: string, type: QuestionType): Question {
  const maxCharacters = { 'short-text': 200, 'long-text': 2000 }[type as string] ?? null;
  const isChoice = type === 'choice' || type === 'choices';
  return {
    id,
    type,
    label: blankText,
    hint: null,
    required: true,
    maxCharacters,
    min: null,
    max: null,
    options: isChoice ? [1, 2].map((number) => ({ value: `option-${number}`, label: blankText })) : [],
    maxFiles: type === 'files' ? 5 : null,
  };
}

interface AddQuestionProps {
  readonly id: string;
  readonly hasCostTable: boolean;
  readonly onAdd: (type: QuestionType) => void;
}

/** Adds a question of a chosen type; a form has one cost table, so that a second one is not offered. */
export function AddQuestion({ id, hasCostTable, onAdd }: AddQuestionProps) {
  const { t } = useTranslation('calls');
  const [type, setType] = useState<QuestionType>('short-text');
  const offered = questionTypes.filter((each) => each !== 'cost-table' || !hasCostTable);
  return (
    <div className={styles.adder}>
      <FieldFrame
        id={id}
        label={t('form.newType')}
        optional={false}
        render={(wiring) => (
          <Select
            {...wiring}
            value={offered.includes(type) ? type : 'short-text'}
            options={offered.map((each) => ({ value: each, label: t(`type.${each}`) }))}
            onChange={(event) => setType(event.target.value as QuestionType)}
          />
        )}
      />
      <Button onClick={() => onAdd(offered.includes(type) ? type : 'short-text')}>{t('form.addQuestion')}</Button>
    </div>
  );
}
