import { formatDay } from '@commonlot/domain';
import type { ActTemplates, PlanFacts } from './act-words.js';

const stages = { provisional: 'voorlopige', definitive: 'definitieve' } as const;
const decree = ({ decreeOn, decreeReference }: PlanFacts) =>
  `koninklijk besluit van ${formatDay(decreeOn, 'nl')} (${decreeReference})`;

export const nl: ActTemplates = {
  legalGrounds: (plan) => [
    'de wet van 19 april 2002 tot rationalisering van de werking en het beheer van de Nationale Loterij, artikelen 22 tot 24',
    ...(plan.legalGround === '' ? [] : [plan.legalGround]),
    `het ${decree(plan)} tot bepaling van het ${stages[plan.stage]} plan ${plan.year} voor de verdeling van de subsidies van de Nationale Loterij`,
    'de wet van 22 mei 2003 houdende organisatie van de begroting en van de comptabiliteit van de federale Staat, artikelen 121 tot 124',
    'de wet van 29 juli 1991 betreffende de uitdrukkelijke motivering van de bestuurshandelingen',
  ],
  planReference: (plan) =>
    `Verdelingsplan ${plan.year}, ${stages[plan.stage]} plan, versie ${plan.versionNumber}, ${decree(plan)}`,
  purposeOfApplication: ({ number, title, callTitle }) =>
    `Uitvoering van het project “${title}”, zoals beschreven in aanvraag ${number} voor de projectoproep “${callTitle}”.`,
  callInstalments: [
    'Na de kennisgeving van deze beslissing, op de gecontroleerde rekening van de begunstigde.',
    'Na goedkeuring van het eindverslag en van de verantwoording van de aanwending.',
  ],
  directInstalments: [
    'Na de kennisgeving van deze beslissing, op de gecontroleerde rekening van de begunstigde.',
    'Na goedkeuring van het activiteitenverslag en van de verantwoording van de aanwending.',
  ],
  callProofs: [
    'Eindverslag: wat het project deed, voor wie, met welk resultaat, en hoe de steun zichtbaar was',
    'Afrekening van alle uitgaven en ontvangsten van het project, met de bewijsstukken',
  ],
  directProofs: (year) => [
    `Activiteitenverslag ${year}: wat met de subsidie gebeurde, voor wie en met welk resultaat`,
    `Goedgekeurde jaarrekening ${year}, met de verantwoording van de aanwending van de subsidie`,
  ],
  visibilityDuty:
    'De begunstigde vermeldt de steun van de Nationale Loterij in alle communicatie over wat met de subsidie gebeurt: op de website, in drukwerk, op sociale media en ter plaatse. Het verslag toont met voorbeelden hoe dat gebeurde.',
  controlClause:
    'Wie de subsidie aanvaardt, aanvaardt dat de aanwending ter plaatse gecontroleerd wordt (wet van 22 mei 2003, artikel 122). De begunstigde bewaart alle bewijsstukken en legt ze voor zodra daarom gevraagd wordt.',
  recoveryClause:
    'De begunstigde betaalt de subsidie onverwijld terug wanneer de voorwaarden niet zijn nageleefd, wanneer ze niet voor haar doel is aangewend of wanneer de controle is verhinderd. Ontbreekt de verantwoording, dan betaalt de begunstigde het niet-verantwoorde deel terug (wet van 22 mei 2003, artikel 123). Zolang de verantwoording van een eerdere subsidie ontbreekt, kan de uitbetaling worden opgeschort; elke schijf telt daarbij als een afzonderlijke subsidie (artikel 124).',
  remedyBody: 'Raad van State, afdeling Bestuursrechtspraak',
  remedyText:
    'U kunt bij de afdeling Bestuursrechtspraak van de Raad van State de nietigverklaring van deze beslissing vragen. Dat doet u binnen zestig dagen na de kennisgeving, met een gedateerd en ondertekend verzoekschrift dat vermeldt wie u bent, tegen welke beslissing u opkomt, en op welke feiten en middelen u zich beroept. U verstuurt het aangetekend aan de griffie van de Raad van State of dient het in langs de elektronische weg die de Raad van State daarvoor openstelt. Bent u ontevreden over de behandeling van uw dossier, dan kunt u zich kosteloos tot de federale Ombudsman wenden.',
  criterionScore: (mean, maximum) => `Score: ${mean} op ${maximum}.`,
  awardReason: ({ position, ranked, percent }) =>
    `De jury gaf het project een gemiddelde score van ${percent} %. Daarmee staat het op plaats ${position} van ${ranked} in de rangschikking en past het gevraagde bedrag binnen het budget van de oproep.`,
  refusalReason: ({ position, ranked, percent }) =>
    `De jury gaf het project een gemiddelde score van ${percent} %. Daarmee staat het op plaats ${position} van ${ranked} in de rangschikking. Het budget van de oproep volstaat niet voor alle gerangschikte projecten en reikt niet tot deze plaats.`,
  exclusionReason: 'De aanvraag is niet ontvankelijk.',
  directReason: ({ organisation, plan }) =>
    `Het verdelingsplan ${plan.year} voorziet onder ${plan.lineCode} (${plan.lineLabel}) in een subsidie voor ${organisation}. De aanvraag beantwoordt aan het doel van die lijn.`,
};
