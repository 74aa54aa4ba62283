/** @jest-environment node */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { securityHeaders } from './security-headers.mjs';
import { staticFiles } from './static-files.mjs';
import { speak, startServers } from './testing.mjs';

const folder = mkdtempSync(join(tmpdir(), 'commonlot-static-'));
const script = `export const a = '${'é'.repeat(600)}';`;
mkdirSync(join(folder, 'assets'));
mkdirSync(join(folder, '.vite'));
writeFileSync(join(folder, 'assets/a-1a2b.js'), script);
writeFileSync(join(folder, 'assets/a-1a2b.js.gz'), gzipSync(script));
writeFileSync(join(folder, 'robots.txt'), 'User-agent: *\n');
writeFileSync(join(folder, '.vite/manifest.json'), '{}');
writeFileSync(join(folder, '.env'), 'SECRET=1');

let servers;
beforeAll(async () => {
  servers = await startServers({ files: staticFiles(folder) });
});
afterAll(async () => {
  await servers.stop();
  rmSync(folder, { recursive: true, force: true });
});
const get = (path, headers = {}, method = 'GET') => fetch(servers.origin + path, { headers, method });

it('serves a file in the form that the reader takes, for a year when its name holds its digest', async () => {
  const zipped = await get('/assets/a-1a2b.js', { 'accept-encoding': 'br, gzip' });
  expect(zipped.headers.get('content-encoding')).toBe('gzip');
  expect(await zipped.text()).toBe(script);
  const plain = await get('/assets/a-1a2b.js', { 'accept-encoding': 'gzip;q=0' });
  expect(plain.headers.get('content-encoding')).toBeNull();
  expect(await plain.text()).toBe(script);
  expect(Object.fromEntries(plain.headers)).toMatchObject({
    ...securityHeaders({ isHttps: false }),
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'Accept-Encoding',
  });
  const robots = await get('/robots.txt');
  expect(robots.headers.get('cache-control')).toBe('public, max-age=3600');
  expect(robots.headers.get('content-type')).toBe('text/plain; charset=utf-8');
});

it('answers who has the file already without sending it again, and HEAD without a body', async () => {
  const etag = (await get('/robots.txt')).headers.get('etag');
  const known = await get('/robots.txt', { 'if-none-match': `"x", ${etag}` });
  expect([known.status, await known.text()]).toEqual([304, '']);
  const head = await get('/robots.txt', {}, 'HEAD');
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '14', '']);
});

it.each([
  '/.env',
  '/.vite/manifest.json',
  '/assets/',
  '/assets',
  '/assets/a-1a2b.js.gz',
  '/assets/../robots.txt%00',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/..%2f..%2fetc%2fpasswd',
  '/%zz',
  '/__proto__',
  '/constructor',
])('leaves %s to the pages', async (path) => {
  const { text } = await speak(servers.port, `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
  expect(text).toMatch(/^HTTP\/1\.1 200 .*a page$/s);
});

it('goes on serving a file that is taken away under it, and everything else', async () => {
  rmSync(join(folder, 'assets/a-1a2b.js'));
  rmSync(join(folder, 'assets/a-1a2b.js.gz'));
  const answer = await get('/assets/a-1a2b.js');
  expect([answer.status, await answer.text()]).toEqual([200, script]);
  expect(await (await get('/nl')).text()).toBe('a page');
});

it('does not start with a file whose type it does not know', () => {
  const other = mkdtempSync(join(tmpdir(), 'commonlot-static-'));
  writeFileSync(join(other, 'a.exe'), 'x');
  expect(() => staticFiles(other)).toThrow('No media type is known for /a.exe.');
  rmSync(other, { recursive: true });
});
