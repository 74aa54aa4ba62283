import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isAlive, waitUntil } from '../processes.mjs';
import { Sentence } from '../repository.mjs';
import { runScript } from '../run/programs.mjs';
import { check, migrate, seed, startServices, systemEnvironment } from '../run/system.mjs';
import { takeBaseBackup } from './base-backup.mjs';
import { drillFolders, startArchivingServer, startRestored } from './drill-cluster.mjs';
import { dump, load } from './dump.mjs';
import { headOfJournal, withClient } from './session.mjs';
import { Writer } from './writer.mjs';

/**
 * The restore, rehearsed: writes go on while a base back-up and a dump are taken, go on after, and then the data is
 * destroyed. It is restored to the instant before, and everything that was acknowledged by then must be there, whole.
 * `isWhole` plays it on the demonstration data, with API and worker at work.
 *
 * @returns what the restored system is, for whoever looks further; `clear` stops and deletes it
 */
export async function drill({ isWhole, say }) {
  const folders = drillFolders();
  const stops = [];
  const clear = async () => {
    for (const stop of stops.reverse()) await stop();
    rmSync(folders.root, { recursive: true, force: true });
  };
  try {
    const live = await startLive(folders, { isWhole, say });
    stops.push(live.stop);
    const lost = await loseEverything(live, folders, say);
    const restored = await restoreTo(lost, folders, { isWhole, say });
    stops.push(restored.server.stop);
    await compare(lost, restored, say);
    await restoreDump(lost, restored, folders, say);
    return { folders, lost, restored, clear };
  } catch (error) {
    await clear();
    throw error;
  }
}

const programEnvironment = (url, files) =>
  systemEnvironment({ databaseUrl: url, dataDir: files, port: 3000, mode: 'demonstration' }).then((env) => ({
    ...env,
    FILES_DIRECTORY: files,
  }));

async function startLive(folders, { isWhole, say }) {
  const server = await startArchivingServer(folders, isWhole);
  const env = await programEnvironment(server.url, folders.files);
  await migrate(env);
  if (isWhole) await seed(env);
  const services = isWhole ? await startServices({ ...env, COMMONLOT_DATA: folders.root }) : [];
  say(`a system ${isWhole ? 'with the demonstration data, API and worker' : 'without data'}, its log archived`);
  const stop = async () => {
    for (const service of services) await service.stop();
    await server.stop();
  };
  return { server, services, env, stop };
}

/** Back-ups while writes go on, more writes, the mistake, and the end of the disk. */
async function loseEverything({ server, services, env }, folders, say) {
  const { url } = server;
  const writer = new Writer(url, folders.files);
  await writer.more(50);
  await withClient(url, (client) => client.query('SELECT seal_journal()'));
  const base = join(folders.backup, 'base');
  const taken = await timed(() => takeBaseBackup({ url, folder: base }));
  say(`base back-up in ${taken.seconds} s while ${writer.acknowledged.length} receipts were given`);
  await writer.more(50);
  const dumped = await timed(() => dump(url, join(folders.backup, 'dump')));
  say(`dump of ${dumped.result.tables.length} tables in ${dumped.seconds} s, writes going on`);
  await writer.more(50);
  await writer.pause();
  const { anchor, target } = await withClient(url, async (client) => {
    await client.query('SELECT seal_journal()');
    const { rows } = await client.query('SELECT clock_timestamp()::text AS at');
    return { anchor: await headOfJournal(client), target: rows[0].at };
  });
  const before = writer.acknowledged.length;
  await delay(20);
  writer.resume();
  await writer.more(50);
  await operator('copy-files', env, [join(folders.backup, 'files')]);
  await withClient(url, (client) => client.query('DROP SCHEMA register CASCADE'));
  await writer.stop();
  for (const service of services) await service.stop();
  await archiveAll(url);
  const pid = server.pid;
  process.kill(pid, 'SIGKILL');
  await waitUntil(() => !isAlive(pid), 10_000);
  for (const path of [server.cluster, folders.files]) rmSync(path, { recursive: true, force: true });
  const receipts = { before: writer.acknowledged.slice(0, before), after: writer.acknowledged.slice(before) };
  say(`at ${target} there were ${before} receipts; ${receipts.after.length} came after; then everything was lost`);
  return {
    base,
    dump: join(folders.backup, 'dump'),
    manifest: taken.result,
    dumped: dumped.result,
    anchor,
    target,
    receipts,
  };
}

