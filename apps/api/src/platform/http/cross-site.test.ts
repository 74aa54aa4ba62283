import { access } from '@commonlot/contracts';
import { TestApi, type TestPerson } from '../../testing/test-api.js';

let api: TestApi;
let person: TestPerson;
beforeAll(async () => {
  api = await TestApi.start({ settings: { PUBLIC_URL: 'http://commonlot.example' } });
  person = await api.person([], 'Léa Peeters');
});
afterAll(() => api.stop());

/** Saves preferences from a page, with the session that the browser adds by itself. */
const savedFrom = (headers: Record<string, string>, method: 'PUT' | 'POST' | 'DELETE' = 'PUT') =>
  api.raw({
    method,
    url: method === 'PUT' ? '/api/account' : '/api/session',
    headers: { cookie: `session=${person.token}`, 'content-type': 'application/json', ...headers },
    payload: JSON.stringify({ name: 'Léa Peeters', screenLanguage: 'fr' }),
  });

it.each([
  ['another site, as the browser says', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
  ['another site that names no origin', { 'sec-fetch-site': 'cross-site' }],
  ['a neighbour under the same domain', { 'sec-fetch-site': 'same-site', origin: 'http://evil.commonlot.example' }],
  ['another host, in a browser that says no more', { origin: 'https://evil.example' }],
  ['a frame in a sandbox', { origin: 'null' }],
  ['an origin that is none', { origin: 'commonlot.example' }],
  ['another port of the own host', { origin: 'http://commonlot.example:8080' }],
  ['a host that only begins alike', { origin: 'http://commonlot.example.evil.example' }],
  ['two answers at once', { 'sec-fetch-site': 'same-origin, cross-site' }],
])('refuses a change from %s', async (_case, headers) => {
  for (const method of ['PUT', 'POST', 'DELETE'] as const) {
    const answer = await savedFrom({ ...headers, host: 'commonlot.example' }, method);
    expect(answer.body).toEqual({
      type: 'urn:problem:request.cross-site',
      title: 'request.cross-site',
      status: 403,
      code: 'request.cross-site',
      details: {},
    });
    expect(answer.headers['content-type']).toContain('application/problem+json');
  }
  expect((await api.ok(access.readSession, {}, { as: person })).person?.id).toBe(person.id);
});

it.each([
  ['the own site, as the browser says', { 'sec-fetch-site': 'same-origin', origin: 'http://commonlot.example' }],
  ['a bookmark', { 'sec-fetch-site': 'none' }],
  ['the public address, behind two proxies', { host: 'api:3001', origin: 'http://commonlot.example' }],
  ['the host that the web server was called by', { host: 'web.example:3000', origin: 'http://web.example:3000' }],
  [
    'the host that the web server hands on',
    { host: '127.0.0.1:3001', 'x-forwarded-host': 'Web.example', origin: 'http://web.example' },
  ],
  ['a program that is no browser', {}],
])('takes a change from %s', async (_case, headers) => {
  expect((await savedFrom({ host: 'commonlot.example', ...headers })).status).toBe(200);
});

it('does not believe a handed on host over what the browser says', async () => {
  const headers = { 'x-forwarded-host': 'evil.example', origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' };
  expect((await savedFrom(headers)).body).toMatchObject({ code: 'request.cross-site' });
});

it('lets other sites read what is public, and never with the session of a person', async () => {
  const answer = await api.raw({
    method: 'GET',
    url: '/api/register/calls',
    headers: { 'sec-fetch-site': 'cross-site' },
  });
  expect(answer.status).toBe(200);
  expect(answer.headers['access-control-allow-origin']).toBeUndefined();
});
