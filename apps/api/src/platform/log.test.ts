import { access, endpoints, platform } from '@commonlot/contracts';
import { SMTPServer } from 'smtp-server';
import { givenEverything } from '../testing/given-everything.js';
import { heardLog } from '../testing/heard-log.js';
import { TestApi, type TestPerson } from '../testing/test-api.js';

interface Line {
  readonly level: string;
  readonly event: string;
  readonly requestId?: string;
  readonly [name: string]: unknown;
}

const linesOf = (log: string) =>
  log
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);

/** A mail server that refuses each recipient by name, as real ones do. */
async function startRefusingMailServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => done(new Error(`no mailbox for <${address}>`)),
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.server.address() as { port: number };
  return { url: `smtp://127.0.0.1:${port}`, stop: () => new Promise((resolve) => server.close(() => resolve())) };
}

describe('the log of a run through every endpoint', () => {
  let api: TestApi;
  let log: string;
  let mail: Awaited<ReturnType<typeof startRefusingMailServer>>;
  const people: TestPerson[] = [];
  beforeAll(async () => {
    mail = await startRefusingMailServer();
    api = await TestApi.start({ settings: { LOG: 'on', SMTP_URL: mail.url } });
    log = await heardLog(async () => {
      const makePerson = api.person.bind(api);
      api.person = async (...rest) => {
        const person = await makePerson(...rest);
        people.push(person);
        return person;
      };
      const targetOf = await givenEverything(api);
      for (const [name, endpoint] of endpoints) {
        const { as, params, body } = targetOf(name);
        await api.call(endpoint, { params, body } as never, { as });
      }
      await api.call(access.requestPasswordReset, { body: { email: people[0]?.email ?? '', screenLanguage: 'nl' } });
      await api.work();
      await breakSomething();
    });
  });
  afterAll(async () => {
    await api.stop();
    await mail.stop();
  });

  /** A bug: a table that is not there, met by a request that carries an address and an account. */
  async function breakSomething(): Promise<void> {
    await api.sql('ALTER TABLE person RENAME COLUMN screen_language TO away');
    const body = { name: 'lea@choir.example BE68539007547034', screenLanguage: 'fr' as const };
    await api.call(access.savePreferences, { body }, { as: people[0] ?? null });
    await api.sql('ALTER TABLE person RENAME COLUMN away TO screen_language');
  }

  it('has a line for each request, each with its id, its route and its time, and one for each job', () => {
    const lines = linesOf(log);
    const requests = lines.filter(({ event }) => event === 'request');
    expect(requests.length).toBeGreaterThan(150);
    for (const line of requests) {
      expect(line).toMatchObject({
        level: 'info',
        requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        route: expect.stringMatching(/^(?:\/api\/|none)/),
        status: expect.any(Number),
        ms: expect.any(Number),
      });
    }
    expect(new Set(requests.map(({ requestId }) => requestId)).size).toBe(requests.length);
    expect(lines.filter(({ event, job }) => event === 'job' && job === 'send-mail').length).toBeGreaterThan(5);
    expect(lines.some(({ level }) => level === 'error')).toBe(true);
  });

  it('says who saw which record, by their ids', () => {
    const read = linesOf(log).find(({ route }) => route === '/api/organisations/:organisationId');
    expect(read).toMatchObject({
      person: expect.stringMatching(/^[0-9a-f-]{36}$/),
      ids: { organisationId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    });
  });

  it('holds no address, no account, no name and no token of anybody', async () => {
    const rows = await api.sql<{ secret: string }>(
      `SELECT email AS secret FROM person UNION SELECT name FROM person WHERE name NOT IN ('Test Person')
       UNION SELECT iban FROM bank_account UNION SELECT recipient FROM outgoing_mail
       UNION SELECT (regexp_matches(body, 'token=([[:alnum:]_-]+)', 'g'))[1] FROM outgoing_mail`,
    );
    const secrets = [...rows.map(({ secret }) => secret), ...people.map(({ token }) => token)];
    expect(secrets.length).toBeGreaterThan(60);
    expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);
    expect(log.match(/[^\s"</]+@[^\s">/]+\.[a-z]+|\bBE\d{14}\b/g)).toBeNull();
    // The mail server named the recipient, and that was blanked.
    expect(log).toContain('no mailbox for <[e-mail]>');
  });
});

describe('the id of a request', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await TestApi.start({ settings: { LOG: 'on' } });
  });
  afterAll(() => api.stop());

  const live = (headers: Record<string, string> = {}) => api.call(platform.readLiveness, {}, { headers });

  it('is the one that the web server gave, in the answer and in the log', async () => {
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    const log = await heardLog(async () => {
      const answer = await live({ 'x-request-id': 'web-0190c3f2', traceparent });
      expect(answer.headers['x-request-id']).toBe('web-0190c3f2');
    });
    expect(linesOf(log)).toMatchObject([{ requestId: 'web-0190c3f2', traceId: '4bf92f3577b34da6a3ce929d0e0e4736' }]);
  });

  it.each([
    '',
    'short',
    'x'.repeat(65),
    'two words',
    '{"level":"error"}',
    '../../etc',
  ])('is our own where %j was given', async (given) => {
    const log = await heardLog(async () => {
      const { headers } = await live({ 'x-request-id': given, traceparent: given });
      expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    });
    expect(linesOf(log)).toHaveLength(1);
    expect(linesOf(log)[0]).not.toHaveProperty('traceId');
  });

  it('goes with what the use case logs after the body was read', async () => {
    const person = await api.person();
    await api.sql('ALTER TABLE person RENAME COLUMN screen_language TO away');
    const log = await heardLog(async () => {
      await api.call(
        access.savePreferences,
        { body: { name: 'Léa Peeters', screenLanguage: 'fr' } },
        { as: person, headers: { 'x-request-id': 'with-a-body' } },
      );
    });
    await api.sql('ALTER TABLE person RENAME COLUMN away TO screen_language');
    expect(linesOf(log).map(({ event, requestId }) => [event, requestId])).toEqual([
      ['bug', 'with-a-body'],
      ['request', 'with-a-body'],
    ]);
    expect(log).not.toContain('Léa Peeters');
  });
});
