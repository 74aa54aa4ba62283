import { randomBytes, randomUUID } from 'node:crypto';
import {
  access,
  calls,
  decisions,
  type Endpoint,
  endpoints,
  organisations,
  reviews,
  workspace,
} from '@commonlot/contracts';
import { type Role, roles } from '@commonlot/domain';
import { hashToken } from '../../access/session.authenticator.js';
import { givenAccount, goodPassword, linkTokenTo, sessionTokenOf } from '../given-access.js';
import { givenMember, givenOrganisation } from '../given-organisations.js';
import { givenAssignedCall, ownAssignment } from '../given-review.js';
import { TestApi, type TestPerson } from '../test-api.js';

let api: TestApi;
let administrator: TestPerson;
beforeAll(async () => {
  api = await TestApi.start({ processes: 2 });
  administrator = await api.person(['administrator'], 'Ada Administrator');
});
afterAll(() => api.stop());

const guarded = [...endpoints].filter(([, { permission }]) => permission !== 'public');

function call(endpoint: Endpoint, headers: Record<string, string>, process = 0) {
  const names = [...endpoint.path.matchAll(/:([A-Za-z]+)/g)].map(([, name]) => name ?? '');
  const params = Object.fromEntries(names.map((name) => [name, randomUUID()]));
  const bytes = endpoint.accepts === 'bytes' ? { bytes: Buffer.from('x') } : {};
  return api.call(endpoint, { params }, { headers, process, ...bytes });
}

/** The guarded routes that answer this cookie anything but that nobody is signed in, on both API processes. */
async function routesThatAnswer(cookie: string): Promise<unknown[]> {
  const answered: unknown[] = [];
  for (const [index, [name, endpoint]] of guarded.entries()) {
    const { status, body } = await call(endpoint, { cookie }, index % 2);
    const { code } = (body ?? {}) as { code?: string };
    if (status !== 401 || code !== 'session.missing') answered.push([name, status, code]);
  }
  return answered;
}

const sessionOf = async (person: TestPerson): Promise<string> => {
  const [row] = await api.sql<{ id: string }>('SELECT id FROM session WHERE token_hash = $1', [
    hashToken(person.token),
  ]);
  return row?.id ?? '';
};
const everything: readonly Role[] = ['officer', 'minister'];
const setRoles = async (person: TestPerson, next: readonly Role[]) => {
  const [row] = await api.sql<{ revision: number }>('SELECT revision FROM person WHERE id = $1', [person.id]);
  const body = { roles: [...next], revision: row?.revision ?? 0 };
  await api.ok(access.setRoles, { params: { personId: person.id }, body }, { as: administrator });
};
const setSuspension = async (person: TestPerson, isSuspended: boolean) => {
  const [row] = await api.sql<{ revision: number }>('SELECT revision FROM person WHERE id = $1', [person.id]);
  const body = { isSuspended, revision: row?.revision ?? 0 };
  await api.ok(access.setSuspension, { params: { personId: person.id }, body }, { as: administrator });
};

it('answers a session that is alive, on every guarded route', async () => {
  const alive = await api.person(everything);
  expect(await routesThatAnswer(`session=${alive.token}`)).toHaveLength(guarded.length);
});

