import type { FileLanguage } from '@commonlot/domain';

/** The fixed words of a letter. What differs from file to file comes in as an argument. */
export interface LetterWords {
  readonly fileName: string;
  readonly documentTitle: (number: string) => string;
  readonly headline: string;
  readonly mark: string;
  readonly reference: string;
  readonly day: string;
  readonly file: string;
  readonly titles: { readonly award: string; readonly refuse: string; readonly exclude: string };
  readonly salutation: string;
  readonly opening: (day: string, number: string, title: string) => string;
  readonly nextStep: string;
  readonly beneficiary: string;
  readonly applicant: string;
  readonly enterpriseNumber: string;
  readonly project: string;
  readonly decision: string;
  readonly outcomes: { readonly award: string; readonly refuse: string; readonly exclude: string };
  readonly amount: string;
  readonly requested: string;
  readonly reasons: string;
  readonly deviation: string;
  readonly actHeading: string;
  readonly grounds: string;
  readonly article: (number: number, subject: string) => string;
  readonly decided: { readonly award: string; readonly refuse: string; readonly exclude: string };
  readonly awarding: (amount: string, organisation: string, lineCode: string, plan: string) => string;
  readonly refusing: (number: string, organisation: string, lineCode: string, plan: string) => string;
  readonly excluding: (number: string, organisation: string) => string;
  readonly purpose: string;
  readonly payment: string;
  readonly paymentIntro: string;
  readonly instalment: string;
  readonly instalmentAmount: string;
  readonly condition: string;
  readonly proof: string;
  readonly proofIntro: string;
  readonly document: string;
  readonly dueOn: string;
  readonly on: (day: string) => string;
  readonly visibility: string;
  readonly control: string;
  readonly recovery: string;
  readonly signedOn: (instant: string) => string;
  readonly remedies: string;
  readonly remedy: (body: string, days: number) => string;
  readonly pageLabel: (page: number, pages: number) => string;
}

const nl: LetterWords = {
  fileName: 'beslissing',
  documentTitle: (number) => `Beslissing ${number}`,
  headline: 'Subsidies van de Nationale Loterij',
  mark: 'Demonstratie: dit is geen echte beslissing.',
  reference: 'Ons kenmerk',
  day: 'Datum',
  file: 'Uw dossier',
  titles: {
    award: 'U ontvangt een subsidie',
    refuse: 'Uw aanvraag is niet gekozen',
    exclude: 'Uw aanvraag is niet ontvankelijk',
  },
  salutation: 'Geachte mevrouw, geachte heer,',
  opening: (day, number, title) => `Op ${day} is beslist over uw dossier ${number}, “${title}”.`,
  nextStep:
    'Ga in uw werkruimte na of het rekeningnummer van uw organisatie gecontroleerd is. Zonder gecontroleerde rekening kunnen we niet betalen.',
  beneficiary: 'Begunstigde',
  applicant: 'Aanvrager',
  enterpriseNumber: 'Ondernemingsnummer',
  project: 'Project',
  decision: 'Beslissing',
  outcomes: { award: 'Toegekend', refuse: 'Geweigerd', exclude: 'Niet ontvankelijk' },
  amount: 'Bedrag van de subsidie',
  requested: 'Gevraagd bedrag',
  reasons: 'Waarom deze beslissing',
  deviation: 'Waarom deze beslissing afwijkt van het advies',
  actHeading: 'De beslissing',
  grounds: 'Gelet op:',
  article: (number, subject) => `Artikel ${number}. ${subject}`,
  decided: { award: 'Toekenning', refuse: 'Weigering', exclude: 'Niet-ontvankelijkheid' },
  awarding: (amount, organisation, lineCode, plan) =>
    `Aan ${organisation} wordt een subsidie van ${amount} toegekend, ten laste van lijn ${lineCode}. ${plan}.`,
  refusing: (number, organisation, lineCode, plan) =>
    `De subsidie die ${organisation} met dossier ${number} vroeg ten laste van lijn ${lineCode}, wordt geweigerd. ${plan}.`,
  excluding: (number, organisation) => `Aanvraag ${number} van ${organisation} wordt niet ontvankelijk verklaard.`,
  purpose: 'Doel',
  payment: 'Uitbetaling',
  paymentIntro: 'De subsidie wordt in schijven betaald.',
  instalment: 'Schijf',
  instalmentAmount: 'Bedrag',
  condition: 'Voorwaarde',
  proof: 'Verantwoording',
  proofIntro: 'De begunstigde bezorgt deze stukken, uiterlijk op de vermelde dag.',
  document: 'Stuk',
  dueOn: 'Uiterlijk op',
  on: (day) => `Voorzien op ${day}.`,
  visibility: 'Zichtbaarheid',
  control: 'Controle',
  recovery: 'Terugbetaling',
  signedOn: (instant) => `Elektronisch ondertekend op ${instant}`,
  remedies: 'Wat u tegen deze beslissing kunt doen',
  remedy: (body, days) => `Beroep bij: ${body}. Termijn: ${days} dagen na de kennisgeving.`,
  pageLabel: (page, pages) => `Bladzijde ${page} van ${pages}`,
};

