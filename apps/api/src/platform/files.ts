import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Problem } from '@commonlot/domain';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from './config.js';
import { mediaTypeOf, safeFileName } from './file-types.js';
import { newId } from './ids.js';
import type { Tx } from './tx.js';

export interface ReceivedFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

/**
 * Keeps the bytes of files. A file is on the disk, synced and renamed, before the row that names it is committed: what
 * was acknowledged survives the loss of power. A file whose row never came is swept by age.
 */
@Injectable()
export class Files {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /**
   * Takes in a stream. Throws `file.empty`, `file.too-large`, `file.type-refused` or `file.incomplete` (the sender went
   * away) and leaves nothing behind then. What is still coming stays in the stream: the answer sees to it.
   */
  async receive(stream: Readable, fileName: string, expectedBytes: number | null): Promise<ReceivedFile> {
    if (expectedBytes !== null && expectedBytes > this.config.MAX_FILE_BYTES) throw this.tooLarge();
    const id = newId();
    const path = this.pathOf(id);
    const partial = `${path}.part`;
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const handle = await open(partial, 'wx', 0o600);
    const hash = createHash('sha256');
    let size = 0;
    let head = Buffer.alloc(0);
    try {
      for await (const chunk of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
        size += chunk.length;
        if (size > this.config.MAX_FILE_BYTES) throw this.tooLarge();
        if (head.length < 16) head = Buffer.concat([head, chunk.subarray(0, 16)]);
        hash.update(chunk);
        await handle.writeFile(chunk);
      }
      if (expectedBytes !== null && size !== expectedBytes) throw new Problem('file.incomplete');
      if (size === 0) throw new Problem('file.empty');
      const name = safeFileName(fileName);
      const mediaType = mediaTypeOf(name, head);
      if (mediaType === null) throw new Problem('file.type-refused');
      await handle.sync();
      await handle.close();
      await this.settle(partial, path);
      return { id, name, mediaType, sizeBytes: size, sha256: hash.digest('hex') };
    } catch (error) {
      await handle.close().catch(() => undefined);
      await rm(partial, { force: true });
      // A sender who goes away in the middle ends the stream with an error of its own.
      if (!(error instanceof Problem) && stream.destroyed) throw new Problem('file.incomplete');
      throw error;
    }
  }

  /** Writes bytes that the system itself made (a letter). */
  async write(content: Uint8Array, name: string, mediaType: string): Promise<ReceivedFile> {
    const id = newId();
    const path = this.pathOf(id);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const handle = await open(`${path}.part`, 'wx', 0o600);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await this.settle(`${path}.part`, path);
    const sha256 = createHash('sha256').update(content).digest('hex');
    return { id, name: safeFileName(name), mediaType, sizeBytes: content.length, sha256 };
  }

  /** Writes the row of a received file. */
  async keep(tx: Tx, file: ReceivedFile): Promise<void> {
    await tx.query(
      'INSERT INTO stored_file (id, name, media_type, size_bytes, sha256, uploaded_by) VALUES ($1, $2, $3, $4, $5, $6)',
      [file.id, file.name, file.mediaType, file.sizeBytes, file.sha256, tx.actor.personId],
    );
  }

  /** Takes away the bytes of a file that nobody may read any more, or whose row never came to be. */
  async discard(id: string): Promise<void> {
    await rm(this.pathOf(id), { force: true });
  }

  read(id: string): Readable {
    return createReadStream(this.pathOf(id));
  }

  private tooLarge(): Problem {
    return new Problem('file.too-large', { maximumBytes: this.config.MAX_FILE_BYTES });
  }

  private async settle(partial: string, path: string): Promise<void> {
    await rename(partial, path);
    const folder = await open(dirname(path), 'r');
    await folder.sync();
    await folder.close();
  }

  /** Ids are made by us: no part of a path comes from people. */
  private pathOf(id: string): string {
    return join(this.config.FILES_DIRECTORY, id.slice(0, 2), id);
  }
}
