import type { Language } from '@commonlot/domain';
import { languageOf, pathTo } from '../paths/paths';

/**
 * Where to go after signing in. Only an address of ours: a link to sign-in must not be able to send people elsewhere,
 * also not by `//host` or a backslash, which browsers read as one.
 */
export function returnPath(wanted: string | null, language: Language): string {
  const home = pathTo('work', language);
  if (wanted === null || !/^\/[^/\\]/.test(wanted)) return home;
  const url = new URL(wanted, 'http://here.invalid');
  if (url.host !== 'here.invalid' || languageOf(url.pathname) === null) return home;
  return url.pathname + url.search;
}
