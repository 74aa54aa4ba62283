import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Sentence } from '../repository.mjs';
import { segmentNumber } from './wal.mjs';

/**
 * Deletes all but the newest `keep` base back-ups and dumps, and the log that only the deleted ones needed. The copies
 * of files stay: they are small beside what they are worth, and an old dump still names them.
 */
export async function prune(directory, keep) {
  if (!(keep >= 2)) throw new Sentence('At least two back-ups are kept: the newest one may turn out to be broken.');
  const deleted = { bases: await pruneFolder(join(directory, 'base'), keep), dumps: 0, segments: 0 };
  deleted.dumps = await pruneFolder(join(directory, 'dump'), keep);
  const [oldest] = await completeIn(join(directory, 'base'));
  if (!oldest) return deleted;
  const { firstSegment } = JSON.parse(await readFile(join(directory, 'base', oldest, 'manifest.json'), 'utf8'));
  for (const name of await readdir(join(directory, 'wal'))) {
    const number = segmentNumber(name);
    if (number === null || name.slice(0, 8) > firstSegment.slice(0, 8) || number >= segmentNumber(firstSegment))
      continue;
    await rm(join(directory, 'wal', name));
    deleted.segments += 1;
  }
  return deleted;
}

async function pruneFolder(folder, keep) {
  const old = (await completeIn(folder)).slice(0, -keep);
  for (const name of old) await rm(join(folder, name), { recursive: true });
  return old.length;
}

/** Finished ones, the oldest first: their names begin with the instant. */
async function completeIn(folder) {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => /^\d{8}T\d{6}Z$/.test(name)).sort();
}
