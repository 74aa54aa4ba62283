import { publicPlaces } from './public-places.mjs';

const get = async (page, path) => (await page.request.get(`/api${path}`)).json();
const first = (rows, condition = () => true) => rows.find(condition);

/** The pages that a role can open, as [name, path], found through the interface as that person. */
export async function placesOf(page, role, language) {
  const places = role === 'public' ? await publicPlaces(page, language) : await workPlaces(page, role, language);
  return places.filter(([, path]) => path !== null);
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
  const authorised = first(lines, ({ code }) => code === '3.1.2');
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
    // Its months are closed, and its closing waits for a minister.
    'ledger/2008/closing',
    `lines/${authorised.lineId}`,
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

/** The money after the decisions: a statement of the bank, an award that was lowered, one that is paid back in part. */
async function moneyPlaces(page) {
  const { rows: statements } = await get(page, '/bank-statements');
  const { rows: paid } = await get(page, '/payments?state=paid&limit=200');
  const [lowered] = paid.filter(({ lineCode }) => lineCode === '6.1').toSorted(byNumber);
  const repaid = first(paid, ({ lineCode }) => lineCode === '3.1.1');
  return [
    'payments/reconciliation',
    `payments/reconciliation/${statements[0].id}`,
    `history/bank-statement/${statements[0].id}`,
    `awards/${lowered.decisionId}/money?lowered`,
    `awards/${repaid.decisionId}/money?repaid`,
  ];
}

const byNumber = (one, other) => (one.number < other.number ? -1 : 1);

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
      ...(await moneyPlaces(page)),
      'organisations',
    ];
  },
  async auditor(page) {
    return [
      ...(await staffPlaces(page)),
      ...(await callPlaces(page)),
      ...(await decisionPlaces(page)),
      'payments',
      ...(await moneyPlaces(page)),
    ];
  },
  async administrator() {
    return ['people'];
  },
};
