import { existsSync } from 'node:fs';
import { appendFile, chmod, cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Sentence } from '../repository.mjs';
import { requireUnbroken } from './wal.mjs';

/**
 * Puts a base back-up into the new folder `cluster`. A server that is started on it, with the settings that it always
 * has, recovers to `target` (an instant as ISO text) or, without one, to the end of the archive, and takes connections
 * from then on. Refuses before it writes anything when the archive has a hole or ends before the copy did.
 */
export async function prepareRestore({ backup, archive, cluster, target, restoreCommand }) {
  if (existsSync(cluster)) throw new Sentence(`${cluster} exists already; move it away before anything is restored.`);
  const manifest = JSON.parse(await readFile(join(backup, 'manifest.json'), 'utf8'));
  if (manifest.kind !== 'base') throw new Sentence(`${backup} is no base back-up.`);
  if (target && new Date(target) <= new Date(manifest.startedAt)) {
    throw new Sentence(`This back-up began at ${manifest.startedAt}, after ${target}; take an older one.`);
  }
  requireUnbroken(archive, manifest.firstSegment, manifest.lastSegment);
  await cp(join(backup, 'base'), cluster, { recursive: true, verbatimSymlinks: true });
  await chmod(cluster, 0o700);
  await writeFile(join(cluster, 'recovery.signal'), '', { mode: 0o600 });
  const settings = {
    restore_command: restoreCommand,
    recovery_target_action: 'promote',
    // Nobody connects before the target is reached: otherwise the server would seem ready half-way.
    hot_standby: 'off',
    ...(target ? { recovery_target_time: target, recovery_target_inclusive: 'on' } : {}),
  };
  // Without the signal file they mean nothing, and the server takes that away when it has recovered.
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`);
  await appendFile(join(cluster, 'postgresql.auto.conf'), `# restored from ${backup}\n${lines.join('')}`);
}
