import type { Language, MemberRole } from '@commonlot/domain';

export type AccountEvent = 'proposed' | 'verified' | 'refused';

interface MailWords {
  readonly subject: string;
  readonly body: string;
}

const greeting: Record<Language, string> = { nl: 'Dag', fr: 'Bonjour', de: 'Guten Tag', en: 'Hello' };
const roleNames: Record<Language, Record<MemberRole, string>> = {
  nl: { representative: 'vertegenwoordiger', editor: 'medewerker die mag schrijven', viewer: 'lezer' },
  fr: { representative: 'représentant', editor: 'collaborateur qui peut écrire', viewer: 'lecteur' },
  de: { representative: 'Vertreter', editor: 'Mitarbeiter mit Schreibrecht', viewer: 'Leser' },
  en: { representative: 'representative', editor: 'editor', viewer: 'viewer' },
};

type Words = Record<
  Language,
  (data: { organisation: string; iban: string }) => readonly [subject: string, text: string]
>;

const accountWords: Record<AccountEvent, Words> = {
  proposed: {
    nl: ({ organisation, iban }) => [
      `Nieuw rekeningnummer voorgesteld voor ${organisation}`,
      `Voor ${organisation} werd het rekeningnummer ${iban} voorgesteld. De Loterij controleert het voor er iets op betaald wordt. Herkent u deze wijziging niet? Verwittig de Loterij meteen en kijk na wie namens uw organisatie mag handelen:`,
    ],
    fr: ({ organisation, iban }) => [
      `Nouveau numéro de compte proposé pour ${organisation}`,
      `Le numéro de compte ${iban} a été proposé pour ${organisation}. La Loterie le vérifie avant tout paiement. Vous ne reconnaissez pas cette modification ? Prévenez tout de suite la Loterie et vérifiez qui peut agir au nom de votre organisation :`,
    ],
    de: ({ organisation, iban }) => [
      `Neue Kontonummer für ${organisation} vorgeschlagen`,
      `Für ${organisation} wurde die Kontonummer ${iban} vorgeschlagen. Die Lotterie prüft sie, bevor etwas darauf gezahlt wird. Sie erkennen diese Änderung nicht? Melden Sie es sofort der Lotterie und prüfen Sie, wer für Ihre Organisation handeln darf:`,
    ],
    en: ({ organisation, iban }) => [
      `New account number proposed for ${organisation}`,
      `The account number ${iban} was proposed for ${organisation}. The Lottery verifies it before anything is paid to it. You do not recognise this change? Tell the Lottery at once and check who may act for your organisation:`,
    ],
  },
  verified: {
    nl: ({ organisation, iban }) => [
      `Het rekeningnummer van ${organisation} is gecontroleerd`,
      `Subsidies voor ${organisation} worden vanaf nu betaald op ${iban}. Een vroeger rekeningnummer wordt niet meer gebruikt. Herkent u deze wijziging niet? Verwittig de Loterij meteen. Alle gegevens vindt u hier:`,
    ],
    fr: ({ organisation, iban }) => [
      `Le numéro de compte de ${organisation} est vérifié`,
      `Les subsides de ${organisation} sont désormais payés sur ${iban}. Un numéro de compte antérieur n’est plus utilisé. Vous ne reconnaissez pas cette modification ? Prévenez tout de suite la Loterie. Toutes les données se trouvent ici :`,
    ],
    de: ({ organisation, iban }) => [
      `Die Kontonummer von ${organisation} ist geprüft`,
      `Zuschüsse für ${organisation} werden ab jetzt auf ${iban} gezahlt. Eine frühere Kontonummer wird nicht mehr benutzt. Sie erkennen diese Änderung nicht? Melden Sie es sofort der Lotterie. Alle Angaben finden Sie hier:`,
    ],
    en: ({ organisation, iban }) => [
      `The account number of ${organisation} is verified`,
      `Subsidies of ${organisation} are from now on paid to ${iban}. An earlier account number is no longer used. You do not recognise this change? Tell the Lottery at once. All data stand here:`,
    ],
  },
  refused: {
    nl: ({ organisation, iban }) => [
      `Het rekeningnummer van ${organisation} werd niet aanvaard`,
      `De Loterij kon niet vaststellen dat ${iban} van ${organisation} is. Kijk het rekeningnummer en de naam van de houder na en stel het opnieuw voor:`,
    ],
    fr: ({ organisation, iban }) => [
      `Le numéro de compte de ${organisation} n’a pas été accepté`,
      `La Loterie n’a pas pu établir que ${iban} appartient à ${organisation}. Vérifiez le numéro de compte et le nom du titulaire, puis proposez-le à nouveau :`,
    ],
    de: ({ organisation, iban }) => [
      `Die Kontonummer von ${organisation} wurde nicht angenommen`,
      `Die Lotterie konnte nicht feststellen, dass ${iban} ${organisation} gehört. Prüfen Sie die Kontonummer und den Namen des Inhabers und schlagen Sie sie erneut vor:`,
    ],
    en: ({ organisation, iban }) => [
      `The account number of ${organisation} was not accepted`,
      `The Lottery could not establish that ${iban} belongs to ${organisation}. Check the account number and the name of its holder and propose it again:`,
    ],
  },
};

/** What happened to the account that subsidies are paid to. `iban` is masked. */
export function accountMail(
  event: AccountEvent,
  language: Language,
  data: { name: string; organisation: string; iban: string; link: string },
): MailWords {
  const [subject, text] = accountWords[event][language](data);
  return { subject, body: [`${greeting[language]} ${data.name},`, text, data.link].join('\n\n') };
}

/** Somebody is asked to act for the organisation. The words are the same with an account and without one. */
export function invitationMail(
  language: Language,
  { organisation, role, link }: { organisation: string; role: MemberRole; link: string },
): MailWords {
  const as = roleNames[language][role];
  const words: Record<Language, readonly [subject: string, text: string]> = {
    nl: [
      `Uitnodiging om te handelen voor ${organisation}`,
      `Een vertegenwoordiger van ${organisation} nodigt u uit als ${as}. Meld u aan met dit e-mailadres, of open er eerst een account mee. Op deze pagina aanvaardt of weigert u de uitnodiging binnen 30 dagen. Verwachtte u dit niet? Dan hoeft u niets te doen.`,
    ],
    fr: [
      `Invitation à agir au nom de ${organisation}`,
      `Un représentant de ${organisation} vous invite comme ${as}. Connectez-vous avec cette adresse e-mail, ou ouvrez d’abord un compte avec elle. Sur cette page, vous acceptez ou refusez l’invitation dans les 30 jours. Vous ne vous y attendiez pas ? Alors vous n’avez rien à faire.`,
    ],
    de: [
      `Einladung, für ${organisation} zu handeln`,
      `Ein Vertreter von ${organisation} lädt Sie als ${as} ein. Melden Sie sich mit dieser E-Mail-Adresse an, oder eröffnen Sie damit zuerst ein Konto. Auf dieser Seite nehmen Sie die Einladung innerhalb von 30 Tagen an oder lehnen sie ab. Sie haben das nicht erwartet? Dann brauchen Sie nichts zu tun.`,
    ],
    en: [
      `Invitation to act for ${organisation}`,
      `A representative of ${organisation} invites you as ${as}. Sign in with this e-mail address, or open an account with it first. On this page you accept or decline the invitation within 30 days. You did not expect this? Then there is nothing you need to do.`,
    ],
  };
  const [subject, text] = words[language];
  return { subject, body: [`${greeting[language]},`, text, link].join('\n\n') };
}
