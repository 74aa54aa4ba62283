import { type Language, type LocalisedText, languages } from '@commonlot/domain';

interface Named {
  readonly nis: string;
  readonly name: LocalisedText;
}

export interface MunicipalityOption {
  readonly nis: string;
  readonly name: string;
  /** Its names in other languages, so that "Luik" is found on a French page and Saint-Nicolas is not taken for Sint-Niklaas. */
  readonly otherNames: string;
}

const mostShown = 12;

export function optionOf({ nis, name }: Named, language: Language): MunicipalityOption {
  const own = name[language] || name.nl;
  const others = languages.map((each) => name[each]).filter((each) => each && each !== own);
  return { nis, name: own, otherNames: [...new Set(others)].join(', ') };
}

/** The municipalities of which some name, in any language, has a word that begins as typed; those that begin so first. */
export function findMunicipalities(rows: readonly Named[], typed: string, language: Language): MunicipalityOption[] {
  const wanted = plain(typed);
  const ranked = rows
    .map((row) => ({ option: optionOf(row, language), rank: rankOf(row, wanted) }))
    .filter(({ rank }) => rank < 3);
  ranked.sort((a, b) => a.rank - b.rank || a.option.name.localeCompare(b.option.name, language));
  return ranked.slice(0, mostShown).map(({ option }) => option);
}

function rankOf({ name }: Named, wanted: string): number {
  if (wanted === '') return 2;
  const ranks = languages.map((each) => {
    const text = plain(name[each] ?? '');
    if (text === wanted) return 0;
    if (text.startsWith(wanted)) return 1;
    return text.includes(` ${wanted}`) ? 2 : 3;
  });
  return Math.min(...ranks);
}

/** Without accents, capitals and hyphens, as people type when they are in a hurry. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replace(/['’-]/g, ' ')
    .trim()
    .toLowerCase();
}
