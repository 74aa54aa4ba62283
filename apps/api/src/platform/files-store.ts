import type { Readable } from 'node:stream';

/** Bytes that lie complete and synced in a file of this machine, on their way to where they are kept. */
export interface SpooledFile {
  readonly path: string;
  readonly sizeBytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

export interface KeptFile {
  readonly id: string;
  readonly keptAt: Date;
}

/** There are no bytes under this id. */
export class BytesMissing extends Error {
  constructor(id: string) {
    super(`No bytes are kept under ${id}.`);
    this.name = 'BytesMissing';
  }
}

/**
 * Where the bytes of files are kept, under ids that we make. Bytes never change: an id is written once. The key is the
 * same everywhere, `ab/ab12…`, so that a folder can be copied into a bucket and back as it is.
 */
export abstract class FileStore {
  /** Takes the bytes in; once this comes back they outlive the loss of power. The spooled file is gone then. */
  abstract settle(id: string, file: SpooledFile): Promise<void>;
  /** Throws `BytesMissing`. */
  abstract open(id: string): Promise<Readable>;
  /** Does nothing when there are none. */
  abstract remove(id: string): Promise<void>;
  /** Everything that is kept, in no order; what is not ours is left out. */
  abstract list(): AsyncIterable<KeptFile>;
  /** Makes what the store needs to begin with, and fails where it cannot be reached. */
  abstract prepare(): Promise<void>;
}

const storedName = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const isFileId = (name: string): boolean => storedName.test(name);

/** Ids are made by us: no part of a path comes from people. */
export const keyOf = (id: string): string => `${id.slice(0, 2)}/${id}`;
