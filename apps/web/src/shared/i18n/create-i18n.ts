import type { Language } from '@commonlot/domain';
import i18next, { type i18n } from 'i18next';
import type { Catalogue } from './gather';

/**
 * An instance with the words of one language. The server makes one for each request and the browser one for each
 * language, so that nobody's language can leak into somebody else's page. There is no fallback to another language: a
 * test sees to it that no word is missing.
 */
export function createI18n(language: Language, catalogue: Catalogue): i18n {
  const instance = i18next.createInstance();
  void instance.init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: catalogue },
    ns: Object.keys(catalogue),
    defaultNS: 'shared',
    fallbackNS: 'shared',
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return instance;
}

const loaders: Readonly<Record<Language, () => Promise<{ readonly default: Catalogue }>>> = {
  nl: () => import('./catalogue.nl'),
  fr: () => import('./catalogue.fr'),
  de: () => import('./catalogue.de'),
  en: () => import('./catalogue.en'),
};

/** The words of a language: one chunk, loaded when the language is first needed. */
export async function loadCatalogue(language: Language): Promise<Catalogue> {
  return (await loaders[language]()).default;
}

/** A fresh instance for a language, with its words loaded. */
export async function loadI18n(language: Language): Promise<i18n> {
  return createI18n(language, await loadCatalogue(language));
}
