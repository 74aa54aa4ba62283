import { type Cents, formatDay, formatEuros, type Language, type LocalDate } from '@commonlot/domain';

interface PaymentMade {
  /** As the applicant wrote it. */
  readonly title: string;
  /** Of the decision. */
  readonly number: string;
  readonly amountCents: Cents;
  readonly paidOn: LocalDate;
  readonly link: string;
}

type Words = (amount: string, day: string, payment: PaymentMade) => readonly [subject: string, ...body: string[]];

const words: Record<Language, Words> = {
  nl: (amount, day, { title, number, link }) => [
    `Betaling van ${amount} voor dossier ${number}`,
    'Dag,',
    `De Nationale Loterij heeft op ${day} een bedrag van ${amount} betaald voor “${title}” (beslissing ${number}).`,
    'Het bedrag staat binnen enkele werkdagen op de rekening die u ons gaf en die wij nagekeken hebben.',
    'Ziet u het bedrag na vijf werkdagen niet? Neem dan contact op met uw dossierbeheerder en vermeld het nummer van de beslissing.',
    `Uw dossier: ${link}`,
  ],
  fr: (amount, day, { title, number, link }) => [
    `Paiement de ${amount} pour le dossier ${number}`,
    'Bonjour,',
    `La Loterie Nationale a payé ${amount} le ${day} pour « ${title} » (décision ${number}).`,
    'Le montant arrivera dans quelques jours ouvrables sur le compte que vous nous avez donné et que nous avons vérifié.',
    'Vous ne voyez pas le montant après cinq jours ouvrables ? Contactez votre gestionnaire de dossier en indiquant le numéro de la décision.',
    `Votre dossier : ${link}`,
  ],
  de: (amount, day, { title, number, link }) => [
    `Zahlung von ${amount} für die Akte ${number}`,
    'Guten Tag,',
    `Die Nationallotterie hat am ${day} einen Betrag von ${amount} für „${title}“ gezahlt (Beschluss ${number}).`,
    'Der Betrag ist in einigen Werktagen auf dem Konto, das Sie uns angegeben haben und das wir geprüft haben.',
    'Sehen Sie den Betrag nach fünf Werktagen nicht? Wenden Sie sich an Ihren Sachbearbeiter und nennen Sie die Nummer des Beschlusses.',
    `Ihre Akte: ${link}`,
  ],
  en: (amount, day, { title, number, link }) => [
    `Payment of ${amount} for file ${number}`,
    'Hello,',
    `The National Lottery paid ${amount} on ${day} for “${title}” (decision ${number}).`,
    'The amount reaches the account that you gave us, and that we verified, within a few working days.',
    'No sign of it after five working days? Contact the officer of your file and give the number of the decision.',
    `Your file: ${link}`,
  ],
};

/** The mail to the representatives of an organisation when the bank has paid an instalment. */
export function paymentMadeMail(language: Language, payment: PaymentMade): { subject: string; body: string } {
  const amount = formatEuros(payment.amountCents, language, { decimals: 'always' });
  const [subject, ...body] = words[language](amount, formatDay(payment.paidOn, language), payment);
  return { subject, body: body.join('\n\n') };
}
