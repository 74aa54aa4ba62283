import type { Language } from '@commonlot/domain';

interface PublicRoute {
  /** The screen, below `src`. */
  readonly file: string;
  /** Path below the language, with its words translated; numbers and codes stay the same in every language. */
  readonly paths: Readonly<Record<Language, string>>;
}

/** The pages that anybody can read, and those where an account begins. */
export const publicRoutes = {
  home: { file: 'features/register/home-page.tsx', paths: { nl: '', fr: '', de: '', en: '' } },
  plan: {
    file: 'features/register/plan-page.tsx',
    paths: {
      nl: 'verdelingsplan/:year',
      fr: 'plan-de-repartition/:year',
      de: 'verteilungsplan/:year',
      en: 'distribution-plan/:year',
    },
  },
  /** From one version to another, each as its year, `2026` for the plan in force, or its year and number, `2026-2`. */
  'plan-difference': {
    file: 'features/register/difference-page.tsx',
    paths: {
      nl: 'verdelingsplan/:to/wijzigingen/:from',
      fr: 'plan-de-repartition/:to/modifications/:from',
      de: 'verteilungsplan/:to/aenderungen/:from',
      en: 'distribution-plan/:to/changes/:from',
    },
  },
  /** Leads to the difference that was asked for by a form or by an address of before. */
  'plan-changes': {
    file: 'features/register/difference-redirect.tsx',
    paths: {
      nl: 'verdelingsplan/:year/wijzigingen',
      fr: 'plan-de-repartition/:year/modifications',
      de: 'verteilungsplan/:year/aenderungen',
      en: 'distribution-plan/:year/changes',
    },
  },
  'plan-years': {
    file: 'features/register/years/years-page.tsx',
    paths: { nl: 'jaren', fr: 'annees', de: 'jahre', en: 'years' },
  },
  awards: {
    file: 'features/register/awards-page.tsx',
    paths: { nl: 'toekenningen', fr: 'octrois', de: 'bewilligungen', en: 'awards' },
  },
  award: {
    file: 'features/register/award-page.tsx',
    paths: {
      nl: 'toekenningen/:number',
      fr: 'octrois/:number',
      de: 'bewilligungen/:number',
      en: 'awards/:number',
    },
  },
  organisation: {
    file: 'features/register/organisation-page.tsx',
    paths: {
      nl: 'organisaties/:enterpriseNumber',
      fr: 'organisations/:enterpriseNumber',
      de: 'organisationen/:enterpriseNumber',
      en: 'organisations/:enterpriseNumber',
    },
  },
  calls: {
    file: 'features/register/calls-page.tsx',
    paths: { nl: 'oproepen', fr: 'appels', de: 'aufrufe', en: 'calls' },
  },
  call: {
    file: 'features/register/call-page.tsx',
    paths: { nl: 'oproepen/:number', fr: 'appels/:number', de: 'aufrufe/:number', en: 'calls/:number' },
  },
  about: {
    file: 'features/register/about-page.tsx',
    paths: { nl: 'over', fr: 'a-propos', de: 'ueber', en: 'about' },
  },
  accessibility: {
    file: 'features/register/accessibility-page.tsx',
    paths: { nl: 'toegankelijkheid', fr: 'accessibilite', de: 'barrierefreiheit', en: 'accessibility' },
  },
  'sign-in': {
    file: 'features/access/sign-in-page.tsx',
    paths: { nl: 'aanmelden', fr: 'connexion', de: 'anmelden', en: 'sign-in' },
  },
  'sign-up': {
    file: 'features/access/sign-up-page.tsx',
    paths: { nl: 'account-aanmaken', fr: 'creer-un-compte', de: 'konto-anlegen', en: 'sign-up' },
  },
  confirm: {
    file: 'features/access/confirm-page.tsx',
    paths: { nl: 'bevestigen', fr: 'confirmer', de: 'bestaetigen', en: 'confirm' },
  },
  'forgotten-password': {
    file: 'features/access/forgotten-password-page.tsx',
    paths: {
      nl: 'wachtwoord-vergeten',
      fr: 'mot-de-passe-oublie',
      de: 'passwort-vergessen',
      en: 'forgotten-password',
    },
  },
  'reset-password': {
    file: 'features/access/reset-password-page.tsx',
    paths: {
      nl: 'nieuw-wachtwoord',
      fr: 'nouveau-mot-de-passe',
      de: 'neues-passwort',
      en: 'new-password',
    },
  },
  /** The outbox of the demonstration; it does not exist in production. */
  mail: {
    file: 'features/access/mail-page.tsx',
    paths: { nl: 'dev/mail', fr: 'dev/mail', de: 'dev/mail', en: 'dev/mail' },
  },
} as const satisfies Record<string, PublicRoute>;
