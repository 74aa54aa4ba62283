import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Sentence } from '../repository.mjs';
import { asServer, giveTo } from './account.mjs';

/**
 * Makes a cluster with the role and the database `commonlot`. It is made under another name and renamed at the end, so
 * that one that was interrupted is never taken for a whole one. `passwordFile` receives the role's password.
 */
export function createCluster({ binaries, account, cluster, passwordFile, durable }) {
  const unfinished = `${cluster}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  giveTo(account, unfinished);
  const password = newPassword();
  initialise({ binaries, account, unfinished, durable });
  prepareDatabases({ binaries, account, unfinished, password });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  renameSync(unfinished, cluster);
}

function initialise({ binaries, account, unfinished, durable }) {
  // The superuser's password is kept nowhere: whoever owns the files can always use single-user mode.
  const passwordFile = `${unfinished}.password`;
  writeFileSync(passwordFile, newPassword(), { mode: 0o600 });
  giveTo(account, passwordFile);
  try {
    run(binaries, account, 'initdb', [
      ...['-D', unfinished, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8'],
      // The built-in provider sorts the same on every machine; people's lists say COLLATE in their ORDER BY.
      ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
      ...[`--locale=${process.platform === 'linux' ? 'C.UTF-8' : 'C'}`, '--no-instructions'],
      ...(durable ? [] : ['--no-sync']),
    ]);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function prepareDatabases({ binaries, account, unfinished, password }) {
  const extensions = ['citext', 'pg_trgm', 'unaccent', 'btree_gist'];
  // In template1, so that each database made later has them, those of the tests too.
  singleUser({ binaries, account, unfinished }, 'template1', [
    ...extensions.map((name) => `CREATE EXTENSION ${name};`),
    `CREATE ROLE commonlot LOGIN CREATEROLE CREATEDB PASSWORD '${password}';`,
    'CREATE DATABASE commonlot OWNER commonlot;',
  ]);
}

/** Runs statements in a database of a cluster that does not run, as the superuser. */
export function asSuperuser({ binaries, account, cluster }, database, statements) {
  singleUser({ binaries, account, unfinished: cluster }, database, statements);
}

/** Runs statements without a server, as the superuser. This mode answers 0 whatever happens: its words decide. */
function singleUser({ binaries, account, unfinished }, database, statements) {
  const output = run(binaries, account, 'postgres', ['--single', '-D', unfinished, database], statements.join('\n'));
  const failure = output.match(/(ERROR|FATAL|PANIC): .*/)?.[0];
  if (failure) throw new Sentence(`The new database could not be prepared: ${failure}`);
}

function run(binaries, account, program, args, input = '') {
  const result = spawnSync(join(binaries.folder, program), args, { ...asServer(account), input, encoding: 'utf8' });
  const output = `${result.stdout ?? ''}${result.stderr ?? ''}`;
  if (result.status !== 0) throw new Sentence(`${program} failed: ${(output || String(result.error)).trim()}`);
  return output;
}

/** Letters and digits only, so that it can stand in a URL and in SQL as it is. */
function newPassword() {
  return randomBytes(24).toString('hex');
}
