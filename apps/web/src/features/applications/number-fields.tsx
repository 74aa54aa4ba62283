import { type Answer, cents, parseEuros } from '@commonlot/domain';
import { euroText, MoneyInput, TextInput, type Wiring } from '@commonlot/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shared/i18n/use-language';
import styles from './number-fields.module.css';

interface NumberFieldProps {
  readonly answer: Answer;
  readonly onChange: (answer: number | null) => void;
  readonly wiring: Wiring;
}

/** An amount, typed as people type it and written back in the one form of the page. */
export function AmountField({ answer, onChange, wiring }: NumberFieldProps) {
  const language = useLanguage();
  const field = useTyped(answer, parseEuros, (amount) => euroText(cents(amount), language), onChange);
  return (
    <>
      <MoneyInput {...wiring} {...field.wiring} value={field.text} onChange={field.type} />
      <Unreadable field={field} words="number.amountWrong" />
    </>
  );
}

/** A number, with or without dots between the thousands. */
export function NumberField({ answer, onChange, wiring }: NumberFieldProps) {
  const language = useLanguage();
  // The rules for separators are those of amounts: 1.250 is one thousand two hundred and fifty.
  const read = (text: string) => {
    const hundredths = /€/.test(text) ? null : parseEuros(text);
    return hundredths === null ? null : hundredths / 100;
  };
  const write = (value: number) => euroText(cents(Math.round(value * 100)), language);
  const field = useTyped(answer, read, write, onChange);
  return (
    <>
      <TextInput
        short
        inputMode="decimal"
        autoComplete="off"
        {...wiring}
        {...field.wiring}
        value={field.text}
        onChange={(event) => field.type(event.target.value)}
        onBlur={field.writeBack}
      />
      <Unreadable field={field} words="number.wrong" />
    </>
  );
}

interface TypedField {
  readonly text: string;
  readonly isUnreadable: boolean;
  readonly type: (text: string) => void;
  readonly writeBack: () => void;
  readonly wiring: { readonly 'data-unreadable': true | undefined; readonly 'aria-invalid'?: true };
}

/** Text in the field, number in the answer. What cannot be read stays in the field and is no answer. */
function useTyped(
  answer: Answer,
  read: (text: string) => number | null,
  write: (value: number) => string,
  onChange: (value: number | null) => void,
): TypedField {
  const value = typeof answer === 'number' ? answer : null;
  const written = value === null ? '' : write(value);
  const [typed, setTyped] = useState({ text: written, value });
  const text = typed.value === value ? typed.text : written;
  const isUnreadable = text.trim() !== '' && read(text) === null;
  return {
    text,
    isUnreadable,
    type: (next) => {
      const found = read(next);
      setTyped({ text: next, value: found });
      onChange(found);
    },
    writeBack: () => {
      if (!isUnreadable) setTyped({ text: written, value });
    },
    wiring: { 'data-unreadable': isUnreadable || undefined, ...(isUnreadable ? { 'aria-invalid': true } : {}) },
  };
}

function Unreadable({ field, words }: { readonly field: TypedField; readonly words: string }) {
  const { t } = useTranslation('applications');
  if (!field.isUnreadable) return null;
  return <p className={styles.wrong}>{t(words)}</p>;
}
