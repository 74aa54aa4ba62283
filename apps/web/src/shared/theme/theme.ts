import { type Theme, themes } from '@commonlot/ui';
import { useSyncExternalStore } from 'react';
import { useRootData } from '../session/session';

/** The cookies that the site sets besides the session: each only after a choice, and for nothing else. */
const cookieNames = { theme: 'theme', language: 'language' } as const;
const yearSeconds = 31_536_000;

export function readCookie(cookies: string | null, name: keyof typeof cookieNames): string | null {
  const found = (cookies ?? '').split(/;\s*/).find((cookie) => cookie.startsWith(`${cookieNames[name]}=`));
  return found?.slice(cookieNames[name].length + 1) ?? null;
}

/** Remembers a choice for a year; null forgets it. */
export function writeCookie(name: keyof typeof cookieNames, value: string | null) {
  const life = value === null ? 0 : yearSeconds;
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not in every browser that we serve
  document.cookie = `${cookieNames[name]}=${value ?? ''}; path=/; max-age=${life}; samesite=lax`;
}

/** The theme that the reader chose, from the cookie of the request; null follows the device. */
export function themeOf(request: Request): 'light' | 'dark' | null {
  const chosen = readCookie(request.headers.get('cookie'), 'theme');
  return chosen === 'light' || chosen === 'dark' ? chosen : null;
}

const listeners = new Set<() => void>();

/** The theme of the page and how to change it. The attribute on the root element is the only state. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const onServer = useRootData()?.theme ?? 'system';
  const theme = useSyncExternalStore(
    subscribe,
    () => themes.find((each) => each === document.documentElement.dataset.theme) ?? 'system',
    () => onServer,
  );
  return [theme, setTheme];
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

function setTheme(theme: Theme) {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  writeCookie('theme', theme === 'system' ? null : theme);
  for (const listener of listeners) listener();
}
