import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form';
import frame from '../field/field.module.css';
import { FieldError } from '../field/field-frame';
import { fieldId } from '../field/field-id';
import { useUi } from '../provider/ui-provider';
import { Choice, ChoiceGroup, type ChoiceOption } from './choices';

interface GroupFieldProps<Values extends FieldValues> {
  readonly control: Control<Values, unknown, unknown>;
  readonly name: FieldPath<Values>;
  readonly legend: string;
  readonly options: readonly ChoiceOption[];
  readonly hint?: string;
  readonly optional?: boolean;
  readonly large?: boolean;
  readonly inline?: boolean;
  readonly idPrefix?: string;
}

/** Radio buttons of a form; the value of the field is the value of the chosen option, or an empty text. */
export function RadioField<Values extends FieldValues>(props: GroupFieldProps<Values>) {
  const { control, name, options, idPrefix, ...group } = props;
  const { errorText } = useUi();
  const { field, fieldState } = useController({ control: control as Control<Values>, name });
  const id = fieldId(name, idPrefix);
  const error = fieldState.error && errorText(fieldState.error, group.legend);
  return (
    <ChoiceGroup {...group} id={id} error={error}>
      {options.map((option, index) => (
        <Choice
          {...option}
          key={option.value}
          type="radio"
          // The error summary leads to the first choice.
          id={index === 0 ? id : `${id}-${option.value}`}
          ref={index === 0 ? field.ref : undefined}
          name={field.name}
          checked={field.value === option.value}
          onChange={() => field.onChange(option.value)}
          onBlur={field.onBlur}
        />
      ))}
    </ChoiceGroup>
  );
}

/** Checkboxes of a form; the value of the field is the list of the chosen values, in the order of the options. */
export function CheckboxesField<Values extends FieldValues>(props: GroupFieldProps<Values>) {
  const { control, name, options, idPrefix, ...group } = props;
  const { errorText } = useUi();
  const { field, fieldState } = useController({ control: control as Control<Values>, name });
  const id = fieldId(name, idPrefix);
  const error = fieldState.error && errorText(fieldState.error, group.legend);
  const chosen: readonly string[] = field.value ?? [];
  const toggle = (value: string) =>
    options.map((option) => option.value).filter((each) => chosen.includes(each) !== (each === value));
  return (
    <ChoiceGroup {...group} id={id} error={error}>
      {options.map((option, index) => (
        <Choice
          {...option}
          key={option.value}
          type="checkbox"
          id={index === 0 ? id : `${id}-${option.value}`}
          ref={index === 0 ? field.ref : undefined}
          name={field.name}
          checked={chosen.includes(option.value)}
          onChange={() => field.onChange(toggle(option.value))}
          onBlur={field.onBlur}
        />
      ))}
    </ChoiceGroup>
  );
}

interface CheckboxFieldProps<Values extends FieldValues> {
  readonly control: Control<Values, unknown, unknown>;
  readonly name: FieldPath<Values>;
  readonly label: string;
  readonly hint?: string;
  readonly idPrefix?: string;
}

/** One checkbox of a form, such as a declaration; the value of the field is true or false. */
export function CheckboxField<Values extends FieldValues>(props: CheckboxFieldProps<Values>) {
  const { control, name, label, hint, idPrefix } = props;
  const { errorText } = useUi();
  const { field, fieldState } = useController({ control: control as Control<Values>, name });
  const id = fieldId(name, idPrefix);
  return (
    <div className={frame.field} data-invalid={fieldState.error ? true : undefined}>
      <FieldError id={`${id}-error`} error={fieldState.error && errorText(fieldState.error, label)} />
      <Choice
        type="checkbox"
        id={id}
        ref={field.ref}
        name={field.name}
        label={label}
        hint={hint}
        aria-invalid={fieldState.error ? true : undefined}
        aria-describedby={fieldState.error ? `${id}-error` : undefined}
        checked={field.value === true}
        onChange={(event) => field.onChange(event.target.checked)}
        onBlur={field.onBlur}
      />
    </div>
  );
}
