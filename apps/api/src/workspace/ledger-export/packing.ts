import { once } from 'node:events';
import { crc32, createDeflateRaw } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';

/** Little is won by packing harder, and an auditor waits. */
const lightPacking = 3;
const deflated = 8;

/**
 * A ZIP file piece by piece: what comes out of each step is handed on before the next goes in. Node packs, outside the
 * thread that answers requests and outside its memory for objects; fflate writes what is around the packed bytes.
 */
export class Packing {
  private out: Uint8Array[] = [];
  private file: PackedFile | null = null;
  private readonly zip = new Zip((error, chunk) => {
    if (error) throw error;
    this.out.push(chunk);
  });

  constructor(private readonly mtime: Date) {}

  open(name: string): void {
    this.file = new PackedFile(name, this.mtime);
    this.zip.add(this.file);
  }

  async push(chunk: Uint8Array): Promise<Uint8Array[]> {
    await this.file?.push(chunk);
    return this.taken();
  }

  async close(): Promise<Uint8Array[]> {
    await this.file?.close();
    return this.taken();
  }

  end(): Uint8Array[] {
    this.zip.end();
    return this.taken();
  }

  private taken(): Uint8Array[] {
    const out = this.out.filter((chunk) => chunk.length > 0);
    this.out = [];
    return out;
  }
}

/** One file of the ZIP; its size and its sum are known when its last piece was given. */
class PackedFile implements ZipInputFile {
  readonly compression = deflated;
  size = 0;
  crc = 0;
  declare ondata: NonNullable<ZipInputFile['ondata']>;
  private readonly deflate = createDeflateRaw({ level: lightPacking });

  constructor(
    readonly filename: string,
    readonly mtime: Date,
  ) {
    this.deflate.on('data', (packed: Uint8Array<ArrayBuffer>) => this.ondata(null, packed, false));
  }

  /** Settles when the piece is packed. */
  async push(chunk: Uint8Array): Promise<void> {
    this.size += chunk.length;
    this.crc = crc32(chunk, this.crc);
    await new Promise<void>((packed, failed) => {
      this.deflate.write(chunk, (error) => (error ? failed(error) : packed()));
    });
  }

  async close(): Promise<void> {
    this.deflate.end();
    await once(this.deflate, 'end');
    this.ondata(null, new Uint8Array(0), true);
  }
}
