import { createHash, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { access, decisions, type Endpoint, payments, platform, register } from '@commonlot/contracts';
import { canonicalJson, permissionsOf, type Role } from '@commonlot/domain';
import type { ExecutionContext } from '@nestjs/common';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { readConfig } from '../config.js';
import { type Actor, systemActor } from '../tx.js';
import { Authenticator, sessionCookie } from './authenticator.js';
import { EndpointGuard } from './endpoint.guard.js';
import { type ActingRequest, ENDPOINT } from './handles.js';

const token = 'the-token-of-a-session-that-exists';
const personOf = (...roles: Role[]): Actor => ({
  ...systemActor,
  personId: 'p1',
  sessionId: 's1',
  name: 'Léa Peeters',
  roles,
  permissions: permissionsOf(roles),
});

/** One session, of this person; whether there is one at all is the business of the module access and its tests. */
class OneSession extends Authenticator {
  constructor(private readonly actor: Actor) {
    super();
  }
  async actorOf(given: string | undefined): Promise<Actor | null> {
    return given === token ? this.actor : null;
  }
}

const production = {
  COMMONLOT_MODE: 'production',
  SMTP_URL: 'smtp://localhost',
  PUBLIC_URL: 'https://commonlot.example',
};

/** Passes a request by the guard; what it carries behind it, or the code of its refusal. */
async function pass(
  endpoint: Endpoint | undefined,
  request: Partial<Record<'headers' | 'cookies' | 'params' | 'query' | 'body' | 'ip', unknown>>,
  { as = personOf(), settings = {} }: { as?: Actor; settings?: Record<string, string> } = {},
) {
  const config = readConfig({ COMMONLOT_MODE: 'test', DATABASE_URL: 'postgres://localhost/none', ...settings });
  const guard = new EndpointGuard(config, new OneSession(as));
  const handler = () => undefined;
  if (endpoint !== undefined) Reflect.defineMetadata(ENDPOINT, endpoint, handler);
  const acting = { headers: {}, cookies: { session: token }, ip: '192.0.2.7', ...request } as unknown as ActingRequest;
  const context: ExecutionContext = new ExecutionContextHost([acting], Object, handler);
  const isPassed = await guard.canActivate(context);
  return { isPassed, input: acting.input, actor: acting.actor };
}
const refusal = (code: string, details: unknown = expect.anything()) => expect.objectContaining({ code, details });
const nobody = { cookies: {} };
const payment = {
  params: { paymentId: randomUUID() },
  body: { revision: 1, paidOn: '2026-03-01', bankReference: 'B1' },
  headers: { 'idempotency-key': 'AAAAAAAA-BBBB-4CCC-8DDD-EEEEEEEEEEEE' },
};

describe('who may pass', () => {
  it('refuses a handler that names no endpoint, whoever asks', async () => {
    await expect(pass(undefined, {}, { as: personOf('administrator') })).rejects.toEqual(refusal('record.missing'));
  });

  it('lets nobody in without a session where a permission is asked, and says so', async () => {
    await expect(pass(access.listPeople, nobody)).rejects.toEqual(refusal('session.missing'));
    await expect(pass(access.listSessions, nobody)).rejects.toEqual(refusal('session.missing'));
    await expect(pass(access.listPeople, { cookies: undefined })).rejects.toEqual(refusal('session.missing'));
    await expect(pass(access.listPeople, { cookies: { session: 'x' } })).rejects.toEqual(refusal('session.missing'));
  });

  it('lets in who holds the permission and nobody who does not', async () => {
    const query = { query: {} };
    const as = personOf('administrator');
    expect(await pass(access.listPeople, query, { as })).toMatchObject({ isPassed: true, actor: { personId: 'p1' } });
    for (const other of [personOf(), personOf('officer', 'reviewer')]) {
      await expect(pass(access.listPeople, query, { as: other })).rejects.toEqual(refusal('permission.missing'));
    }
  });

  it('tells who may not call an endpoint nothing of what it takes', async () => {
    const wrong = { params: { paymentId: 'x' }, body: 7 };
    await expect(pass(payments.confirmPayment, wrong)).rejects.toEqual(refusal('permission.missing'));
    await expect(pass(payments.confirmPayment, { ...wrong, ...nobody })).rejects.toEqual(refusal('session.missing'));
  });

  it('lets everybody into what is public, as nobody or as who they are', async () => {
    const { actor } = await pass(register.readHome, nobody);
    expect(actor).toEqual({ ...systemActor, name: 'public', attempt: null, address: '192.0.2.7' });
    expect((await pass(register.readHome, {})).actor).toMatchObject({ personId: 'p1', name: 'Léa Peeters' });
  });

  it('knows the endpoints of the demonstration only where there is one', async () => {
    expect(await pass(access.listPersonas, nobody)).toMatchObject({ isPassed: true });
    await expect(pass(access.listPersonas, nobody, { settings: production })).rejects.toEqual(
      refusal('record.missing'),
    );
    expect(await pass(platform.readLiveness, nobody, { settings: production })).toMatchObject({ isPassed: true });
  });

  it('takes the session from the cookie that the address of the site calls for', async () => {
    const bare = { cookies: { session: token } };
    const secure = { cookies: { '__Host-session': token } };
    const https = { settings: { PUBLIC_URL: 'https://commonlot.example' } };
    expect((await pass(register.readHome, bare)).actor?.personId).toBe('p1');
    expect((await pass(register.readHome, secure)).actor?.personId).toBeNull();
    expect((await pass(register.readHome, bare, https)).actor?.personId).toBeNull();
    expect((await pass(register.readHome, secure, https)).actor?.personId).toBe('p1');
    expect(sessionCookie('https://commonlot.example')).toBe('__Host-session');
    expect(sessionCookie('http://https:3000')).toBe('session');
  });
});

describe('who may ask for a file', () => {
  const file = { params: { decisionId: randomUUID() } };
  const from = (site: string | undefined) => ({ ...file, headers: { 'sec-fetch-site': site } });

  it.each([
    undefined,
    'none',
    'same-origin',
  ])('lets a page of ours ask, or somebody by its address: %s', async (site) => {
    expect(await pass(decisions.readLetter, from(site))).toMatchObject({ isPassed: true });
  });

  it.each(['cross-site', 'same-site', ''])('lets no other site ask, whoever sits there: "%s"', async (site) => {
    await expect(pass(decisions.readLetter, from(site))).rejects.toEqual(refusal('request.cross-site'));
    await expect(pass(decisions.readLetter, { ...from(site), ...nobody })).rejects.toEqual(
      refusal('request.cross-site'),
    );
  });

  it('says nothing of other sites where no file is asked for', async () => {
    expect(await pass(register.readHome, { headers: { 'sec-fetch-site': 'cross-site' } })).toMatchObject({
      isPassed: true,
    });
  });
});

describe('what passes', () => {
  const controller = { as: personOf('controller') };

  it('is what the contract made of it', async () => {
    const { input } = await pass(payments.confirmPayment, payment, controller);
    expect(input).toEqual({ params: payment.params, query: {}, body: payment.body });
  });

  it('is nothing of what the contract does not know', async () => {
    const more = { ...payment, body: { ...payment.body, approvedBy: 'p1' } };
    await expect(pass(payments.confirmPayment, more, controller)).rejects.toEqual(
      refusal('request.malformed', { faults: [{ path: 'body', code: 'unrecognized_keys' }] }),
    );
  });

  it('is no stream where JSON belongs', async () => {
    const bytes = { ...payment, body: Readable.from(['x']) };
    await expect(pass(payments.confirmPayment, bytes, controller)).rejects.toEqual(
      refusal('request.unsupported-media'),
    );
  });

  it('carries the address of its sender, and nothing else that a proxy wrote', async () => {
    for (const ip of ['192.0.2.7', '2001:db8::1']) {
      expect((await pass(register.readHome, { ip })).actor?.address).toBe(ip);
    }
    for (const ip of ['unknown', '', '192.0.2.7, 10.0.0.1', "'; DROP TABLE person; --"]) {
      expect((await pass(register.readHome, { ip })).actor?.address).toBe('');
    }
  });
});

describe('the attempt', () => {
  const controller = { as: personOf('controller') };
  const withKey = (key: unknown) =>
    pass(payments.confirmPayment, { ...payment, headers: { 'idempotency-key': key } }, controller);

  it('is known by its key, its endpoint and the hash of what was asked', async () => {
    const { actor, input } = await pass(payments.confirmPayment, payment, controller);
    expect(actor?.attempt).toEqual({
      key: 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee',
      endpoint: 'payments.confirmPayment',
      bodyHash: createHash('sha256').update(canonicalJson(input)).digest('hex'),
    });
  });

  it('is another when something else is asked', async () => {
    const other = { ...payment, body: { ...payment.body, bankReference: 'B2' } };
    const [one, two] = [
      await pass(payments.confirmPayment, payment, controller),
      await pass(payments.confirmPayment, other, controller),
    ];
    expect(one.actor?.attempt?.bodyHash).not.toBe(two.actor?.attempt?.bodyHash);
  });

  it('is none where nothing is created, whatever the header says', async () => {
    const { actor } = await pass(register.readHome, { headers: payment.headers });
    expect(actor?.attempt).toBeNull();
  });

  it.each([
    ['none', undefined],
    ['a word', 'once'],
    ['a list of one key', ['AAAAAAAA-BBBB-4CCC-8DDD-EEEEEEEEEEEE']],
    ['two keys', ['AAAAAAAA-BBBB-4CCC-8DDD-EEEEEEEEEEEE', 'AAAAAAAA-BBBB-4CCC-8DDD-EEEEEEEEEEEE']],
    ['a key with something before it', 'xAAAAAAAA-BBBB-4CCC-8DDD-EEEEEEEEEEEE'],
    ['a key with something behind it', 'AAAAAAAA-BBBB-4CCC-8DDD-EEEEEEEEEEEEx'],
    ['a key of no version', 'AAAAAAAA-BBBB-0CCC-8DDD-EEEEEEEEEEEE'],
    ['a key of another variant', 'AAAAAAAA-BBBB-4CCC-7DDD-EEEEEEEEEEEE'],
    ['a key without dashes', 'AAAAAAAABBBB4CCC8DDDEEEEEEEEEEEE'],
  ])('is refused with %s for a key', async (_case, key) => {
    await expect(withKey(key)).rejects.toEqual(
      refusal('request.malformed', { faults: [{ path: 'headers.idempotency-key', code: 'invalid_format' }] }),
    );
  });
});
