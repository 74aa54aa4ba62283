import { SkipLink } from '@commonlot/ui';
import { UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, Outlet, useLocation } from 'react-router';
import { usePath } from '../i18n/use-language';
import { type PublicRouteName, routeOf } from '../paths/paths';
import { useSession } from '../session/session';
import { Brand } from './brand';
import { Demonstration } from './demonstration';
import { Footer } from './footer';
import { LanguageAlternates } from './language-alternates';
import { PageSwitches } from './page-switches';
import styles from './public-layout.module.css';

/** Which pages light up which entry of the navigation. */
const entries = [
  { name: 'home', key: 'nav.money', lights: ['home', 'plan', 'plan-difference', 'plan-changes'] },
  { name: 'awards', key: 'nav.awards', lights: ['awards', 'award', 'organisation'] },
  { name: 'calls', key: 'nav.calls', lights: ['calls', 'call'] },
  { name: 'about', key: 'nav.about', lights: ['about'] },
] as const satisfies readonly { name: PublicRouteName; key: string; lights: PublicRouteName[] }[];

/** The frame of the public pages: complete without script. */
export default function PublicLayout() {
  const { t } = useTranslation('shared');
  return (
    <>
      <SkipLink>{t('ui.skip')}</SkipLink>
      <LanguageAlternates />
      <Demonstration />
      <header className={styles.header}>
        <div className={styles.bar}>
          <Brand />
          <div className={styles.tools}>
            <PageSwitches />
            <AccountLink />
          </div>
        </div>
        <Navigation />
      </header>
      <main id="content" className={styles.main}>
        <Outlet />
      </main>
      <Footer />
    </>
  );
}

function Navigation() {
  const { t } = useTranslation('shared');
  const path = usePath();
  const current = routeOf(useLocation().pathname)?.name;
  return (
    <nav aria-label={t('nav.label')} className={styles.nav}>
      <ul>
        {entries.map((entry) => {
          const isLit = (entry.lights as readonly string[]).includes(current ?? '');
          return (
            <li key={entry.name}>
              <Link to={path(entry.name)} prefetch="intent" aria-current={ariaCurrent(entry.name === current, isLit)}>
                {t(entry.key)}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function ariaCurrent(isPage: boolean, isLit: boolean) {
  if (isPage) return 'page';
  return isLit ? 'true' : undefined;
}

function AccountLink() {
  const { t } = useTranslation('shared');
  const path = usePath();
  const { person } = useSession();
  return (
    <NavLink to={person ? path('work') : path('sign-in')} className={styles.account}>
      <UserRound aria-hidden="true" />
      <span>{person ? t('nav.work') : t('nav.signIn')}</span>
    </NavLink>
  );
}
