import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Sentence } from '../repository.mjs';
import { copyIn, copyOut } from './copy.mjs';
import { headOfJournal, withClient } from './session.mjs';
import { dataTables, migrationsOf, sequences } from './tables.mjs';

/**
 * Writes every row of one instant into `folder`: a compressed file for each table and `manifest.json` with sums. The
 * tables themselves are not in it; the migrations make them. The folder appears when it is complete.
 */
export async function dump(url, folder) {
  const unfinished = `${folder}.part`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  const manifest = await withClient(url, async (client) => {
    // One picture for all tables, however long the copying takes; sequences only ever stand further on.
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows: clock } = await client.query('SELECT clock_timestamp() AS at');
    const tables = [];
    for (const { name, columns, key } of await dataTables(client)) {
      const file = `${name.replaceAll('"', '')}.copy.gz`;
      // In the order of the key, so that equal tables give equal bytes.
      const order = key.length > 0 ? key : columns;
      const rows = `SELECT ${columns.join(', ')} FROM ${name} ORDER BY ${order.join(', ')}`;
      const count = await copyOut(client, `COPY (${rows}) TO STDOUT`, join(unfinished, file));
      tables.push({ name, columns, rows: count, file, sha256: await sumOf(join(unfinished, file)) });
    }
    return {
      kind: 'dump',
      takenAt: clock[0].at.toISOString(),
      anchor: await headOfJournal(client),
      migrations: await migrationsOf(client),
      tables,
      sequences: await sequences(client),
    };
  });
  await writeFile(join(unfinished, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
  await rename(unfinished, folder);
  return manifest;
}

/**
 * Puts a dump into a database that `migrate` of the same release has made and nobody has used. All of it or nothing:
 * one transaction. Needs no more than the owner of the tables: his triggers rest meanwhile, the foreign keys do not.
 */
export async function load(url, folder) {
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
  for (const { file, sha256 } of manifest.tables) {
    const sum = await sumOf(join(folder, file)).catch(() => 'no file');
    if (sum !== sha256) throw new Sentence(`${file} is not what was dumped (${sum}); this dump cannot be used.`);
  }
  await withClient(url, async (client) => {
    await client.query('BEGIN');
    await refuseUnfit(client, manifest);
    const tables = await dataTables(client);
    for (const { name } of tables) await client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
    // What the migrations themselves wrote (municipalities, moves) is in the dump too.
    await client.query(`TRUNCATE ${tables.map(({ name }) => name).join(', ')}`);
    for (const { name } of tables) {
      const table = manifest.tables.find((known) => known.name === name);
      const rows = await copyIn(
        client,
        `COPY ${name} (${table.columns.join(', ')}) FROM STDIN`,
        join(folder, table.file),
      );
      if (rows !== table.rows) throw new Sentence(`${name} got ${rows} rows instead of ${table.rows}.`);
    }
    for (const { name, value, isCalled } of manifest.sequences) {
      await client.query('SELECT setval($1::regclass, $2::bigint, $3)', [name, value, isCalled]);
    }
    // Some foreign keys are looked at only at the end; with checks outstanding no table can be altered.
    await client.query('SET CONSTRAINTS ALL IMMEDIATE');
    for (const { name } of tables) await client.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`);
    await client.query('COMMIT');
    await client.query('ANALYZE');
  });
  return manifest;
}

async function refuseUnfit(client, manifest) {
  const migrations = await migrationsOf(client);
  const other = manifest.migrations.filter((name) => !migrations.includes(name));
  const newer = migrations.filter((name) => !manifest.migrations.includes(name));
  if (other.length + newer.length > 0) {
    throw new Sentence(
      `The dump is of another release (only there: ${other.join(', ') || 'nothing'}; only here: ${newer.join(', ') || 'nothing'}): ` +
        'migrate an empty database with the release that made the dump, load it, and migrate on from there.',
    );
  }
  const names = (await dataTables(client)).map(({ name }) => name).sort();
  const dumped = manifest.tables.map(({ name }) => name).sort();
  if (String(names) !== String(dumped)) throw new Sentence('The dump has other tables than this database.');
  const { rows } = await client.query('SELECT count(*)::int AS people FROM person');
  if (rows[0].people > 0) throw new Sentence('This database is in use: a dump goes into an empty one only.');
}

async function sumOf(file) {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest('hex');
}
