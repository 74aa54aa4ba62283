import { call } from './client.mjs';

/** A call with this many files, from its publication to a batch that waits for its signature, all through the API. */
const files = 200;
const requestedCents = 300_00;

const spread = async (items, width, work) => {
  const queue = items.map((item, index) => ({ item, index }));
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) await work(next.item, next.index);
    }),
  );
};

/** Answers to the form that a new call starts from. */
export const answers = (index) => ({
  title: `Een tuin voor straat ${index}`,
  summary: 'Met de hele straat een tuin aanleggen en samen onderhouden. '.repeat(20),
  need: 'Er is geen groen in de buurt en mensen kennen elkaar niet. '.repeat(10),
  municipality: '44021',
  'starts-on': '2027-03-01',
  'ends-on': '2027-11-30',
  'people-reached': 240,
  'target-groups': ['seniors'],
  'how-reached': 'We gaan van deur tot deur.',
  budget: {
    costs: [{ label: 'Planten', amountCents: (requestedCents * 5) / 4 }],
    incomes: [
      { label: 'Eigen middelen', amountCents: requestedCents / 4, kind: 'own' },
      { label: 'Nationale Loterij', amountCents: requestedCents, kind: 'requested' },
    ],
  },
});

/** A number of the series that no register gives out, with right check digits. */
function enterpriseNumber(index) {
  const first8 = 9_500_000 + index;
  return `0${first8}${String(97 - (first8 % 97)).padStart(2, '0')}`;
}

/** Publishes a call under a line with room, open since an hour and closing at this minute. */
export async function openCall(base, people, closesAt) {
  const { rows: versions } = (await call(base, 'GET', '/api/plan-versions', { as: people.officer })).body;
  const inForce = versions.find(({ state }) => state === 'in-force');
  const { lines } = (await call(base, 'GET', `/api/plan-versions/${inForce.id}`, { as: people.officer })).body;
  const { lineId } = lines.find(({ code }) => code === '7.1');
  const title = { nl: 'Meting', fr: 'Mesure', de: 'Messung', en: 'Measure' };
  const made = (await call(base, 'POST', '/api/calls', { as: people.officer, body: { lineId, title } })).body;
  const draft = (await call(base, 'GET', `/api/calls/${made.id}`, { as: people.officer })).body;
  const text = Object.fromEntries(Object.keys(title).map((language) => [language, 'Voor iedereen die meet.']));
  const [opensOn, opensAtClock] = brussels(new Date(Date.now() - 3_600_000));
  const [closesOn, closesAtClock] = brussels(closesAt);
  const body = {
    ...{ lineId, title, summary: text, description: text, eligibility: text },
    ...{ opensOn, opensAtClock, closesOn, closesAtClock },
    ...{ envelopeCents: files * requestedCents, maxAmountCents: requestedCents, maxSharePercent: 80 },
    ...{ criteria: draft.criteria, form: draft.form, revision: draft.revision },
  };
  const saved = (await call(base, 'PUT', `/api/calls/${made.id}`, { as: people.officer, body })).body;
  const publication = { as: people.officer, body: { revision: saved.revision } };
  await call(base, 'POST', `/api/calls/${made.id}/publication`, publication);
  return { id: made.id, number: draft.number, criteria: draft.criteria, closesAt };
}

/** Complete drafts, as many as a batch holds unless told, each of an organisation of its own: the one at `from` and on. */
export async function writeDrafts(base, people, { number }, { from = 0, count = files } = {}) {
  const drafts = [];
  const as = people.applicant;
  const places = Array.from({ length: count }, (_, place) => from + place);
  await spread(places, 4, async (index) => {
    const organisation = {
      ...{ enterpriseNumber: enterpriseNumber(index), name: `Meting ${index}`, legalForm: '017', language: 'nl' },
      ...{ street: 'Kouter 1', postalCode: '9000', municipalityNis: '44021', website: null, purpose: '' },
    };
    const { id: organisationId } = (await call(base, 'POST', '/api/organisations', { as, body: organisation })).body;
    const start = { callNumber: number, organisationId, fileLanguage: 'nl' };
    const started = (await call(base, 'POST', '/api/applications', { as, body: start })).body;
    const save = { answers: answers(index), revision: started.revision };
    const saved = (await call(base, 'PATCH', `/api/applications/${started.id}/draft`, { as, body: save })).body;
    drafts.push({ id: started.id, revision: saved.revision });
  });
  return drafts;
}

/** From the closing to a batch that the minister's office can sign: admitted, scored by two, prepared. */
export async function prepareBatch(base, people, { id, number, criteria }, drafts) {
  const as = people.officer;
  await spread(drafts, 4, async (draft) => {
    const { revision } = (await call(base, 'GET', `/api/applications/${draft.id}`, { as })).body;
    await call(base, 'POST', `/api/applications/${draft.id}/admission`, { as, body: { revision } });
  });
  const jury = people.reviewers.slice(0, 2);
  const pairs = drafts.flatMap((draft) => jury.map((one) => ({ applicationId: draft.id, reviewerId: one.id })));
  await call(base, 'POST', `/api/calls/${id}/review-assignments`, { as, body: { pairs, dueAt: null } });
  await Promise.all(jury.map((one) => review(base, one.cookie, criteria, number)));
  const made = (await call(base, 'POST', '/api/decision-batches', { as, body: { callId: id, directFileIds: [] } }))
    .body;
  await call(base, 'POST', `/api/decision-batches/${made.id}/preparation`, { as, body: { revision: made.revision } });
  return made.id;
}

async function review(base, as, criteria, callNumber) {
  const { rows } = (await call(base, 'GET', '/api/review-assignments', { as })).body;
  const scores = Object.fromEntries(criteria.map((one) => [one.id, { score: 8, comment: 'Goed en zuinig opgezet.' }]));
  const waiting = rows.filter((row) => row.callNumber === callNumber && row.state === 'assigned');
  await spread(waiting, 2, async (row) => {
    const path = `/api/review-assignments/${row.id}`;
    const declaration = { revision: row.revision, conflictKind: null };
    const declared = (await call(base, 'POST', `${path}/declaration`, { as, body: declaration })).body;
    const own = { scores, remark: '', revision: declared.revision };
    const saved = (await call(base, 'PUT', `${path}/review`, { as, body: own })).body;
    await call(base, 'POST', `${path}/sending`, { as, body: { revision: saved.revision } });
  });
}

/** The day and the clock in Brussels, as a form takes them. */
function brussels(at) {
  const words = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Brussels',
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return words.format(at).split(' ');
}
