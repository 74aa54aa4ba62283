import type { Language } from '@commonlot/domain';

export type AccessMailKind = 'confirm' | 'known' | 'finish' | 'unknown' | 'reset' | 'changed';

interface MailWords {
  readonly subject: string;
  readonly body: string;
}
interface Data {
  /** Empty when nobody with that address is known. */
  readonly name: string;
  readonly link: string;
}
/** Subject, what happened, what to do; the link stands between the last two. */
type Words = readonly [subject: string, before: string, after: string];

const greeting: Record<Language, string> = { nl: 'Dag', fr: 'Bonjour', de: 'Guten Tag', en: 'Hello' };
const closing: Record<Language, string> = {
  nl: 'Deze mail werd automatisch verstuurd. Wij vragen u nooit uw wachtwoord.',
  fr: 'Ce message a été envoyé automatiquement. Nous ne vous demandons jamais votre mot de passe.',
  de: 'Diese E-Mail wurde automatisch verschickt. Wir fragen Sie nie nach Ihrem Passwort.',
  en: 'This mail was sent automatically. We never ask you for your password.',
};

const words: Record<Language, Record<AccessMailKind, Words>> = {
  nl: {
    confirm: [
      'Bevestig uw e-mailadres',
      'U hebt een account geopend met dit e-mailadres. Bevestig het adres via deze link. De link werkt één keer, gedurende 48 uur:',
      'Hebt u geen account geopend? Dan hoeft u niets te doen.',
    ],
    known: [
      'U hebt al een account',
      'Iemand, waarschijnlijk uzelf, wilde een account openen met dit e-mailadres. Er is al een account met dit adres. Meld u gewoon aan:',
      'Bent u uw wachtwoord kwijt? Kies dan op die pagina “Wachtwoord vergeten”. Was u het niet? Dan hoeft u niets te doen.',
    ],
    finish: [
      'Maak uw account af',
      'Er was al een account met dit e-mailadres, maar het adres werd nooit bevestigd. Kies via deze link een wachtwoord; daarmee is ook uw adres bevestigd. De link werkt één keer, gedurende 2 uur:',
      'Hebt u geen account geopend? Dan hoeft u niets te doen.',
    ],
    unknown: [
      'Er is geen account met dit e-mailadres',
      'Iemand, waarschijnlijk uzelf, vroeg een nieuw wachtwoord voor dit e-mailadres, maar er bestaat geen account mee. Misschien gebruikte u een ander adres. U kunt hier een account openen:',
      'Was u het niet? Dan hoeft u niets te doen.',
    ],
    reset: [
      'Kies een nieuw wachtwoord',
      'Iemand, waarschijnlijk uzelf, vroeg een nieuw wachtwoord voor uw account. Kies het via deze link. De link werkt één keer, gedurende 2 uur:',
      'Was u het niet? Dan hoeft u niets te doen: uw wachtwoord blijft zoals het is.',
    ],
    changed: [
      'Uw wachtwoord werd gewijzigd',
      'Het wachtwoord van uw account werd zonet gewijzigd. Alle andere toestellen werden afgemeld. Was u het niet? Kies dan meteen een nieuw wachtwoord:',
      'Was u het zelf? Dan hoeft u niets te doen.',
    ],
  },
  fr: {
    confirm: [
      'Confirmez votre adresse e-mail',
      'Vous avez ouvert un compte avec cette adresse e-mail. Confirmez l’adresse par ce lien. Il fonctionne une seule fois, pendant 48 heures :',
      'Vous n’avez pas ouvert de compte ? Alors vous n’avez rien à faire.',
    ],
    known: [
      'Vous avez déjà un compte',
      'Quelqu’un, sans doute vous-même, a voulu ouvrir un compte avec cette adresse e-mail. Il existe déjà un compte avec cette adresse. Connectez-vous simplement :',
      'Vous avez perdu votre mot de passe ? Choisissez « Mot de passe oublié » sur cette page. Ce n’était pas vous ? Alors vous n’avez rien à faire.',
    ],
    finish: [
      'Terminez l’ouverture de votre compte',
      'Il existait déjà un compte avec cette adresse e-mail, mais l’adresse n’a jamais été confirmée. Choisissez un mot de passe par ce lien ; votre adresse sera confirmée en même temps. Il fonctionne une seule fois, pendant 2 heures :',
      'Vous n’avez pas ouvert de compte ? Alors vous n’avez rien à faire.',
    ],
    unknown: [
      'Aucun compte n’existe avec cette adresse e-mail',
      'Quelqu’un, sans doute vous-même, a demandé un nouveau mot de passe pour cette adresse e-mail, mais aucun compte n’y est lié. Peut-être avez-vous utilisé une autre adresse. Vous pouvez ouvrir un compte ici :',
      'Ce n’était pas vous ? Alors vous n’avez rien à faire.',
    ],
    reset: [
      'Choisissez un nouveau mot de passe',
      'Quelqu’un, sans doute vous-même, a demandé un nouveau mot de passe pour votre compte. Choisissez-le par ce lien. Il fonctionne une seule fois, pendant 2 heures :',
      'Ce n’était pas vous ? Alors vous n’avez rien à faire : votre mot de passe reste le même.',
    ],
    changed: [
      'Votre mot de passe a été modifié',
      'Le mot de passe de votre compte vient d’être modifié. Tous les autres appareils ont été déconnectés. Ce n’était pas vous ? Choisissez tout de suite un nouveau mot de passe :',
      'C’était bien vous ? Alors vous n’avez rien à faire.',
    ],
  },
  de: {
    confirm: [
      'Bestätigen Sie Ihre E-Mail-Adresse',
      'Sie haben mit dieser E-Mail-Adresse ein Konto eröffnet. Bestätigen Sie die Adresse über diesen Link. Er gilt ein einziges Mal, 48 Stunden lang:',
      'Sie haben kein Konto eröffnet? Dann brauchen Sie nichts zu tun.',
    ],
    known: [
      'Sie haben schon ein Konto',
      'Jemand, wahrscheinlich Sie selbst, wollte mit dieser E-Mail-Adresse ein Konto eröffnen. Mit dieser Adresse gibt es schon ein Konto. Melden Sie sich einfach an:',
      'Sie haben Ihr Passwort verloren? Wählen Sie auf dieser Seite „Passwort vergessen“. Sie waren es nicht? Dann brauchen Sie nichts zu tun.',
    ],
    finish: [
      'Schließen Sie die Eröffnung Ihres Kontos ab',
      'Mit dieser E-Mail-Adresse gab es schon ein Konto, aber die Adresse wurde nie bestätigt. Wählen Sie über diesen Link ein Passwort; damit ist auch Ihre Adresse bestätigt. Er gilt ein einziges Mal, 2 Stunden lang:',
      'Sie haben kein Konto eröffnet? Dann brauchen Sie nichts zu tun.',
    ],
    unknown: [
      'Mit dieser E-Mail-Adresse gibt es kein Konto',
      'Jemand, wahrscheinlich Sie selbst, hat für diese E-Mail-Adresse ein neues Passwort angefragt, aber es gibt kein Konto dazu. Vielleicht haben Sie eine andere Adresse benutzt. Hier können Sie ein Konto eröffnen:',
      'Sie waren es nicht? Dann brauchen Sie nichts zu tun.',
    ],
    reset: [
      'Wählen Sie ein neues Passwort',
      'Jemand, wahrscheinlich Sie selbst, hat für Ihr Konto ein neues Passwort angefragt. Wählen Sie es über diesen Link. Er gilt ein einziges Mal, 2 Stunden lang:',
      'Sie waren es nicht? Dann brauchen Sie nichts zu tun: Ihr Passwort bleibt, wie es ist.',
    ],
    changed: [
      'Ihr Passwort wurde geändert',
      'Das Passwort Ihres Kontos wurde soeben geändert. Alle anderen Geräte wurden abgemeldet. Sie waren es nicht? Wählen Sie sofort ein neues Passwort:',
      'Sie waren es selbst? Dann brauchen Sie nichts zu tun.',
    ],
  },
  en: {
    confirm: [
      'Confirm your e-mail address',
      'You opened an account with this e-mail address. Confirm the address by this link. It works once, for 48 hours:',
      'You did not open an account? Then there is nothing you need to do.',
    ],
    known: [
      'You already have an account',
      'Somebody, probably you, wanted to open an account with this e-mail address. There already is an account with this address. Just sign in:',
      'You lost your password? Choose “Forgotten password” on that page. It was not you? Then there is nothing you need to do.',
    ],
    finish: [
      'Finish opening your account',
      'There already was an account with this e-mail address, but the address was never confirmed. Choose a password by this link; it confirms your address too. It works once, for 2 hours:',
      'You did not open an account? Then there is nothing you need to do.',
    ],
    unknown: [
      'There is no account with this e-mail address',
      'Somebody, probably you, asked for a new password for this e-mail address, but no account has it. Perhaps you used another address. You can open an account here:',
      'It was not you? Then there is nothing you need to do.',
    ],
    reset: [
      'Choose a new password',
      'Somebody, probably you, asked for a new password for your account. Choose it by this link. It works once, for 2 hours:',
      'It was not you? Then there is nothing you need to do: your password stays as it is.',
    ],
    changed: [
      'Your password was changed',
      'The password of your account has just been changed. All other devices were signed out. It was not you? Choose a new password at once:',
      'It was you? Then there is nothing you need to do.',
    ],
  },
};

/** The words of a mail about an account. The name is put as its owner typed it: it is plain text. */
export function accessMail(kind: AccessMailKind, language: Language, { name, link }: Data): MailWords {
  const [subject, before, after] = words[language][kind];
  const hello = `${[greeting[language], name].filter((part) => part !== '').join(' ')},`;
  return { subject, body: [hello, before, link, after, closing[language]].join('\n\n') };
}
