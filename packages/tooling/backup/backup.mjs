// The operator's command for back-ups: node packages/tooling/backup/backup.mjs COMMAND. See docs/operations/runbook.md.
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Sentence } from '../repository.mjs';
import { takeBaseBackup } from './base-backup.mjs';
import { dump, load } from './dump.mjs';
import { prune } from './prune.mjs';
import { prepareRestore } from './restore.mjs';
import { stampOf } from './session.mjs';
import { requireUnbroken } from './wal.mjs';

const usage = `Commands (they read DATABASE_URL and BACKUP_DIRECTORY):
  base                       copies the cluster while it works, to BACKUP_DIRECTORY/base
  dump                       writes the rows of one instant, to BACKUP_DIRECTORY/dump
  check                      looks for holes in the log since the oldest base back-up
  prune [n]                  keeps the newest n (7) back-ups and the log that they need
  load FOLDER                puts a dump into the empty, migrated database of DATABASE_URL
  restore FOLDER TO [time]   puts a base back-up into the new folder TO, to recover to the time (ISO 8601)`;

const directory = () => needed('BACKUP_DIRECTORY');
const now = () => stampOf(new Date());

const commands = {
  async base() {
    await mkdir(join(directory(), 'base'), { recursive: true, mode: 0o700 });
    const folder = join(directory(), 'base', now());
    const { by, anchor } = await takeBaseBackup({ url: needed('DATABASE_URL'), folder });
    return `${folder} (by ${by}); journal ${anchor || 'without seal'}`;
  },
  async dump() {
    await mkdir(join(directory(), 'dump'), { recursive: true, mode: 0o700 });
    const folder = join(directory(), 'dump', now());
    const { tables, anchor } = await dump(needed('DATABASE_URL'), folder);
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    return `${folder}: ${rows} rows of ${tables.length} tables; journal ${anchor || 'without seal'}`;
  },
  async check() {
    const [oldest] = (await readdir(join(directory(), 'base'))).filter((name) => name.endsWith('Z')).sort();
    if (!oldest) throw new Sentence('There is no base back-up yet.');
    const manifest = JSON.parse(await readFile(join(directory(), 'base', oldest, 'manifest.json'), 'utf8'));
    const { first, last, count } = requireUnbroken(
      join(directory(), 'wal'),
      manifest.firstSegment,
      manifest.lastSegment,
    );
    return `${count} segments without a hole, ${first} to ${last}, since the back-up of ${manifest.startedAt}`;
  },
  async prune(keep = '7') {
    const { bases, dumps, segments } = await prune(directory(), Number(keep));
    return `deleted ${bases} base back-ups, ${dumps} dumps, ${segments} segments`;
  },
  async load(folder) {
    const { takenAt } = await load(needed('DATABASE_URL'), folder ?? '');
    return `the rows of ${takenAt} are in place`;
  },
  async restore(backup, cluster, target) {
    if (!backup || !cluster) throw new Sentence(usage);
    const archive = join(directory(), 'wal');
    const restoreCommand = `sh /opt/backup/restore-wal.sh ${archive} %f %p`;
    await prepareRestore({ backup, archive, cluster, target, restoreCommand });
    return `${cluster} is ready: a server that starts on it recovers to ${target ?? 'the end of the archive'}`;
  },
};

function needed(name) {
  const value = process.env[name];
  if (!value) throw new Sentence(`${name} is not set.`);
  return value;
}

const [name = '', ...words] = process.argv.slice(2);
try {
  const command = Object.hasOwn(commands, name) ? commands[name] : null;
  if (command === null) throw new Sentence(usage);
  process.stdout.write(`${await command(...words)}\n`);
} catch (error) {
  process.stderr.write(`${error.name === 'Sentence' ? error.message : error.stack}\n`);
  process.exitCode = 1;
}
