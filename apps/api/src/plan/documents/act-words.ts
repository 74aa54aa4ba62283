import { type FileLanguage, formatDay, type LineKind, type LocalDate, type PlanState } from '@commonlot/domain';
import type { ActStep } from './plan-act.js';

type Stage = 'provisional' | 'definitive';

/** The fixed words of the decree in one language. Grounds: law of 19 April 2002, art. 22 to 25. */
export interface ActWords {
  readonly headline: string;
  readonly draft: string;
  readonly demonstration: string;
  readonly year: string;
  readonly version: string;
  readonly state: string;
  readonly states: Readonly<Record<PlanState, string>>;
  readonly title: (stage: Stage, year: number, decreeOn: LocalDate | null) => string;
  readonly grounds: string;
  readonly steps: Readonly<Record<ActStep['kind'], (on: LocalDate) => string>>;
  readonly accounts: (reference: string) => string;
  readonly proposal: string;
  readonly weDecree: string;
  readonly article: (number: number) => string;
  readonly total: (stage: Stage, year: number, amount: string) => string;
  readonly assigned: string;
  readonly communities: string;
  readonly ministers: string;
  readonly ofLine: (code: string, minister: string) => string;
  readonly execution: string;
  readonly annex: (stage: Stage, year: number) => string;
  readonly columns: { readonly code: string; readonly label: string; readonly amount: string; readonly kind: string };
  readonly kinds: Readonly<Record<LineKind, string>>;
}

const nl: ActWords = {
  headline: 'Verdelingsplan van de subsidies van de Nationale Loterij',
  draft: 'ONTWERP: dit besluit is nog niet ondertekend.',
  demonstration: 'Demonstratie: dit is geen echt besluit.',
  year: 'Dienstjaar',
  version: 'Versie',
  state: 'Toestand',
  states: {
    draft: 'ontwerp',
    submitted: 'ingediend',
    approved: 'goedgekeurd, nog niet van kracht',
    'in-force': 'van kracht',
    superseded: 'vervangen',
  },
  title: (stage, year, on) =>
    `Koninklijk besluit ${on === null ? '' : `van ${formatDay(on, 'nl')} `}tot bepaling van het ${
      stage === 'provisional' ? 'voorlopige' : 'definitieve'
    } verdelingsplan van de subsidies van het dienstjaar ${year} van de Nationale Loterij`,
  grounds:
    'Gelet op de wet van 19 april 2002 tot rationalisering van de werking en het beheer van de Nationale Loterij, artikelen 22 en 23;',
  steps: {
    'finance-advice': (on) => `Gelet op het advies van de inspecteur van financiën, gegeven op ${formatDay(on, 'nl')};`,
    'budget-agreement': (on) =>
      `Gelet op de akkoordbevinding van de minister van Begroting van ${formatDay(on, 'nl')};`,
  },
  accounts: (reference) => `Gelet op de goedkeuring van de rekeningen: ${reference};`,
  proposal:
    'Op de voordracht van de minister bevoegd voor de Nationale Loterij en op het advies van de in Raad vergaderde ministers,',
  weDecree: 'Besluit:',
  article: (number) => `Artikel ${number}`,
  total: (stage, year, amount) =>
    `Met toepassing van de artikelen 22 en 23 van de wet van 19 april 2002 wordt het ${
      stage === 'provisional' ? 'voorlopige' : 'definitieve'
    } verdelingsplan van de subsidies van het dienstjaar ${year}, ${
      stage === 'provisional' ? 'geraamd' : 'vastgesteld'
    } op ${amount} euro, bepaald zoals in de bijlage.`,
  assigned:
    'De minister bevoegd voor de Nationale Loterij wijst de subsidies toe in overeenstemming met dit plan (wet van 19 april 2002, artikel 24).',
  communities: 'Het deel van de gemeenschappen wordt rechtstreeks aan hen gestort (wet van 19 april 2002, artikel 25).',
  ministers: 'Aan de uitvoering van het plan (wet van 19 april 2002, artikel 23) werken mee:',
  ofLine: (code, minister) => `voor rubriek ${code}: ${minister}`,
  execution: 'De minister bevoegd voor de Nationale Loterij is belast met de uitvoering van dit besluit.',
  annex: (stage, year) => `Bijlage: ${stage === 'provisional' ? 'voorlopig' : 'definitief'} verdelingsplan ${year}`,
  columns: { code: 'RUBR.', label: 'Omschrijving', amount: 'Bedrag', kind: 'Soort' },
  kinds: {
    heading: 'rubriek',
    'statutory-community': 'gemeenschap',
    'statutory-named': 'wettelijk',
    'special-contribution': 'bijzondere bijdrage',
    nominative: 'nominatief',
    'open-envelope': 'open enveloppe',
    'call-envelope': 'projectoproep',
    'sector-envelope': 'sectorenveloppe',
    balancing: 'sluitpost',
    'not-itemised': 'niet uitgesplitst',
  },
};

