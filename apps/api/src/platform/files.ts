import { createHash } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Problem } from '@commonlot/domain';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from './config.js';
import { mediaTypeOf, safeFileName } from './file-types.js';
import { BytesMissing, FileStore, keyOf } from './files-store.js';
import { newId } from './ids.js';
import { Log } from './log.js';
import type { Tx } from './tx.js';

type ScanState = 'not-scanned' | 'pending' | 'clean' | 'infected';

export interface ReceivedFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly scanState: ScanState;
}

interface Spooled {
  readonly path: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly head: Uint8Array;
}

/**
 * Keeps the bytes of files. They are in the store before the row that names them is committed: what was acknowledged
 * survives the loss of power. On their way they lie in FILES_DIRECTORY under their id and `.part`, also when the store
 * is a bucket: length and sum are known before anything is sent there. Bytes whose row never came are swept by age.
 */
@Injectable()
export class Files {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly store: FileStore,
    private readonly log: Log,
  ) {}

  /**
   * Takes in a stream that somebody sends. Throws `file.empty`, `file.too-large`, `file.type-refused` or
   * `file.incomplete` (the sender went away) and leaves nothing behind then. What is still coming stays in the stream:
   * the answer sees to it. Where there is a scanner the file waits for it.
   */
  async receive(stream: Readable, fileName: string, expectedBytes: number | null): Promise<ReceivedFile> {
    if (expectedBytes !== null && expectedBytes > this.config.MAX_FILE_BYTES) throw this.tooLarge();
    const name = safeFileName(fileName);
    const id = newId();
    try {
      const chunks = stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
      const file = await this.spool(id, chunks, this.config.MAX_FILE_BYTES);
      if (expectedBytes !== null && file.sizeBytes !== expectedBytes) throw new Problem('file.incomplete');
      if (file.sizeBytes === 0) throw new Problem('file.empty');
      const mediaType = mediaTypeOf(name, file.head);
      if (mediaType === null) throw new Problem('file.type-refused');
      await this.settle(id, file);
      const { sizeBytes, sha256 } = file;
      const scanState = this.config.CLAMD_URL === undefined ? 'not-scanned' : 'pending';
      return { id, name, mediaType, sizeBytes, sha256, scanState };
    } catch (error) {
      await rm(this.spoolOf(id), { force: true });
      // A sender who goes away in the middle ends the stream with an error of its own.
      if (!(error instanceof Problem) && stream.destroyed) throw new Problem('file.incomplete');
      throw error;
    }
  }

  /** Writes bytes that the system itself made (a letter). */
  async write(content: Uint8Array, name: string, mediaType: string): Promise<ReceivedFile> {
    const id = newId();
    try {
      const file = await this.spool(id, [content], Number.POSITIVE_INFINITY);
      await this.settle(id, file);
      const { sizeBytes, sha256 } = file;
      return { id, name: safeFileName(name), mediaType, sizeBytes, sha256, scanState: 'not-scanned' };
    } catch (error) {
      await rm(this.spoolOf(id), { force: true });
      throw error;
    }
  }

  /** Writes the row of a received file, and queues its scan in the same transaction. */
  async keep(tx: Tx, file: ReceivedFile): Promise<void> {
    await tx.query(
      `INSERT INTO stored_file (id, name, media_type, size_bytes, sha256, scan_state, uploaded_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [file.id, file.name, file.mediaType, file.sizeBytes, file.sha256, file.scanState, tx.actor.personId],
    );
    if (file.scanState !== 'pending') return;
    await tx.query(`SELECT graphile_worker.add_job('scan-file', $1::json, job_key => $2)`, [
      JSON.stringify({ subjectId: file.id }),
      `scan-file:${file.id}`,
    ]);
  }

  /** Takes away the bytes of a file that nobody may read any more, or whose row never came to be. */
  async discard(id: string): Promise<void> {
    await this.store.remove(id);
  }

  /** Opens the bytes. Throws `file.missing` where they are gone, which is told to those who look after the system. */
  async read(id: string): Promise<Readable> {
    try {
      return await this.store.open(id);
    } catch (error) {
      if (error instanceof BytesMissing) {
        this.log.error('file.bytes-missing', { fileId: id });
        throw new Problem('file.missing');
      }
      throw this.unavailable(id, error);
    }
  }

  private async spool(
    id: string,
    chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    maximumBytes: number,
  ): Promise<Spooled> {
    const path = this.spoolOf(id);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const handle = await open(path, 'wx', 0o600);
    const hash = createHash('sha256');
    let sizeBytes = 0;
    let head = Buffer.alloc(0);
    try {
      for await (const chunk of chunks) {
        sizeBytes += chunk.length;
        if (sizeBytes > maximumBytes) throw this.tooLarge();
        if (head.length < 16) head = Buffer.concat([head, chunk.subarray(0, 16)]);
        hash.update(chunk);
        await handle.writeFile(chunk);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    return { path, sizeBytes, sha256: hash.digest('hex'), head };
  }

  private async settle(id: string, file: Spooled): Promise<void> {
    try {
      await this.store.settle(id, file);
    } catch (error) {
      throw this.unavailable(id, error);
    }
  }

  private unavailable(id: string, error: unknown): Problem {
    this.log.error('file.store-unavailable', { fileId: id, error });
    return new Problem('service.unavailable');
  }

  private tooLarge(): Problem {
    return new Problem('file.too-large', { maximumBytes: this.config.MAX_FILE_BYTES });
  }

  private spoolOf(id: string): string {
    return join(this.config.FILES_DIRECTORY, `${keyOf(id)}.part`);
  }
}
