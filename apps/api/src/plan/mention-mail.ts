import type { Language } from '@commonlot/domain';

interface MentionMailData {
  readonly year: number;
  readonly number: number;
  readonly link: string;
}

/**
 * The mail to somebody who is mentioned in a comment. It says neither the words of the comment, nor its line, nor who
 * wrote it: a draft of a plan is not public, a mail lies in mailboxes and on servers of others, and its words could be
 * changed or withdrawn afterwards. Behind the link stands whoever may read it.
 */
export function mentionMail(language: Language, data: MentionMailData): { subject: string; body: string } {
  const [subject, ...body] = words[language](data);
  return { subject, body: body.join('\n\n') };
}

const words: Record<Language, (data: MentionMailData) => [subject: string, ...body: string[]]> = {
  nl: ({ year, number, link }) => [
    `Verdelingsplan ${year}: u wordt vermeld in een opmerking`,
    `In een opmerking bij versie ${number} van het verdelingsplan ${year} vraagt een collega om uw aandacht.`,
    `Meld u aan om de opmerking te lezen: ${link}`,
  ],
  fr: ({ year, number, link }) => [
    `Plan de répartition ${year} : vous êtes mentionné(e) dans un commentaire`,
    `Dans un commentaire sur la version ${number} du plan de répartition ${year}, un collègue demande votre attention.`,
    `Connectez-vous pour lire le commentaire : ${link}`,
  ],
  de: ({ year, number, link }) => [
    `Verteilungsplan ${year}: Sie werden in einer Anmerkung erwähnt`,
    `In einer Anmerkung zu Fassung ${number} des Verteilungsplans ${year} bittet jemand aus dem Kollegium um Ihre Aufmerksamkeit.`,
    `Melden Sie sich an, um die Anmerkung zu lesen: ${link}`,
  ],
  en: ({ year, number, link }) => [
    `Distribution plan ${year}: you are mentioned in a comment`,
    `In a comment on version ${number} of the distribution plan ${year} a colleague asks for your attention.`,
    `Sign in to read the comment: ${link}`,
  ],
};
