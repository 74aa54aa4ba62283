import { randomUUID } from 'node:crypto';
import { type Endpoint, endpoints } from '@commonlot/contracts';
import { placesOf, sampleOf, withAt } from '../hostile.js';
import { TestApi, type TestPerson } from '../test-api.js';
import { type AllowedRequest, allowedRequests } from './allowed-requests.js';
import { Rehearsal } from './rehearsal.js';
import { Requests } from './requests.js';
import { Wire } from './wire.js';
import { givenMatrixWorld, type MatrixWorld } from './world.js';

let api: TestApi;
let world: MatrixWorld;
let wire: Wire;
let requests: Requests;
let rehearsal: Rehearsal;
let changes: AllowedRequest[];
let before: Record<string, string>;
beforeAll(async () => {
  api = await TestApi.start();
  world = await givenMatrixWorld(api);
  wire = await Wire.open(api);
  requests = new Requests(api, world);
  rehearsal = new Rehearsal(api);
  changes = await allowedRequests(world, requests);
  before = await rehearsal.checksum();
}, 60_000);
afterEach(async () => {
  expect(await rehearsal.checksum()).toEqual(before);
});
afterAll(async () => {
  wire.close();
  await api.stop();
});

const guarded = [...endpoints.values()].filter(({ permission }) => permission !== 'public');
const cookieOf = (person: TestPerson | null): Record<string, string> =>
  person === null ? {} : { cookie: `session=${person.token}` };
const pathOf = ({ path }: Endpoint) => `/api${path.replaceAll(/:[A-Za-z]+/g, () => randomUUID())}`;
const writes = ({ method }: Endpoint) => method !== 'GET' && method !== 'DELETE';
const json = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };

const encoded = (letter: string) => `%${letter.charCodeAt(0).toString(16)}`;
const upper = (text: string) => text.toUpperCase();

/** Ways of writing an address that some server, proxy or framework reads as the plain one. */
const spellings: readonly (readonly [string, (path: string) => string])[] = [
  ['a letter of /api encoded', (path) => path.replace('a', encoded)],
  ['a letter of the noun encoded', (path) => path.replace(/(?<=^\/api\/)\w/, encoded)],
  ['every letter encoded', (path) => path.replaceAll(/[a-z]/g, encoded)],
  ['a letter encoded twice', (path) => path.replace(/(?<=^\/api\/)\w/, (letter) => `%25${encoded(letter).slice(1)}`)],
  ['upper case', upper],
  ['the noun in upper case', (path) => path.replace(/(?<=^\/api\/)[a-z-]+/, upper)],
  ['a doubled slash in front', (path) => `/${path}`],
  ['a doubled slash inside', (path) => path.replace('/api/', '/api//')],
  ['a slash behind', (path) => `${path}/`],
  ['two slashes behind', (path) => `${path}//`],
  ['an encoded slash', (path) => path.replace('/api/', '/api%2f')],
  ['an encoded slash behind', (path) => `${path}%2f`],
  ['a backslash', (path) => path.replace('/api/', '/api\\')],
  ['a dot', (path) => path.replace('/api/', '/api/./')],
  ['an encoded dot', (path) => path.replace('/api/', '/api/%2e/')],
  ['a way up from a public page', (path) => path.replace('/api/', '/api/register/../')],
  ['an encoded way up from a public page', (path) => path.replace('/api/', '/api/register/%2e%2e/')],
  ['a way up with an encoded slash', (path) => path.replace('/api/', '/api/register/..%2f')],
  ['a parameter of the path', (path) => `${path};a=b`],
  ['a parameter in front', (path) => path.replace('/api/', '/api;a=b/')],
  ['an end of text', (path) => `${path}%00`],
  ['a space', (path) => `${path}%20`],
  ['an end of line', (path) => `${path}%0d%0a`],
  ['a file type', (path) => `${path}.json`],
  ['a style sheet behind', (path) => `${path}/x.css`],
  ['a public address in the query', (path) => `${path}?/api/session`],
  ['an anchor', (path) => `${path}%23/api/session`],
  ['the whole address', (path) => `http://127.0.0.1${path}`],
  ['the whole address of another host', (path) => `http://evil.example${path}`],
  ['an overlong encoding', (path) => path.replace('/api/', '/api%c0%af')],
  ['a wide slash', (path) => path.replace('/api/', '/api%ef%bc%8f')],
];

/** What the guard or the router may say to somebody who may not. */
const refusals = [400, 401, 403, 404, 414, 415];

