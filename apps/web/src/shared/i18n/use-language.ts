import type { Language } from '@commonlot/domain';
import { useLocation } from 'react-router';
import { languageOf, type PathParams, pathTo, type QueryValues, type RouteName } from '../paths/paths';

/** The language of the page, as its address says. English on the page where a language is chosen. */
export function useLanguage(): Language {
  return languageOf(useLocation().pathname) ?? 'en';
}

/** `pathTo` in the language of the page: `path('award', { number })`. */
export function usePath() {
  const language = useLanguage();
  return <Name extends RouteName>(
    name: Name,
    ...rest: keyof PathParams<Name> extends never
      ? [params?: Record<never, never>, query?: QueryValues]
      : [params: PathParams<Name>, query?: QueryValues]
  ): string => (pathTo as (name: RouteName, language: Language, ...rest: unknown[]) => string)(name, language, ...rest);
}
