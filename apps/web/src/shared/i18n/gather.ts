export interface Messages {
  readonly [key: string]: string | Messages;
}

/** All words of one language, by namespace: `shared`, and one for each feature folder. */
export type Catalogue = Readonly<Record<string, Messages>>;

/** Joins the words of the features, found by their path, with the shared ones. */
export function gather(shared: Messages, features: Readonly<Record<string, Messages>>): Catalogue {
  const named = Object.entries(features).map(([path, messages]) => [path.split('/').at(-2) ?? path, messages] as const);
  return Object.fromEntries([...named, ['shared', shared] as const].map(([name, words]) => [name, withMany(words)]));
}

/** French has a plural of its own for millions ("many"), which no text here needs: it takes the words of "other". */
function withMany(messages: Messages): Messages {
  const entries = Object.entries(messages).flatMap(([key, value]): [string, string | Messages][] => {
    if (typeof value !== 'string') return [[key, withMany(value)]];
    return key.endsWith('_other')
      ? [
          [key.replace(/_other$/, '_many'), value],
          [key, value],
        ]
      : [[key, value]];
  });
  return Object.fromEntries(entries);
}