it.each(
  spellings,
)('opens no guarded route to nobody, and none of a role to a member, by %s', async (_case, spelled) => {
  const wrong: unknown[] = [];
  for (const endpoint of guarded) {
    const path = spelled(pathOf(endpoint));
    const isOfRole = !['account:use', 'organisation:own', 'application:own'].includes(endpoint.permission);
    for (const person of isOfRole ? [null, world.people.outsider] : [null]) {
      const headers = { ...cookieOf(person), ...(writes(endpoint) ? json : {}) };
      const body = writes(endpoint) ? { body: '{}' } : {};
      const { status, code } = await wire.send({ method: endpoint.method, path, headers, ...body });
      if (!refusals.includes(status)) wrong.push([endpoint.method, path, status, code]);
    }
  }
  expect(wrong).toEqual([]);
});

it('knows a record by any spelling of its id for whoever may, and by none for whoever may not', async () => {
  const { representative, stranger } = world.people;
  const { applicationId = '', fileId = '' } = world.records.application['awarded']?.params ?? {};
  const { organisationId = '' } = world.records.organisation['paid']?.params ?? {};
  const { decisionId = '' } = world.records.batch['released']?.params ?? {};
  const paths = (id: (plain: string) => string) => [
    `/api/own-applications/${id(applicationId)}`,
    `/api/applications/${id(applicationId)}/files/${id(fileId)}`,
    `/api/organisations/${id(organisationId)}`,
    `/api/decisions/${id(decisionId)}/letter`,
    `/api/history/application/${id(applicationId)}`,
  ];
  const same = [(id: string) => id, upper, (id: string) => id.replaceAll('-', '%2d')];
  const odd = [
    ...[
      (id: string) => `{${id}}`,
      (id: string) => `urn:uuid:${id}`,
      (id: string) => `${id}%20`,
      (id: string) => `%20${id}`,
    ],
    ...[(id: string) => `${id}%00`, (id: string) => `${id},${id}`, (id: string) => id.replaceAll('-', '')],
    ...[(id: string) => `${randomUUID()}/../${id}`, (id: string) => `${id}?id=${id}`],
  ];
  for (const path of same.flatMap(paths)) {
    expect([path, (await wire.send({ method: 'GET', path, headers: cookieOf(representative) })).status]).toEqual([
      path,
      200,
    ]);
    expect([path, (await wire.send({ method: 'GET', path, headers: cookieOf(stranger) })).status]).toEqual([path, 404]);
  }
  for (const path of odd.flatMap(paths)) {
    const { status } = await wire.send({ method: 'GET', path, headers: cookieOf(stranger) });
    expect([path, refusals.includes(status)]).toEqual([path, true]);
  }
});

const methods = [
  ...['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT', 'QUERY', 'PROPFIND', 'MKCOL'],
  ...['COPY', 'MOVE', 'LOCK', 'SEARCH', 'LINK', 'PURGE', 'SUBSCRIBE', 'GETS', 'FOO'],
];

it('answers no method that no contract names, to whoever may call the address by another', async () => {
  const wrong: unknown[] = [];
  for (const path of new Set([...endpoints.values()].map((endpoint) => endpoint.path))) {
    const known = [...endpoints.values()]
      .filter((endpoint) => endpoint.path === path)
      .map(({ method }) => method as string);
    const others = methods.filter((method) => !known.includes(method) && !(method === 'HEAD' && known.includes('GET')));
    for (const method of others) {
      const address = `/api${path.replaceAll(/:[A-Za-z]+/g, () => randomUUID())}`;
      const headers = { ...cookieOf(world.people.officer), ...json };
      const { status, code, text } = await wire.send({ method, path: address, headers, body: '{}' });
      const isRefused = [400, 404, 405, 501].includes(status) || (status === 0 && code === 'closed');
      if (!isRefused || text.includes('session=')) wrong.push([method, path, status, code]);
    }
  }
  expect(wrong).toEqual([]);
});

it('believes no header about the method, the address or the person', async () => {
  const { administrator, officer } = world.people;
  const overrides = ['x-http-method-override', 'x-http-method', 'x-method-override', 'x-original-method'];
  for (const name of overrides) {
    for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
      const headers = { ...cookieOf(administrator), [name]: method };
      const { status, text } = await wire.send({ method: 'GET', path: '/api/session?', headers });
      expect([name, method, status, text.includes('"person":{')]).toEqual([name, method, 200, true]);
    }
  }
  for (const name of [
    'x-original-url',
    'x-rewrite-url',
    'x-original-uri',
    'x-forwarded-uri',
    'x-forwarded-prefix',
    'x-envoy-original-path',
  ]) {
    const guardedOne = await wire.send({ method: 'GET', path: '/api/people', headers: { [name]: '/api/session' } });
    expect([name, guardedOne.code]).toEqual([name, 'session.missing']);
    const open = await wire.send({ method: 'GET', path: '/api/session', headers: { [name]: '/api/people' } });
    expect([name, open.text.includes('"person":null')]).toEqual([name, true]);
  }
  const token = officer?.token ?? '';
  const claims: readonly Record<string, string>[] = [
    { authorization: `Bearer ${token}` },
    { authorization: `Basic ${Buffer.from(`${officer?.email}:${token}`).toString('base64')}` },
    { 'x-session': token, 'x-auth-token': token, 'x-csrf-token': token },
    { 'x-user': officer?.id ?? '', 'x-person-id': officer?.id ?? '', 'x-forwarded-user': officer?.email ?? '' },
    { 'x-role': 'administrator', 'x-roles': 'officer', 'x-permissions': 'call:read', 'x-admin': 'true' },
    { 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '127.0.0.1', forwarded: 'for=127.0.0.1', 'x-client-cert': 'x' },
    { cookie: `__Host-session=${token}` },
    { cookie: `Session=${token}` },
    { cookie: `$Version=1; x=session=${token}` },
    { cookie: `session[]=${token}` },
  ];
  for (const headers of claims) {
    const { code } = await wire.send({ method: 'GET', path: '/api/calls', headers });
    expect([Object.keys(headers), code]).toEqual([Object.keys(headers), 'session.missing']);
  }
});

