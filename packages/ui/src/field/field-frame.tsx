import { countCharacters } from '@commonlot/domain';
import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '../provider/class-names';
import { useUi } from '../provider/ui-provider';
import styles from './field.module.css';

/** What an input needs to belong to its label, hint and error. Spread it last. */
export interface Wiring {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-required': true | undefined;
}

export interface FieldText {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** Adds the word "optional" to the label. Fields are required unless they say otherwise. */
  readonly optional?: boolean;
  /** The question is the page: the label is set as large as a heading. */
  readonly large?: boolean;
  /** Hides the label from view where the words beside the field already say it (a search box, a cell of a grid). */
  readonly labelHidden?: boolean;
}

interface FieldFrameProps extends FieldText {
  readonly id: string;
  readonly error?: string | undefined;
  readonly counter?: { readonly text: string; readonly max: number };
  readonly render: (wiring: Wiring) => ReactNode;
}

/** Label, hint, input, counter and error, tied together. For forms without react-hook-form, such as filters. */
export function FieldFrame({ id, error, counter, render, ...text }: FieldFrameProps) {
  const { words } = useUi();
  const ids = [text.hint && `${id}-hint`, counter && `${id}-count`, error && `${id}-error`].filter(Boolean);
  const wiring: Wiring = {
    id,
    'aria-describedby': ids.join(' ') || undefined,
    'aria-invalid': error ? true : undefined,
    'aria-required': text.optional ? undefined : true,
  };
  return (
    <div className={styles.field} data-invalid={error ? true : undefined}>
      <label htmlFor={id} className={labelClass(text)}>
        {text.label}
        {text.optional && <span className={styles.optional}> ({words.optional})</span>}
      </label>
      {text.hint && (
        <div id={`${id}-hint`} className={styles.hint}>
          {text.hint}
        </div>
      )}
      <FieldError id={`${id}-error`} error={error} />
      {render(wiring)}
      {counter && <Counter id={`${id}-count`} {...counter} />}
    </div>
  );
}

function labelClass(text: FieldText): string {
  return classNames(styles.label, text.large && styles.large, text.labelHidden && styles.labelHidden);
}

/** The error of a field or group: icon, the word for "Error" for a screen reader, and what to do. */
export function FieldError({ id, error }: { readonly id: string; readonly error: string | undefined }) {
  const { words } = useUi();
  if (!error) return null;
  return (
    <p id={id} className={styles.error}>
      <CircleAlert aria-label={`${words.errorPrefix}${words.colon}`} role="img" />
      <span>{error}</span>
    </p>
  );
}

/** How much room is left, counted as the server counts. It never cuts: it tells, and says so politely only near the end. */
function Counter({ id, text, max }: { readonly id: string; readonly text: string; readonly max: number }) {
  const { words } = useUi();
  const left = max - countCharacters(text);
  const isNear = left < Math.max(20, max * 0.1);
  return (
    <p id={id} className={styles.counter} data-over={left < 0 || undefined} aria-live={isNear ? 'polite' : 'off'}>
      {left < 0 ? words.charactersOver(-left) : words.charactersLeft(left)}
    </p>
  );
}
