/** @jest-environment node */
import { passToApi } from './api-proxy.mjs';
import { securityHeaders } from './security-headers.mjs';
import { speak, startServers } from './testing.mjs';

let servers;
beforeAll(async () => {
  servers = await startServers();
});
afterAll(() => servers.stop());
afterEach(() => servers.seen.splice(0));

const fetchFrom = (path, options) => fetch(servers.origin + path, { redirect: 'manual', ...options });
const lines = (...text) => text.join('\r\n');

/** What is wrong with the headers of an answer. */
function faultsOf(headers, isHttps = false) {
  return Object.entries(securityHeaders({ isHttps })).filter(([name, value]) => headers.get(name) !== value);
}

it.each([
  ['a page', '/nl', {}, 200],
  ['the API', '/api/session', {}, 200],
  ['a method that no page has', '/nl', { method: 'DELETE' }, 405],
  ['a host that is none', '/nl', { host: 'a b' }, 400],
])('%s answers with the same headers', async (_what, path, { host, ...options }, status) => {
  if (host === undefined) {
    const answer = await fetchFrom(path, options);
    expect([answer.status, faultsOf(answer.headers)]).toEqual([status, []]);
    return;
  }
  const { text } = await speak(
    servers.port,
    lines(`GET ${path} HTTP/1.1`, `Host: ${host}`, 'Connection: close', '', ''),
  );
  expect(text).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  for (const [name, value] of Object.entries(securityHeaders({ isHttps: false })))
    expect(text).toContain(`${name}: ${value}`);
});

it('promises https where people come over https, and nowhere else', async () => {
  const secure = await startServers({ isHttps: true });
  const answer = await fetch(`${secure.origin}/nl`);
  expect(faultsOf(answer.headers, true)).toEqual([]);
  expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
  expect((await fetchFrom('/nl')).headers.get('strict-transport-security')).toBeNull();
  await secure.stop();
});

it.each([
  ['nobody', {}, 'private, no-cache'],
  ['somebody who is signed in', { cookie: 'theme=dark; session=abc' }, 'no-store'],
  ['somebody who is signed in over https', { cookie: '__Host-session=abc' }, 'no-store'],
  ['nobody, with a cookie of another name', { cookie: 'my-session=abc' }, 'private, no-cache'],
])('lets the page of %s be kept as far as it may', async (_who, headers, expected) => {
  expect((await fetchFrom('/nl', { headers })).headers.get('cache-control')).toBe(expected);
  expect(
    (await fetchFrom('/nl', { headers: { ...headers, 'sec-purpose': 'prefetch' } })).headers.get('cache-control'),
  ).toBe(expected === 'no-store' ? 'no-store' : 'private, max-age=10');
});

it('tells the API who asks, and nothing that the client says of that', async () => {
  await speak(
    servers.port,
    lines(
      'GET /api/session HTTP/1.1',
      'Host: commonlot.example',
      'X-Forwarded-For: 203.0.113.1',
      'X-Forwarded-For: 203.0.113.2',
      'X-Forwarded-Host: evil.example',
      'X-Forwarded-Proto: https',
      'X-Forwarded-Port: 1',
      'Forwarded: for=203.0.113.3;host=evil.example',
      'X-Real-IP: 203.0.113.4',
      'X-Request-Id: forged-by-a-client',
      'Connection: close',
      '',
      '',
    ),
  );
  const [{ headers }] = servers.seen;
  expect(headers).toMatchObject({
    'x-forwarded-for': '127.0.0.1',
    'x-forwarded-host': 'commonlot.example',
    'x-forwarded-proto': 'http',
    'x-request-id': expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f-]{27}$/),
  });
  expect(Object.keys(headers).filter((name) => /^(?:forwarded|x-real-ip|x-forwarded-port)$/.test(name))).toEqual([]);
});

