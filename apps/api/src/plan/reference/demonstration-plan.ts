import { type Cents, communityShares, leafSum, type PlanLineFacts, parentCodeOf, type Ratio } from '@commonlot/domain';
import { demonstrationExtraSupport, demonstrationFormulas, demonstrationSectors } from './demonstration-facts.js';
import { named } from './line-labels.js';
import {
  article22,
  article24,
  euros,
  heading,
  line,
  pmLine,
  type ReferencePlan,
  specialLaw,
} from './reference-plan.js';

type Lines = ReferencePlan['lines'];

/** The amount of 2016 to 2020, which the policy note of the minister names. */
const total = euros(185_300_000);

/** The Flemish part of what the two large Communities share, as the provisional plan of 2017 has it. */
export const keyOf2017: Ratio = { numerator: 30_099_406, denominator: 30_099_406 + 20_335_256 };

const wholeEuros = (amount: Cents) => amount / 100;

function communities(): Lines {
  const shares = communityShares(total, keyOf2017);
  return [
    heading('1', {
      nl: 'Materies rechtstreeks door de bijzondere wet van 16 januari 1989 bedoeld',
      fr: 'Matières visées directement par la loi spéciale du 16 janvier 1989',
      de: 'Vom Sondergesetz vom 16. Januar 1989 unmittelbar betroffene Angelegenheiten',
      en: 'Matters fixed by the special law of 16 January 1989',
    }),
    heading('1.1', named.communities),
    line('1.1.1', 'statutory-community', wholeEuros(shares.germanSpeakingCents), named.germanSpeaking, specialLaw),
    line('1.1.2', 'statutory-community', wholeEuros(shares.flemishCents), named.flemish, specialLaw),
    line('1.1.3', 'statutory-community', wholeEuros(shares.frenchCents), named.french, specialLaw),
  ];
}

/** Amounts of the provisional plans of 2017 and 2021. */
const namedInLaw: Lines = [
  heading('2', {
    nl: 'Nominatief bepaald door de wet van 19 april 2002',
    fr: 'Défini nominativement dans la loi du 19 avril 2002',
    de: 'Im Gesetz vom 19. April 2002 namentlich bestimmt',
    en: 'Named in the law of 19 April 2002',
  }),
  line('2.1', 'statutory-named', 84_708_565, named.developmentCooperation, article22),
  pmLine('2.2', 'statutory-named', named.disasterFund, article22),
  line('2.3', 'statutory-named', 9_800_000, named.kingBaudouinFoundation, article22),
];

const specialContributions: Lines = [
  heading('3', {
    nl: 'Bijzondere bijdragen aan verenigingen en instellingen aangeduid door de Koning',
    fr: 'Contributions spéciales à des associations et institutions indiquées par le Roi',
    de: 'Sonderbeiträge für vom König bezeichnete Vereinigungen und Einrichtungen',
    en: 'Special contributions to institutions designated by the King',
  }),
  heading('3.1', named.redCross),
  line('3.1.1', 'special-contribution', 1_514_000, named.operation, article22),
  line('3.1.2', 'special-contribution', 120_000, named.repatriation, article22),
  line('3.2', 'special-contribution', 2_044_930, named.poisonCentre, article22),
  line('3.3', 'special-contribution', 1_259_500, named.childFocus, article22),
  line('3.4', 'special-contribution', 3_399_660, named.equalOpportunities, article22),
];

/** Amounts of 2017; those of Bozar and of the Olympic committee are of 2012. */
const endowments: Lines = [
  heading('4', named.endowments),
  line('4.1', 'nominative', 254_000, named.queenPaolaFoundation, article24),
  line('4.2', 'nominative', 96_500, named.equalityInstitute, article24),
  line('4.3', 'nominative', 205_000, named.roadVictims, article24),
  line(
    '4.4',
    'nominative',
    2_820_300,
    {
      nl: 'Paleis voor Schone Kunsten (Bozar)',
      fr: 'Palais des Beaux-Arts (Bozar)',
      de: 'Palast der Schönen Künste (Bozar)',
      en: 'Centre for Fine Arts (Bozar)',
    },
    article24,
  ),
  line(
    '4.5',
    'nominative',
    1_953_000,
    {
      nl: 'Belgisch Olympisch en Interfederaal Comité',
      fr: 'Comité olympique et interfédéral belge',
      de: 'Belgisches Olympisches und Interföderales Komitee',
      en: 'Belgian Olympic and Interfederal Committee',
    },
    article24,
  ),
];

