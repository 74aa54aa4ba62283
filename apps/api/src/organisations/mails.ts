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

/** Somebody with an account was made a member. */
export function membershipMail(
  language: Language,
  { name, organisation, role, link }: { name: string; organisation: string; role: MemberRole; link: string },
): MailWords {
  const as = roleNames[language][role];
  const words: Record<Language, readonly [subject: string, text: string]> = {
    nl: [
      `U kunt nu handelen voor ${organisation}`,
      `U bent toegevoegd aan ${organisation} als ${as}. Klopt dat niet? Dan kunt u de organisatie op deze pagina verlaten:`,
    ],
    fr: [
      `Vous pouvez maintenant agir pour ${organisation}`,
      `Vous avez été ajouté à ${organisation} comme ${as}. C’est une erreur ? Vous pouvez quitter l’organisation sur cette page :`,
    ],
    de: [
      `Sie können jetzt für ${organisation} handeln`,
      `Sie wurden bei ${organisation} als ${as} hinzugefügt. Das stimmt nicht? Dann können Sie die Organisation auf dieser Seite verlassen:`,
    ],
    en: [
      `You can now act for ${organisation}`,
      `You were added to ${organisation} as ${as}. That is not right? Then you can leave the organisation on this page:`,
    ],
  };
  const [subject, text] = words[language];
  return { subject, body: [`${greeting[language]} ${name},`, text, link].join('\n\n') };
}

/** Somebody without an account was named. */
export function invitationMail(
  language: Language,
  { organisation, link }: { organisation: string; link: string },
): MailWords {
  const words: Record<Language, readonly [subject: string, text: string]> = {
    nl: [
      `Open een account om te handelen voor ${organisation}`,
      `Een vertegenwoordiger van ${organisation} wil u toegang geven. Er is nog geen account met uw e-mailadres. Open er een en vraag daarna aan de vertegenwoordiger om u toe te voegen. Verwachtte u dit niet? Dan hoeft u niets te doen.`,
    ],
    fr: [
      `Ouvrez un compte pour agir au nom de ${organisation}`,
      `Un représentant de ${organisation} veut vous donner accès. Il n’existe pas encore de compte avec votre adresse e-mail. Ouvrez-en un, puis demandez au représentant de vous ajouter. Vous ne vous y attendiez pas ? Alors vous n’avez rien à faire.`,
    ],
    de: [
      `Eröffnen Sie ein Konto, um für ${organisation} zu handeln`,
      `Ein Vertreter von ${organisation} möchte Ihnen Zugang geben. Mit Ihrer E-Mail-Adresse gibt es noch kein Konto. Eröffnen Sie eines und bitten Sie danach den Vertreter, Sie hinzuzufügen. Sie haben das nicht erwartet? Dann brauchen Sie nichts zu tun.`,
    ],
    en: [
      `Open an account to act for ${organisation}`,
      `A representative of ${organisation} wants to give you access. There is no account with your e-mail address yet. Open one, then ask the representative to add you. You did not expect this? Then there is nothing you need to do.`,
    ],
  };
  const [subject, text] = words[language];
  return { subject, body: [`${greeting[language]},`, text, link].join('\n\n') };
}
