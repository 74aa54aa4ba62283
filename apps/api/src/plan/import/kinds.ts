import { type LineKind, lineKinds, type PlanSector, planSectors } from '@commonlot/domain';
import { plainWord } from './columns.js';

/** The kinds of lines as people write them in Dutch, French and German; the codes of the product are read as well. */
const wordsOf: Record<LineKind, readonly string[]> = {
  heading: ['rubriek', 'rubrique', 'rubrik', 'titel', 'titre'],
  'statutory-community': [
    'gemeenschap',
    'communaute',
    'gemeinschaft',
    'deelstaten',
    'entites_federees',
    'gliedstaaten',
  ],
  'statutory-named': ['wettelijk', 'legal', 'gesetzlich'],
  'special-contribution': ['bijzondere_bijdrage', 'contribution_speciale', 'sonderbeitrag'],
  nominative: ['nominatief', 'nominatif', 'namentlich'],
  'open-envelope': ['open_enveloppe', 'enveloppe_ouverte', 'offener_globalbetrag'],
  'call-envelope': ['projectoproep', 'appel_a_projets', 'projektaufruf'],
  'sector-envelope': ['sectorenveloppe', 'enveloppe_sectorielle', 'globalbetrag_eines_sektors'],
  balancing: ['sluitpost', 'ligne_d_equilibre', 'ausgleichsposten'],
  'not-itemised': ['niet_uitgesplitst', 'non_detaille', 'nicht_aufgeschlusselt'],
};

const kindOfWord = new Map<string, LineKind>(
  lineKinds.flatMap((kind) => [plainWord(kind), ...wordsOf[kind]].map((word) => [word, kind] as const)),
);

/** The kind that a word names, or null. */
export const kindOf = (text: string): LineKind | null => kindOfWord.get(plainWord(text)) ?? null;

/** The sector with this code, or null. */
export const sectorOf = (text: string): PlanSector | null =>
  planSectors.find((sector) => sector === plainWord(text)) ?? null;