/** Amounts of 2008. */
const sectors: Lines = [
  heading('5', {
    nl: 'Enveloppes per sector',
    fr: 'Enveloppes par secteur',
    de: 'Globalbeträge nach Sektor',
    en: 'Envelopes by sector',
  }),
  line('5.1', 'sector-envelope', 11_186_000, {
    nl: 'Renovatie- en restauratieprojecten (Regie der Gebouwen)',
    fr: 'Projets de rénovation et de restauration (Régie des Bâtiments)',
    de: 'Renovierung und Restaurierung (Gebäuderegie)',
    en: 'Renovation and restoration (Buildings Agency)',
  }),
  line('5.2', 'sector-envelope', 850_000, {
    nl: 'Verzekering vrijwilligerswerk',
    fr: 'Assurance du volontariat',
    de: 'Versicherung der Freiwilligenarbeit',
    en: 'Insurance of volunteer work',
  }),
];

const calls: Lines = [
  heading('6', { nl: 'Projectoproepen', fr: 'Appels à projets', de: 'Projektaufrufe', en: 'Calls for projects' }),
  line('6.1', 'call-envelope', 2_250_000, {
    nl: 'Projectoproep: duurzame ontwikkeling',
    fr: 'Appel à projets : développement durable',
    de: 'Projektaufruf: nachhaltige Entwicklung',
    en: 'Call for projects: sustainable development',
  }),
  line('6.2', 'call-envelope', 2_500_000, {
    nl: 'Projectoproep: armoedebestrijding',
    fr: 'Appel à projets : lutte contre la pauvreté',
    de: 'Projektaufruf: Armutsbekämpfung',
    en: 'Call for projects: fight against poverty',
  }),
  line('6.3', 'call-envelope', 1_500_000, {
    nl: 'Projectoproep: cultuur en erfgoed bij u in de buurt',
    fr: 'Appel à projets : culture et patrimoine près de chez vous',
    de: 'Projektaufruf: Kultur und Kulturerbe in Ihrer Nähe',
    en: 'Call for projects: culture and heritage near you',
  }),
];

const prestige: Lines = [
  heading('7', {
    nl: 'Prestige en overige doeleinden',
    fr: 'Prestige et autres fins',
    de: 'Ansehen und sonstige Zwecke',
    en: 'Prestige and other purposes',
  }),
  line(
    '7.1',
    'open-envelope',
    4_500_000,
    { nl: 'Nationaal prestige', fr: 'Prestige national', de: 'Nationales Ansehen', en: 'National prestige' },
    article24,
  ),
  line('7.2', 'not-itemised', 500_000, {
    nl: 'Andere doeleinden van openbaar nut, nog niet uitgesplitst',
    fr: 'Autres fins d’utilité publique, pas encore détaillées',
    de: 'Andere gemeinnützige Zwecke, noch nicht aufgeschlüsselt',
    en: 'Other purposes of public utility, not itemised yet',
  }),
];

/** What the other lines leave of the total, so that the plan adds up to the cent. */
function balancing(others: Lines): Lines {
  const left = total - leafSum(factsOf(others));
  const label = { nl: 'Niet-toegewezen saldo', fr: 'Solde non attribué', de: 'Nicht zugewiesener Rest' };
  return [line('7.3', 'balancing', left / 100, { ...label, en: 'Unassigned remainder' })];
}

const withFacts = (each: Lines[number]): Lines[number] => ({
  ...each,
  formula: demonstrationFormulas[each.code] ?? null,
  sector: demonstrationSectors[each.code] ?? null,
  isExtraSupport: demonstrationExtraSupport.includes(each.code),
});

/** The lines as the rules of the domain take them. */
export function factsOf(lines: Lines): PlanLineFacts[] {
  const codes = new Set(lines.map((each) => each.code));
  return lines.map(({ label, ...each }) => ({
    ...each,
    amountCents: each.amountCents as Cents | null,
    parentCode: parentCodeOf(each.code, codes),
    labels: label,
  }));
}

/**
 * The plan that the demonstration plays: the structure of the real plans and lines of every kind, their real names with
 * the latest amount that was seen, calls for projects of our own, and a balancing line that makes the total.
 */
export function demonstrationPlan(year: number): Omit<ReferencePlan, 'decreeReference' | 'decreeOn'> {
  const lines = [
    ...communities(),
    ...namedInLaw,
    ...specialContributions,
    ...endowments,
    ...sectors,
    ...calls,
    ...prestige,
  ];
  return {
    year,
    stage: 'provisional',
    totalCents: total,
    source: 'Demonstration: structure and names of the plans of 2008, 2012, 2017 and 2021; not a decision of anybody.',
    lines: [...lines, ...balancing(lines)].map(withFacts),
  };
}

/** Which lines of 2021 those of the demonstration continue: those that carry the same name in both. */
export const continuedDemonstration: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    ['1.1.1', '1.1.2', '1.1.3', '2.1', '2.2', '2.3', '3.1.1', '3.1.2', '3.2'].map((code) => [code, [code]]),
  ),
  '4.3': ['3.3'],
};
