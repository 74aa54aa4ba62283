import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commandOf, isAlive, waitUntil } from '../processes.mjs';
import { Sentence } from '../repository.mjs';

/**
 * What postmaster.pid says of the server on this cluster, or null. Its lines: process id, cluster folder, start,
 * port, socket folder, address, shared memory, status.
 */
export function readPostmaster(cluster) {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' };
  } catch {
    return null;
  }
}

/**
 * PostgreSQL outlives a runner that is killed with SIGKILL, and then holds the cluster. Ends that server the orderly
 * way, so that the next one can start.
 */
export async function stopLeftover(cluster) {
  const { pid } = readPostmaster(cluster) ?? {};
  if (!pid) return;
  if (!isAlive(pid)) return clearAfterKill(cluster);
  const command = commandOf(pid);
  if (command !== '' && !command.includes(cluster)) {
    // The machine was switched off, and the id is another program's now: PostgreSQL would refuse to start.
    rmSync(join(cluster, 'postmaster.pid'), { force: true });
    return;
  }
  process.kill(pid, 'SIGINT');
  if (!(await waitUntil(() => !isAlive(pid), 30_000))) {
    throw new Sentence(`PostgreSQL (process ${pid}) still runs from an earlier start and does not stop; end it first.`);
  }
}

/**
 * The processes of a server that was killed may work on for a moment, and a second server beside them would destroy the
 * data: PostgreSQL finds out by the file that the first one left. It is removed here only when they are gone, because
 * PostgreSQL also refuses to start while the killed one was not collected (in a container whose first process collects
 * nobody).
 */
async function clearAfterKill(cluster) {
  const areGone = await waitUntil(() => processesOn(cluster)?.length === 0, existsSync('/proc/self') ? 10_000 : 0);
  if (areGone) rmSync(join(cluster, 'postmaster.pid'), { force: true });
}

/** Processes that stand in the cluster's folder, as those of PostgreSQL do; null where the system has no /proc. */
function processesOn(cluster) {
  try {
    const folder = realpathSync(cluster);
    return readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && isAlive(Number(pid)) && folderOf(pid) === folder);
  } catch {
    return null;
  }
}

function folderOf(pid) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return '';
  }
}
