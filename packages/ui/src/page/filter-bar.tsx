import type { ReactNode } from 'react';
import { type GetFormProps, useUi } from '../provider/ui-provider';
import styles from './filter-bar.module.css';

interface FilterBarProps extends Omit<GetFormProps, 'method'> {
  readonly children: ReactNode;
  /** The button, and a link that clears the filters. */
  readonly actions: ReactNode;
  readonly label: string;
}

/** Filters of a list on one line: a form by GET, so that the address carries them and it works without script. */
export function FilterBar({ children, actions, label, ...rest }: FilterBarProps) {
  const { form: Form = PlainForm } = useUi();
  return (
    <Form method="get" role="search" aria-label={label} {...rest} className={styles.bar}>
      {children}
      <div className={styles.actions}>{actions}</div>
    </Form>
  );
}

function PlainForm(props: GetFormProps) {
  return <form {...props} />;
}
