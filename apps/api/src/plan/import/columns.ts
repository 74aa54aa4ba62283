import { type Cell, unreadable } from './table.js';

export const importColumns = [
  'code',
  'kind',
  'label_nl',
  'label_fr',
  'label_de',
  'label_en',
  'amount',
  'pm',
  'legal_ground',
  'beneficiary',
  'formula',
  'sector',
  'extra_support',
  'co_minister',
  'line',
  'predecessors',
  'commitments',
  'advice_of',
  'advice_asked_on',
  'advice_given_on',
  'advice_reference',
] as const;
export type ImportColumn = (typeof importColumns)[number];

const languageCodes = ['nl', 'fr', 'de', 'en'] as const;
const labelWords = [
  'label',
  'omschrijving',
  'benaming',
  'libelle',
  'intitule',
  'denomination',
  'bezeichnung',
  'description',
];

/** Headers that people in Belgium give these columns, in the four languages, without accents and signs. */
const wordsOf: Record<Exclude<ImportColumn, `label_${string}`>, readonly string[]> = {
  code: ['code', 'nr', 'nummer', 'numero', 'number', 'rubr', 'rubriek', 'rubrique', 'rubrik', 'rubric'],
  kind: ['kind', 'soort', 'type', 'nature', 'genre', 'art'],
  amount: ['amount', 'bedrag', 'montant', 'betrag', 'eur', 'euro'],
  pm: ['pm', 'pro_memorie', 'pour_memoire', 'pro_memoria'],
  legal_ground: ['legal_ground', 'rechtsgrond', 'base_legale', 'fondement_legal', 'rechtsgrundlage'],
  beneficiary: [
    'beneficiary',
    'begunstigde',
    'beneficiaire',
    'begunstigter',
    'ondernemingsnummer',
    'numero_d_entreprise',
    'unternehmensnummer',
    'enterprise_number',
  ],
  formula: ['formula', 'formule', 'formel'],
  sector: ['sector', 'secteur', 'sektor'],
  extra_support: ['extra_support', 'extra_steun', 'soutien_supplementaire', 'zusatzliche_unterstutzung'],
  co_minister: ['co_minister', 'medebevoegde_minister', 'ministre_associe', 'mitzustandiger_minister'],
  line: ['line', 'lijn', 'ligne'],
  predecessors: ['predecessors', 'voorgangers', 'predecesseurs', 'vorganger'],
  commitments: ['commitments', 'vastleggingen', 'engagements', 'festlegungen'],
  advice_of: ['advice_of', 'advies_van', 'avis_de', 'gutachten_von'],
  advice_asked_on: ['advice_asked_on', 'advies_gevraagd_op', 'avis_demande_le', 'gutachten_beantragt_am'],
  advice_given_on: ['advice_given_on', 'advies_gegeven_op', 'avis_rendu_le', 'gutachten_abgegeben_am'],
  advice_reference: ['advice_reference', 'advies_referentie', 'avis_reference', 'gutachten_referenz'],
};

const columnOfWord = new Map<string, ImportColumn>([
  ...Object.entries(wordsOf).flatMap(([column, words]) => words.map((word) => [word, column as ImportColumn] as const)),
  ...languageCodes.flatMap((language) =>
    labelWords.map((word) => [`${word}_${language}`, `label_${language}`] as [string, ImportColumn]),
  ),
]);

/** 'Libellé (FR)' -> 'libelle_fr': how words of people are compared with words of ours. */
export function plainWord(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '');
}

export const columnOf = (header: string): ImportColumn | null => columnOfWord.get(plainWord(header)) ?? null;

/** A header such as 'Omschrijving' or 'Libellé', without its language. */
export const isLabelWord = (header: string): boolean => labelWords.includes(plainWord(header));

/**
 * The place of each column in the header; columns with other names are left aside. Throws when a column stands twice, or
 * when there is no code, no amount or no label in Dutch or French.
 */
export function placesOf(header: readonly Cell[]): Map<ImportColumn, number> {
  const places = new Map<ImportColumn, number>();
  for (const [place, cell] of header.entries()) {
    const column = cell.fault === null ? columnOf(cell.text) : null;
    if (column !== null && places.has(column)) throw unreadable('column-twice', { column });
    if (column !== null) places.set(column, place);
  }
  const missing = (['code', 'amount'] as const).find((column) => !places.has(column));
  if (missing !== undefined) throw unreadable('column-missing', { column: missing });
  if (!places.has('label_nl') && !places.has('label_fr')) throw unreadable('column-missing', { column: 'label_nl' });
  return places;
}
