import { access, applications, type Endpoint, endpoints, organisations } from '@commonlot/contracts';
import { givenAccount, goodPassword } from './given-access.js';
import { givenEverything, type Target } from './given-everything.js';
import { cookieSetters, headerFaults } from './headers.js';
import { heardLog } from './heard-log.js';
import { type Answer, type RawRequest, TestApi } from './test-api.js';

let api: TestApi;
let targetOf: (name: string) => Target;
beforeAll(async () => {
  api = await TestApi.start();
  targetOf = await givenEverything(api);
}, 60_000);
afterAll(() => api.stop());

const all = [...endpoints];
const pathOf = (endpoint: Endpoint, params: Readonly<Record<string, string>>) =>
  `/api${endpoint.path.replaceAll(/:([A-Za-z]+)/g, (_, name: string) => params[name] ?? 'none')}`;
const named = (name: string): [Endpoint, Target] => {
  const endpoint = endpoints.get(name);
  if (endpoint === undefined) throw new Error(`No endpoint ${name}.`);
  return [endpoint, targetOf(name)];
};
const cookiesOf = ({ headers }: Answer<unknown>) => [headers['set-cookie'] ?? []].flat().map(String);

/** The ways to call an endpoint: as somebody who may, as nobody, and wrongly. */
async function answersOf(name: string, endpoint: Endpoint): Promise<Answer<unknown>[]> {
  const { as, params, body } = targetOf(name);
  const bytes = endpoint.accepts === 'bytes' ? { bytes: Buffer.from('%PDF-1.7') } : {};
  const input = { params, body, query: {} } as never;
  return [
    await api.call(endpoint, input, { as, ...bytes }),
    await api.call(endpoint, input, { as: null, ...bytes }),
    await api.call(endpoint, { params: {}, body: { nobody: 'asked' } } as never, { as, ...bytes }),
    await api.call(endpoint, input, { as, ...bytes, headers: { 'sec-fetch-site': 'cross-site' } }),
  ];
}

it('a file is handed to pages of ours and to nobody else, whoever is signed in', async () => {
  const { params } = targetOf('applications.readApplicationFile');
  const { as } = targetOf('applications.saveDraft');
  const ask = (site: string | undefined) =>
    api.call(applications.readApplicationFile, { params } as never, {
      as,
      headers: site === undefined ? {} : { 'sec-fetch-site': site },
    });
  for (const site of ['same-origin', 'none', undefined]) expect([site, (await ask(site)).status]).toEqual([site, 200]);
  for (const site of ['cross-site', 'same-site', 'CROSS-SITE', 'same-origin, cross-site', '']) {
    const answer = await ask(site);
    expect([site, answer.status, (answer.body as { code: string }).code]).toEqual([site, 403, 'request.cross-site']);
    expect(headerFaults(answer, { endpoint: applications.readApplicationFile })).toEqual([]);
  }
});

it('every endpoint answers with the same headers, whatever came of it', async () => {
  const faults: unknown[] = [];
  const statuses = new Set<number>();
  for (const [name, endpoint] of all) {
    for (const answer of await answersOf(name, endpoint)) {
      statuses.add(answer.status);
      for (const fault of headerFaults(answer, { endpoint })) faults.push([name, answer.status, fault]);
    }
  }
  expect(faults).toEqual([]);
  expect([...statuses]).toEqual(expect.arrayContaining([200, 400, 401, 403, 404]));
});

it('makes the promise of https where people reach the system over https, and nowhere else', async () => {
  const secure = await TestApi.start({ settings: { PUBLIC_URL: 'https://commonlot.example' } });
  try {
    for (const [name, endpoint] of all) {
      const answer = await secure.call(endpoint);
      expect([name, headerFaults(answer, { endpoint, isHttps: true })]).toEqual([name, []]);
    }
    const unknown = await secure.raw({ method: 'GET', url: '/api/nothing' });
    expect(headerFaults(unknown, { endpoint: null, isHttps: true })).toEqual([]);
  } finally {
    await secure.stop();
  }
});

const refused: readonly (readonly [string, number, RawRequest])[] = [
  ['an address that is none', 404, { method: 'GET', url: '/api/nothing' }],
  ['an address outside', 404, { method: 'GET', url: '/' }],
  ['an address that is not well formed', 400, { method: 'GET', url: '/api/calls/%zz' }],
  ['a part of an address that is too long', 400, { method: 'GET', url: `/api/calls/${'x'.repeat(400)}` }],
  [
    'a body of the wrong type',
    400,
    { method: 'POST', url: '/api/session', headers: { 'content-type': 'text/plain' }, payload: 'x' },
  ],
  [
    'a body that is no JSON',
    400,
    { method: 'POST', url: '/api/session', headers: { 'content-type': 'application/json' }, payload: '{' },
  ],
  [
    'a body that is too large',
    413,
    {
      method: 'POST',
      url: '/api/session',
      headers: { 'content-type': 'application/json' },
      payload: `"${'x'.repeat(2_000_000)}"`,
    },
  ],
  [
    'a change from another site',
    403,
    {
      method: 'POST',
      url: '/api/session',
      headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    },
  ],
];

it.each(refused)('%s is refused with %d and with the same headers', async (_what, status, request) => {
  const answer = await api.raw(request);
  expect(answer.status).toBe(status);
  expect(headerFaults(answer, { endpoint: null })).toEqual([]);
});

