import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Config } from '../platform/config.js';
import { openFileStore } from '../platform/configured.js';
import { BytesMissing, type FileStore, keyOf } from '../platform/files-store.js';
import { type FileRow, faultOf, filesWithBytes, refuseFaults } from './files-with-bytes.js';

/**
 * Copies the files that a folder does not hold yet, from wherever files are kept. Bytes never change, so what is there is
 * left alone; nothing is deleted, for an older back-up of the database may still name it. Each copy is compared with the
 * sum of its row, and throws with what was missing or different after everything else is copied.
 */
export async function copyFiles(config: Config, [folder]: readonly string[]): Promise<void> {
  if (folder === undefined) throw new Error('copy-files needs the folder to copy to.');
  const store = await openFileStore(config);
  const files = await filesWithBytes(config);
  const faults: string[] = [];
  let copied = 0;
  for (const file of files) {
    const path = join(folder, keyOf(file.id));
    if (await isThere(path, file)) continue;
    const fault = await copy(() => store.open(file.id), file, path);
    if (fault === null) copied += 1;
    else faults.push(`${file.id}: ${fault}`);
  }
  refuseFaults(faults, files.length);
  process.stdout.write(`${copied} files copied, ${files.length - copied} were there.\n`);
}

/** Puts back, from such a folder, the bytes that are missing where files are kept: after a restore. */
export async function putFiles(config: Config, [folder]: readonly string[]): Promise<void> {
  if (folder === undefined) throw new Error('put-files needs the folder to take the files from.');
  const store = await openFileStore(config);
  const kept = await idsOf(store);
  const missing = (await filesWithBytes(config)).filter(({ id }) => !kept.has(id));
  const faults: string[] = [];
  for (const file of missing) {
    const spool = join(config.FILES_DIRECTORY, `${keyOf(file.id)}.part`);
    const fault = await copy(() => openFile(join(folder, keyOf(file.id)), file.id), file, spool);
    if (fault === null) await store.settle(file.id, { path: spool, ...file });
    else faults.push(`${file.id}: ${fault}`);
  }
  refuseFaults(faults, missing.length);
  process.stdout.write(`${missing.length} files put back.\n`);
}

/** Copies into a file of that name, synced and renamed; says what is wrong with the source and keeps nothing then. */
async function copy(from: () => Promise<Readable>, file: FileRow, path: string): Promise<string | null> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const unfinished = `${path}.copy`;
  const handle = await open(unfinished, 'w', 0o600);
  try {
    const fault = await faultOf(await from(), file, (chunk) => handle.writeFile(chunk));
    await handle.sync();
    if (fault === null) await rename(unfinished, path);
    return fault;
  } catch (error) {
    if (error instanceof BytesMissing) return 'no bytes';
    throw error;
  } finally {
    await handle.close();
    await rm(unfinished, { force: true });
  }
}

async function openFile(path: string, id: string): Promise<Readable> {
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  if (!isFile) throw new BytesMissing(id);
  return createReadStream(path);
}

async function isThere(path: string, { sizeBytes }: FileRow): Promise<boolean> {
  return stat(path).then(
    ({ size }) => size === sizeBytes,
    () => false,
  );
}

async function idsOf(store: FileStore): Promise<Set<string>> {
  const ids = new Set<string>();
  for await (const { id } of store.list()) ids.add(id);
  return ids;
}
