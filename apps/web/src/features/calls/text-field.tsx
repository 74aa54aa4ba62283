import { inLanguage, type Language } from '@commonlot/domain';
import { FieldFrame, TextInput } from '@commonlot/ui';
import { createContext, type ReactNode, useContext } from 'react';
import type { DraftText } from './call-records';
import styles from './edit-call.module.css';

/** The language in which the texts of the call are being written now; not that of the screen. */
export const WritingLanguage = createContext<Language>('nl');

interface TextFieldProps {
  readonly id: string;
  readonly label: ReactNode;
  readonly text: DraftText;
  readonly max: number;
  readonly long?: boolean;
  readonly hint?: ReactNode;
  readonly optional?: boolean;
  readonly onChange: (text: DraftText) => void;
}

/** A text of the call in the language being written; what exists in another language stands above it to go by. */
export function TextField({ id, label, text, max, long = false, hint, optional = false, onChange }: TextFieldProps) {
  const language = useContext(WritingLanguage);
  const value = text[language] ?? '';
  const source = inLanguage({ ...text, [language]: '' }, language === 'nl' ? 'fr' : 'nl');
  const write = (written: string) => onChange({ ...text, [language]: written });
  const hints = (
    <>
      {hint}
      {value.trim() === '' && source.text !== '' && (
        <span className={styles.source} lang={source.language}>
          <b>{source.language.toUpperCase()}</b> {source.text}
        </span>
      )}
    </>
  );
  return (
    <FieldFrame
      id={id}
      label={
        <>
          {label} <span className={styles.tongue}>{language.toUpperCase()}</span>
        </>
      }
      hint={hints}
      optional={optional}
      {...(long || value.length > max * 0.8 ? { counter: { text: value, max } } : {})}
      render={(wiring) =>
        long ? (
          <textarea
            {...wiring}
            className={styles.long}
            lang={language}
            rows={max > 3000 ? 9 : 4}
            value={value}
            onChange={(event) => write(event.target.value)}
          />
        ) : (
          <TextInput {...wiring} lang={language} value={value} onChange={(event) => write(event.target.value)} />
        )
      }
    />
  );
}
