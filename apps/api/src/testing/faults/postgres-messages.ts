/** Which way a message goes: from the API to the database, or back. */
export type Way = 'asked' | 'answered';

/** A piece of the stream: a message, or as much of one as has come. `kind` stands on the piece that ends a message. */
export interface Piece {
  readonly bytes: Buffer;
  /** The letter of the message ('Q', 'Z'), or 'startup', 'encryption' and 'cancel' for those that have none. */
  readonly kind: string;
}

const codes: Record<number, string> = { 80877102: 'cancel', 80877103: 'encryption', 80877104: 'encryption' };

/**
 * Finds the boundaries of the messages in one direction of a PostgreSQL connection (protocol 3, "Message Formats" in the
 * manual): a letter, then a length of four bytes that counts itself. The first message of a client has no letter, and
 * neither has the single byte that answers its question for encryption.
 */
export class MessageReader {
  private rest: Buffer = Buffer.alloc(0);
  private isStarting: boolean;
  private awaitsByte = false;

  constructor(way: Way) {
    this.isStarting = way === 'asked';
  }

  /** The next byte is no message: the answer to a request for encryption. */
  expectByte(): void {
    this.awaitsByte = true;
  }

  /** Whole messages that have come with this chunk, in order; what is left waits for the next one. */
  read(chunk: Buffer): Piece[] {
    this.rest = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    const pieces: Piece[] = [];
    for (let piece = this.next(); piece !== null; piece = this.next()) pieces.push(piece);
    return pieces;
  }

  private next(): Piece | null {
    if (this.awaitsByte) return this.take(1, 'byte');
    const head = this.isStarting ? 0 : 1;
    if (this.rest.length < head + 4) return null;
    const length = head + this.rest.readInt32BE(head);
    if (length < head + 4) throw new Error('No message of PostgreSQL: its length is too small.');
    if (this.rest.length < length) return null;
    return this.take(length, this.isStarting ? this.startKind() : String.fromCharCode(this.rest[0] ?? 0));
  }

  private startKind(): string {
    return codes[this.rest.length < 8 ? 0 : this.rest.readInt32BE(4)] ?? 'startup';
  }

  private take(length: number, kind: string): Piece | null {
    if (this.rest.length < length) return null;
    const bytes = this.rest.subarray(0, length);
    this.rest = this.rest.subarray(length);
    this.awaitsByte = false;
    if (kind === 'startup' || kind === 'cancel') this.isStarting = false;
    return { bytes, kind };
  }
}
