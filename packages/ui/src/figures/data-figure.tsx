import type { ReactNode } from 'react';
import styles from './figures.module.css';

interface DataFigureProps {
  readonly value: ReactNode;
  readonly label: ReactNode;
  /** A line of smaller print: what the figure is compared with, as of when. */
  readonly note?: ReactNode;
  readonly size?: 'normal' | 'large';
}

/** One big number and the words that say of what. */
export function DataFigure({ value, label, note, size = 'normal' }: DataFigureProps) {
  return (
    <div className={styles.figure} data-size={size}>
      <dt className={styles.figureLabel}>{label}</dt>
      <dd className={styles.figureValue}>{value}</dd>
      {note && <dd className={styles.figureNote}>{note}</dd>}
    </div>
  );
}

/** Big numbers side by side, parted by hairlines. */
export function DataFigures({ children }: { readonly children: ReactNode }) {
  return <dl className={styles.figures}>{children}</dl>;
}
