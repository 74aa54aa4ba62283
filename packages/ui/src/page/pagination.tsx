import { ArrowLeft, ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { UiLink, useUi } from '../provider/ui-provider';
import styles from './pagination.module.css';

interface PaginationProps {
  /** Towards the start of the list; absent on its first page. */
  readonly newerHref?: string | null;
  /** Further down the list; absent on its last page. */
  readonly olderHref?: string | null;
  readonly newerWords?: string;
  readonly olderWords?: string;
  /** What is shown: "20 of 312 awards". */
  readonly summary?: ReactNode;
}

/** Pages by key have no numbers: one step towards the start, one step further. */
export function Pagination({ newerHref, olderHref, newerWords, olderWords, summary }: PaginationProps) {
  const { words } = useUi();
  if (!newerHref && !olderHref && !summary) return null;
  return (
    <nav aria-label={words.pages} className={styles.pages}>
      <span>
        {newerHref && (
          <UiLink href={newerHref} rel="prev" className={styles.link}>
            <ArrowLeft aria-hidden="true" />
            {newerWords ?? words.newer}
          </UiLink>
        )}
      </span>
      <span className={styles.summary}>{summary}</span>
      <span className={styles.next}>
        {olderHref && (
          <UiLink href={olderHref} rel="next" className={styles.link}>
            {olderWords ?? words.older}
            <ArrowRight aria-hidden="true" />
          </UiLink>
        )}
      </span>
    </nav>
  );
}
