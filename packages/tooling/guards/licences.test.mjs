import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../repository.mjs';

/** Licences that let us hand the product on under the EUPL without handing on a duty that it does not have. */
const allowed = new Set([
  ...['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC0-1.0', 'EUPL-1.2', 'ISC', 'MIT'],
  // The last three: a font, a module of Python that was rewritten in JavaScript, and the public domain.
  ...['MIT-0', 'PostgreSQL', 'Zlib', 'OFL-1.1', 'Python-2.0', 'Unlicense'],
]);

/** What the lock does not say, or says in words of its own, and what stands in the package itself. */
const explained = {
  buffers: { says: undefined, is: 'MIT', because: 'it names none; see docs/security/accepted-findings.md' },
  chainsaw: { says: 'MIT/X11', is: 'MIT', because: 'another name for the same words' },
  'png-js': { says: undefined, is: 'MIT', because: 'its LICENSE file holds the words of the MIT licence' },
};

/** True for an SPDX expression that can be met with allowed licences: each part of AND, one part of OR. */
function isAllowed(expression) {
  const bare = expression.trim().replace(/^\((.*)\)$/, '$1');
  if (bare.includes(' OR ')) return bare.split(' OR ').some(isAllowed);
  if (bare.includes(' AND ')) return bare.split(' AND ').every(isAllowed);
  return allowed.has(bare);
}

/** The packages that run in the product or come with it: all but those that only building and testing need. */
function shipped(packages) {
  return Object.entries(packages)
    .filter(([path, entry]) => path.includes('node_modules/') && !entry.link && !entry.dev)
    .map(([path, { license }]) => ({ name: path.split('node_modules/').at(-1), license }));
}

function faultsOf(packages) {
  return shipped(packages).flatMap(({ name, license }) => {
    const known = explained[name];
    const meant = known !== undefined && known.says === license ? known.is : license;
    return typeof meant === 'string' && isAllowed(meant) ? [] : [`${name}: ${license ?? 'no licence'}`];
  });
}

test.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-or-later)', true],
  ['(MIT AND Zlib)', true],
  ['GPL-3.0-or-later', false],
  ['AGPL-3.0-only', false],
  ['(MIT AND GPL-2.0-only)', false],
  ['LGPL-3.0-or-later', false],
  ['SSPL-1.0', false],
  ['BUSL-1.1', false],
  ['UNLICENSED', false],
  ['SEE LICENSE IN LICENSE', false],
])('the licence %s may come with the product: %s', (expression, expected) => {
  expect(isAllowed(expression)).toBe(expected);
});

test('a package under the GPL, or under nothing, is found, and one that only tests need is not', () => {
  const packages = {
    'apps/api': {},
    'node_modules/a': { license: 'GPL-3.0-only' },
    'node_modules/a/node_modules/b': {},
    'node_modules/c': { license: 'AGPL-3.0-only', dev: true },
    'node_modules/chainsaw': { license: 'GPL-2.0-only' },
  };
  expect(faultsOf(packages)).toEqual(['a: GPL-3.0-only', 'b: no licence', 'chainsaw: GPL-2.0-only']);
});

test('every package that comes with the product is under a licence that may', () => {
  const { packages } = JSON.parse(readFileSync(join(repository, 'package-lock.json'), 'utf8'));
  expect(shipped(packages).length).toBeGreaterThan(100);
  expect(faultsOf(packages)).toEqual([]);
  const names = shipped(packages).map(({ name }) => name);
  expect(Object.keys(explained).filter((name) => !names.includes(name))).toEqual([]);
});