/** What ends a session, or makes another text of its token. Each returns the cookie that somebody kept. */
const dead: readonly (readonly [string, (person: TestPerson) => Promise<string> | string])[] = [
  [
    'expired a moment ago',
    async ({ id, token }) => {
      await api.sql(`UPDATE session SET expires_at = now() - interval '1 millisecond' WHERE person_id = $1`, [id]);
      return `session=${token}`;
    },
  ],
  [
    'was signed out, and its cookie kept',
    async (person) => {
      await api.ok(access.signOut, {}, { as: person });
      return `session=${person.token}`;
    },
  ],
  [
    'was ended from another device',
    async (person) => {
      await api.ok(access.revokeSession, { params: { sessionId: await sessionOf(person) } }, { as: person });
      return `session=${person.token}`;
    },
  ],
  [
    'is of a person who was suspended',
    async (person) => {
      await setSuspension(person, true);
      return `session=${person.token}`;
    },
  ],
  [
    'is of a person who was suspended behind everybody’s back',
    async ({ id, token }) => {
      await api.sql(`UPDATE person SET state = 'suspended' WHERE id = $1`, [id]);
      return `session=${token}`;
    },
  ],
  [
    'is of a person who was suspended and restored',
    async (person) => {
      await setSuspension(person, true);
      await setSuspension(person, false);
      return `session=${person.token}`;
    },
  ],
  ['is named by the hash that the database holds', ({ token }) => `session=${hashToken(token)}`],
  ['is named by its id', async (person) => `session=${await sessionOf(person)}`],
  ['is named by its person', ({ id }) => `session=${id}`],
  ['lost its last letter', ({ token }) => `session=${token.slice(0, -1)}`],
  ['got a letter more', ({ token }) => `session=${token}A`],
  ['is in other letters', ({ token }) => `session=${token.toUpperCase()}`],
  ['is empty', () => 'session='],
  ['is a pattern', () => 'session=%25%25%25%25%25%25%25%25%25%25%25%25%25%25%25%25%25%25%25%25%25%25'],
  ['was never given', () => `session=${randomBytes(32).toString('base64url')}`],
  ['has the name of https', ({ token }) => `__Host-session=${token}`],
];

it.each(dead)('opens no guarded route with a session that %s', async (_case, cookieOf) => {
  const person = await api.person(everything);
  expect(await routesThatAnswer(await cookieOf(person))).toEqual([]);
});

it('takes over https no cookie without the prefix that binds it to the host', async () => {
  const secure = await TestApi.start({ settings: { PUBLIC_URL: 'https://commonlot.example' } });
  try {
    const { token } = await secure.person(['officer']);
    const read = (cookie: string) => secure.call(calls.listCalls, {}, { headers: { cookie } });
    expect((await read(`session=${token}`)).status).toBe(401);
    expect((await read(`__Secure-session=${token}`)).status).toBe(401);
    expect((await read(`__Host-session=${token}`)).status).toBe(200);
  } finally {
    await secure.stop();
  }
});

/** One route of each role that no other role and nobody without one may call. */
const routeOfRole: Readonly<Record<Role, Endpoint>> = {
  reviewer: reviews.listOwnAssignments,
  officer: reviews.readReviewers,
  minister: decisions.signBatch,
  controller: organisations.listBankAccountsToVerify,
  auditor: decisions.listBatches,
  administrator: access.listPeople,
};

it.each(
  roles,
)('lets a new %s in with the next request, and shuts the role out with the next one again', async (role) => {
  const person = await api.person([], 'Wanda Worker');
  const cookie = `session=${person.token}`;
  const codes = async () => {
    const found: unknown[] = [];
    for (const process of [0, 1]) {
      const { body } = await call(routeOfRole[role], { cookie }, process);
      found.push(((body ?? {}) as { code?: string }).code === 'permission.missing');
    }
    return found;
  };
  expect(await codes()).toEqual([true, true]);
  await setRoles(person, [role]);
  expect(await codes()).toEqual([false, false]);
  await setRoles(person, []);
  expect(await codes()).toEqual([true, true]);
});

it('follows a membership at once: raised, lowered and ended between two requests', async () => {
  const home = await givenOrganisation(api);
  const member = await givenMember(api, home, 'viewer');
  const params = { organisationId: home.id };
  const body = { email: 'guest@choir.example', role: 'viewer' as const };
  const invite = async () => {
    const answer = await api.call(organisations.addMember, { params, body }, { as: member, process: 1 });
    return answer.status === 202 ? 'ok' : (answer.body as { code: string }).code;
  };
  const set = (role: 'viewer' | 'representative' | null) =>
    api.ok(
      organisations.setMember,
      { params: { ...params, personId: member.id }, body: { role } },
      { as: home.representative },
    );
  const outcomes = [await invite()];
  for (const role of ['representative', 'viewer', null] as const) {
    await set(role);
    outcomes.push(await invite());
  }
  expect(outcomes).toEqual(['membership.not-allowed', 'ok', 'membership.not-allowed', 'record.missing']);
});

