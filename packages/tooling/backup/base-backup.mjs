import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Sentence } from '../repository.mjs';
import { headOfJournal, withClient } from './session.mjs';

/** Folders whose content a starting server makes anew. */
const emptied = new Set([
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
]);
const leftOut = /^(?:postmaster\.(?:pid|opts)|pg_internal\.init|current_logfiles|.*\.pid|pgsql_tmp.*)$/;

/**
 * Copies the whole cluster while it works: `folder/base` and `folder/manifest.json`. Together with the archive of the
 * log it restores to any instant after its end. By `pg_basebackup` where there is one of the server's version, else by
 * the same steps ourselves, which must be able to read the server's own folder.
 */
export async function takeBaseBackup({ url, folder }) {
  const unfinished = `${folder}.part`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(join(unfinished, 'base'), { recursive: true, mode: 0o700 });
  const manifest = await withClient(url, async (client) => {
    const { rows } = await client.query(
      `SELECT current_setting('server_version_num')::int / 10000 AS major, current_setting('archive_mode') AS mode,
         clock_timestamp() AS at`,
    );
    const [{ major, mode, at }] = rows;
    if (mode === 'off')
      throw new Sentence('The server archives no log (archive_mode is off): a copy would not restore.');
    const anchor = await headOfJournal(client);
    const program = basebackupOf(major);
    const copy = program ? await byProgram(program, url, unfinished, client) : await bySteps(client, unfinished);
    return {
      kind: 'base',
      startedAt: at.toISOString(),
      major,
      anchor,
      by: program ? 'pg_basebackup' : 'copy',
      ...copy,
    };
  });
  await writeFile(join(unfinished, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
  await rename(unfinished, folder);
  return manifest;
}

async function bySteps(client, folder) {
  const data = (await client.query('SHOW data_directory')).rows[0].data_directory;
  const start = await client.query(`SELECT pg_walfile_name(pg_backup_start('commonlot', fast => true)) AS segment`);
  await copyFolder(data, join(folder, 'base'));
  // Waits until the last segment that the copy needs is in the archive.
  const stop = await client.query(
    `SELECT pg_walfile_name(lsn) AS segment, labelfile FROM pg_backup_stop(wait_for_archive => true)`,
  );
  const [{ segment, labelfile }] = stop.rows;
  // The label makes the server recover from the log instead of trusting files that changed while they were copied.
  await writeFile(join(folder, 'base', 'backup_label'), labelfile, { mode: 0o600 });
  return { firstSegment: start.rows[0].segment, lastSegment: segment };
}

async function copyFolder(from, to) {
  await mkdir(to, { recursive: true, mode: 0o700 });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    if (leftOut.test(entry.name)) continue;
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    // The log may lie on a disk of its own, behind a link.
    if (emptied.has(entry.name)) await mkdir(target, { recursive: true, mode: 0o700 });
    else if (entry.isSymbolicLink())
      throw new Sentence(`${source} is a link: table spaces of one's own are not copied.`);
    else if (entry.isDirectory()) await copyFolder(source, target);
    else await copyFile(source, target).catch(ignoreGone);
  }
}

/** A table that was dropped meanwhile: the log knows. */
function ignoreGone(error) {
  if (error.code !== 'ENOENT') throw error;
}

async function byProgram(program, url, folder, client) {
  // Without the log, which the archive keeps; it waits until the last segment that the copy needs is there.
  const args = ['-d', url, '-D', join(folder, 'base'), '--checkpoint=fast', '--wal-method=none', '--no-password'];
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Sentence(`pg_basebackup failed: ${String(stderr).trim()}`);
  const label = await readFile(join(folder, 'base', 'backup_label'), 'utf8');
  const { rows } = await client.query('SELECT pg_walfile_name(pg_current_wal_lsn()) AS segment');
  return { firstSegment: label.match(/\(file ([0-9A-F]{24})\)/)?.[1], lastSegment: rows[0].segment };
}

/** The program of the server's version, where PostgreSQL usually lies; null when there is none. */
function basebackupOf(major) {
  for (const program of [`/usr/lib/postgresql/${major}/bin/pg_basebackup`, 'pg_basebackup']) {
    const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
    if (Number(stdout?.match(/\) (\d+)/)?.[1]) === major) return program;
  }
  return null;
}
