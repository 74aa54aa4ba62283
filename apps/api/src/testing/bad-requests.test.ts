import { randomUUID } from 'node:crypto';
import { type Endpoint, endpoints } from '@commonlot/contracts';
import fc from 'fast-check';
import { givenEverything, type Target } from './given-everything.js';
import { sampleOf } from './hostile.js';
import { faultOf } from './hostile-answers.js';
import { type Answer, type RawRequest, TestApi } from './test-api.js';

let api: TestApi;
let targetOf: (name: string) => Target;
beforeAll(async () => {
  api = await TestApi.start();
  targetOf = await givenEverything(api);
}, 60_000);
afterAll(() => api.stop());

const all = [...endpoints];
const takesBody = ({ method }: Endpoint) => method !== 'GET' && method !== 'DELETE';
const jsonOnes = all.filter(([, endpoint]) => takesBody(endpoint) && endpoint.accepts === 'json');
const bytesOnes = all.filter(([, endpoint]) => endpoint.accepts === 'bytes');
const idempotentOnes = all.filter(([, endpoint]) => endpoint.idempotent);
const codeOf = (answer: Answer<unknown>) => (answer.body as { code?: string } | null)?.code ?? null;

interface Change extends Partial<Omit<RawRequest, 'headers'>> {
  readonly headers?: Record<string, string | string[] | undefined>;
  readonly query?: string;
}

/** The request that the endpoint expects, on records that nothing has, with something changed. */
function requestOf(name: string, endpoint: Endpoint, { headers, query = '', ...change }: Change = {}): RawRequest {
  const { as, body } = targetOf(name);
  const path = endpoint.path.replaceAll(/:([A-Za-z]+)/g, (_, parameter: string) => unknown[parameter] ?? randomUUID());
  const type = endpoint.accepts === 'bytes' ? 'application/octet-stream' : 'application/json';
  const all: Record<string, string | string[] | undefined> = {
    ...(takesBody(endpoint) ? { 'content-type': type } : {}),
    ...(endpoint.idempotent ? { 'idempotency-key': randomUUID() } : {}),
    ...(as === null ? {} : { cookie: `session=${as.token}` }),
    ...headers,
  };
  const given = Object.entries(all).filter((entry): entry is [string, string | string[]] => entry[1] !== undefined);
  return {
    method: endpoint.method,
    url: `/api${path}${query}`,
    headers: Object.fromEntries(given),
    ...(takesBody(endpoint) ? { payload: endpoint.accepts === 'bytes' ? 'x' : JSON.stringify(body) } : {}),
    ...change,
  };
}
const unknown: Record<string, string> = {
  number: '2026-X99-0001',
  year: '2098',
  enterpriseNumber: '0415580365',
  subjectType: 'application',
  form: 'lines.csv',
};

/** Sends and expects a refusal with this code that the contract knows. */
async function expectRefusal(name: string, endpoint: Endpoint, change: Change, code: string): Promise<void> {
  const answer = await api.raw(requestOf(name, endpoint, change));
  const what = [name, change.headers, String(change.payload).slice(0, 60), change.query];
  expect([what, faultOf(endpoint, answer), codeOf(answer)]).toEqual([what, null, code]);
}

