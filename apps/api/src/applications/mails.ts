import { type Cents, formatEuros, formatInstant, type Language } from '@commonlot/domain';

export interface MailWords {
  readonly subject: string;
  readonly body: string;
}

export interface ReceiptMailData {
  readonly number: string;
  readonly title: string;
  readonly callTitle: string;
  readonly organisationName: string;
  readonly requestedCents: Cents | null;
  readonly submittedAt: Date;
  /** SHA-256 of all that was sent. */
  readonly contentHash: string;
  readonly link: string;
}

type Words<Data> = Record<Language, (data: Data) => readonly [subject: string, ...paragraphs: string[]]>;

const write = <Data>(words: Words<Data>, language: Language, data: Data): MailWords => {
  const [subject, ...paragraphs] = words[language](data);
  return { subject, body: paragraphs.join('\n\n') };
};

interface ReceiptWords extends ReceiptMailData {
  readonly at: string;
  readonly amount: string;
}

const receipt: Words<ReceiptWords> = {
  nl: (data) => [
    `Ontvangstbevestiging: aanvraag ${data.number}`,
    `We hebben de aanvraag van ${data.organisationName} goed ontvangen, op ${data.at}.`,
    `Nummer: ${data.number}\nOproep: ${data.callTitle}\nProject: ${data.title}\nGevraagd bedrag: ${data.amount}\nControlegetal van de inhoud (SHA-256): ${data.contentHash}`,
    'Bewaar deze mail. Na de sluiting van de oproep wordt de aanvraag onderzocht. U krijgt de beslissing per brief, met de motivering.',
    `U kunt de aanvraag lezen, of ze intrekken zolang er geen beslissing is meegedeeld: ${data.link}`,
  ],
  fr: (data) => [
    `Accusé de réception : demande ${data.number}`,
    `Nous avons bien reçu la demande de ${data.organisationName}, le ${data.at}.`,
    `Numéro : ${data.number}\nAppel : ${data.callTitle}\nProjet : ${data.title}\nMontant demandé : ${data.amount}\nEmpreinte du contenu (SHA-256) : ${data.contentHash}`,
    'Conservez ce courriel. Après la clôture de l’appel, la demande sera examinée. Vous recevrez la décision par lettre, avec sa motivation.',
    `Vous pouvez lire la demande, ou la retirer tant qu’aucune décision n’est communiquée : ${data.link}`,
  ],
  de: (data) => [
    `Empfangsbestätigung: Antrag ${data.number}`,
    `Der Antrag von ${data.organisationName} ist bei uns eingegangen, am ${data.at}.`,
    `Nummer: ${data.number}\nAufruf: ${data.callTitle}\nProjekt: ${data.title}\nBeantragter Betrag: ${data.amount}\nPrüfsumme des Inhalts (SHA-256): ${data.contentHash}`,
    'Bewahren Sie diese E-Mail auf. Nach dem Abschluss des Aufrufs wird der Antrag geprüft. Sie erhalten die Entscheidung mit ihrer Begründung per Brief.',
    `Sie können den Antrag lesen, oder ihn zurückziehen, solange keine Entscheidung mitgeteilt ist: ${data.link}`,
  ],
  en: (data) => [
    `Acknowledgement of receipt: application ${data.number}`,
    `We have received the application of ${data.organisationName}, on ${data.at}.`,
    `Number: ${data.number}\nCall: ${data.callTitle}\nProject: ${data.title}\nAmount requested: ${data.amount}\nChecksum of the content (SHA-256): ${data.contentHash}`,
    'Keep this mail. After the call has closed, the application will be examined. You will receive the decision by letter, with its reasons.',
    `You can read the application, or withdraw it until a decision is announced: ${data.link}`,
  ],
};

/** The receipt of an application that was sent. */
export function receiptMail(language: Language, data: ReceiptMailData): MailWords {
  const amount = data.requestedCents === null ? '' : formatEuros(data.requestedCents, language);
  return write(receipt, language, { ...data, amount, at: formatInstant(data.submittedAt, language) });
}

