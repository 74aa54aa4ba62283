/**
 * What somebody typed and the server does not have yet, kept in this browser so that a lost line, a closed tab or an
 * ended session loses nothing. It goes as soon as it is saved, and all of it on signing out: others may use the machine.
 */
const prefix = 'commonlot.kept.';

export interface KeptTexts<T> {
  readonly read: () => ReadonlyMap<string, T>;
  /** Null forgets the entry. */
  readonly write: (name: string, value: T | null) => void;
}

/** The entries of one subject, such as the answers that one person wrote for one application. */
export function keptTexts<T>(subject: string): KeptTexts<T> {
  const start = `${prefix}${subject}.`;
  return {
    read: () => new Map(keysFrom(start).flatMap((key) => entryOf<T>(key, start))),
    write: (name, value) => {
      try {
        if (value === null) localStorage.removeItem(start + name);
        else localStorage.setItem(start + name, JSON.stringify(value));
      } catch {
        // No room, or a browser that keeps nothing: the text is still on the page and still on its way.
      }
    },
  };
}

export function forgetKeptTexts(): void {
  for (const key of keysFrom(prefix)) localStorage.removeItem(key);
}

function keysFrom(start: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(start));
  } catch {
    return [];
  }
}

function entryOf<T>(key: string, start: string): [string, T][] {
  try {
    return [[key.slice(start.length), JSON.parse(localStorage.getItem(key) ?? '') as T]];
  } catch {
    return [];
  }
}
