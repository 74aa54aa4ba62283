import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canReach, giveTo, serverAccount } from '../postgres/account.mjs';
import { findBinaries } from '../postgres/binaries.mjs';
import { asSuperuser, createCluster } from '../postgres/cluster.mjs';
import { prepare } from '../postgres/data-folder.mjs';
import { startPostgres } from '../postgres/start-postgres.mjs';
import { repository } from '../repository.mjs';
import { prepareRestore } from './restore.mjs';

/** What the account that takes back-ups may do beyond reading; `infra/postgresql/roles.sql` says the same. */
const grants = [
  'GRANT pg_read_all_settings TO commonlot;',
  'GRANT EXECUTE ON FUNCTION pg_backup_start(text, boolean), pg_backup_stop(boolean), pg_switch_wal() TO commonlot;',
];

/** What a server that is killed, and not the machine, needs to keep its word. The rest is only slow. */
const safeEnough = { synchronous_commit: 'on', full_page_writes: 'on' };

/** The folders of a drill, which the account of PostgreSQL can reach. */
export function drillFolders() {
  const account = serverAccount();
  const parent = canReach(account, join(tmpdir(), 'x')) ? tmpdir() : '/tmp';
  // The name is that of a test run, so that a later run clears what a killed one left.
  const root = prepare(mkdtempSync(join(parent, `commonlot-test-${process.pid}-`)));
  const scripts = join(root, 'scripts');
  mkdirSync(scripts);
  for (const name of ['archive-wal.sh', 'restore-wal.sh']) {
    copyFileSync(join(repository, 'infra/backup', name), join(scripts, name));
    chmodSync(join(scripts, name), 0o755);
  }
  const folders = { root, scripts, backup: join(root, 'backup'), files: join(root, 'files') };
  mkdirSync(join(folders.backup, 'wal'), { recursive: true, mode: 0o711 });
  chmodSync(folders.backup, 0o711);
  giveTo(account, join(folders.backup, 'wal'));
  return folders;
}

/** A server that archives its log, with the rights that a back-up needs. */
export async function startArchivingServer({ root, scripts, backup }, durable) {
  const account = serverAccount();
  const binaries = findBinaries(account, root);
  const cluster = join(root, `postgresql-${binaries.version}`);
  createCluster({ binaries, account, cluster, passwordFile: `${cluster}.password`, durable });
  asSuperuser({ binaries, account, cluster }, 'commonlot', grants);
  const settings = {
    ...safeEnough,
    archive_mode: 'on',
    archive_command: `sh ${scripts}/archive-wal.sh ${backup}/wal %p %f`,
    archive_timeout: '60',
  };
  return startPostgres({ dataDir: root, durable, settings });
}

/**
 * Restores a base back-up into a folder of its own and starts a server on it, which recovers to the target and is then
 * a server like any other.
 */
export async function startRestored(folders, { backup, archive, target, name = 'restored', durable = false }) {
  const { root, scripts } = folders;
  const account = serverAccount();
  const dataDir = join(root, name);
  mkdirSync(dataDir, { mode: 0o711 });
  chmodSync(dataDir, 0o711);
  const { version } = findBinaries(account, root);
  const cluster = join(dataDir, `postgresql-${version}`);
  const restoreCommand = `sh ${scripts}/restore-wal.sh ${archive} %f %p`;
  await prepareRestore({ backup, archive, cluster, target, restoreCommand });
  giveFolder(account, cluster);
  copyFileSync(join(root, `postgresql-${version}.password`), `${cluster}.password`);
  const server = await startPostgres({ dataDir, durable, settings: safeEnough });
  return { dataDir, ...server };
}

function giveFolder(account, folder) {
  if (account === null) return;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    giveTo(account, join(entry.parentPath, entry.name));
  }
  giveTo(account, folder);
}
