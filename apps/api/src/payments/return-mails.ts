import {
  type Cents,
  formatDay,
  formatEuros,
  formatStructuredCommunication,
  type Language,
  type LocalDate,
  type ReductionKind,
  type RepaymentKind,
} from '@commonlot/domain';

/** What every mail about the money of an award names. */
interface OfAward {
  readonly title: string;
  /** Of the decision. */
  readonly number: string;
  readonly amountCents: Cents;
  readonly link: string;
}

interface Reduced extends OfAward {
  readonly kind: ReductionKind;
  readonly reference: string;
}

interface Asked extends OfAward {
  readonly kind: RepaymentKind;
  /** As the officer wrote it. */
  readonly reason: string;
  readonly dueOn: LocalDate;
  readonly communication: string;
}

interface Mail {
  readonly subject: string;
  readonly body: string;
}

const written = ([subject = '', ...body]: readonly string[]): Mail => ({ subject, body: body.join('\n\n') });
const euros = (amount: Cents, language: Language) => formatEuros(amount, language, { decimals: 'always' });

const reductionWords: Record<Language, Record<ReductionKind, string>> = {
  nl: {
    renounced: 'u zag zelf af van een deel',
    'smaller-project': 'het project werd kleiner dan toegekend',
    'conditions-not-met': 'een voorwaarde van de toekenning werd niet nageleefd',
    other: 'een andere reden, die uw dossierbeheerder toelicht',
  },
  fr: {
    renounced: 'vous avez renoncé à une partie',
    'smaller-project': 'le projet est plus petit que ce qui a été octroyé',
    'conditions-not-met': 'une condition de l’octroi n’a pas été respectée',
    other: 'une autre raison, que votre gestionnaire de dossier explique',
  },
  de: {
    renounced: 'Sie haben auf einen Teil verzichtet',
    'smaller-project': 'das Projekt ist kleiner als bewilligt',
    'conditions-not-met': 'eine Bedingung der Bewilligung wurde nicht eingehalten',
    other: 'ein anderer Grund, den Ihr Sachbearbeiter erläutert',
  },
  en: {
    renounced: 'you gave up a part yourself',
    'smaller-project': 'the project became smaller than what was awarded',
    'conditions-not-met': 'a condition of the award was not met',
    other: 'another reason, which the officer of your file explains',
  },
};

const repaymentWords: Record<Language, Record<RepaymentKind, string>> = {
  nl: {
    unspent: 'het bedrag werd niet gebruikt',
    'conditions-not-met': 'een voorwaarde van de toekenning werd niet nageleefd',
    'paid-in-error': 'het bedrag werd bij vergissing betaald',
    other: 'een andere reden',
  },
  fr: {
    unspent: 'le montant n’a pas été utilisé',
    'conditions-not-met': 'une condition de l’octroi n’a pas été respectée',
    'paid-in-error': 'le montant a été payé par erreur',
    other: 'une autre raison',
  },
  de: {
    unspent: 'der Betrag wurde nicht verwendet',
    'conditions-not-met': 'eine Bedingung der Bewilligung wurde nicht eingehalten',
    'paid-in-error': 'der Betrag wurde irrtümlich gezahlt',
    other: 'ein anderer Grund',
  },
  en: {
    unspent: 'the amount was not used',
    'conditions-not-met': 'a condition of the award was not met',
    'paid-in-error': 'the amount was paid by mistake',
    other: 'another reason',
  },
};

const reduced: Record<Language, (amount: string, kind: string, award: Reduced) => string[]> = {
  nl: (amount, kind, { title, number, reference, link }) => [
    `Uw toekenning ${number} is verminderd met ${amount}`,
    'Dag,',
    `De toekenning voor “${title}” (beslissing ${number}) is verminderd met ${amount}. De reden: ${kind}. De grond: ${reference}.`,
    'Wat al betaald of goedgekeurd is, verandert niet. De laatste schijven worden lager of vallen weg.',
    `Uw dossier: ${link}`,
  ],
  fr: (amount, kind, { title, number, reference, link }) => [
    `Votre octroi ${number} est diminué de ${amount}`,
    'Bonjour,',
    `L’octroi pour « ${title} » (décision ${number}) est diminué de ${amount}. La raison : ${kind}. La base : ${reference}.`,
    'Ce qui est déjà payé ou approuvé ne change pas. Les dernières tranches diminuent ou disparaissent.',
    `Votre dossier : ${link}`,
  ],
  de: (amount, kind, { title, number, reference, link }) => [
    `Ihre Bewilligung ${number} wurde um ${amount} gekürzt`,
    'Guten Tag,',
    `Die Bewilligung für „${title}“ (Beschluss ${number}) wurde um ${amount} gekürzt. Der Grund: ${kind}. Die Grundlage: ${reference}.`,
    'Was schon gezahlt oder genehmigt ist, ändert sich nicht. Die letzten Raten werden kleiner oder entfallen.',
    `Ihre Akte: ${link}`,
  ],
  en: (amount, kind, { title, number, reference, link }) => [
    `Your award ${number} was reduced by ${amount}`,
    'Hello,',
    `The award for “${title}” (decision ${number}) was reduced by ${amount}. The reason: ${kind}. It rests on: ${reference}.`,
    'What was paid or approved already does not change. The last instalments become lower or end.',
    `Your file: ${link}`,
  ],
};

