import type { Language } from '@commonlot/domain';
import type { i18n } from 'i18next';
import { createContext, type ReactNode, use } from 'react';
import { I18nextProvider } from 'react-i18next';
import { loadI18n } from './create-i18n';

/** Where the words of a language come from: the server has them at hand, the browser may have to fetch them. */
export type I18nSource = (language: Language) => i18n | Promise<i18n>;

const SourceContext = createContext<I18nSource | null>(null);

export function I18nSourceProvider({
  source,
  children,
}: {
  readonly source: I18nSource;
  readonly children: ReactNode;
}) {
  return <SourceContext value={source}>{children}</SourceContext>;
}

/** The words of the page's language for everything below. A change of language waits for them behind the old page. */
export function I18nProvider({ language, children }: { readonly language: Language; readonly children: ReactNode }) {
  const source = use(SourceContext);
  if (source === null) throw new Error('I18nSourceProvider is missing above the root.');
  const found = source(language);
  const instance = found instanceof Promise ? use(found) : found;
  return <I18nextProvider i18n={instance}>{children}</I18nextProvider>;
}

/** The source of the browser: the language of the page is there at once, another is loaded once when it is chosen. */
export function browserSource(first: Language, firstInstance: i18n): I18nSource {
  const known = new Map<Language, i18n | Promise<i18n>>([[first, firstInstance]]);
  return (language) => {
    const found = known.get(language) ?? loadI18n(language);
    known.set(language, found);
    return found;
  };
}
