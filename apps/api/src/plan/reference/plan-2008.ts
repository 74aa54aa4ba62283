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
 * The definitive plan of 2008. Sources: Royal Decree of 10 September 2009 (NUMAC 2009003231) for rubrics 1 and 2 up to
 * 2.1.3; communiqué of the Council of Ministers of 17 July 2009 for the amounts of all eight rubrics. The kinds are ours.
 * The communiqué prints rubrics 3 to 6 and 8 in Dutch; that label stands for the French one too.
 */
export const plan2008: ReferencePlan = {
  year: 2008,
  stage: 'definitive',
  totalCents: euros(225_300_000),
  source:
    'Koninklijk besluit / Arrêté royal 10.09.2009, NUMAC 2009003231; Ministerraad / Conseil des ministres 17.07.2009. ' +
    'Rubric 2 is itemised up to 2.1.3; rubrics 3 to 8 are known by their totals.',
  decreeReference: 'Koninklijk besluit / Arrêté royal 10.09.2009 (NUMAC 2009003231)',
  decreeOn: localDate('2009-09-10'),
  accountsReference: 'Rekeningen / Comptes 2008, algemene vergadering / assemblée générale 2009',
  lines: [
    heading('1', {
      nl: 'Materies die rechtstreeks door de wet bedoeld worden',
      fr: 'Matières visées directement par la loi',
    }),
    line('1.1', 'statutory-named', 4_339_000, named.disasterFund, article22),
    line(
      '1.2',
      'statutory-named',
      17_353_000,
      { nl: 'Belgisch Overlevingsfonds', fr: 'Fonds belge de survie' },
      article22,
    ),
    line('1.3', 'statutory-named', 69_728_000, named.developmentCooperation, article22),
    heading('1.4', named.communities),
    line('1.4.1', 'statutory-community', 521_039, named.germanSpeaking, specialLaw),
    line('1.4.2', 'statutory-community', 36_775_938, named.flemish, specialLaw),
    line('1.4.3', 'statutory-community', 24_525_343, named.french, specialLaw),
    heading('2', named.endowments),
    heading('2.1', named.socialInterest),
    heading('2.1.1', named.redCross),
    line('2.1.1.1', 'nominative', 1_488_000, named.operation, article24),
    line('2.1.1.2', 'nominative', 123_947, named.repatriation, article24),
    line('2.1.2', 'special-contribution', 1_724_220, named.poisonCentre, article22),
    line('2.1.3', 'statutory-named', 12_147_581, named.kingBaudouinFoundation, article22),
    // What rubric 2 (29 943 943) holds besides: the text of the decree that was read ends after 2.1.3.
    line('2.2', 'not-itemised', 14_460_195, {
      nl: 'Overige specifieke dotaties, in de bron niet uitgesplitst',
      fr: 'Autres dotations spécifiques, non détaillées dans la source',
    }),
    line('3', 'open-envelope', 16_198_080, inOneLanguage('Subsidies onder bescherming van de federale regering')),
    line('4', 'sector-envelope', 11_186_000, inOneLanguage('Renovatie- en restauratieprojecten')),
    line('5', 'open-envelope', 3_760_000, inOneLanguage('Maatschappelijke participatie')),
    line('6', 'open-envelope', 1_070_000, inOneLanguage('Evenementen')),
    line('7', 'open-envelope', 9_049_657, { nl: 'Nationaal prestige', fr: 'Prestige national' }),
    line('8', 'sector-envelope', 850_000, inOneLanguage('Verzekering vrijwilligerswerk')),
  ],
};
