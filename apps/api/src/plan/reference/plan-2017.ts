import { localDate } from '@commonlot/domain';
import { named } from './line-labels.js';
import {
  article22,
  article24,
  euros,
  heading,
  inOneLanguage,
  line,
  type ReferencePlan,
  specialLaw,
} from './reference-plan.js';

/**
 * The provisional plan of 2017. Source: Royal Decree of 30 August 2017 (NUMAC 2017031161), whose text was read up to
 * line 2.1.10. The kinds are ours. Dutch labels are those of the bilingual decrees of 2008 and 2021, or the official
 * Dutch name of the institution; where neither was seen (2.1.7 and 2.1.9) the French label stands for the Dutch one too.
 */
export const plan2017: ReferencePlan = {
  year: 2017,
  stage: 'provisional',
  totalCents: euros(185_362_018),
  source:
    'Koninklijk besluit / Arrêté royal 30.08.2017, NUMAC 2017031161. ' +
    'Itemised up to 2.1.10; the 26 894 525 euro of rubrics 2.2 and following are one line here.',
  decreeReference: 'Koninklijk besluit / Arrêté royal 30.08.2017 (NUMAC 2017031161)',
  decreeOn: localDate('2017-08-30'),
  lines: [
    heading('1', {
      nl: 'Materies die rechtstreeks door de wet bedoeld worden',
      fr: 'Matières visées directement par la loi',
    }),
    line('1.1', 'statutory-named', 3_055_000, named.disasterFund, article22),
    line(
      '1.2',
      'statutory-named',
      17_014_000,
      { nl: 'Belgisch Fonds voor de Voedselzekerheid', fr: 'Fonds belge pour la sécurité alimentaire' },
      article22,
    ),
    line('1.3', 'statutory-named', 67_694_565, named.developmentCooperation, article22),
    heading('1.4', named.communities),
    line('1.4.1', 'statutory-community', 428_676, named.germanSpeaking, specialLaw),
    line('1.4.2', 'statutory-community', 30_099_406, named.flemish, specialLaw),
    line('1.4.3', 'statutory-community', 20_335_256, named.french, specialLaw),
    heading('2', named.endowments),
    heading('2.1', named.socialInterest),
    heading('2.1.1', named.redCross),
    line('2.1.1.1', 'nominative', 1_514_000, named.operation, article24),
    line('2.1.1.2', 'nominative', 120_000, named.repatriation, article24),
    line('2.1.2', 'special-contribution', 2_044_930, named.poisonCentre, article22),
    line('2.1.3', 'statutory-named', 9_800_000, named.kingBaudouinFoundation, article22),
    line('2.1.4', 'special-contribution', 1_259_500, named.childFocus, article22),
    line('2.1.5', 'nominative', 254_000, named.queenPaolaFoundation, article24),
    line('2.1.6', 'special-contribution', 3_399_660, named.equalOpportunities, article22),
    // Dutch label not seen.
    line(
      '2.1.7',
      'special-contribution',
      905_000,
      inOneLanguage(
        'Centre fédéral pour l’analyse des flux migratoires, la protection des droits fondamentaux des étrangers et la lutte contre la traite des êtres humains (contribution spéciale)',
      ),
      article22,
    ),
    line('2.1.8', 'nominative', 96_500, named.equalityInstitute, article24),
    // Dutch label not seen.
    line('2.1.9', 'nominative', 242_000, inOneLanguage('Mémoire d’Auschwitz'), article24),
    line('2.1.10', 'nominative', 205_000, named.roadVictims, article24),
    line('2.2', 'not-itemised', 26_894_525, {
      nl: 'Rubriek 2.2 en volgende, in de bron niet uitgesplitst',
      fr: 'Rubriques 2.2 et suivantes, non détaillées dans la source',
    }),
  ],
};
