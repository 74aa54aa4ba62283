import type { ReactNode } from 'react';
import { UiLink } from '../provider/ui-provider';
import styles from './tab-links.module.css';

export interface TabLink {
  readonly href: string;
  readonly label: ReactNode;
  readonly count?: number;
  readonly current?: boolean;
}

/** Views of one subject, each with its own address: links, not the tab widget, so that back and bookmarks work. */
export function TabLinks({ label, tabs }: { readonly label: string; readonly tabs: readonly TabLink[] }) {
  return (
    <nav aria-label={label} className={styles.nav}>
      <ul className={styles.tabs}>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <UiLink href={tab.href} aria-current={tab.current ? 'page' : undefined} className={styles.tab}>
              {tab.label}
              {tab.count !== undefined && <span className={styles.count}>{tab.count}</span>}
            </UiLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
