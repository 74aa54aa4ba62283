import type { Language } from '@commonlot/domain';

/** What the minister's office hears about a version. */
export type PlanNews = { readonly type: 'submitted' } | { readonly type: 'sent-back'; readonly reason: string };

interface PlanMailData {
  readonly year: number;
  readonly number: number;
  readonly link: string;
}

interface Words {
  readonly submitted: readonly [subject: string, ...body: string[]];
  readonly sentBack: readonly [subject: string, ...body: string[]];
  readonly reason: string;
}

const words: Record<Language, (plan: PlanMailData) => Words> = {
  nl: ({ year, number, link }) => ({
    submitted: [
      `Verdelingsplan ${year}: versie ${number} wacht op goedkeuring`,
      `Versie ${number} van het verdelingsplan ${year} is ingediend.`,
      'Lees de versie na. Keur ze goed, of stuur ze terug met de reden. Wie de versie heeft opgesteld of ingediend, kan ze niet goedkeuren.',
      `Open de versie: ${link}`,
    ],
    sentBack: [
      `Verdelingsplan ${year}: versie ${number} is teruggestuurd`,
      `Versie ${number} van het verdelingsplan ${year} is teruggestuurd en is weer een ontwerp.`,
      `Pas de versie aan en dien ze opnieuw in: ${link}`,
    ],
    reason: 'De reden:',
  }),
  fr: ({ year, number, link }) => ({
    submitted: [
      `Plan de répartition ${year} : la version ${number} attend une approbation`,
      `La version ${number} du plan de répartition ${year} a été soumise.`,
      'Relisez la version. Approuvez-la, ou renvoyez-la en indiquant le motif. La personne qui a rédigé ou soumis la version ne peut pas l’approuver.',
      `Ouvrir la version : ${link}`,
    ],
    sentBack: [
      `Plan de répartition ${year} : la version ${number} a été renvoyée`,
      `La version ${number} du plan de répartition ${year} a été renvoyée et est de nouveau un projet.`,
      `Corrigez la version et soumettez-la de nouveau : ${link}`,
    ],
    reason: 'Le motif :',
  }),
  de: ({ year, number, link }) => ({
    submitted: [
      `Verteilungsplan ${year}: Fassung ${number} wartet auf Genehmigung`,
      `Fassung ${number} des Verteilungsplans ${year} wurde eingereicht.`,
      'Lesen Sie die Fassung durch. Genehmigen Sie sie, oder senden Sie sie mit der Begründung zurück. Wer die Fassung verfasst oder eingereicht hat, kann sie nicht genehmigen.',
      `Fassung öffnen: ${link}`,
    ],
    sentBack: [
      `Verteilungsplan ${year}: Fassung ${number} wurde zurückgesandt`,
      `Fassung ${number} des Verteilungsplans ${year} wurde zurückgesandt und ist wieder ein Entwurf.`,
      `Berichtigen Sie die Fassung und reichen Sie sie erneut ein: ${link}`,
    ],
    reason: 'Die Begründung:',
  }),
  en: ({ year, number, link }) => ({
    submitted: [
      `Distribution plan ${year}: version ${number} waits for approval`,
      `Version ${number} of the distribution plan ${year} was submitted.`,
      'Read the version. Approve it, or send it back with the reason. Whoever drafted or submitted the version cannot approve it.',
      `Open the version: ${link}`,
    ],
    sentBack: [
      `Distribution plan ${year}: version ${number} was sent back`,
      `Version ${number} of the distribution plan ${year} was sent back and is a draft again.`,
      `Correct the version and submit it again: ${link}`,
    ],
    reason: 'The reason:',
  }),
};

/** The mail about a version of the plan; the reason stands in it as it was typed. */
export function planMail(language: Language, news: PlanNews, data: PlanMailData): { subject: string; body: string } {
  const { submitted, sentBack, reason } = words[language](data);
  if (news.type === 'submitted') {
    const [subject, ...body] = submitted;
    return { subject, body: body.join('\n\n') };
  }
  const [subject, first, ...rest] = sentBack;
  return { subject, body: [first, `${reason}\n${news.reason}`, ...rest].join('\n\n') };
}