/** What archive_timeout does within a minute: the segment that is being written is closed, and archived. */
async function archiveAll(url) {
  await withClient(url, async (client) => {
    const { rows } = await client.query('SELECT pg_walfile_name(pg_switch_wal()) AS segment');
    for (let tries = 0; tries < 500; tries += 1) {
      const archived = await client.query('SELECT last_archived_wal AS name FROM pg_stat_archiver');
      if ((archived.rows[0].name ?? '').slice(0, 24) >= rows[0].segment) return;
      await delay(20);
    }
    throw new Sentence('The log was not archived within ten seconds.');
  });
}

async function restoreTo(lost, folders, { isWhole, say }) {
  const archive = join(folders.backup, 'wal');
  const started = await timed(() =>
    startRestored(folders, { backup: lost.base, archive, target: lost.target, durable: isWhole }),
  );
  const server = started.result;
  const files = join(server.dataDir, 'files');
  const env = await programEnvironment(server.url, files);
  const back = await operator('put-files', env, [join(folders.backup, 'files')]);
  say(`restored to ${lost.target} in ${started.seconds} s; ${back.trim()}`);
  return { server, files, env };
}

/** Every receipt from before is good, none from after is known, and every promise holds. */
async function compare({ receipts, manifest, anchor }, { server, env }, say) {
  await withClient(server.url, async (client) => {
    const { rows } = await client.query(
      `SELECT s.id FROM stored_file s JOIN journal j ON j.subject_id = s.id AND j.type = 'drill.written'`,
    );
    const known = new Set(rows.map(({ id }) => id));
    const lost = receipts.before.filter((id) => !known.has(id));
    const undone = receipts.after.filter((id) => known.has(id));
    if (lost.length > 0) throw new Sentence(`${lost.length} receipts are lost, the first is ${lost[0]}.`);
    if (undone.length > 0) throw new Sentence(`${undone.length} writes from after the target are there.`);
    await client.query(
      `INSERT INTO journal (type, subject_type, subject_id) VALUES ('drill.ended', 'drill', gen_random_uuid())`,
    );
  });
  say((await check(env)).trim());
  const anchors = [manifest.anchor, anchor].filter((text) => text !== '');
  say((await operator('verify-journal', env, anchors)).trim());
  say((await operator('verify-files', env)).trim());
}

/** The dump, in a database of its own: dumped again it must give the same bytes, table by table. */
async function restoreDump({ dump: folder, dumped }, { server, env }, folders, say) {
  const url = server.url.replace(/[^/]*$/, 'from_dump');
  await withClient(server.url, (client) => client.query('CREATE DATABASE from_dump'));
  const ofDump = { ...env, DATABASE_URL: url };
  await migrate(ofDump);
  const loaded = await timed(() => load(url, folder));
  const again = await dump(url, join(folders.backup, 'dump-again'));
  const other = dumped.tables.filter(
    ({ name, sha256 }) => again.tables.find((t) => t.name === name)?.sha256 !== sha256,
  );
  if (other.length > 0)
    throw new Sentence(`After the load these tables differ: ${other.map(({ name }) => name).join(', ')}.`);
  await check(ofDump);
  await operator(
    'verify-journal',
    ofDump,
    [dumped.anchor].filter((text) => text !== ''),
  );
  await operator('verify-files', ofDump);
  const rows = dumped.tables.reduce((sum, table) => sum + table.rows, 0);
  say(
    `the dump was loaded in ${loaded.seconds} s: ${rows} rows, the same bytes in each of ${dumped.tables.length} tables`,
  );
}

/** An operator's command of the API; fails with its words. */
export const operator = (command, env, words = []) =>
  runScript(command, ['apps/api/dist/cli.js', command, ...words], { env });

async function timed(work) {
  const start = performance.now();
  const result = await work();
  return { result, seconds: ((performance.now() - start) / 1000).toFixed(1) };
}
