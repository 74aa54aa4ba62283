import type { FileLanguage, Language } from '@commonlot/domain';

interface Words {
  readonly subject: string;
  readonly body: string;
}

interface BatchWords {
  readonly name: string;
  readonly number: string;
  readonly link: string;
  /** The remarks with which it came back. */
  readonly reason?: string;
}

interface Released {
  readonly name: string;
  readonly organisation: string;
  readonly title: string;
  readonly link: string;
}

const paragraphs = (...parts: string[]) => parts.join('\n\n');

const prepared: Record<Language, (data: BatchWords) => Words> = {
  nl: ({ name, number, link }) => ({
    subject: `Beslissingen klaar om te tekenen: ${number}`,
    body: paragraphs(
      `Beste ${name},`,
      `De beslissingen van bundel ${number} zijn volledig en wachten op een handtekening. Kijk ze na, pas ze aan waar nodig, of stuur de bundel terug met uw opmerkingen.`,
      link,
    ),
  }),
  fr: ({ name, number, link }) => ({
    subject: `Décisions prêtes à signer : ${number}`,
    body: paragraphs(
      `Bonjour ${name},`,
      `Les décisions du lot ${number} sont complètes et attendent une signature. Relisez-les, adaptez-les s’il le faut, ou renvoyez le lot avec vos remarques.`,
      link,
    ),
  }),
  de: ({ name, number, link }) => ({
    subject: `Entscheidungen zur Unterschrift bereit: ${number}`,
    body: paragraphs(
      `Guten Tag ${name},`,
      `Die Entscheidungen des Pakets ${number} sind vollständig und warten auf eine Unterschrift. Prüfen Sie sie, passen Sie sie an, wo es nötig ist, oder senden Sie das Paket mit Ihren Bemerkungen zurück.`,
      link,
    ),
  }),
  en: ({ name, number, link }) => ({
    subject: `Decisions ready to sign: ${number}`,
    body: paragraphs(
      `Dear ${name},`,
      `The decisions of batch ${number} are complete and wait for a signature. Check them, change them where needed, or send the batch back with your remarks.`,
      link,
    ),
  }),
};

const returned: Record<Language, (data: BatchWords) => Words> = {
  nl: ({ name, number, link, reason = '' }) => ({
    subject: `Bundel ${number} is teruggestuurd`,
    body: paragraphs(
      `Beste ${name},`,
      `De minister stuurde bundel ${number} terug met deze opmerkingen:`,
      reason,
      'Pas de beslissingen aan en leg de bundel opnieuw voor.',
      link,
    ),
  }),
  fr: ({ name, number, link, reason = '' }) => ({
    subject: `Le lot ${number} vous revient`,
    body: paragraphs(
      `Bonjour ${name},`,
      `Le ou la ministre a renvoyé le lot ${number} avec ces remarques :`,
      reason,
      'Adaptez les décisions et présentez de nouveau le lot.',
      link,
    ),
  }),
  de: ({ name, number, link, reason = '' }) => ({
    subject: `Paket ${number} kommt zurück`,
    body: paragraphs(
      `Guten Tag ${name},`,
      `Das Kabinett hat das Paket ${number} mit diesen Bemerkungen zurückgesandt:`,
      reason,
      'Passen Sie die Entscheidungen an und legen Sie das Paket erneut vor.',
      link,
    ),
  }),
  en: ({ name, number, link, reason = '' }) => ({
    subject: `Batch ${number} was sent back`,
    body: paragraphs(
      `Dear ${name},`,
      `The minister sent batch ${number} back with these remarks:`,
      reason,
      'Change the decisions and hand the batch over again.',
      link,
    ),
  }),
};

const released: Record<FileLanguage, (data: Released) => Words> = {
  nl: ({ name, organisation, title, link }) => ({
    subject: `Er is een beslissing over uw dossier: ${title}`,
    body: paragraphs(
      `Beste ${name},`,
      `Er is een beslissing over het dossier “${title}” van ${organisation}. U leest ze, met de redenen en met wat u ertegen kunt doen, in uw werkruimte:`,
      link,
    ),
  }),
  fr: ({ name, organisation, title, link }) => ({
    subject: `Une décision sur votre dossier : ${title}`,
    body: paragraphs(
      `Bonjour ${name},`,
      `Une décision a été prise sur le dossier « ${title} » de ${organisation}. Vous la lisez, avec ses raisons et les voies de recours, dans votre espace de travail :`,
      link,
    ),
  }),
  de: ({ name, organisation, title, link }) => ({
    subject: `Eine Entscheidung über Ihre Akte: ${title}`,
    body: paragraphs(
      `Guten Tag ${name},`,
      `Über die Akte „${title}“ von ${organisation} ist entschieden worden. Sie lesen die Entscheidung mit ihren Gründen und den Rechtsmitteln in Ihrem Arbeitsbereich:`,
      link,
    ),
  }),
};

/** To the minister's office: a batch is complete. */
export function preparedMail(language: Language, data: BatchWords): Words {
  return prepared[language](data);
}

/** To whoever prepared the batch, with the remarks. */
export function returnedMail(language: Language, data: BatchWords): Words {
  return returned[language](data);
}

/** To the representatives of the applicant, in the language of the file. It does not say which way it went. */
export function releasedMail(language: FileLanguage, data: Released): Words {
  return released[language](data);
}