describe('signing in', () => {
  const signIn = (email: string, headers: Record<string, string> = {}) =>
    api.call(access.signIn, { body: { email, password: goodPassword } }, { headers });
  const isAlive = async (token: string) =>
    (await call(access.listSessions, { cookie: `session=${token}` })).status === 200;

  it('never takes over a token that somebody planted, and gives a new one each time', async () => {
    const victim = await givenAccount(api);
    const planted = randomBytes(32).toString('base64url');
    const [first, second] = [
      sessionTokenOf(await signIn(victim.email, { cookie: `session=${planted}` })) ?? '',
      sessionTokenOf(await signIn(victim.email, { cookie: `session=${planted}` })) ?? '',
    ];
    expect(new Set([planted, first, second, victim.token]).size).toBe(4);
    expect([await isAlive(planted), await isAlive(first), await isAlive(second)]).toEqual([false, true, true]);
  });

  it('over the session of another ends that one: nobody works on under a name that they left', async () => {
    const [attacker, victim] = [await givenAccount(api), await givenAccount(api)];
    const answer = await signIn(victim.email, { cookie: `session=${attacker.token}` });
    expect(await isAlive(attacker.token)).toBe(false);
    const token = sessionTokenOf(answer) ?? '';
    const { person } = await api.ok(access.readSession, {}, { as: { ...victim, token } });
    expect(person?.id).toBe(victim.id);
  });

  it('by a link ends every other session of the account, and the link opens nothing again', async () => {
    const owner = await givenAccount(api);
    const elsewhere = sessionTokenOf(await signIn(owner.email)) ?? '';
    await api.ok(access.requestPasswordReset, { body: { email: owner.email, screenLanguage: 'nl' } });
    const token = await linkTokenTo(api, owner.email);
    const body = { token, password: 'een heel ander wachtlied' };
    const answer = await api.call(access.resetPassword, { body });
    expect(answer.body).toMatchObject({ person: { id: owner.id } });
    const fresh = sessionTokenOf(answer) ?? '';
    expect([await isAlive(owner.token), await isAlive(elsewhere), await isAlive(fresh)]).toEqual([false, false, true]);
    expect((await api.refused(access.resetPassword, { body })).code).toBe('link.expired');
    expect((await signIn(owner.email)).status).toBe(401);
  });

  it('opens nothing with a refused password, and ends nothing', async () => {
    const owner = await givenAccount(api);
    const body = { email: owner.email, password: 'wrong' };
    const answer = await api.call(access.signIn, { body }, { as: owner });
    expect([answer.status, sessionTokenOf(answer), await isAlive(owner.token)]).toEqual([401, null, true]);
  });
});

it('ends nobody’s session but the own', async () => {
  const [one, other] = [await api.person(), await api.person()];
  const sessionId = await sessionOf(other);
  expect((await api.refused(access.revokeSession, { params: { sessionId } }, { as: one })).code).toBe('record.missing');
  expect((await api.ok(access.listSessions, {}, { as: other })).rows.map(({ id }) => id)).toEqual([sessionId]);
});

// The last one, for it moves the clock of the demonstration.
it('ends with the role also what the role had opened: an assigned file, and its attachments', async () => {
  const assigned = await givenAssignedCall(api, { files: 1 });
  const [[reviewer], [application]] = [assigned.reviewers, assigned.applications];
  if (reviewer === undefined || application === undefined) throw new Error('Nothing was assigned.');
  const { id, revision } = await ownAssignment(api, reviewer, application);
  const params = { assignmentId: id };
  await api.ok(reviews.declareInterest, { params, body: { revision, conflictKind: null } }, { as: reviewer });
  await api.ok(reviews.readAssignment, { params }, { as: reviewer });
  await setRoles(reviewer, []);
  expect((await api.refused(reviews.readAssignment, { params }, { as: reviewer })).code).toBe('permission.missing');
  const { rows } = await api.ok(workspace.searchWorkspace, { query: { text: application.number } }, { as: reviewer });
  expect(rows).toEqual([]);
});