it('a bug answers 500 with the same headers and says nothing of it', async () => {
  await api.sql('ALTER TABLE municipality RENAME TO municipality_away');
  const endpoint = organisations.listMunicipalities;
  let answer = await api.call(access.readSession);
  const log = await heardLog(async () => {
    answer = await api.call(endpoint);
  });
  expect(log).toContain('"event":"bug"');
  await api.sql('ALTER TABLE municipality_away RENAME TO municipality');
  expect(answer.status).toBe(500);
  expect(headerFaults(answer, { endpoint })).toEqual([]);
  expect(answer.body).toEqual({ type: 'urn:problem:bug', title: 'bug', status: 500, code: 'bug', details: {} });
});

it('too many attempts answer 429, when to come back, and the same headers', async () => {
  const guess = { body: { email: 'nobody@choir.example', password: 'guess' } };
  let answer = await api.call(access.signIn, guess, { headers: { 'x-forwarded-for': '198.51.100.77' } });
  for (let count = 0; count < 11; count += 1) {
    answer = await api.call(access.signIn, guess, { headers: { 'x-forwarded-for': '198.51.100.77' } });
  }
  expect(answer.status).toBe(429);
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  expect(headerFaults(answer, { endpoint: access.signIn })).toEqual([]);
});

it('a public answer that is still the same answers 304 with the same headers', async () => {
  const [endpoint] = named('register.readHome');
  const { headers } = await api.call(endpoint);
  const answer = await api.call(endpoint, {}, { headers: { 'if-none-match': String(headers['etag']) } });
  expect(answer.status).toBe(304);
  expect(headerFaults(answer, { endpoint })).toEqual([]);
  expect(answer.raw).toHaveLength(0);
});

it('HEAD answers as GET does, without a body', async () => {
  for (const [name, endpoint] of all.filter(([, { method }]) => method === 'GET')) {
    const { as, params } = targetOf(name);
    const headers: Record<string, string> = as === null ? {} : { cookie: `session=${as.token}` };
    const [head, get] = [
      await api.raw({ method: 'HEAD' as 'GET', url: pathOf(endpoint, params), headers }),
      await api.raw({ method: 'GET', url: pathOf(endpoint, params), headers }),
    ];
    expect([name, head.raw.length, head.status]).toEqual([name, 0, get.status]);
    const { 'content-length': _head, ...ofHead } = head.headers;
    expect([name, headerFaults({ ...head, headers: ofHead }, { endpoint })]).toEqual([name, []]);
  }
});

it.each([
  'https://evil.example',
  'null',
  'http://localhost:3000.evil.example',
  'http://evil-localhost:3000',
  'http://localhost:30000',
  'file://',
])('gives no leave to a page of %s, asked before or with the request', async (origin) => {
  for (const [name, endpoint] of all) {
    const url = pathOf(endpoint, targetOf(name).params);
    const asking = {
      origin,
      'access-control-request-method': endpoint.method,
      'access-control-request-headers': 'content-type',
    };
    const first = await api.raw({ method: 'OPTIONS' as 'GET', url, headers: asking });
    expect([name, first.status, headerFaults(first, { endpoint: null })]).toEqual([name, 404, []]);
  }
  const answer = await api.raw({ method: 'GET', url: '/api/register/home', headers: { origin } });
  expect(Object.keys(answer.headers).filter((header) => header.startsWith('access-control'))).toEqual([]);
});

it('no header turns one method into another, and no other method does anything', async () => {
  const before = await api.sql<{ sessions: number }>(
    'SELECT count(*)::int AS sessions FROM session WHERE revoked_at IS NULL',
  );
  const { as } = targetOf('access.listSessions');
  const cookie = `session=${as?.token}`;
  for (const header of ['x-http-method-override', 'x-http-method', 'x-method-override']) {
    const answer = await api.raw({
      method: 'GET',
      url: '/api/session?_method=DELETE',
      headers: { cookie, [header]: 'DELETE' },
    });
    expect([header, answer.status]).toEqual([header, 400]);
    const other = await api.raw({ method: 'GET', url: '/api/session', headers: { cookie, [header]: 'DELETE' } });
    expect([header, other.status, (other.body as { person: unknown }).person]).toMatchObject([
      header,
      200,
      { id: as?.id },
    ]);
  }
  for (const method of ['TRACE', 'OPTIONS', 'PATCH', 'PROPFIND', 'LOCK'] as const) {
    const answer = await api.raw({ method: method as 'GET', url: '/api/session', headers: { cookie } });
    expect([method, answer.status]).toEqual([method, 404]);
    expect(answer.raw.toString()).not.toContain(as?.token);
  }
  const after = await api.sql<{ sessions: number }>(
    'SELECT count(*)::int AS sessions FROM session WHERE revoked_at IS NULL',
  );
  expect(after).toEqual(before);
});

it('only what opens or ends a session sets a cookie', async () => {
  const setters = new Set<string>();
  for (const [name, endpoint] of all) {
    for (const answer of await answersOf(name, endpoint)) if (cookiesOf(answer).length > 0) setters.add(name);
  }
  const email = 'cookies@choir.example';
  await givenAccount(api, { email });
  const opened = await api.call(access.signIn, { body: { email, password: goodPassword } });
  expect(cookiesOf(opened)).toHaveLength(2);
  expect([...setters, 'access.signIn'].filter((name) => !cookieSetters.includes(name))).toEqual([]);
});
