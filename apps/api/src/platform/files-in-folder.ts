import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { BytesMissing, FileStore, isFileId, type KeptFile, keyOf, type SpooledFile } from './files-store.js';

/** Files in a folder of this machine, or of one that is mounted on all machines. */
export class FolderStore extends FileStore {
  constructor(private readonly folder: string) {
    super();
  }

  /** The spool lies in the same folder, so that settling is a rename; the folder is synced, for the name is new. */
  async settle(id: string, file: SpooledFile): Promise<void> {
    const path = this.pathOf(id);
    await rename(file.path, path);
    const folder = await open(dirname(path), 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  }

  async open(id: string): Promise<Readable> {
    try {
      return (await open(this.pathOf(id), 'r')).createReadStream();
    } catch (error) {
      throw isAbsence(error) ? new BytesMissing(id) : error;
    }
  }

  async remove(id: string): Promise<void> {
    await rm(this.pathOf(id), { force: true });
  }

  async *list(): AsyncIterable<KeptFile> {
    for (const folder of await namesIn(this.folder)) {
      for (const id of (await namesIn(join(this.folder, folder))).filter(isFileId)) {
        const keptAt = await writtenAt(this.pathOf(id));
        if (keptAt !== null) yield { id, keptAt };
      }
    }
  }

  async prepare(): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
  }

  private pathOf(id: string): string {
    return join(this.folder, keyOf(id));
  }
}

/** What is in a folder; nothing when it is gone or is none. */
export async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (isAbsence(error)) return [];
    throw error;
  });
}

/** When the file was last written; null when it is gone. */
export async function writtenAt(path: string): Promise<Date | null> {
  return stat(path).then(
    ({ mtime }) => mtime,
    () => null,
  );
}

const isAbsence = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes((error as { code?: string }).code ?? '');