const get = ['GET /api/hidden HTTP/1.1', 'Host: localhost', '', ''];
it.each([
  ['both a length and chunks', ['Content-Length: 4', 'Transfer-Encoding: chunked', '', lines('0', '', ...get)]],
  ['chunks and a length', ['Transfer-Encoding: chunked', 'Content-Length: 4', '', lines('0', '', ...get)]],
  ['two lengths that differ', ['Content-Length: 0', 'Content-Length: 44', '', lines(...get)]],
  ['two lengths that are the same', ['Content-Length: 4', 'Content-Length: 4', '', 'abcd']],
  ['two lengths in one', ['Content-Length: 4, 4', '', 'abcd']],
  ['a length with a sign', ['Content-Length: +4', '', 'abcd']],
  ['a length below nothing', ['Content-Length: -1', '', lines(...get)]],
  ['a length in another base', ['Content-Length: 0x4', '', 'abcd']],
  ['a header over two lines', ['X-A: b', ' Content-Length: 4', 'Content-Length: 0', '', 'abcd']],
  ['a header over two lines by a tab', ['Transfer-Encoding:', '\tchunked', 'Content-Length: 4', '', 'abcd']],
  ['a space before the colon', ['Content-Length : 4', '', 'abcd']],
  ['a coding that is none', ['Transfer-Encoding: xchunked', '', lines('0', '', ...get)]],
  ['two codings, the last of them unknown', ['Transfer-Encoding: chunked, identity', '', lines('0', '', ...get)]],
  ['a chunk whose size is none', ['Transfer-Encoding: chunked', '', lines('zz', 'abcd', '0', '', '')]],
  ['a chunk of a size with a sign', ['Transfer-Encoding: chunked', '', lines('+4', 'abcd', '0', '', '')]],
  ['a chunk that is longer than it says', ['Transfer-Encoding: chunked', '', lines('2', 'abcd', '0', '', '')]],
  ['a chunk of endless size', ['Transfer-Encoding: chunked', '', lines('ffffffffffffffffff', 'abcd', '0', '', '')]],
  ['lines without a return', ['X-A: b\nTransfer-Encoding: chunked\nContent-Length: 0', '', lines('0', '', ...get)]],
  ['a return alone', ['X-A: b\rContent-Length: 4', '', 'abcd']],
  ['a null in a header', ['X-A: b\0c', '', '']],
])('refuses a request with %s and hangs up, and nothing of it reaches the API', async (_what, rest) => {
  const { text, isClosed } = await speak(servers.port, lines('POST /api/session HTTP/1.1', 'Host: localhost', ...rest));
  expect(text).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
  expect(text.match(/HTTP\/1\.1/g)).toHaveLength(1);
  expect(text).toContain("content-security-policy: default-src 'none'");
  expect(isClosed).toBe(true);
  expect(servers.seen.filter(({ url }) => url === '/api/hidden')).toEqual([]);
});

it.each([
  ['an address of another server', 'GET http://evil.example/nl HTTP/1.1', 400],
  ['an address that is a star', 'OPTIONS * HTTP/1.1', 400],
  ['a method that no page has', 'TRACE /nl HTTP/1.1', 405],
  ['an old protocol', 'GET /nl', 400],
  ['a protocol that is none', 'GET /nl HTTP/9.9', 400],
])('refuses %s', async (_what, first, status) => {
  const { text } = await speak(servers.port, lines(first, 'Host: localhost', 'Connection: close', '', ''));
  expect(text).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(text).toContain('x-content-type-options: nosniff');
});

it('refuses a head that is too large', async () => {
  const { text, isClosed } = await speak(
    servers.port,
    lines('GET /nl HTTP/1.1', 'Host: localhost', `X-A: ${'x'.repeat(20_000)}`, '', ''),
  );
  expect([text.slice(0, 12), isClosed]).toEqual(['HTTP/1.1 431', true]);
});

it('gives a body that comes drop by drop so much time and no more, and a file as long as it needs', async () => {
  const hasty = await startServers({ bodyMs: 200 });
  const head = (type) =>
    lines('POST /api/session HTTP/1.1', 'Host: localhost', `Content-Type: ${type}`, 'Content-Length: 9', '', 'abc');
  expect(await speak(hasty.port, head('application/json'), 1_500)).toEqual({ text: '', isClosed: true });
  expect(await speak(hasty.port, head('application/octet-stream'), 600)).toEqual({ text: '', isClosed: false });
  await hasty.stop();
});

it.each(['GET', 'POST'])('answers %s as the API would when the API is away, with its own headers', async (method) => {
  const away = await startServers({ toApi: passToApi('http://127.0.0.1:9') });
  const answer = await fetch(`${away.origin}/api/session`, { method, ...(method === 'POST' ? { body: '{}' } : {}) });
  const { code } = await answer.json();
  expect([answer.status, code, answer.headers.get('retry-after')]).toEqual([503, 'service.unavailable', '10']);
  expect(faultsOf(answer.headers)).toEqual([]);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  await away.stop();
});
