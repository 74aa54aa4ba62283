import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../repository.mjs';
import { filesBelow } from './sources.mjs';

/** The forms of secrets that people paste into files. */
const forms = {
  'a private key': /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/,
  'a key of a cloud': /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b|\bAIza[\w-]{35}\b/,
  'a token of a forge or a registry': /\b(?:gh[pousr]_[A-Za-z0-9]{30,}|glpat-[\w-]{20}|npm_[A-Za-z0-9]{36})\b/,
  'a token of a chat or a payment service': /\b(?:xox[abprs]-[\w-]{10,}|sk_live_\w{16,})/,
  'a signed token': /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/,
  'a password in an address': /\b[a-z][a-z+]{2,}:\/\/[^\s:/@'"`$<{…[]+:(?!\/\/)[^\s@/'"`$<{…[\]]{3,}@[^\s'"`]/,
  'a token of a registry in its settings': /_authToken\s*=|\/\/[^\s]+\/:_password=/,
};

/** Passwords of databases that live as long as a test. */
const harmless =
  /:\/\/(?:commonlot|postgres|user|somebody|name|test):(?:commonlot|postgres|password|secret|word|test|x+)@/gi;

/** The examples of what is found, here and in the logs; the digests of packages. */
const exempt = new Set([
  'packages/tooling/guards/secrets.test.mjs',
  'apps/api/src/platform/log-redaction.test.ts',
  'package-lock.json',
]);

const secretsIn = (path, text) =>
  text.split('\n').flatMap((line, index) =>
    Object.entries(forms)
      .filter(([, form]) => form.test(line.replaceAll(harmless, '://')))
      .map(([kind]) => `${path}:${index + 1}: ${kind}`),
  );

/** All files that are kept in the history, or, where there is none, all that could be. */
function trackedFiles() {
  try {
    const names = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      cwd: repository,
      maxBuffer: 50_000_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return names.toString().split('\0').filter(Boolean);
  } catch {
    return filesBelow(['apps', 'packages', 'docs', 'infra'], /./).map(({ path }) => path);
  }
}

test.each([
  ['-----BEGIN RSA PRIVATE KEY-----', 'a private key'],
  [`key: ${'AKIA'}IOSFODNN7EXAMPLE`, 'a key of a cloud'],
  [`token = ${'ghp'}_${'a1'.repeat(18)}`, 'a token of a forge or a registry'],
  [`${'eyJ'}hbGciOiJIUzI1NiJ9.${'eyJ'}zdWIiOiIxMjM0In0.abcdefghijklmnop`, 'a signed token'],
  ['DATABASE_URL=postgres://lottery:hunter2hunter2@db.internal/live', 'a password in an address'],
  ['//registry.example/:_authToken=abc', 'a token of a registry in its settings'],
])('%s is %s', (line, kind) => {
  expect(secretsIn('a', line)).toEqual([`a:1: ${kind}`]);
});

test.each([
  'postgres://localhost/commonlot',
  'https://user@example.org/path:8080@x',
  'smtp://localhost:2525',
  'mailto:a@b.example',
])('%s is no secret', (line) => {
  expect(secretsIn('a', line)).toEqual([]);
});

test('no file holds a secret', () => {
  const found = trackedFiles()
    .filter((path) => !exempt.has(path))
    .filter((path) => statSync(join(repository, path), { throwIfNoEntry: false })?.isFile())
    .flatMap((path) => secretsIn(path, readFileSync(join(repository, path), 'latin1')));
  expect(found).toEqual([]);
});

test('no file of settings of one machine is kept', () => {
  expect(
    trackedFiles().filter((path) => /(?:^|\/)\.(?:env|npmrc|netrc|pgpass)(?:\.(?!example$)|$)/.test(path)),
  ).toEqual([]);
});
