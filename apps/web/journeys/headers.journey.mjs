import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { securityHeaders } from '../server/security-headers.mjs';
import { origin, useBrowser } from './support/browser.mjs';
import { people, signInAs } from './support/people.mjs';
import { placesOf } from './support/places.mjs';
import { ready, visit } from './support/visit.mjs';

const always = securityHeaders({ isHttps: false });
const { 'content-security-policy': _ofPage, ...besidesPolicy } = always;
const pagePolicy =
  /^default-src 'none'; script-src 'nonce-([\w+/]{22}==)' 'strict-dynamic'; style-src 'self' 'nonce-\1'; style-src-attr 'unsafe-inline'; img-src 'self'; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types default$/;

const differing = (headers, expected) =>
  Object.entries(expected).flatMap(([name, value]) =>
    headers[name] === value ? [] : [`${name}: ${headers[name] ?? 'none'}`],
  );

/** What is wrong with the answer of a page; the nonces that were seen are gathered. */
async function pageFaults(response, { caching, nonces }) {
  const headers = response.headers();
  const faults = differing(headers, {
    ...besidesPolicy,
    'content-type': 'text/html; charset=utf-8',
    'cache-control': caching,
  });
  const [, nonce] = pagePolicy.exec(headers['content-security-policy'] ?? '') ?? [];
  if (nonce === undefined) faults.push(`content-security-policy: ${headers['content-security-policy']}`);
  else if (nonces.has(nonce)) faults.push('a nonce for the second time');
  nonces.add(nonce);
  const html = await response.text();
  const bare = [...html.matchAll(/<(?:script|style)\b[^>]*>/g)].filter(([tag]) => !tag.includes(`nonce="${nonce}"`));
  faults.push(...bare.map(([tag]) => `${tag} without the nonce`));
  if (headers['set-cookie'] !== undefined) faults.push(`set-cookie: ${headers['set-cookie']}`);
  return faults;
}

/** Paths of the server that are nobody's business. */
const hiddenPaths = [
  '/.vite/manifest.json',
  '/.env',
  '/.git/config',
  '/package.json',
  '/server/server.mjs',
  '/build/server/index.js',
  '/metrics',
  '/assets/',
  '/debug',
];

const refused = [
  ['GET', '/nl/bestaat-niet', 404],
  ['GET', '/nl/toekenningen/9999-X', 404],
  ['GET', '/xx', 404],
  ['GET', '/nl/work', 302],
  ['GET', '/nl/work/payments', 302],
  ['GET', '/api/bestaat-niet', 404],
  ['GET', '/api/metrics', 404],
  ['GET', '/api/calls', 401],
  ['POST', '/nl', 405],
  ['PUT', '/nl', 405],
  ['DELETE', '/nl', 405],
  ['GET', '/%zz', 404],
  ['HEAD', '/nl', 200],
];

/** The paths of all files of the build that browsers ask for. */
function builtPaths() {
  const folder = fileURLToPath(new URL('../build/client', import.meta.url));
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(?:br|gz)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
    .filter((path) => !path.includes('/.'));
}

async function placeFaults(page, [, path], { caching, nonces }) {
  const faults = await pageFaults(await page.request.get(path), { caching, nonces });
  if (path !== '/') {
    const data = await page.request.get(path.replace(/(\?|$)/, '.data$1'));
    faults.push(...differing(data.headers(), { ...always, 'cache-control': caching }).map((fault) => `data, ${fault}`));
  }
  return faults.map((fault) => `${path}: ${fault}`);
}

