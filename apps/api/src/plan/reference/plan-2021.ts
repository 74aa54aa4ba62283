import { type LineFormula, localDate } from '@commonlot/domain';
import { named } from './line-labels.js';
import { article22, euros, heading, line, pmLine, type ReferencePlan, specialLaw } from './reference-plan.js';

/** What the law computes; the key of the year is the Flemish part, of 54 417 471 euros, that the decree prints. */
const formulas: Readonly<Record<string, LineFormula>> = {
  '1.1': { kind: 'share', of: 'total', less: [], share: '0.2744' },
  '1.1.1': { kind: 'share', of: '1.1', less: [], share: '0.008428' },
  '1.1.2': { kind: 'share', of: '1.1', less: ['1.1.1'], share: '0.60453' },
  '1.1.3': { kind: 'rest', of: '1.1', less: ['1.1.1', '1.1.2'] },
};

const lines: ReferencePlan['lines'] = [
  heading('1', {
    nl: 'Materies rechtstreeks door de bijzondere wet van 16 januari 1989 bedoeld',
    fr: 'Matières visées directement par la loi spéciale du 16 janvier 1989',
  }),
  heading('1.1', named.communities),
  line('1.1.1', 'statutory-community', 462_529, named.germanSpeaking, specialLaw),
  line('1.1.2', 'statutory-community', 32_896_994, named.flemish, specialLaw),
  line('1.1.3', 'statutory-community', 21_520_477, named.french, specialLaw),
  heading('2', {
    nl: 'Nominatief bepaald door de wet van 19 april 2002',
    fr: 'Défini nominativement dans la loi du 19 avril 2002',
  }),
  // The Belgian Fund for Food Security (17 014 000 in 2017) was folded into it: 67 694 565 + 17 014 000.
  line('2.1', 'statutory-named', 84_708_565, named.developmentCooperation, article22),
  pmLine('2.2', 'statutory-named', named.disasterFund, article22),
  line('2.3', 'statutory-named', 9_800_000, named.kingBaudouinFoundation, article22),
  heading('3', {
    nl: 'Bijzondere bijdragen aan verenigingen en instellingen aangeduid door de Koning zoals bedoeld in artikel 22 van de wet van 19 april 2002',
    fr: 'Contributions spéciales à des associations et institutions indiquées par le Roi conformément à l’article 22 de la loi du 19 avril 2002',
  }),
  heading('3.1', named.redCross),
  line('3.1.1', 'special-contribution', 1_514_000, { nl: 'Werking', fr: 'Fonctionnement' }, article22),
  line(
    '3.1.2',
    'special-contribution',
    120_000,
    { nl: 'Project Belgische gerepatrieerden', fr: 'Projet rapatriement de Belges' },
    article22,
  ),
  line('3.2', 'special-contribution', 2_044_930, { nl: 'Antigifcentrum', fr: 'Centre antipoisons' }, article22),
  line('3.3', 'special-contribution', 205_000, named.roadVictims, article22),
  // The copy of the decree that was read ends here.
  line('4', 'not-itemised', 46_727_505, {
    nl: 'Lijnen na 3.3 en rubriek 4 en volgende, in de bron niet uitgesplitst',
    fr: 'Lignes après 3.3 et rubriques 4 et suivantes, non détaillées dans la source',
  }),
];

/**
 * The provisional plan of 2021, ordered by legal ground and no longer by purpose. Source: Royal Decree of 7 October 2021
 * (NUMAC 2021033200), whose text was read up to line 3.3. The kinds are ours.
 */
export const plan2021: ReferencePlan = {
  year: 2021,
  stage: 'provisional',
  totalCents: euros(200_000_000),
  source:
    'Koninklijk besluit / Arrêté royal 07.10.2021, NUMAC 2021033200. ' +
    'Itemised up to 3.3; the 46 727 505 euro that follow are one line here.',
  decreeReference: 'Koninklijk besluit / Arrêté royal 07.10.2021 (NUMAC 2021033200)',
  decreeOn: localDate('2021-10-07'),
  lines: lines.map((each) => ({ ...each, formula: formulas[each.code] ?? null })),
};

/**
 * Which lines of 2017 those of 2021 continue. The lines for food security and for development cooperation became one;
 * the others moved to another code with the new order.
 */
export const continued2021: Readonly<Record<string, readonly string[]>> = {
  '1.1.1': ['1.4.1'],
  '1.1.2': ['1.4.2'],
  '1.1.3': ['1.4.3'],
  '2.1': ['1.2', '1.3'],
  '2.2': ['1.1'],
  '2.3': ['2.1.3'],
  '3.1.1': ['2.1.1.1'],
  '3.1.2': ['2.1.1.2'],
  '3.2': ['2.1.2'],
  '3.3': ['2.1.10'],
};
