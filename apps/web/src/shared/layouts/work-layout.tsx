import { SkipLink } from '@commonlot/ui';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Bell, Search } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { data, Form, Link, type LoaderFunctionArgs, Outlet, useSearchParams } from 'react-router';
import { signInFirst } from '../api/api.server';
import { usePath } from '../i18n/use-language';
import { languageOf } from '../paths/paths';
import { useSession } from '../session/session';
import { sessionContext } from '../session/session-context.server';
import { AccountMenu } from './account-menu';
import { Brand } from './brand';
import { Demonstration } from './demonstration';
import { PageSwitches } from './page-switches';
import styles from './work-layout.module.css';
import { Navigation, NavigationMenu } from './work-navigation';

/** The workspace is for people who are signed in: others go to sign-in first and come back to the same address. */
export async function loader({ url, context }: LoaderFunctionArgs) {
  if (languageOf(url.pathname) === null) throw data({ code: 'record.missing', details: {} }, { status: 404 });
  const { session, isAway } = await context.get(sessionContext)();
  if (isAway) throw data({ code: 'service.unavailable', details: {} }, { status: 503 });
  if (session.person === null) throw signInFirst(url);
  return null;
}

export default function WorkLayout() {
  const { t } = useTranslation('shared');
  const [queries] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: 1, staleTime: 15_000 } } }));
  return (
    <QueryClientProvider client={queries}>
      <SkipLink>{t('ui.skip')}</SkipLink>
      <meta name="robots" content="noindex" />
      <Demonstration />
      <div className={styles.frame}>
        <div className={styles.side}>
          <div className={styles.sideInner}>
            <Navigation brand={<Brand />} />
          </div>
        </div>
        <div className={styles.page}>
          <header className={styles.top}>
            <div className={styles.narrowOnly}>
              <Brand />
              <NavigationMenu />
            </div>
            <SearchBox />
            <div className={styles.tools}>
              <div className={styles.wideOnly}>
                <PageSwitches />
              </div>
              <NoticesLink />
              <AccountMenu />
            </div>
          </header>
          <main id="content" className={styles.main}>
            <Outlet />
          </main>
        </div>
      </div>
    </QueryClientProvider>
  );
}

function SearchBox() {
  const { t } = useTranslation('shared');
  const path = usePath();
  const [query] = useSearchParams();
  return (
    <Form method="get" action={path('search')} role="search" className={styles.search}>
      <Search aria-hidden="true" />
      <input
        type="search"
        name="text"
        minLength={2}
        maxLength={100}
        defaultValue={query.get('text') ?? ''}
        placeholder={t('work.searchPlaceholder')}
        aria-label={t('work.search')}
      />
    </Form>
  );
}

function NoticesLink() {
  const { t } = useTranslation('shared');
  const path = usePath();
  const { noticesUnread } = useSession();
  return (
    <Link to={path('notices')} className={styles.notices} aria-label={t('work.notices', { count: noticesUnread })}>
      <Bell aria-hidden="true" />
      {noticesUnread > 0 && <span aria-hidden="true">{noticesUnread > 99 ? '99+' : noticesUnread}</span>}
    </Link>
  );
}
