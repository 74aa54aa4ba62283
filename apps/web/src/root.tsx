import '@commonlot/ui/base.css';
import { fontPreload } from '@commonlot/ui/font-preload';
import { type ReactNode, useEffect, useRef } from 'react';
import {
  Links,
  type LoaderFunctionArgs,
  Meta,
  Outlet,
  Scripts,
  useLocation,
  useNavigation,
  useRouteError,
} from 'react-router';
import styles from './root.module.css';
import { FirstScript, KeptScroll } from './shared/first-script';
import { I18nProvider } from './shared/i18n/i18n-source';
import { useLanguage } from './shared/i18n/use-language';
import { Brand } from './shared/layouts/brand';
import { useNonce } from './shared/nonce';
import { ErrorPage } from './shared/pages/error-page';
import pages from './shared/pages/pages.module.css';
import { type RootData, useRootData } from './shared/session/session';
import { sessionContext, sessionMiddleware } from './shared/session/session-context.server';
import { themeOf } from './shared/theme/theme';
import { UiSettings } from './shared/ui-settings';

export const middleware = [sessionMiddleware];

export async function loader({ request, context }: LoaderFunctionArgs): Promise<RootData> {
  const { session } = await context.get(sessionContext)();
  return { session, theme: themeOf(request), origin: process.env.PUBLIC_URL ?? new URL(request.url).origin };
}

/** The document around every page, also around an error page. */
export function Layout({ children }: { readonly children: ReactNode }) {
  const language = useLanguage();
  return (
    <html lang={language} data-theme={useRootData()?.theme ?? undefined} suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <FirstScript />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {/* React Aria reads the nonce here for the one rule that it adds. Browsers hide it from selectors. */}
        <meta property="csp-nonce" nonce={useNonce()} suppressHydrationWarning />
        <link rel="preload" href={fontPreload} as="font" type="font/woff2" crossOrigin="anonymous" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        <I18nProvider language={language}>
          <UiSettings language={language}>
            <Progress />
            {children}
          </UiSettings>
        </I18nProvider>
        <KeptScroll />
        <Scripts />
      </body>
    </html>
  );
}

export default function App() {
  useFocusOnNavigation();
  return <Outlet />;
}

/** What no page has caught, such as an address that is none of ours: there is no frame, so the name stands above it. */
export function ErrorBoundary() {
  return (
    <main id="content" className={pages.alone}>
      <Brand />
      <ErrorPage error={useRouteError()} />
    </main>
  );
}

/** A line on top of the page while the next one is on its way, and only when that takes a while. */
function Progress() {
  const { state } = useNavigation();
  return state === 'idle' ? null : <div className={styles.progress} aria-hidden="true" />;
}

/** After a navigation the focus goes to the heading of the new page, where a screen reader begins to read. */
function useFocusOnNavigation() {
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    document.getElementById('page-title')?.focus({ preventScroll: true });
  }, [pathname]);
}