type AskedWords = (amount: string, day: string, kind: string, communication: string, asked: Asked) => string[];

const asked: Record<Language, AskedWords> = {
  nl: (amount, day, kind, communication, { title, number, reason, link }) => [
    `Terug te betalen voor ${day}: ${amount} van dossier ${number}`,
    'Dag,',
    `De Nationale Loterij vraagt ${amount} terug van wat zij betaalde voor “${title}” (beslissing ${number}). De reden: ${kind}.`,
    reason,
    `Stort het bedrag ten laatste op ${day} op de rekening waarvan u het kreeg, met de gestructureerde mededeling ${communication}.`,
    'Bent u het er niet mee eens, of hebt u meer tijd nodig? Neem dan voor die dag contact op met uw dossierbeheerder.',
    `Uw dossier: ${link}`,
  ],
  fr: (amount, day, kind, communication, { title, number, reason, link }) => [
    `À rembourser avant le ${day} : ${amount} du dossier ${number}`,
    'Bonjour,',
    `La Loterie Nationale demande le remboursement de ${amount} de ce qu’elle a payé pour « ${title} » (décision ${number}). La raison : ${kind}.`,
    reason,
    `Versez le montant au plus tard le ${day} sur le compte d’où vous l’avez reçu, avec la communication structurée ${communication}.`,
    'Vous n’êtes pas d’accord, ou il vous faut plus de temps ? Contactez votre gestionnaire de dossier avant ce jour.',
    `Votre dossier : ${link}`,
  ],
  de: (amount, day, kind, communication, { title, number, reason, link }) => [
    `Zurückzuzahlen bis zum ${day}: ${amount} der Akte ${number}`,
    'Guten Tag,',
    `Die Nationallotterie fordert ${amount} von dem zurück, was sie für „${title}“ gezahlt hat (Beschluss ${number}). Der Grund: ${kind}.`,
    reason,
    `Überweisen Sie den Betrag bis zum ${day} auf das Konto, von dem Sie ihn erhalten haben, mit der strukturierten Mitteilung ${communication}.`,
    'Sind Sie nicht einverstanden, oder brauchen Sie mehr Zeit? Wenden Sie sich vor diesem Tag an Ihren Sachbearbeiter.',
    `Ihre Akte: ${link}`,
  ],
  en: (amount, day, kind, communication, { title, number, reason, link }) => [
    `To pay back by ${day}: ${amount} of file ${number}`,
    'Hello,',
    `The National Lottery asks back ${amount} of what it paid for “${title}” (decision ${number}). The reason: ${kind}.`,
    reason,
    `Transfer the amount by ${day} to the account that it came from, with the structured communication ${communication}.`,
    'You do not agree, or need more time? Contact the officer of your file before that day.',
    `Your file: ${link}`,
  ],
};

const waived: Record<Language, (amount: string, award: OfAward) => string[]> = {
  nl: (amount, { title, number, link }) => [
    `U hoeft ${amount} van dossier ${number} niet meer terug te betalen`,
    'Dag,',
    `De Nationale Loterij vraagt ${amount} voor “${title}” (beslissing ${number}) niet langer terug. U hoeft niets te doen.`,
    `Uw dossier: ${link}`,
  ],
  fr: (amount, { title, number, link }) => [
    `Vous ne devez plus rembourser ${amount} du dossier ${number}`,
    'Bonjour,',
    `La Loterie Nationale ne demande plus le remboursement de ${amount} pour « ${title} » (décision ${number}). Vous n’avez rien à faire.`,
    `Votre dossier : ${link}`,
  ],
  de: (amount, { title, number, link }) => [
    `${amount} der Akte ${number} sind nicht mehr zurückzuzahlen`,
    'Guten Tag,',
    `Die Nationallotterie fordert ${amount} für „${title}“ (Beschluss ${number}) nicht länger zurück. Sie müssen nichts tun.`,
    `Ihre Akte: ${link}`,
  ],
  en: (amount, { title, number, link }) => [
    `You need not pay back ${amount} of file ${number} any more`,
    'Hello,',
    `The National Lottery no longer asks back ${amount} for “${title}” (decision ${number}). There is nothing to do.`,
    `Your file: ${link}`,
  ],
};

/** To the representatives of a beneficiary: the award was lowered. The words of the file stay in the office. */
export function awardReducedMail(language: Language, award: Reduced): Mail {
  return written(reduced[language](euros(award.amountCents, language), reductionWords[language][award.kind], award));
}

/** To the representatives of a beneficiary: how much to give back, until when, and with which communication. */
export function repaymentAskedMail(language: Language, claim: Asked): Mail {
  const day = formatDay(claim.dueOn, language);
  const communication = formatStructuredCommunication(claim.communication);
  const kind = repaymentWords[language][claim.kind];
  return written(asked[language](euros(claim.amountCents, language), day, kind, communication, claim));
}

/** To the representatives of a beneficiary: what is still open is not asked any more. */
export function repaymentWaivedMail(language: Language, award: OfAward): Mail {
  return written(waived[language](euros(award.amountCents, language), award));
}
