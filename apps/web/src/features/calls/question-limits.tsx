import { type Cents, cents, parseEuros } from '@commonlot/domain';
import { euroText, FieldFrame, MoneyInput, TextInput } from '@commonlot/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shared/i18n/use-language';
import type { Question } from './call-records';
import styles from './edit-call.module.css';
import { wholeIn } from './typed-call';

interface QuestionLimitsProps {
  readonly question: Question;
  readonly onChange: (part: Partial<Question>) => void;
}

/** How long, how much, how many: the limits that a question of this type can have. */
export function QuestionLimits({ question, onChange }: QuestionLimitsProps) {
  const { t } = useTranslation('calls');
  const { id, type } = question;
  switch (type) {
    case 'short-text':
    case 'long-text':
      return (
        <WholeField
          id={`${id}-characters`}
          label={t('form.maxCharacters')}
          value={question.maxCharacters}
          least={1}
          most={20_000}
          onChange={(maxCharacters) => onChange({ maxCharacters })}
        />
      );
    case 'files':
      return (
        <WholeField
          id={`${id}-files`}
          label={t('form.maxFiles')}
          value={question.maxFiles}
          least={1}
          most={20}
          onChange={(maxFiles) => onChange({ maxFiles })}
        />
      );
    case 'number':
    case 'amount':
      return <RangeFields question={question} onChange={onChange} />;
    default:
      return null;
  }
}

/** The least and the most, in cents where the answer is an amount. */
function RangeFields({ question, onChange }: QuestionLimitsProps) {
  const { t } = useTranslation('calls');
  const { id, type, min, max } = question;
  const isCrossed = min !== null && max !== null && min > max;
  const least = { id: `${id}-min`, label: t('form.min'), value: min };
  const most = {
    id: `${id}-max`,
    label: t('form.max'),
    value: max,
    error: isCrossed ? t('blocker.form-limits-crossed') : undefined,
  };
  const changeMin = (value: number | null) => onChange({ min: value });
  const changeMax = (value: number | null) => onChange({ max: value });
  const range = { least: -1_000_000_000, most: 1_000_000_000 };
  return (
    <div className={styles.pair}>
      {type === 'amount' ? (
        <>
          <AmountField {...least} onChange={changeMin} />
          <AmountField {...most} onChange={changeMax} />
        </>
      ) : (
        <>
          <WholeField {...range} {...least} onChange={changeMin} />
          <WholeField {...range} {...most} onChange={changeMax} />
        </>
      )}
    </div>
  );
}

interface LimitProps<Value> {
  readonly id: string;
  readonly label: string;
  readonly value: Value | null;
  readonly error?: string | undefined;
  readonly onChange: (value: Value | null) => void;
}

interface WholeFieldProps extends LimitProps<number> {
  readonly least: number;
  readonly most: number;
}

/** A whole number or none; what was typed stays in the field when it is neither. */
function WholeField({ id, label, value, least, most, error, onChange }: WholeFieldProps) {
  const { t } = useTranslation('calls');
  const [text, setText] = useState(value === null ? '' : String(value));
  const isWrong = text.trim() !== '' && wholeIn(text, least, most) === null;
  return (
    <FieldFrame
      id={id}
      label={label}
      optional
      error={isWrong ? t('form.numberWrong', { least, most }) : error}
      render={(wiring) => (
        <TextInput
          {...wiring}
          short
          inputMode="numeric"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            onChange(wholeIn(event.target.value, least, most));
          }}
        />
      )}
    />
  );
}

function AmountField({ id, label, value, error, onChange }: LimitProps<number>) {
  const { t } = useTranslation('calls');
  const language = useLanguage();
  const [text, setText] = useState(value === null ? '' : euroText(cents(value), language));
  const amountOf = (typed: string): Cents | null => parseEuros(typed);
  const isWrong = text.trim() !== '' && amountOf(text) === null;
  return (
    <FieldFrame
      id={id}
      label={label}
      optional
      error={isWrong ? t('money.unread') : error}
      render={(wiring) => (
        <MoneyInput
          {...wiring}
          value={text}
          onChange={(typed) => {
            setText(typed);
            onChange(amountOf(typed));
          }}
        />
      )}
    />
  );
}