const fr: LetterWords = {
  fileName: 'decision',
  documentTitle: (number) => `Décision ${number}`,
  headline: 'Subsides de la Loterie Nationale',
  mark: 'Démonstration : ceci n’est pas une vraie décision.',
  reference: 'Notre référence',
  day: 'Date',
  file: 'Votre dossier',
  titles: {
    award: 'Vous recevez un subside',
    refuse: 'Votre demande n’a pas été retenue',
    exclude: 'Votre demande n’est pas recevable',
  },
  salutation: 'Madame, Monsieur,',
  opening: (day, number, title) => `Le ${day}, une décision a été prise sur votre dossier ${number}, « ${title} ».`,
  nextStep:
    'Vérifiez dans votre espace de travail si le compte bancaire de votre organisation est vérifié. Sans compte vérifié, nous ne pouvons pas payer.',
  beneficiary: 'Bénéficiaire',
  applicant: 'Demandeur',
  enterpriseNumber: 'Numéro d’entreprise',
  project: 'Projet',
  decision: 'Décision',
  outcomes: { award: 'Subside accordé', refuse: 'Subside refusé', exclude: 'Demande irrecevable' },
  amount: 'Montant du subside',
  requested: 'Montant demandé',
  reasons: 'Pourquoi cette décision',
  deviation: 'Pourquoi cette décision s’écarte de l’avis',
  actHeading: 'La décision',
  grounds: 'Vu :',
  article: (number, subject) => (number === 1 ? `Article 1er. ${subject}` : `Article ${number}. ${subject}`),
  decided: { award: 'Octroi', refuse: 'Refus', exclude: 'Irrecevabilité' },
  awarding: (amount, organisation, lineCode, plan) =>
    `Un subside de ${amount} est accordé à ${organisation}, à charge de la ligne ${lineCode}. ${plan}.`,
  refusing: (number, organisation, lineCode, plan) =>
    `Le subside que ${organisation} a demandé par le dossier ${number} à charge de la ligne ${lineCode} est refusé. ${plan}.`,
  excluding: (number, organisation) => `La demande ${number} de ${organisation} est déclarée irrecevable.`,
  purpose: 'Objet',
  payment: 'Paiement',
  paymentIntro: 'Le subside est payé par tranches.',
  instalment: 'Tranche',
  instalmentAmount: 'Montant',
  condition: 'Condition',
  proof: 'Justification',
  proofIntro: 'Le bénéficiaire remet ces pièces, au plus tard au jour indiqué.',
  document: 'Pièce',
  dueOn: 'Au plus tard le',
  on: (day) => `Prévu le ${day}.`,
  visibility: 'Visibilité',
  control: 'Contrôle',
  recovery: 'Remboursement',
  signedOn: (instant) => `Signé électroniquement le ${instant}`,
  remedies: 'Ce que vous pouvez faire contre cette décision',
  remedy: (body, days) => `Recours auprès de : ${body}. Délai : ${days} jours à compter de la notification.`,
  pageLabel: (page, pages) => `Page ${page} sur ${pages}`,
};

