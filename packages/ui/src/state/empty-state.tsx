import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

interface EmptyStateProps {
  readonly title: string;
  /** Why there is nothing, and what would bring something here. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  readonly icon?: LucideIcon;
}

/** In the place of a list that is empty. It says whether that is good, and the next step. */
export function EmptyState({ title, children, action, icon: Icon }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      {Icon && <Icon className={styles.icon} aria-hidden="true" />}
      <p className={styles.title}>{title}</p>
      {children && <div className={styles.text}>{children}</div>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}

const widths = ['92%', '100%', '78%', '96%', '64%', '88%', '98%', '71%'];

/** The shape of what is coming, for waits that last; at most eight lines. The words are for a screen reader. */
export function Skeleton({ lines = 3, label }: { readonly lines?: number; readonly label: string }) {
  return (
    <div className={styles.skeleton} role="status" aria-label={label}>
      {widths.slice(0, lines).map((width) => (
        <span key={width} style={{ inlineSize: width }} />
      ))}
    </div>
  );
}
