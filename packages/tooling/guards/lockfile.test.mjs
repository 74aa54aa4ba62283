import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../repository.mjs';

const read = (path) => JSON.parse(readFileSync(join(repository, path), 'utf8'));
const packages = read('package-lock.json').packages;

/**
 * Optional packages (one for each system) that the lock names and does not hold. With such a lock `npm ci` fails on the
 * system that the missing one is for.
 */
function missingOptional(entries) {
  const held = new Set(Object.keys(entries).map((path) => path.split('node_modules/').at(-1)));
  return Object.entries(entries).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !held.has(name))
      .map((name) => `${path} needs ${name}`),
  );
}

test('a missing optional package is found', () => {
  const entries = {
    'node_modules/a': { optionalDependencies: { 'a-linux': '1', 'a-darwin': '1' } },
    'node_modules/a-linux': {},
  };
  expect(missingOptional(entries)).toEqual(['node_modules/a needs a-darwin']);
});

test('the lock holds every optional package that it names', () => {
  expect(missingOptional(packages)).toEqual([]);
});

test('the lock names no host, so that each machine uses the registry it is set to', () => {
  const withHost = Object.entries(packages).filter(([, { resolved }]) => /^(?:https?|git)/.test(resolved ?? ''));
  expect(withHost.map(([path]) => path)).toEqual([]);
});

test('every package that comes from a registry has its integrity in the lock', () => {
  const without = Object.entries(packages).filter(
    ([path, entry]) => path.includes('node_modules/') && !entry.link && !entry.integrity,
  );
  expect(without.map(([path]) => path)).toEqual([]);
});

test('every workspace pins its packages to one version', () => {
  const workspaces = Object.keys(packages).filter((path) => !path.includes('node_modules/'));
  const loose = workspaces.flatMap((path) => {
    const { dependencies, devDependencies, optionalDependencies } = read(join(path, 'package.json'));
    return Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
      .filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))
      .map(([name, version]) => `${path}: ${name} ${version}`);
  });
  expect(loose).toEqual([]);
});
