import { type ReactNode, useId } from 'react';
import { Details } from '../page/details';
import styles from './picture-figure.module.css';

export interface PictureProps {
  /** The message of the picture as a sentence with its main figures, not a heading such as "Overview". */
  readonly title: ReactNode;
  readonly note?: ReactNode;
  /** The words that open the table: "The same amounts as a table". */
  readonly tableWords: string;
  readonly table: ReactNode;
  readonly tableOpen?: boolean | undefined;
  /** A link that gives the figures as a file. */
  readonly download?: ReactNode;
  /** A smaller title, for one of several pictures beside each other. */
  readonly size?: 'normal' | 'small';
}

/** A picture, the sentence it proves, and the same figures in a table and as a file. */
export function PictureFigure(props: PictureProps & { readonly children: ReactNode }) {
  const { title, note, tableWords, table, tableOpen, download, size = 'normal', children } = props;
  const titleId = useId();
  return (
    <figure className={styles.figure} aria-labelledby={titleId} data-size={size}>
      <figcaption id={titleId} className={styles.title}>
        {title}
      </figcaption>
      {children}
      {note && <div className={styles.note}>{note}</div>}
      <Details summary={tableWords} open={tableOpen}>
        {table}
      </Details>
      {download && <p className={styles.download}>{download}</p>}
    </figure>
  );
}
