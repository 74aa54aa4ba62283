import { Menu } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { usePath } from '../i18n/use-language';
import { useSession } from '../session/session';
import { PageSwitches } from './page-switches';
import { workEntries } from './work-entries';
import styles from './work-navigation.module.css';

/** The stations that this person works at, and what is their own; under the brand where the frame has a side. */
export function Navigation({ brand }: { readonly brand?: ReactNode }) {
  const { t } = useTranslation('shared');
  const path = usePath();
  const { person } = useSession();
  if (person === null) return null;
  const { office, own } = workEntries(person);
  return (
    <nav aria-label={t('work.label')} className={styles.landmark}>
      {brand}
      <div className={styles.nav}>
        {[office, own].map((entries, index) =>
          entries.length === 0 ? null : (
            <ul key={index === 0 ? 'office' : 'own'} aria-label={index === 1 ? t('work.own') : undefined}>
              {entries.map(({ name, key, icon: Icon }) => (
                <li key={name}>
                  <NavLink to={path(name)} end={name === 'work'} prefetch="intent">
                    <Icon aria-hidden="true" />
                    {t(key)}
                  </NavLink>
                </li>
              ))}
            </ul>
          ),
        )}
      </div>
    </nav>
  );
}

/** The same navigation on a narrow screen, in a native element that opens without script. */
export function NavigationMenu() {
  const { t } = useTranslation('shared');
  return (
    <details className={styles.menu}>
      <summary>
        <Menu aria-hidden="true" />
        {t('work.menu')}
      </summary>
      <div>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the links inside take the keyboard; this closes the menu after them */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: see above */}
        <div onClick={(event) => event.currentTarget.closest('details')?.removeAttribute('open')}>
          <Navigation />
        </div>
        <div className={styles.menuSwitches}>
          <PageSwitches />
        </div>
      </div>
    </details>
  );
}
