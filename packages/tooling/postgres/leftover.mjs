import { readFileSync, rmSync } from 'node:fs';
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
  const command = commandOf(pid);
  const isOurs = isAlive(pid) && (command === '' || command.includes(cluster));
  if (!isOurs) {
    // The machine was switched off, and the id may now be another program's: PostgreSQL would refuse to start.
    rmSync(join(cluster, 'postmaster.pid'), { force: true });
    return;
  }
  process.kill(pid, 'SIGINT');
  if (!(await waitUntil(() => !isAlive(pid), 30_000))) {
    throw new Sentence(`PostgreSQL (process ${pid}) still runs from an earlier start and does not stop; end it first.`);
  }
}
