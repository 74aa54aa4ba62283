/** Languages of the screens. */
export const languages = ['nl', 'fr', 'de', 'en'] as const;
export type Language = (typeof languages)[number];

/** Languages of a file, of its letters and of its act: those of the coordinated laws of 18 July 1966, art. 41-42. */
export const fileLanguages = ['nl', 'fr', 'de'] as const;
export type FileLanguage = (typeof fileLanguages)[number];

/** A text that is data. Dutch and French always exist: general notices appear in both at the same level. */
export interface LocalisedText {
  readonly nl: string;
  readonly fr: string;
  readonly de?: string | null;
  readonly en?: string | null;
}

const fallbackOrder: readonly Language[] = ['en', 'nl', 'fr', 'de'];

/**
 * The text in the language asked for, else in the first of English, Dutch, French and German that has one. The
 * language found comes with it, so that the page can set `lang` and a screen reader does not read Dutch as German.
 */
export function inLanguage(text: LocalisedText, language: Language): { text: string; language: Language } {
  for (const candidate of [language, ...fallbackOrder]) {
    const found = text[candidate];
    if (found != null && found.trim() !== '') return { text: found, language: candidate };
  }
  return { text: '', language };
}

/** The languages in which the text is still missing or blank. */
export function missingLanguages(text: LocalisedText, wanted: readonly Language[] = languages): Language[] {
  return wanted.filter((language) => (text[language] ?? '').trim() === '');
}
