import type { ReactNode } from 'react';
import { UiLink, useUi } from '../provider/ui-provider';
import { VisuallyHidden } from '../provider/visually-hidden';
import styles from './summary-list.module.css';

export interface SummaryItem {
  readonly id: string;
  readonly label: ReactNode;
  readonly value: ReactNode;
  /** Where this answer is changed; `what` completes the link for a screen reader: "Change the title". */
  readonly change?: { readonly href: string; readonly what: string };
  /** Something is missing or wrong here. */
  readonly isMissing?: boolean;
}

interface SummaryListProps {
  readonly items: readonly SummaryItem[];
  /** Label above value, for a companion column. */
  readonly stacked?: boolean;
}

/** Questions and answers, or facts and their names, each with a way to change it. */
export function SummaryList({ items, stacked = false }: SummaryListProps) {
  const { words } = useUi();
  return (
    <dl className={styles.list} data-stacked={stacked || undefined}>
      {items.map((item) => (
        <div key={item.id} className={styles.row} data-missing={item.isMissing || undefined}>
          <dt className={styles.label}>{item.label}</dt>
          <dd className={styles.value}>{item.value}</dd>
          {item.change && (
            <dd className={styles.change}>
              <UiLink href={item.change.href}>
                {words.change} <VisuallyHidden>{item.change.what}</VisuallyHidden>
              </UiLink>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
