import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { HydratedRouter } from 'react-router/dom';
import { loadI18n } from './shared/i18n/create-i18n';
import { browserSource, I18nSourceProvider } from './shared/i18n/i18n-source';
import { languageOf } from './shared/paths/paths';

const language = languageOf(window.location.pathname) ?? 'en';

// The words of the page come before the first render in the browser, which must equal that of the server.
void loadI18n(language).then((i18n) => {
  const source = browserSource(language, i18n);
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <I18nSourceProvider source={source}>
          <HydratedRouter />
        </I18nSourceProvider>
      </StrictMode>,
    );
  });
});
