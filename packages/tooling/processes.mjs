import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * Whether a process with this id lives. One of another account counts as living; one that has ended but was never
 * collected (in a container whose first process collects nobody) does not.
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  return statusOf(pid)[0] !== 'Z';
}

/**
 * When the process started, in clock ticks since the machine did. Process ids are used again, so that an id alone
 * does not name a process for long; id and start together do. Empty where the system has no /proc.
 */
export function startOf(pid) {
  return statusOf(pid)[19] ?? '';
}

/** The fields of /proc/<pid>/stat after the program's name, which may hold spaces and brackets itself. */
function statusOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(')').at(-1).trim().split(' ');
  } catch {
    return [];
  }
}

/** The command line of a process, or empty when it cannot be read. */
export function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
}

/** Waits until `isDone()`; false when it did not happen within `milliseconds`. */
export async function waitUntil(isDone, milliseconds) {
  const end = performance.now() + milliseconds;
  while (!isDone()) {
    if (performance.now() > end) return false;
    await delay(10);
  }
  return true;
}
