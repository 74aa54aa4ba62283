import { randomBytes, randomInt } from 'node:crypto';
import { call } from './client.mjs';
import { answers } from './decided-call.mjs';
import { stepsPerSecond } from './load.mjs';

const oneMegabyte = Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(1_000_000)]);

/** A person types: each worker saves a draft of its own again and again. */
export function autosave({ api, raw, people, drafts, sql }) {
  return {
    name: 'autosave of a draft',
    unit: 'requests/s',
    subjects: {
      product: () =>
        stepsPerSecond(async (worker) => {
          const draft = drafts[worker];
          const body = { answers: { summary: answers(worker).summary }, revision: draft.revision };
          const path = `/api/applications/${draft.id}/draft`;
          draft.revision = (await call(api, 'PATCH', path, { as: people.applicant, body })).body.revision;
        }),
      'node:http': () => stepsPerSecond(() => call(raw, 'GET', '/bytes/saved')),
      pg: sql,
    },
  };
}

/** A megabyte that is on disk for good when the answer comes. */
export function attachFile({ api, raw, people, drafts, questionId }) {
  return {
    name: 'attach a file of 1 MB',
    unit: 'files/s',
    subjects: {
      product: () =>
        stepsPerSecond(
          async (worker) => {
            const { id } = drafts[20 + worker];
            const query = `questionId=${questionId}&name=plan.pdf`;
            const path = `/api/applications/${id}/files`;
            const sent = await call(api, 'POST', `${path}?${query}`, { as: people.applicant, bytes: oneMegabyte });
            await call(api, 'DELETE', `${path}/${sent.body.fileId}`, { as: people.applicant });
          },
          { workers: 2 },
        ),
      'node:http': () => stepsPerSecond(() => call(raw, 'POST', '/file', { bytes: oneMegabyte }), { workers: 2 }),
    },
  };
}

/** Signs in with the right password, each time as somebody else, so that no limit is reached. */
export function signIn({ api, raw, accounts, password, hash }) {
  return {
    name: 'sign in',
    unit: 'requests/s',
    subjects: {
      product: () =>
        stepsPerSecond(() => {
          const email = accounts[randomInt(accounts.length)];
          return call(api, 'POST', '/api/session', { body: { email, password } });
        }),
      'argon2id alone': () => stepsPerSecond(() => call(raw, 'GET', `/password/${encodeURIComponent(hash)}`)),
    },
  };
}
