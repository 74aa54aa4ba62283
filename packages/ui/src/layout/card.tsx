import type { ReactNode } from 'react';
import { UiLink } from '../provider/ui-provider';
import styles from './card.module.css';

interface CardProps {
  readonly title: ReactNode;
  /** The whole card leads there; the link is on the title. */
  readonly href?: string;
  readonly level?: 2 | 3;
  /** Above the title in small print: a state, a kind, a date. */
  readonly meta?: ReactNode;
  readonly children?: ReactNode;
  readonly footer?: ReactNode;
  readonly lang?: string;
}

/** One thing of a list that deserves more than a row: a call, a file. */
export function Card({ title, href, level = 3, meta, children, footer, lang }: CardProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <article className={styles.card} data-linked={href ? true : undefined}>
      {meta && <div className={styles.meta}>{meta}</div>}
      <Heading className={styles.title} lang={lang}>
        {href ? (
          <UiLink href={href} className={styles.link}>
            {title}
          </UiLink>
        ) : (
          title
        )}
      </Heading>
      {children && <div className={styles.body}>{children}</div>}
      {footer && <div className={styles.footer}>{footer}</div>}
    </article>
  );
}

interface PanelProps {
  readonly title?: ReactNode;
  readonly level?: 2 | 3;
  readonly actions?: ReactNode;
  readonly tone?: 'plain' | 'raised' | 'sunken' | 'accent';
  readonly children: ReactNode;
  readonly id?: string;
}

/** A part of a page with its heading. `plain` has no box, only a rule above it; boxes are for what stands apart. */
export function Panel({ title, level = 2, actions, tone = 'plain', children, id }: PanelProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className={styles.panel} data-tone={tone} id={id}>
      {(title || actions) && (
        <div className={styles.head}>
          {title && <Heading className={styles.panelTitle}>{title}</Heading>}
          {actions && <div className={styles.actions}>{actions}</div>}
        </div>
      )}
      {children}
    </section>
  );
}
