import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../ports.mjs';
import { isAlive, startOf, waitUntil } from '../processes.mjs';
import { Sentence } from '../repository.mjs';
import { asServer, canReach, serverAccount } from './account.mjs';
import { findBinaries } from './binaries.mjs';
import { createCluster } from './cluster.mjs';
import { readPostmaster, stopLeftover } from './leftover.mjs';

/**
 * Starts PostgreSQL on 127.0.0.1 on the data in `dataDir`, makes the cluster where there is none, and ends the server
 * that a killed start left. A server that a living process started is shared, and `stop` leaves it alone.
 *
 * @param {{ dataDir: string, durable: boolean, port?: number, settings?: Record<string, string>, onProgress?: (sentence: string) => void }} options
 *   `durable: false` is for tests: quicker, and lost with the machine's power. `port` is any free one unless given,
 *   `settings` are more of PostgreSQL's own.
 * @returns {Promise<{ url: string, port: number, pid?: number, cluster: string, isShared: boolean, ended: Promise<void>, stop(): Promise<void> }>}
 *   `url` names the database `commonlot`; `pid` is that of the server, unless it is shared; `ended` settles when the
 *   server ends, asked or not.
 */
export async function startPostgres({ dataDir, durable, port, settings = {}, onProgress = () => {} }) {
  const account = serverAccount();
  if (!canReach(account, join(dataDir, 'x'))) {
    throw new Sentence(
      `PostgreSQL runs as "${account.name}" here, which cannot reach ${dataDir}; set COMMONLOT_DATA to a folder it can.`,
    );
  }
  const binaries = findBinaries(account, dataDir);
  const cluster = join(dataDir, `postgresql-${binaries.version}`);
  const passwordFile = `${cluster}.password`;
  const urlAt = (port) => `postgres://commonlot:${readFileSync(passwordFile, 'utf8')}@127.0.0.1:${port}/commonlot`;

  const shared = await serverOfLivingRunner(cluster);
  if (shared) {
    const ended = new Promise(() => {});
    return { url: urlAt(shared.port), port: shared.port, cluster, isShared: true, ended, stop: async () => {} };
  }

  if (!existsSync(cluster)) {
    onProgress(`creating a PostgreSQL ${binaries.version} cluster in ${dataDir}`);
    createCluster({ binaries, account, cluster, passwordFile, durable });
  }
  if (readPostmaster(cluster)) onProgress('an earlier start was cut off: PostgreSQL is put in order first');
  await stopLeftover(cluster);
  const server = await launch({
    binaries,
    account,
    cluster,
    durable,
    more: settings,
    port: port ?? (await freePort()),
  });
  return { url: urlAt(server.port), cluster, isShared: false, ...server };
}

async function launch({ binaries, account, cluster, durable, more, port }) {
  const log = `${cluster}.log`;
  // A file and not a pipe: PostgreSQL must be able to write its last words when its runner is gone.
  const output = openSync(log, 'w', 0o600);
  const server = spawn(join(binaries.folder, 'postgres'), ['-D', cluster, ...settings(port, durable, more)], {
    ...asServer(account),
    stdio: ['ignore', output, output],
    detached: true, // Ctrl-C reaches the whole group; this one must outlive the processes that use it.
  });
  closeSync(output);
  const ended = once(server, 'exit').catch(() => {}); // that it could not be started is said below
  const interrupt = () => server.kill('SIGINT');
  process.once('exit', interrupt);
  void ended.then(() => process.off('exit', interrupt));
  writeFileSync(`${cluster}.runner`, `${process.pid} ${startOf(process.pid)}`);

  const hasEnded = () => server.exitCode !== null || server.signalCode !== null;
  const isReady = () => readPostmaster(cluster)?.pid === server.pid && readPostmaster(cluster).isReady;
  await waitUntil(() => isReady() || hasEnded(), 120_000);
  if (!isReady()) {
    interrupt();
    throw new Sentence(`PostgreSQL did not start. Its last words (${log}):\n${readFileSync(log, 'utf8').slice(-2000)}`);
  }

  const stop = async () => {
    process.off('exit', interrupt);
    interrupt(); // "fast": ends the sessions and writes everything down
    const asked = setTimeout(() => server.kill('SIGQUIT'), 30_000);
    if (!hasEnded()) await ended;
    clearTimeout(asked);
    rmSync(`${cluster}.runner`, { force: true });
  };
  return { port, pid: server.pid, ended, stop };
}

function settings(port, durable, more) {
  const values = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 200,
    jit: 'off',
    random_page_cost: 1.1,
    timezone: 'UTC',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
    ...more,
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** The server of another start that is at work now; waits while that one is still getting ready. */
async function serverOfLivingRunner(cluster) {
  if (!isRunnerAlive(cluster)) return null;
  await waitUntil(() => readPostmaster(cluster)?.isReady !== false, 60_000);
  return readPostmaster(cluster);
}

function isRunnerAlive(cluster) {
  try {
    const [pid, start] = readFileSync(`${cluster}.runner`, 'utf8').split(' ');
    return isAlive(Number(pid)) && startOf(Number(pid)) === start;
  } catch {
    return false;
  }
}
