import type { Language } from '@commonlot/domain';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createRoutesStub, Outlet } from 'react-router';
import { createI18n } from '../i18n/create-i18n';
import { I18nProvider, I18nSourceProvider } from '../i18n/i18n-source';
import { nobody, type RootData, type SessionPerson } from '../session/session';
import { UiSettings } from '../ui-settings';
import { testCatalogue } from './catalogue';

interface PageSettings {
  readonly language?: Language;
  /** Address of the page; decides its language when it begins with one. */
  readonly path?: string;
  /** What `useLoaderData` returns on the page. */
  readonly loaderData?: unknown;
  /** Who is signed in; what is left out is made up. */
  readonly person?: Partial<SessionPerson>;
}

/** A page inside everything that the root gives it, with the real words of a language. Put `fakeApi` before it for calls. */
export function renderPage(page: ReactNode, settings: PageSettings = {}) {
  const { language = 'en', path = `/${language}/work`, loaderData = null, person } = settings;
  const i18n = createI18n(language, testCatalogue(language));
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const root: RootData = {
    session: { ...nobody, person: person ? { ...someone, ...person } : null },
    theme: null,
    origin: 'http://localhost',
  };
  const Frame = () => (
    <QueryClientProvider client={queries}>
      <I18nProvider language={language}>
        <UiSettings language={language}>
          <Outlet />
        </UiSettings>
      </I18nProvider>
    </QueryClientProvider>
  );
  const Stub = createRoutesStub([
    {
      id: 'root',
      path: '/',
      Component: Frame,
      loader: () => root,
      children: [{ id: 'page', path: '*', Component: () => page, loader: () => loaderData }],
    },
  ]);
  return render(
    <I18nSourceProvider source={() => i18n}>
      <Stub initialEntries={[path]} hydrationData={{ loaderData: { root, page: loaderData } }} />
    </I18nSourceProvider>,
  );
}

const someone: SessionPerson = {
  id: '0190a0a0-0000-7000-8000-000000000001',
  name: 'Sofie De Smet',
  email: 'sofie@example.be',
  roles: [],
  permissions: ['account:use', 'organisation:own', 'application:own'],
  screenLanguage: 'nl',
};