it.each([
  ['JSON that ends too early', '{"revision": 1'],
  ['JSON with a comment', '{"revision": 1 /* one */}'],
  ['no JSON', '<xml/>'],
  ['nothing', ''],
  ['two documents', '{}{}'],
  ['a number beyond all numbers', '{"revision": 1e999}'],
  ['a key that is a prototype', '{"__proto__": {"roles": ["administrator"]}}'],
  ['bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d])],
  ['UTF-16', Buffer.from('{"revision": 1}', 'utf16le')],
  ['a hundred thousand lists in one another', '['.repeat(100_000) + ']'.repeat(100_000)],
  ['ten thousand objects in one another', `${'{"revision":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
  ['a hundred thousand fields', JSON.stringify(Object.fromEntries(Array.from({ length: 50_000 }, (_, n) => [n, 0])))],
])('refuses %s on every endpoint that takes JSON', async (_case, payload) => {
  for (const [name, endpoint] of jsonOnes) {
    if (payload === '' && endpoint.body.safeParse({}).success) continue;
    await expectRefusal(name, endpoint, { payload }, 'request.malformed');
  }
});

it.each([
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/octet-stream',
  'application/xml',
  'no type at all',
])('refuses a body of type %s where JSON belongs', async (type) => {
  for (const [name, endpoint] of jsonOnes) {
    await expectRefusal(name, endpoint, { headers: { 'content-type': type } }, 'request.unsupported-media');
  }
});

it.each([
  'application/json',
  'text/plain',
  'multipart/form-data; boundary=x',
])('refuses a body of type %s where bytes belong', async (type) => {
  for (const [name, endpoint] of bytesOnes) {
    const change = { headers: { 'content-type': type }, payload: '{}', query: '?name=a.pdf&questionId=quotes' };
    const rest = { ...change, query: name !== 'applications.attachFile' ? '?name=a.csv' : change.query };
    await expectRefusal(name, endpoint, rest, 'request.unsupported-media');
  }
});

it('refuses a body that is larger than the endpoint takes', async () => {
  for (const [name, endpoint] of jsonOnes) {
    const payload = JSON.stringify({ filler: 'x'.repeat(endpoint.maxBytes) });
    await expectRefusal(name, endpoint, { payload }, 'request.too-large');
  }
});

it.each([
  '',
  'x',
  'NULL',
  '00000000-0000-0000-0000-000000000000',
  `${randomUUID()}0`,
  undefined,
  [randomUUID(), 'x'],
])('refuses the key %j where something is created', async (key) => {
  for (const [name, endpoint] of idempotentOnes) {
    await expectRefusal(name, endpoint, { headers: { 'idempotency-key': key } }, 'request.malformed');
  }
});

it.each([
  ['a field that nobody asked for', '?nobody-asked=1'],
  ['a prototype', '?__proto__[isAdministrator]=true'],
  ['another prototype', '?constructor=1'],
])('refuses %s in the query of every endpoint', async (_case, query) => {
  for (const [name, endpoint] of all) await expectRefusal(name, endpoint, { query }, 'request.malformed');
});

const hostileTexts = [
  ...['', '%00', '%0d%0aSet-Cookie:x=1', '%ff%fe', '%', '%zz', '%ED%A0%80', 'x'.repeat(2000), '..%2f..%2fetc'],
  ...["';--", '%3Cscript%3E', 'NaN', '-1', '1e308', '9007199254740993', '2026-99-99~x', 'infinity~x', '0000-00-00~1'],
  ...['99999999999999999999~x', '999999999999999999', '1', '2147483648', randomUUID(), '%F0%9F%8E%BA'],
];

it('stumbles over nothing in any field of any query, once or twice', async () => {
  const faults: unknown[] = [];
  for (const [name, endpoint] of all) {
    const fields = Object.entries(sampleOf(endpoint.query) as Record<string, unknown>);
    for (const [field] of fields) {
      const others = fields.filter(([other]) => other !== field && !['after', 'search'].includes(other));
      const rest = others.map(([other, value]) => `&${other}=${encodeURIComponent(String(value))}`).join('');
      for (const text of [...hostileTexts, `1&${field}=2`, `a&${field}[]=b`]) {
        const answer = await api.raw(requestOf(name, endpoint, { query: `?${field}=${text}${rest}` }));
        const fault = faultOf(endpoint, answer);
        if (fault !== null) faults.push([name, field, text, fault]);
      }
    }
  }
  expect(faults).toEqual([]);
}, 60_000);

it('stumbles over nothing in any part of any path', async () => {
  const faults: unknown[] = [];
  const texts = [...hostileTexts, '%2e%2e', '..', '.', '%2e%2e%2f%2e%2e', 'x'.repeat(301), '*', ':id', '%5c..%5c'];
  for (const [name, endpoint] of all) {
    for (const [part] of endpoint.path.matchAll(/:[A-Za-z]+/g)) {
      for (const text of texts) {
        const request = requestOf(name, endpoint);
        const path = endpoint.path.replace(part, () => text).replaceAll(/:[A-Za-z]+/g, () => randomUUID());
        const answer = await api.raw({ ...request, url: `/api${path}` });
        const fault = faultOf(endpoint, answer);
        if (fault !== null) faults.push([name, path, fault]);
      }
    }
  }
  expect(faults).toEqual([]);
}, 60_000);

it('answers an address that does not exist like a record that does not', async () => {
  const { as } = targetOf('calls.createCall');
  for (const url of [
    '/',
    '/api',
    '/api/',
    '/api/nothing',
    '/api/calls/',
    '/api//calls',
    '/api/%2e%2e/calls',
    '/API/calls',
  ]) {
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'] as const) {
      const answer = await api.raw({ method, url, headers: { cookie: `session=${as?.token}` } });
      expect([url, method, answer.body]).toMatchObject([url, method, { code: 'record.missing', status: 404 }]);
      expect(answer.headers['content-type']).toContain('application/problem+json');
    }
  }
});

it('does not break over headers that nobody sends', async () => {
  const [name, endpoint] = ['access.readSession', endpoints.get('access.readSession')] as const;
  if (endpoint === undefined) throw new Error('No endpoint.');
  for (const headers of [
    { cookie: 'session=%00%ff' },
    { cookie: `session=${'x'.repeat(5000)}` },
    { cookie: 'session=a; session=b; __proto__=c; =; ;;' },
    { 'user-agent': '\u00ff'.repeat(3000) },
    { 'x-forwarded-for': 'not an address' },
    { 'x-forwarded-for': 'x'.repeat(6000) },
    { 'if-none-match': '"'.repeat(3000) },
    { accept: 'text/html', 'accept-encoding': '*;q=0', 'accept-language': '\u00e9' },
  ]) {
    const answer = await api.raw(requestOf(name, endpoint, { headers }));
    expect([headers, faultOf(endpoint, answer)]).toEqual([headers, null]);
  }
});

it('stumbles over no JSON at all', async () => {
  const request = fc.record({
    at: fc.nat({ max: jsonOnes.length - 1 }),
    payload: fc.oneof(fc.json(), fc.json({ maxDepth: 8 }), fc.string({ unit: 'binary' })),
    isRight: fc.boolean(),
    stray: fc.jsonValue(),
  });
  await fc.assert(
    fc.asyncProperty(request, async ({ at, payload, isRight, stray }) => {
      const [name, endpoint] = jsonOnes[at] ?? ['', jsonOnes[0]?.[1] as Endpoint];
      const fields = Object.entries(targetOf(name).body);
      const [field] = fields[payload.length % Math.max(fields.length, 1)] ?? ['none'];
      const body = isRight ? JSON.stringify({ ...targetOf(name).body, [field]: stray }) : payload;
      const answer = await api.raw(requestOf(name, endpoint, { payload: body }));
      expect([name, body, faultOf(endpoint, answer)]).toEqual([name, body, null]);
    }),
    { numRuns: 400 },
  );
});