async function refusalFaults(page, [method, path, status]) {
  const response = await page.request.fetch(path, { method, maxRedirects: 0 });
  const headers = response.headers();
  const ofApi = { 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' };
  const faults = differing(headers, path.startsWith('/api/') ? ofApi : besidesPolicy);
  if (response.status() !== status) faults.push(String(response.status()));
  if (headers['content-security-policy'] === undefined) faults.push('no policy');
  return faults.map((fault) => `${method} ${path}: ${fault}`);
}

describe('the headers', () => {
  const browser = useBrowser();
  const nonces = new Set();

  for (const role of ['public', 'officer', 'applicant']) {
    test(`of every page of ${role} hold a policy with a nonce of their own, and say how long the page may be kept`, async () => {
      const page = await browser.page();
      if (role !== 'public') await signInAs(page, people[role]);
      const faults = [];
      const caching = role === 'public' ? 'private, no-cache' : 'no-store';
      for (const place of await placesOf(page, role, 'nl')) {
        faults.push(...(await placeFaults(page, place, { caching, nonces })));
      }
      await page.context().close();
      assert.deepEqual(faults, []);
    });
  }

  test('of every file of the build are the same, and no other file is served', async () => {
    const page = await browser.page();
    const paths = builtPaths();
    assert.ok(paths.length > 100, 'the build is there');
    const faults = [];
    for (const path of paths) {
      const response = await page.request.get(path);
      const caching = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600';
      const wrong = differing(response.headers(), { ...always, 'cache-control': caching });
      faults.push(...wrong.map((fault) => `${path}: ${fault}`));
      if (response.status() !== 200) faults.push(`${path}: ${response.status()}`);
    }
    for (const path of hiddenPaths) faults.push(...(await refusalFaults(page, ['GET', path, 404])));
    await page.context().close();
    assert.deepEqual(faults, []);
  });

  test('stand on what is refused and on what leads elsewhere, too', async () => {
    const page = await browser.page();
    const faults = [];
    for (const each of refused) faults.push(...(await refusalFaults(page, each)));
    await page.context().close();
    assert.deepEqual(faults, []);
  });
});

describe('in a browser the headers', () => {
  const browser = useBrowser();

  test('of sign-in set two cookies out of reach of scripts, and those of sign-out leave nothing in the browser', async () => {
    const page = await browser.page();
    await signInAs(page, people.officer);
    const cookies = await page.context().cookies();
    const own = cookies.filter(({ name }) => name === 'session' || name === 'device');
    assert.deepEqual(
      own.map(({ httpOnly, path, domain }) => [httpOnly, path, domain]),
      [
        [true, '/', 'localhost'],
        [true, '/', 'localhost'],
      ],
    );
    assert.equal(await page.evaluate(() => /session|device/.test(document.cookie)), false);
    const stored = () => page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    assert.equal(/@|\bBE\d\d|eyJ|[\w-]{43}/.test(await stored()), false, 'no address, account or token is kept');

    await visit(page, '/nl/work/payments');
    await page.evaluate(() => localStorage.setItem('commonlot.kept.anything', 'a text'));
    await page.locator('summary', { hasText: people.officer }).click();
    const [answer] = await Promise.all([
      page.waitForResponse(
        (response) => response.request().method() === 'DELETE' && response.url().endsWith('/api/session'),
      ),
      page.getByRole('button', { name: 'Afmelden' }).click(),
    ]);
    assert.equal((await answer.allHeaders())['clear-site-data'], '"cache", "storage"');
    await page.waitForURL((url) => !url.pathname.includes('/work'));
    assert.equal(
      (await page.context().cookies()).some(({ name }) => name === 'session'),
      false,
    );
    assert.equal(await page.evaluate(() => localStorage.length), 0);
    await page.goBack();
    await page.waitForTimeout(1_000);
    assert.doesNotMatch(await page.locator('body').innerText(), /Betalingen in|IBAN|€ \d/);
    await page.context().close();
  });

  test('leave the page whole when only its root catches an error', async () => {
    const page = await browser.page();
    await visit(page, '/nl');
    await page.route('**/*.data*', (route) => route.fulfill({ status: 500, contentType: 'text/plain', body: 'x' }));
    await page.getByRole('link', { name: 'Projectoproepen' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Er ging iets mis' }).waitFor();
    assert.deepEqual(
      page.faults.filter((fault) => !fault.includes('status of 500')),
      [],
    );
    await page.context().close();
  });

  test('name no program and keep the page out of reach of other windows', async () => {
    const page = await browser.page();
    await visit(page, '/nl');
    assert.equal(await page.evaluate(() => window.crossOriginIsolated), true);
    const response = await page.request.get(`${origin}/nl`);
    for (const name of ['server', 'x-powered-by', 'access-control-allow-origin'])
      assert.equal(response.headers()[name], undefined);
    await ready(page);
    await page.context().close();
  });
});