it.each([
  ...[
    'text/plain',
    'text/json',
    'application/x-json',
    'application/vnd.api+json',
    'application/csp-report',
    'image/png',
  ],
  ...[
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/octet-stream',
    '*/*',
    'json',
  ],
  ...['text/plain; application/json', 'text/plain;x="application/json"', 'text/plain, application/json', 'application'],
])('takes no good body of the type %s', async (type) => {
  const taken: unknown[] = [];
  for (const { name, asked, as } of changes.filter(
    (each) => each.asked.endpoint.accepts === 'json' && writes(each.asked.endpoint),
  )) {
    const { answer, changes: changed } = await rehearsal.of(() => requests.send(asked, as, { 'content-type': type }));
    const { code } = (answer.body ?? {}) as { code?: string };
    if (code !== 'request.unsupported-media' || changed.length > 0) taken.push([name, code, changed]);
  }
  expect(taken).toEqual([]);
});

it('takes no list and no object in the place of a text, a number or an id, and stumbles over none', async () => {
  const wrong: unknown[] = [];
  for (const { name, asked, as } of changes.filter((each) => each.asked.endpoint.accepts === 'json')) {
    for (const place of placesOf(asked.body)) {
      const value = place.reduce<unknown>((inner, step) => (inner as Record<string, unknown>)[step], asked.body);
      if (typeof value === 'object') continue;
      for (const wrapped of [[value], { $ne: null }, { 0: value }, { toString: value }, [[value]], { value }]) {
        const body = withAt(asked.body, place, wrapped) as Record<string, unknown>;
        const { answer, changes: changed } = await rehearsal.of(() => requests.send({ ...asked, body }, as));
        const isKnown = asked.endpoint.body.safeParse(body).success;
        const { code } = (answer.body ?? {}) as { code?: string };
        const isRight = isKnown ? answer.status < 500 : code === 'request.malformed' && changed.length === 0;
        if (!isRight) wrong.push([name, place.join('.'), JSON.stringify(wrapped), answer.status, code]);
      }
    }
  }
  expect(wrong).toEqual([]);
});

it('refuses a field of the query that is given twice, as a list or as an object', async () => {
  const wrong: unknown[] = [];
  for (const endpoint of endpoints.values()) {
    const fields = Object.entries(sampleOf(endpoint.query) as Record<string, unknown>);
    for (const [field, value] of fields) {
      const text = encodeURIComponent(String(value));
      const rest = fields
        .filter(([other]) => other !== field)
        .map(([other, each]) => `&${other}=${encodeURIComponent(String(each))}`);
      for (const query of [
        `${field}=${text}&${field}=${text}`,
        `${field}[]=${text}`,
        `${field}[$ne]=x`,
        `${field}.x=${text}`,
      ]) {
        const person =
          [null, ...Object.values(world.people)].find((each) => each?.name === `The ${callerFor(endpoint)}`) ?? null;
        const path = `${pathOf(endpoint)}?${query}${rest.join('')}`;
        const type: Record<string, string> =
          endpoint.accepts === 'bytes' ? { 'content-type': 'application/octet-stream' } : {};
        const { status, code } = await wire.send({
          method: endpoint.method,
          path,
          headers: { ...cookieOf(person), ...type },
        });
        if (status !== 400 || code !== 'request.malformed') wrong.push([endpoint.path, query, status, code]);
      }
    }
  }
  expect(wrong).toEqual([]);
});

/** Somebody who gets past the guard of the endpoint. */
function callerFor({ permission }: Endpoint): string {
  const ofRole = ['officer', 'minister', 'controller', 'reviewer', 'administrator'] as const;
  const byPermission: Readonly<Record<string, (typeof ofRole)[number]>> = {
    'person:manage': 'administrator',
    'bank-account:verify': 'controller',
    'payment:approve': 'controller',
    'plan:write': 'minister',
  };
  return byPermission[permission] ?? 'officer';
}
