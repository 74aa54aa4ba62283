import type { InputHTMLAttributes, ReactNode, Ref } from 'react';
import frame from '../field/field.module.css';
import { FieldError } from '../field/field-frame';
import { classNames } from '../provider/class-names';
import { useUi } from '../provider/ui-provider';
import styles from './choices.module.css';

export interface ChoiceOption {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly disabled?: boolean;
}

interface ChoiceProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly type: 'checkbox' | 'radio';
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** Where the words stand beside it already, as in a row of a table that can be chosen. */
  readonly labelHidden?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
}

/** One native checkbox or radio button with its words; the whole line can be pressed. */
export function Choice({ label, hint, id, labelHidden = false, ...rest }: ChoiceProps) {
  const hintId = hint && id ? `${id}-hint` : undefined;
  const describedBy = [rest['aria-describedby'], hintId].filter(Boolean).join(' ') || undefined;
  return (
    <div className={styles.choice}>
      <input {...rest} id={id} className={styles.input} aria-describedby={describedBy} />
      <label htmlFor={id} className={classNames(styles.label, labelHidden && frame.labelHidden)}>
        {label}
      </label>
      {hint && (
        <div id={hintId} className={styles.hint}>
          {hint}
        </div>
      )}
    </div>
  );
}

interface ChoiceGroupProps {
  readonly id: string;
  readonly legend: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly optional?: boolean;
  readonly large?: boolean;
  /** Short answers such as yes and no stand on one line. */
  readonly inline?: boolean;
  readonly children: ReactNode;
}

/** The frame of a group: legend, hint and error belong to all its choices. */
export function ChoiceGroup({ id, legend, hint, error, optional, large, inline, children }: ChoiceGroupProps) {
  const { words } = useUi();
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <fieldset className={frame.fieldset} aria-describedby={ids} data-invalid={error ? true : undefined}>
      <legend className={classNames(frame.label, large && frame.large)}>
        {legend}
        {optional && <span className={frame.optional}> ({words.optional})</span>}
      </legend>
      <div className={styles.group}>
        {hint && (
          <div id={`${id}-hint`} className={frame.hint}>
            {hint}
          </div>
        )}
        <FieldError id={`${id}-error`} error={error} />
        <div className={classNames(styles.choices, inline && styles.inline)}>{children}</div>
      </div>
    </fieldset>
  );
}
