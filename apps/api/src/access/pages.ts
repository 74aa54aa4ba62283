/** The public pages that mails of accounts lead to, in the language of the reader: the addresses of the web's routes. */
export const accessPages = {
  signIn: { nl: '/nl/aanmelden', fr: '/fr/connexion', de: '/de/anmelden', en: '/en/sign-in' },
  signUp: { nl: '/nl/account-aanmaken', fr: '/fr/creer-un-compte', de: '/de/konto-anlegen', en: '/en/sign-up' },
  confirm: { nl: '/nl/bevestigen', fr: '/fr/confirmer', de: '/de/bestaetigen', en: '/en/confirm' },
  forgottenPassword: {
    nl: '/nl/wachtwoord-vergeten',
    fr: '/fr/mot-de-passe-oublie',
    de: '/de/passwort-vergessen',
    en: '/en/forgotten-password',
  },
  resetPassword: {
    nl: '/nl/nieuw-wachtwoord',
    fr: '/fr/nouveau-mot-de-passe',
    de: '/de/neues-passwort',
    en: '/en/new-password',
  },
} as const;
