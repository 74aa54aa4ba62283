import type { ReactNode } from 'react';
import {
  type Control,
  type ControllerRenderProps,
  type FieldPath,
  type FieldValues,
  useController,
} from 'react-hook-form';
import { useUi } from '../provider/ui-provider';
import { FieldFrame, type FieldText, type Wiring } from './field-frame';
import { fieldId } from './field-id';

export interface FieldProps<Values extends FieldValues, Name extends FieldPath<Values>> extends FieldText {
  readonly control: Control<Values, unknown, unknown>;
  readonly name: Name;
  readonly label: string;
  /** Maximum length in characters as people count them; typing beyond it is allowed and told. */
  readonly counter?: number;
  /** Where one page holds two forms with fields of the same name. */
  readonly idPrefix?: string;
  readonly render: (field: ControllerRenderProps<Values, Name>, wiring: Wiring) => ReactNode;
}

/**
 * One field of a form of react-hook-form. It owns label, hint, error, counter and their `aria` ties; the screen gives
 * the input: `render={(field, wiring) => <input {...field} {...wiring} />}`.
 */
export function Field<Values extends FieldValues, Name extends FieldPath<Values>>(props: FieldProps<Values, Name>) {
  const { control, name, counter, idPrefix, render, ...text } = props;
  const { errorText } = useUi();
  const { field, fieldState } = useController({ control: control as Control<Values>, name });
  return (
    <FieldFrame
      {...text}
      id={fieldId(name, idPrefix)}
      error={fieldState.error && errorText(fieldState.error, text.label)}
      {...(counter === undefined ? {} : { counter: { text: String(field.value ?? ''), max: counter } })}
      render={(wiring) => render(field, wiring)}
    />
  );
}
