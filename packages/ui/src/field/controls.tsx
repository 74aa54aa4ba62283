import { type Cents, formatEuros, type Language, parseEuros } from '@commonlot/domain';
import type { FormHTMLAttributes, InputHTMLAttributes, ReactNode, Ref, SelectHTMLAttributes } from 'react';
import { classNames } from '../provider/class-names';
import { useUi } from '../provider/ui-provider';
import styles from './field.module.css';

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}

interface SelectProps extends SelectHTMLAttributes<HTMLSelectElement> {
  readonly options: readonly SelectOption[];
  /** The first, empty choice: "Choose a line". */
  readonly placeholder?: string;
  readonly ref?: Ref<HTMLSelectElement>;
}

/** A native select. */
export function Select({ options, placeholder, className, ...rest }: SelectProps) {
  return (
    <select {...rest} className={classNames(styles.control, styles.select, className)}>
      {placeholder !== undefined && <option value="">{placeholder}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value} disabled={option.disabled}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

interface TextInputProps extends InputHTMLAttributes<HTMLInputElement> {
  /** For a number, a code or a postcode: as wide as what it holds. */
  readonly short?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
}

/** A native text input with the look of a field, for places without a `Field` around it. */
export function TextInput({ short, className, ...rest }: TextInputProps) {
  return <input {...rest} className={classNames(styles.control, short && styles.short, className)} />;
}

interface MoneyInputProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange'> {
  /** The amount as people type it; the schema of the form turns it into cents with `parseEuros`. */
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly ref?: Ref<HTMLInputElement>;
}

/**
 * An amount in euros, typed in any Belgian way (1.250,50 or 1 250,50 or 1250.50). On leaving the field it is written
 * back in the one form of the page, so that a person sees how it was understood. What cannot be read stays untouched.
 */
export function MoneyInput({ value, onChange, onBlur, className, ...rest }: MoneyInputProps) {
  const { language } = useUi();
  return (
    <span className={styles.money}>
      <input
        {...rest}
        className={classNames(styles.control, className)}
        inputMode="decimal"
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onBlur={(event) => {
          const amount = parseEuros(value);
          if (amount !== null) onChange(euroText(amount, language));
          onBlur?.(event);
        }}
      />
    </span>
  );
}

/** An amount as the text of an input: as `formatEuros` writes it, without the euro sign. */
export function euroText(amount: Cents, language: Language): string {
  return formatEuros(amount, language, { decimals: 'auto' }).replace(/€\s/, '');
}

interface FormProps extends FormHTMLAttributes<HTMLFormElement> {
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLFormElement>;
}

/** The column of a form: fields under each other with room between them. The browser's own checks are switched off. */
export function FormLayout({ className, ...rest }: FormProps) {
  return <form noValidate {...rest} className={classNames(styles.form, className)} />;
}

interface FieldsetProps {
  readonly legend: ReactNode;
  readonly hint?: ReactNode;
  readonly large?: boolean;
  readonly children: ReactNode;
}

/** A group of fields that belong together, such as an address. */
export function Fieldset({ legend, hint, large = false, children }: FieldsetProps) {
  return (
    <fieldset className={styles.fieldset}>
      <legend className={classNames(styles.label, large && styles.large)}>{legend}</legend>
      <div className={styles.inner}>
        {hint && <div className={styles.hint}>{hint}</div>}
        {children}
      </div>
    </fieldset>
  );
}
