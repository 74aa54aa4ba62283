import type { ReactNode } from 'react';
import { UiLink, useUi } from '../provider/ui-provider';
import styles from './page-header.module.css';

export interface Crumb {
  readonly label: string;
  readonly href: string;
}

/** The way from the start to the page above this one; the heading of the page itself follows it. */
export function Breadcrumbs({ items }: { readonly items: readonly Crumb[] }) {
  const { words } = useUi();
  return (
    <nav aria-label={words.youAreHere} className={styles.crumbs}>
      <ol>
        {items.map((item) => (
          <li key={item.href}>
            <UiLink href={item.href}>{item.label}</UiLink>
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface PageHeaderProps {
  readonly title: ReactNode;
  /** The language of the title where it is not that of the page. */
  readonly titleLang?: string;
  /** A word or a number above the title: the kind of page, the number of the file. */
  readonly kicker?: ReactNode;
  /** What the page is for, in a sentence or two. */
  readonly lede?: ReactNode;
  readonly actions?: ReactNode;
  /** State, dates, who: small facts under the title. */
  readonly meta?: ReactNode;
  readonly breadcrumbs?: readonly Crumb[];
  /** For the few public pages that open a subject. */
  readonly size?: 'normal' | 'large';
}

/** The head of a page. Its heading takes the focus after a navigation. */
export function PageHeader(props: PageHeaderProps) {
  const { title, titleLang, kicker, lede, actions, meta, breadcrumbs, size = 'normal' } = props;
  return (
    <header className={styles.header} data-size={size}>
      {breadcrumbs && breadcrumbs.length > 0 && <Breadcrumbs items={breadcrumbs} />}
      <div className={styles.row}>
        <div className={styles.text}>
          {kicker && <p className={styles.kicker}>{kicker}</p>}
          <h1 id="page-title" tabIndex={-1} lang={titleLang} className={styles.title}>
            {title}
          </h1>
          {meta && <div className={styles.meta}>{meta}</div>}
          {lede && <div className={styles.lede}>{lede}</div>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </header>
  );
}
