import type { Language } from '@commonlot/domain';

interface Assigned {
  readonly name: string;
  readonly callTitle: string;
  readonly link: string;
}

interface Words {
  readonly subject: string;
  readonly body: string;
}

const assigned: Record<Language, (data: Assigned) => Words> = {
  nl: ({ name, callTitle, link }) => ({
    subject: `Dossiers om te beoordelen: ${callTitle}`,
    body: [
      `Beste ${name},`,
      `Er staan dossiers voor u klaar uit de projectoproep “${callTitle}”.`,
      'Verklaar eerst per dossier of u een belangenconflict hebt. Pas daarna kunt u het dossier lezen en punten geven. Niemand ziet uw punten voordat u uw beoordeling verstuurt.',
      link,
    ].join('\n\n'),
  }),
  fr: ({ name, callTitle, link }) => ({
    subject: `Dossiers à évaluer : ${callTitle}`,
    body: [
      `Bonjour ${name},`,
      `Des dossiers de l’appel à projets « ${callTitle} » vous attendent.`,
      'Déclarez d’abord, dossier par dossier, si vous avez un conflit d’intérêts. Vous pourrez ensuite lire le dossier et donner vos points. Personne ne voit vos points avant que vous ayez envoyé votre évaluation.',
      link,
    ].join('\n\n'),
  }),
  de: ({ name, callTitle, link }) => ({
    subject: `Akten zur Bewertung: ${callTitle}`,
    body: [
      `Guten Tag ${name},`,
      `Akten des Projektaufrufs „${callTitle}“ warten auf Ihre Bewertung.`,
      'Erklären Sie zuerst für jede Akte, ob ein Interessenkonflikt besteht. Danach können Sie die Akte lesen und Punkte vergeben. Niemand sieht Ihre Punkte, bevor Sie Ihre Bewertung abschicken.',
      link,
    ].join('\n\n'),
  }),
  en: ({ name, callTitle, link }) => ({
    subject: `Files to review: ${callTitle}`,
    body: [
      `Dear ${name},`,
      `Files of the call “${callTitle}” are waiting for you.`,
      'First declare for each file whether you have a conflict of interest. You can then read the file and score it. Nobody sees your scores before you send your review.',
      link,
    ].join('\n\n'),
  }),
};

/** Tells a reviewer that files wait. It names the call and no applicant: a mailbox is no place for a file. */
export function assignedMail(language: Language, data: Assigned): Words {
  return assigned[language](data);
}
