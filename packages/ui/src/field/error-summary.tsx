import { type MouseEvent, useEffect, useRef } from 'react';
import { type Control, type FieldError, type FieldErrors, type FieldValues, useFormState } from 'react-hook-form';
import { useUi } from '../provider/ui-provider';
import styles from './error-summary.module.css';
import { fieldId } from './field-id';

interface ErrorSummaryProps<Values extends FieldValues> {
  readonly control: Control<Values, unknown, unknown>;
  /** The label of each field by its path ("address.street"), the same words as beside the field. */
  readonly labels: Readonly<Record<string, string>>;
  readonly idPrefix?: string;
  readonly title?: string;
}

/**
 * The errors of a form on top of it, each a link to its field. After a failed submit it takes the focus and puts
 * "Error:" before the title of the page. Set `shouldFocusError: false` in `useForm`.
 */
export function ErrorSummary<Values extends FieldValues>(props: ErrorSummaryProps<Values>) {
  const { control, labels, idPrefix, title } = props;
  const { errorText } = useUi();
  const { errors, submitCount } = useFormState({ control: control as Control<Values> });
  const items = flatten(errors).map(([name, error]) => ({
    href: `#${fieldId(name, idPrefix)}`,
    message: errorText(error, labels[name] ?? name),
  }));
  return <ErrorList items={submitCount > 0 ? items : []} attempt={submitCount} title={title} />;
}

interface ErrorListProps {
  readonly items: readonly { readonly href: string; readonly message: string }[];
  /** Changes with each failed attempt, so that the focus returns to the list. */
  readonly attempt: number;
  readonly title?: string | undefined;
}

/** The same list for errors that do not come from react-hook-form: the answer of an action, what still blocks a file. */
export function ErrorList({ items, attempt, title }: ErrorListProps) {
  const { words } = useUi();
  const box = useRef<HTMLDivElement>(null);
  const hasItems = items.length > 0;

  useEffect(() => {
    if (attempt > 0 && hasItems) box.current?.focus();
  }, [attempt, hasItems]);

  useEffect(() => {
    if (!hasItems) return undefined;
    const before = document.title;
    document.title = `${words.errorPrefix}${words.colon} ${before}`;
    return () => {
      document.title = before;
    };
  }, [hasItems, words]);

  if (!hasItems) return null;
  return (
    <div ref={box} className={styles.summary} role="alert" tabIndex={-1}>
      <h2 className={styles.title}>{title ?? words.errorSummaryTitle}</h2>
      <ul className={styles.list}>
        {items.map((item) => (
          <li key={item.href}>
            <a href={item.href} onClick={(event) => goToField(event, item.href)}>
              {item.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Focuses the field itself and brings its label into view, which a plain fragment link does not. */
function goToField(event: MouseEvent, href: string) {
  const field = document.getElementById(href.slice(1));
  if (field === null) return;
  event.preventDefault();
  const label = document.querySelector(`label[for="${field.id}"]`);
  (field.closest('fieldset') ?? label ?? field).scrollIntoView({ block: 'start' });
  field.focus({ preventScroll: true });
}

/** Paths and errors in the order of the form, through groups and lists of fields. */
function flatten(errors: FieldErrors, path = ''): [string, FieldError][] {
  return Object.entries(errors).flatMap(([key, value]): [string, FieldError][] => {
    if (!value || key === 'ref') return [];
    const name = path === '' ? key : `${path}.${key}`;
    if (typeof value.type === 'string') return [[name, value as FieldError]];
    return flatten(value as FieldErrors, name);
  });
}
