const publicPaths = {
  nl: {
    plan: 'verdelingsplan',
    changes: 'wijzigingen',
    years: 'jaren',
    awards: 'toekenningen',
    calls: 'oproepen',
    organisations: 'organisaties',
    about: 'over',
    accessibility: 'toegankelijkheid',
    signIn: 'aanmelden',
    signUp: 'account-aanmaken',
    forgotten: 'wachtwoord-vergeten',
    reset: 'nieuw-wachtwoord',
    confirm: 'bevestigen',
  },
  fr: {
    plan: 'plan-de-repartition',
    changes: 'modifications',
    years: 'annees',
    awards: 'octrois',
    calls: 'appels',
    organisations: 'organisations',
    about: 'a-propos',
    accessibility: 'accessibilite',
    signIn: 'connexion',
    signUp: 'creer-un-compte',
    forgotten: 'mot-de-passe-oublie',
    reset: 'nouveau-mot-de-passe',
    confirm: 'confirmer',
  },
  de: {
    plan: 'verteilungsplan',
    changes: 'aenderungen',
    years: 'jahre',
    awards: 'bewilligungen',
    calls: 'aufrufe',
    organisations: 'organisationen',
    about: 'ueber',
    accessibility: 'barrierefreiheit',
    signIn: 'anmelden',
    signUp: 'konto-anlegen',
    forgotten: 'passwort-vergessen',
    reset: 'neues-passwort',
    confirm: 'bestaetigen',
  },
  en: {
    plan: 'distribution-plan',
    changes: 'changes',
    years: 'years',
    awards: 'awards',
    calls: 'calls',
    organisations: 'organisations',
    about: 'about',
    accessibility: 'accessibility',
    signIn: 'sign-in',
    signUp: 'sign-up',
    forgotten: 'forgotten-password',
    reset: 'new-password',
    confirm: 'confirm',
  },
};

const get = async (page, path) => (await page.request.get(`/api${path}`)).json();

/** The pages that everybody can open, as [name, path]. */
export async function publicPlaces(page, language) {
  const words = publicPaths[language];
  const { rows: awards } = await get(page, '/register/awards');
  const { rows: calls } = await get(page, '/register/calls');
  const { plan } = await get(page, '/register/home');
  const at = (path) => `/${language}/${path}`;
  return [
    ['languages', '/'],
    ['home', `/${language}`],
    ['plan', at(`${words.plan}/${plan.year}`)],
    ['plan-2017', at(`${words.plan}/2017`)],
    ['plan-2021', at(`${words.plan}/2021`)],
    ['plan-2008', at(`${words.plan}/2008`)],
    ['plan-changes', at(`${words.plan}/${plan.year}/${words.changes}/2021`)],
    ['plan-years', at(words.years)],
    ['awards', at(words.awards)],
    ['awards-none', at(`${words.awards}?q=xyzzy`)],
    ['award', at(`${words.awards}/${awards[0].number}`)],
    ['organisation', at(`${words.organisations}/${awards[0].enterpriseNumber}`)],
    ['calls', at(words.calls)],
    ...calls.map(({ number, phase }) => [`call-${phase}`, at(`${words.calls}/${number}`)]),
    ['about', at(words.about)],
    ['accessibility', at(words.accessibility)],
    ['sign-in', at(words.signIn)],
    ['sign-up', at(words.signUp)],
    ['forgotten', at(words.forgotten)],
    ['reset', at(`${words.reset}?token=none`)],
    ['confirm', at(`${words.confirm}?token=none`)],
    ['mail', at('dev/mail')],
    ['missing', at('no-such-page')],
  ];
}