const fr: ActWords = {
  headline: 'Plan de répartition des subsides de la Loterie Nationale',
  draft: 'PROJET : cet arrêté n’est pas encore signé.',
  demonstration: 'Démonstration : ceci n’est pas un vrai arrêté.',
  year: 'Exercice',
  version: 'Version',
  state: 'État',
  states: {
    draft: 'projet',
    submitted: 'introduit',
    approved: 'approuvé, pas encore en vigueur',
    'in-force': 'en vigueur',
    superseded: 'remplacé',
  },
  title: (stage, year, on) =>
    `Arrêté royal ${on === null ? '' : `du ${formatDay(on, 'fr')} `}déterminant le plan ${
      stage === 'provisional' ? 'provisoire' : 'définitif'
    } de répartition des subsides de l’exercice ${year} de la Loterie Nationale`,
  grounds:
    'Vu la loi du 19 avril 2002 relative à la rationalisation du fonctionnement et de la gestion de la Loterie Nationale, articles 22 et 23 ;',
  steps: {
    'finance-advice': (on) => `Vu l’avis de l’inspecteur des finances, donné le ${formatDay(on, 'fr')} ;`,
    'budget-agreement': (on) => `Vu l’accord du ministre du Budget, donné le ${formatDay(on, 'fr')} ;`,
  },
  accounts: (reference) => `Vu l’approbation des comptes : ${reference} ;`,
  proposal:
    'Sur la proposition du ministre chargé de la Loterie Nationale et de l’avis des ministres qui en ont délibéré en Conseil,',
  weDecree: 'Arrête :',
  article: (number) => (number === 1 ? 'Article 1er' : `Article ${number}`),
  total: (stage, year, amount) =>
    `En application des articles 22 et 23 de la loi du 19 avril 2002, le plan ${
      stage === 'provisional' ? 'provisoire' : 'définitif'
    } de répartition des subsides de l’exercice ${year}, ${
      stage === 'provisional' ? 'estimé' : 'fixé'
    } à ${amount} euros, est déterminé comme en annexe.`,
  assigned:
    'Le ministre chargé de la Loterie Nationale affecte les subsides conformément à ce plan (loi du 19 avril 2002, article 24).',
  communities: 'La part des communautés leur est versée directement (loi du 19 avril 2002, article 25).',
  ministers: 'Participent à l’exécution du plan (loi du 19 avril 2002, article 23) :',
  ofLine: (code, minister) => `pour la rubrique ${code} : ${minister}`,
  execution: 'Le ministre chargé de la Loterie Nationale est chargé de l’exécution du présent arrêté.',
  annex: (stage, year) =>
    `Annexe : plan ${stage === 'provisional' ? 'provisoire' : 'définitif'} de répartition ${year}`,
  columns: { code: 'RUBR.', label: 'Libellé', amount: 'Montant', kind: 'Genre' },
  kinds: {
    heading: 'rubrique',
    'statutory-community': 'communauté',
    'statutory-named': 'légal',
    'special-contribution': 'contribution spéciale',
    nominative: 'nominatif',
    'open-envelope': 'enveloppe ouverte',
    'call-envelope': 'appel à projets',
    'sector-envelope': 'enveloppe sectorielle',
    balancing: 'ligne d’équilibre',
    'not-itemised': 'non détaillé',
  },
};

