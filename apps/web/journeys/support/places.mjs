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
const first = (rows, condition = () => true) => rows.find(condition);

/** The pages that a role can open, as [name, path], found through the interface as that person. */
export async function placesOf(page, role, language) {
  const places = role === 'public' ? await publicPlaces(page, language) : await workPlaces(page, role, language);
  return places.filter(([, path]) => path !== null);
}

async function publicPlaces(page, language) {
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

const common = ['', 'notices', 'search?text=ge', 'account'];

async function workPlaces(page, role, language) {
  const at = (path) => `/${language}/work/${path}`.replace(/\/$/, '');
  const places = [...common, ...(await (finders[role] ?? (() => []))(page))];
  return places.map((path) => [
    path === '' ? 'work' : path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'x').replaceAll(/[/?=&]/g, '-'),
    at(path),
  ]);
}

async function staffPlaces(page) {
  const { rows: versions } = await get(page, '/plan-versions');
  const inForce = first(versions, ({ state }) => state === 'in-force');
  const { lines } = await get(page, `/plan-versions/${inForce.id}`);
  const line = first(lines, ({ figures }) => figures !== null && figures.committedCents > 0);
  const { rows: organisations } = await get(page, '/organisations');
  const { rows: awards } = await get(page, '/register/awards');
  const paid = first(organisations, ({ enterpriseNumber }) => enterpriseNumber === awards[0].enterpriseNumber);
  const atDay = `lines/${line.lineId}?on=${inForce.year}-06-30`;
  return [
    'dashboard',
    'plans',
    `plans/${inForce.id}`,
    atDay,
    `ledger/${inForce.year}`,
    `ledger/${inForce.year}/closing`,
    `organisations/${(paid ?? organisations[0]).id}/statement`,
  ];
}

/** What the minister's office does beside a version. */
async function planPlaces(page) {
  const { rows: versions } = await get(page, '/plan-versions');
  const inForce = first(versions, ({ state }) => state === 'in-force');
  const other = first(versions, ({ id }) => id !== inForce.id);
  return [`plans/${inForce.id}/scenarios`, `plans/${inForce.id}/difference/${other.id}`, 'plans/import'];
}

async function callPlaces(page, withRanking = true) {
  const { rows: calls } = await get(page, '/calls');
  const settled = first(calls, ({ state }) => state === 'settled');
  const closed = first(calls, ({ phase }) => phase === 'closed');
  const { rows: files } = await get(page, `/calls/${settled.id}/applications`);
  return [
    'calls',
    `calls/${settled.id}`,
    `calls/${closed.id}`,
    `calls/${closed.id}/screening`,
    `applications/${files[0].id}`,
    ...(withRanking ? [`calls/${settled.id}/ranking`] : []),
  ];
}

async function decisionPlaces(page) {
  const { rows: batches } = await get(page, '/decision-batches');
  const ofCall = first(batches, ({ callId }) => callId !== null);
  const prepared = first(batches, ({ state }) => state === 'prepared') ?? ofCall;
  const { rows } = await get(page, `/decision-batches/${ofCall.id}`);
  const { rows: preparedRows } = await get(page, `/decision-batches/${prepared.id}`);
  const { rows: direct } = await get(page, '/direct-files');
  const released = first(batches, ({ state, awards }) => state === 'released' && awards > 0);
  const { rows: files } = await get(page, `/decision-batches/${released.id}`);
  const award = first(files, ({ outcome }) => outcome === 'award');
  return [
    'decisions',
    `decisions/${ofCall.id}`,
    `decisions/${prepared.id}`,
    `decisions/${ofCall.id}/files/${rows[0].id}`,
    `decisions/${prepared.id}/files/${preparedRows[0].id}`,
    'direct-files',
    `direct-files/${direct[0].id}`,
    `awards/${award.id}/money`,
    `history/decision-batch/${ofCall.id}`,
  ];
}

const finders = {
  async applicant(page) {
    const { rows: own } = await get(page, '/own-applications');
    const { rows: organisations } = await get(page, '/own-organisations');
    const { rows: calls } = await get(page, '/register/calls');
    const draft = first(own, ({ releasedState }) => releasedState === 'draft');
    const decided = first(own, ({ releasedState }) => releasedState === 'awarded');
    const { form } = await get(page, `/own-applications/${draft.id}`);
    const open = first(calls, ({ phase }) => phase === 'open');
    return [
      'applications',
      `apply/${open.number}`,
      `applications/${draft.id}/draft`,
      ...form.sections.map(({ id }) => `applications/${draft.id}/draft/${id}`),
      `applications/${draft.id}/check`,
      `applications/${decided.id}`,
      `history/application/${decided.id}`,
      'organisations',
      'organisations/new',
      `organisations/${organisations[0].id}`,
    ];
  },
  async reviewer(page) {
    const { rows } = await get(page, '/review-assignments');
    const sent = first(rows, ({ state }) => state === 'sent');
    return ['reviews', 'reviews/declare', `reviews/${sent.id}`];
  },
  async officer(page) {
    const { rows: calls } = await get(page, '/calls');
    const closed = first(calls, ({ phase }) => phase === 'closed');
    return [
      ...(await staffPlaces(page)),
      ...(await callPlaces(page)),
      `calls/${closed.id}/reviewers`,
      ...(await decisionPlaces(page)),
      'direct-files/new',
      'payments',
      'organisations',
    ];
  },
  async minister(page) {
    return [
      ...(await staffPlaces(page)),
      ...(await planPlaces(page)),
      ...(await callPlaces(page)),
      ...(await decisionPlaces(page)),
    ];
  },
  async controller(page) {
    return [
      ...(await staffPlaces(page)),
      ...(await decisionPlaces(page)),
      'payments',
      'payments?state=prepared',
      'payments/reconciliation',
      'organisations',
    ];
  },
  async auditor(page) {
    return [...(await staffPlaces(page)), ...(await callPlaces(page)), ...(await decisionPlaces(page)), 'payments'];
  },
  async administrator() {
    return ['people'];
  },
};
