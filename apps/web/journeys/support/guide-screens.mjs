import { publicRoutes } from '../../src/shared/paths/public-paths.ts';
import { interfaceOf } from './interface.mjs';
import { people } from './people.mjs';

const below = (language, path) => `/${language}/${path}`.replace(/\/$/, '');
const publicPage = (name, values = {}) => ({
  path: (language) =>
    below(
      language,
      publicRoutes[name].paths[language].replace(/:(\w+)/, (_, key) => values[key]),
    ),
});
const workPage = (path) => ({ path: (language) => below(language, `work/${path}`) });

/** Beside its address a screen may have: what is pressed there, what then comes, and the place and size of its picture. */
const narrow = { width: 390, height: 780 };

/**
 * The screens that the guide speaks of, by role and name, on the records of the demonstration. `who` is the person who
 * is signed in; each list is made with that person's own view.
 */
export const guideRoles = {
  public: {
    who: null,
    async screens(api) {
      const { plan, latestAwards } = await api.get('/register/home');
      return {
        home: { ...publicPage('home'), height: 760 },
        plan: publicPage('plan', { year: plan.year }),
        awards: publicPage('awards'),
        award: { ...publicPage('award', { number: latestAwards[0].number }), ...narrow },
      };
    },
  },
  applicant: {
    who: people.applicant,
    async screens(api) {
      const { rows: calls } = await api.get('/register/calls');
      const { rows: own } = await api.get('/own-applications');
      const { rows: organisations } = await api.get('/own-organisations');
      const opened = calls.filter(({ phase }) => phase === 'open').map(({ number }) => number);
      const isOpenDraft = (row) => row.releasedState === 'draft' && opened.includes(row.callNumber);
      const { id: draft, callNumber: open } = own.find(isOpenDraft);
      const sent = own.find(({ releasedState }) => releasedState === 'submitted').id;
      const awarded = own.find(({ releasedState }) => releasedState === 'awarded').id;
      const { form } = await api.get(`/own-applications/${draft}`);
      const isBudget = ({ questions }) => questions.some(({ type }) => type === 'cost-table');
      const budget = form.sections.find(isBudget).id;
      return {
        call: { ...publicPage('call', { number: open }), ...narrow },
        account: publicPage('sign-up'),
        start: { ...workPage(`apply/${open}`), height: 860 },
        budget: { ...workPage(`applications/${draft}/draft/${budget}`), from: 'main table >> nth=0' },
        check: { ...workPage(`applications/${draft}/check`), from: 'form:has([type="checkbox"])', height: 360 },
        receipt: { ...workPage(`applications/${sent}`), from: 'main h2 >> nth=1', height: 620 },
        decision: workPage(`applications/${awarded}`),
        organisation: workPage(`organisations/${organisations[0].id}`),
      };
    },
  },
  reviewer: {
    who: people.reviewers[0],
    async screens(api) {
      return {
        queue: { ...workPage('reviews'), height: 440 },
        declare: workPage('reviews/declare'),
        review: { ...workPage(`reviews/${await acceptedReview(api)}`), from: '[data-criterion] >> nth=0' },
      };
    },
  },
  officer: {
    who: people.officer,
    async screens(api) {
      const { rows: calls } = await api.get('/calls');
      const closed = calls.find(({ number, phase }) => phase === 'closed' && number.endsWith('-C02')).id;
      return {
        'new-call': {
          ...workPage('calls'),
          press: { nl: 'Nieuwe oproep', fr: 'Nouvel appel' },
          until: 'dialog select',
        },
        screening: workPage(`calls/${closed}/screening`),
        reviewers: workPage(`calls/${closed}/reviewers`),
        ranking: { ...workPage(`calls/${closed}/ranking`), height: 720 },
        'direct-file': workPage('direct-files/new'),
        payments: workPage('payments'),
      };
    },
  },
  minister: {
    who: people.minister,
    async screens(api) {
      const { rows: batches } = await api.get('/decision-batches');
      const prepared = batches.find(({ state }) => state === 'prepared').id;
      const released = batches.find(({ state, callId }) => state === 'released' && callId === null).id;
      const { rows } = await api.get(`/decision-batches/${prepared}`);
      return {
        plans: { ...workPage('plans'), height: 440 },
        batch: workPage(`decisions/${prepared}`),
        file: { ...workPage(`decisions/${prepared}/files/${rows[0].id}`), height: 860 },
        sign: { ...workPage(`decisions/${prepared}`), press: { nl: 'Ondertekenen…', fr: 'Signer…' } },
        released: workPage(`decisions/${released}`),
      };
    },
  },
};

/** A file that the reviewer may read and has not sent; where there is none, the declaration is made for one. */
async function acceptedReview(api) {
  const { rows } = await api.get('/review-assignments');
  const accepted = rows.find(({ state }) => state === 'accepted');
  if (accepted !== undefined) return accepted.id;
  const { id, revision } = rows.find(({ state }) => state === 'assigned');
  await api.post(`/review-assignments/${id}/declaration`, { revision, conflictKind: null });
  return id;
}

/** Signs a page in as a person of the demonstration, past the form: how that works is the matter of other journeys. */
export async function signInQuickly(page, name) {
  const api = interfaceOf(page);
  const { rows } = await api.get('/personas');
  await api.post(`/personas/${rows.find((persona) => persona.name === name).id}/session`);
}
