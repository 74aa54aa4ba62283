import { crc32, createDeflateRaw, type DeflateRaw } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';

/** Quick rather than small: the archive is fetched once. */
const level = 3;

/** The format has no room for the size of a longer file; an archive must not say another one. */
const longestBytes = 0xffff_ffff;

/**
 * A ZIP file piece by piece: what comes out of each step is handed on before the next goes in. The packing is done by
 * zlib on a thread of its own, so that other requests need not wait for it.
 */
export class Packing {
  private out: Uint8Array[] = [];
  private file: PackedFile | null = null;
  private readonly zip = new Zip((error, chunk) => {
    if (error) throw error;
    if (chunk.length > 0) this.out.push(chunk);
  });

  constructor(private readonly mtime: Date) {}

  open(name: string): void {
    this.file = new PackedFile(name, this.mtime);
    this.zip.add(this.file);
  }

  /** Comes back when the piece was packed, and its memory is free for the next one. */
  async push(piece: Uint8Array): Promise<Uint8Array[]> {
    await this.file?.push(piece);
    return this.taken();
  }

  async close(): Promise<Uint8Array[]> {
    await this.file?.end();
    this.file = null;
    return this.taken();
  }

  end(): Uint8Array[] {
    this.zip.end();
    return this.taken();
  }

  /** Gives back what zlib holds of a file that was not ended. */
  abandon(): void {
    this.file?.terminate();
    this.zip.terminate();
  }

  private taken(): Uint8Array[] {
    const { out } = this;
    this.out = [];
    return out;
  }
}

/** A file of the archive; `compression` 8 is "deflate" by the specification of ZIP (APPNOTE, 4.4.5). */
class PackedFile implements ZipInputFile {
  readonly compression = 8;
  size = 0;
  crc = 0;
  declare ondata?: NonNullable<ZipInputFile['ondata']>;
  private readonly deflate: DeflateRaw = createDeflateRaw({ level });

  constructor(
    readonly filename: string,
    readonly mtime: Date,
  ) {
    this.deflate.on('data', (chunk: Buffer<ArrayBuffer>) => this.ondata?.(null, chunk, false));
  }

  async push(piece: Uint8Array): Promise<void> {
    this.size += piece.length;
    if (this.size > longestBytes)
      throw new RangeError(`${this.filename} is longer than a file of a ZIP archive may be.`);
    this.crc = crc32(piece, this.crc);
    await new Promise<void>((done, failed) => {
      this.deflate.write(piece, (error) => (error ? failed(error) : done()));
    });
  }

  async end(): Promise<void> {
    await new Promise((done, failed) => {
      this.deflate.once('end', done).once('error', failed).end();
    });
    this.ondata?.(null, new Uint8Array(0), true);
  }

  terminate(): void {
    this.deflate.destroy();
  }
}