const de: LetterWords = {
  fileName: 'entscheidung',
  documentTitle: (number) => `Entscheidung ${number}`,
  headline: 'Zuschüsse der Nationallotterie',
  mark: 'Demonstration: Dies ist keine echte Entscheidung.',
  reference: 'Unser Zeichen',
  day: 'Datum',
  file: 'Ihre Akte',
  titles: {
    award: 'Sie erhalten einen Zuschuss',
    refuse: 'Ihr Antrag wurde nicht ausgewählt',
    exclude: 'Ihr Antrag ist nicht zulässig',
  },
  salutation: 'Sehr geehrte Damen und Herren,',
  opening: (day, number, title) => `Am ${day} ist über Ihre Akte ${number}, „${title}“, entschieden worden.`,
  nextStep:
    'Sehen Sie in Ihrem Arbeitsbereich nach, ob das Konto Ihrer Organisation überprüft ist. Ohne überprüftes Konto können wir nicht zahlen.',
  beneficiary: 'Begünstigter',
  applicant: 'Antragsteller',
  enterpriseNumber: 'Unternehmensnummer',
  project: 'Projekt',
  decision: 'Entscheidung',
  outcomes: { award: 'Bewilligt', refuse: 'Abgelehnt', exclude: 'Nicht zulässig' },
  amount: 'Betrag des Zuschusses',
  requested: 'Beantragter Betrag',
  reasons: 'Warum diese Entscheidung',
  deviation: 'Warum diese Entscheidung von der Stellungnahme abweicht',
  actHeading: 'Die Entscheidung',
  grounds: 'Auf der Grundlage von:',
  article: (number, subject) => `Artikel ${number}. ${subject}`,
  decided: { award: 'Bewilligung', refuse: 'Ablehnung', exclude: 'Unzulässigkeit' },
  awarding: (amount, organisation, lineCode, plan) =>
    `${organisation} wird ein Zuschuss von ${amount} zulasten des Postens ${lineCode} bewilligt. ${plan}.`,
  refusing: (number, organisation, lineCode, plan) =>
    `Der Zuschuss, den ${organisation} mit der Akte ${number} zulasten des Postens ${lineCode} beantragt hat, wird abgelehnt. ${plan}.`,
  excluding: (number, organisation) => `Der Antrag ${number} von ${organisation} wird für unzulässig erklärt.`,
  purpose: 'Zweck',
  payment: 'Auszahlung',
  paymentIntro: 'Der Zuschuss wird in Teilbeträgen ausgezahlt.',
  instalment: 'Teilbetrag',
  instalmentAmount: 'Betrag',
  condition: 'Bedingung',
  proof: 'Verwendungsnachweis',
  proofIntro: 'Der Begünstigte reicht diese Unterlagen spätestens am angegebenen Tag ein.',
  document: 'Unterlage',
  dueOn: 'Spätestens am',
  on: (day) => `Vorgesehen am ${day}.`,
  visibility: 'Sichtbarkeit',
  control: 'Kontrolle',
  recovery: 'Rückforderung',
  signedOn: (instant) => `Elektronisch unterzeichnet am ${instant}`,
  remedies: 'Was Sie gegen diese Entscheidung tun können',
  remedy: (body, days) => `Klage bei: ${body}. Frist: ${days} Tage ab der Zustellung.`,
  pageLabel: (page, pages) => `Seite ${page} von ${pages}`,
};

export const letterWords: Record<FileLanguage, LetterWords> = { nl, fr, de };