const de: ActWords = {
  headline: 'Plan zur Verteilung der Zuschüsse der Nationallotterie',
  draft: 'ENTWURF: Dieser Erlass ist noch nicht unterzeichnet.',
  demonstration: 'Demonstration: Dies ist kein echter Erlass.',
  year: 'Geschäftsjahr',
  version: 'Fassung',
  state: 'Stand',
  states: {
    draft: 'Entwurf',
    submitted: 'eingereicht',
    approved: 'genehmigt, noch nicht in Kraft',
    'in-force': 'in Kraft',
    superseded: 'ersetzt',
  },
  title: (stage, year, on) =>
    `Königlicher Erlass ${on === null ? '' : `vom ${formatDay(on, 'de')} `}zur Festlegung des ${
      stage === 'provisional' ? 'vorläufigen' : 'endgültigen'
    } Plans zur Verteilung der Zuschüsse des Geschäftsjahres ${year} der Nationallotterie`,
  grounds: 'Aufgrund des Gesetzes vom 19. April 2002 über die Nationallotterie, Artikel 22 und 23;',
  steps: {
    'finance-advice': (on) => `Aufgrund der Stellungnahme des Finanzinspektors vom ${formatDay(on, 'de')};`,
    'budget-agreement': (on) =>
      `Aufgrund des Einverständnisses des Ministers des Haushalts vom ${formatDay(on, 'de')};`,
  },
  accounts: (reference) => `Aufgrund der Genehmigung der Rechnungen: ${reference};`,
  proposal:
    'Auf Vorschlag des für die Nationallotterie zuständigen Ministers und aufgrund der Stellungnahme der Minister, die im Rat darüber beraten haben,',
  weDecree: 'Es wird erlassen:',
  article: (number) => `Artikel ${number}`,
  total: (stage, year, amount) =>
    `In Anwendung der Artikel 22 und 23 des Gesetzes vom 19. April 2002 wird der ${
      stage === 'provisional' ? 'vorläufige' : 'endgültige'
    } Plan zur Verteilung der Zuschüsse des Geschäftsjahres ${year}, ${
      stage === 'provisional' ? 'geschätzt' : 'festgesetzt'
    } auf ${amount} Euro, wie in der Anlage festgelegt.`,
  assigned:
    'Der für die Nationallotterie zuständige Minister weist die Zuschüsse gemäß diesem Plan zu (Gesetz vom 19. April 2002, Artikel 24).',
  communities:
    'Der Anteil der Gemeinschaften wird ihnen unmittelbar ausgezahlt (Gesetz vom 19. April 2002, Artikel 25).',
  ministers: 'An der Ausführung des Plans (Gesetz vom 19. April 2002, Artikel 23) wirken mit:',
  ofLine: (code, minister) => `für Rubrik ${code}: ${minister}`,
  execution: 'Der für die Nationallotterie zuständige Minister ist mit der Ausführung dieses Erlasses beauftragt.',
  annex: (stage, year) => `Anlage: ${stage === 'provisional' ? 'vorläufiger' : 'endgültiger'} Verteilungsplan ${year}`,
  columns: { code: 'RUBR.', label: 'Bezeichnung', amount: 'Betrag', kind: 'Art' },
  kinds: {
    heading: 'Rubrik',
    'statutory-community': 'Gemeinschaft',
    'statutory-named': 'gesetzlich',
    'special-contribution': 'Sonderbeitrag',
    nominative: 'namentlich',
    'open-envelope': 'offener Globalbetrag',
    'call-envelope': 'Projektaufruf',
    'sector-envelope': 'Globalbetrag eines Sektors',
    balancing: 'Ausgleichsposten',
    'not-itemised': 'nicht aufgeschlüsselt',
  },
};

export const actWords: Readonly<Record<FileLanguage, ActWords>> = { nl, fr, de };