export interface WithdrawalMailData {
  readonly number: string;
  readonly title: string;
  readonly link: string;
}

const withdrawal: Words<WithdrawalMailData> = {
  nl: ({ number, title, link }) => [
    `Aanvraag ${number} is ingetrokken`,
    `De aanvraag ${number}, ${title}, is ingetrokken door een vertegenwoordiger van uw organisatie. Ze wordt niet verder onderzocht.`,
    `Zolang de oproep open is, kan uw organisatie een nieuwe aanvraag beginnen: ${link}`,
  ],
  fr: ({ number, title, link }) => [
    `La demande ${number} a été retirée`,
    `La demande ${number}, ${title}, a été retirée par un représentant de votre organisation. Elle n’est plus examinée.`,
    `Tant que l’appel est ouvert, votre organisation peut commencer une nouvelle demande : ${link}`,
  ],
  de: ({ number, title, link }) => [
    `Antrag ${number} wurde zurückgezogen`,
    `Der Antrag ${number}, ${title}, wurde von einem Vertreter Ihrer Organisation zurückgezogen. Er wird nicht weiter geprüft.`,
    `Solange der Aufruf offen ist, kann Ihre Organisation einen neuen Antrag beginnen: ${link}`,
  ],
  en: ({ number, title, link }) => [
    `Application ${number} was withdrawn`,
    `The application ${number}, ${title}, was withdrawn by a representative of your organisation. It is not examined any further.`,
    `While the call is open, your organisation can begin a new application: ${link}`,
  ],
};

/** To the representatives, when one of them has withdrawn an application. */
export function withdrawalMail(language: Language, data: WithdrawalMailData): MailWords {
  return write(withdrawal, language, data);
}

export interface CancellationMailData {
  readonly callTitle: string;
  readonly callNumber: string;
  /** As the officer wrote it. */
  readonly reason: string;
  readonly link: string;
}

const cancellation: Words<CancellationMailData> = {
  nl: ({ callTitle, callNumber, reason, link }) => [
    `Oproep ${callNumber} is geannuleerd`,
    `De oproep “${callTitle}” gaat niet door. Uw organisatie was aan een aanvraag begonnen; die kan niet meer worden ingediend.`,
    `De reden:\n${reason}`,
    `Wat u al hebt ingevuld, blijft leesbaar, zodat u het voor een andere oproep kunt gebruiken: ${link}`,
  ],
  fr: ({ callTitle, callNumber, reason, link }) => [
    `L’appel ${callNumber} est annulé`,
    `L’appel « ${callTitle} » n’aura pas lieu. Votre organisation avait commencé une demande ; elle ne peut plus être introduite.`,
    `Le motif :\n${reason}`,
    `Ce que vous avez déjà rempli reste lisible, pour servir à un autre appel : ${link}`,
  ],
  de: ({ callTitle, callNumber, reason, link }) => [
    `Aufruf ${callNumber} wurde abgesagt`,
    `Der Aufruf „${callTitle}“ findet nicht statt. Ihre Organisation hatte einen Antrag begonnen; er kann nicht mehr eingereicht werden.`,
    `Der Grund:\n${reason}`,
    `Was Sie schon ausgefüllt haben, bleibt lesbar, damit Sie es für einen anderen Aufruf verwenden können: ${link}`,
  ],
  en: ({ callTitle, callNumber, reason, link }) => [
    `Call ${callNumber} was cancelled`,
    `The call “${callTitle}” does not take place. Your organisation had begun an application; it can no longer be sent.`,
    `The reason:\n${reason}`,
    `What you have filled in stays readable, so that you can use it for another call: ${link}`,
  ],
};

/** To everybody who has a draft in a call that was cancelled. */
export function cancellationMail(language: Language, data: CancellationMailData): MailWords {
  return write(cancellation, language, data);
}
