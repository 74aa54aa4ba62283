import type { CSSProperties, ReactNode } from 'react';
import styles from './layout.module.css';

type Gap = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

interface StackProps {
  readonly children: ReactNode;
  readonly gap?: Gap;
}

/** Things under each other with the same room between them. */
export function Stack({ children, gap = 5 }: StackProps) {
  return (
    <div className={styles.stack} style={{ '--gap': `var(--space-${gap})` } as CSSProperties}>
      {children}
    </div>
  );
}

/** Small things on one line that wrap. */
export function Cluster({ children, gap = 3, spread = false }: StackProps & { readonly spread?: boolean }) {
  return (
    <div
      className={styles.cluster}
      data-spread={spread || undefined}
      style={{ '--gap': `var(--space-${gap})` } as CSSProperties}
    >
      {children}
    </div>
  );
}

interface ColumnsProps {
  readonly children: ReactNode;
  /** What accompanies the main column: figures, contact, related links. Under it on a narrow screen. */
  readonly aside: ReactNode;
  /** The companion first, as for a table of contents. */
  readonly asideFirst?: boolean;
}

/** A main column of text width and a companion. */
export function Columns({ children, aside, asideFirst = false }: ColumnsProps) {
  return (
    <div className={styles.columns} data-aside-first={asideFirst || undefined}>
      <div className={styles.main}>{children}</div>
      <div className={styles.aside}>{aside}</div>
    </div>
  );
}

interface GridProps {
  readonly children: ReactNode;
  /** The least width of an item before the next one goes to a new row. */
  readonly min?: string;
}

/** Items of equal width, as many in a row as fit. */
export function Grid({ children, min = '18rem' }: GridProps) {
  return (
    <div className={styles.grid} style={{ '--min': min } as CSSProperties}>
      {children}
    </div>
  );
}

/** Running text: paragraphs, headings and lists with the rhythm of a page that is read. */
export function Prose({ children, lang }: { readonly children: ReactNode; readonly lang?: string }) {
  return (
    <div className={styles.prose} lang={lang}>
      {children}
    </div>
  );
}

/** Text that people typed: shown as text, with its line ends, never as markup. */
export function PlainText({ children, lang }: { readonly children: string; readonly lang?: string }) {
  return (
    <p className={styles.plain} lang={lang}>
      {children}
    </p>
  );
}
