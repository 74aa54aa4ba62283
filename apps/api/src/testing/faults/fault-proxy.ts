import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { MessageReader, type Piece, type Way } from './postgres-messages.js';

/** Where a connection is cut: before message `message` (counted from 1), in the middle of it, or after it was passed on. */
export interface Cut {
  readonly message: number;
  readonly place: 'before' | 'within' | 'after';
  /** How both sockets end: as a program that stops, or as a machine that forgot the connection. */
  readonly by: 'end' | 'reset';
}

/** A message that passed since the last `arm`: which way, on which connection, and its letter. */
export interface Passed {
  readonly way: Way;
  readonly connection: number;
  readonly kind: string;
}

interface Line {
  readonly number: number;
  readonly client: Socket;
  readonly server: Socket;
  readonly readers: Readonly<Record<Way, MessageReader>>;
  isCut: boolean;
}

/**
 * Stands between the API and PostgreSQL, counts the messages of the protocol in both directions over all connections,
 * and cuts the connection that carries a chosen one. The database that clients ask for is replaced by `database`, so that
 * the API can be led to another one without being started again.
 */
export class FaultProxy {
  /** The database that connections lead to from now on. */
  database: string;
  /** How long each message waits before it is passed on, in milliseconds. */
  delayMs = 0;
  private cut: Cut | null = null;
  private passed: Passed[] = [];
  private firedAt: number | null = null;
  private readonly lines = new Set<Line>();
  private lineNumber = 0;

  private constructor(
    private readonly target: URL,
    private readonly listener: Server,
  ) {
    this.database = target.pathname.slice(1);
    listener.on('connection', (client) => this.join(client));
  }

  /** Listens on a free port of the loopback address, in front of the server that `target` (a URL) names. */
  static async start(target: string): Promise<FaultProxy> {
    const listener = createServer({ allowHalfOpen: false });
    const proxy = new FaultProxy(new URL(target), listener);
    listener.listen(0, '127.0.0.1');
    await once(listener, 'listening');
    return proxy;
  }

  /** What the API takes for the address of its database. */
  get url(): string {
    const url = new URL(this.target);
    url.hostname = '127.0.0.1';
    url.port = String((this.listener.address() as AddressInfo).port);
    return url.href;
  }

  /** Counts from 1 again, and cuts there (or only counts). */
  arm(cut: Cut | null): void {
    this.cut = cut;
    this.passed = [];
    this.firedAt = null;
  }

  /** What passed since `arm`; a message that was cut off is the last one. */
  get messages(): readonly Passed[] {
    return this.passed;
  }

  get hasFired(): boolean {
    return this.firedAt !== null;
  }

  /** Ends every connection, those that are idle too. */
  cutAll(by: Cut['by'] = 'end'): void {
    for (const line of [...this.lines]) this.end(line, by);
  }

  async stop(): Promise<void> {
    this.cutAll();
    this.listener.close();
    await once(this.listener, 'close');
  }

  private join(client: Socket): void {
    const server = connect(Number(this.target.port || 5432), this.target.hostname);
    for (const socket of [client, server]) socket.setNoDelay(true);
    this.lineNumber += 1;
    const readers = { asked: new MessageReader('asked'), answered: new MessageReader('answered') };
    const line: Line = { number: this.lineNumber, client, server, readers, isCut: false };
    this.lines.add(line);
    this.pipe(line, 'asked');
    this.pipe(line, 'answered');
  }

  /** Passes on what comes one way, message by message and in order. */
  private pipe(line: Line, way: Way): void {
    const [from, to] = way === 'asked' ? [line.client, line.server] : [line.server, line.client];
    let queue = Promise.resolve();
    from.on('data', (chunk: Buffer) => {
      const pieces = line.readers[way].read(chunk);
      if (this.delayMs === 0) return this.passOn(line, way, to, pieces);
      queue = queue.then(() => this.passSlowly(line, way, to, pieces));
    });
    from.on('error', () => undefined);
    from.on('close', () => {
      this.lines.delete(line);
      to.end();
    });
  }

  private async passSlowly(line: Line, way: Way, to: Socket, pieces: readonly Piece[]): Promise<void> {
    for (const piece of pieces) {
      await new Promise((resolve) => setTimeout(resolve, this.delayMs));
      this.passOn(line, way, to, [piece]);
    }
  }

  /** One write for as many messages as come together, or the cut makes them fewer than they were. */
  private passOn(line: Line, way: Way, to: Socket, pieces: readonly Piece[]): void {
    const out: Buffer[] = [];
    for (const piece of pieces) {
      if (line.isCut) break;
      if (piece.kind === 'encryption') line.readers.answered.expectByte();
      this.passed.push({ way, connection: line.number, kind: piece.kind });
      const bytes = piece.kind === 'startup' ? withDatabase(piece.bytes, this.database) : piece.bytes;
      if (this.cut?.message !== this.passed.length || this.firedAt !== null) {
        out.push(bytes);
        continue;
      }
      this.firedAt = this.passed.length;
      if (this.cut.place === 'within') out.push(bytes.subarray(0, Math.ceil(bytes.length / 2)));
      if (this.cut.place === 'after') out.push(bytes);
      line.isCut = true;
    }
    if (to.destroyed) return;
    if (!line.isCut) {
      to.write(Buffer.concat(out));
      return;
    }
    const { by = 'end' } = this.cut ?? {};
    // What was passed on reaches its end before the connection does.
    if (out.length === 0) this.end(line, by);
    else to.write(Buffer.concat(out), () => this.end(line, by));
  }

  private end(line: Line, by: Cut['by']): void {
    line.isCut = true;
    this.lines.delete(line);
    // The database reads to the end of what it got; the API may find its connection reset.
    line.server.destroySoon();
    if (by === 'reset') line.client.resetAndDestroy();
    else line.client.destroySoon();
  }
}

/** The first message of a client with another database in it: pairs of texts that end in zero, after length and version. */
function withDatabase(startup: Buffer, database: string): Buffer {
  const texts = startup.subarray(8).toString('utf8').split('\0').slice(0, -2);
  const pairs: string[] = [];
  for (let index = 0; index + 1 < texts.length; index += 2) {
    const [name = '', value = ''] = texts.slice(index, index + 2);
    pairs.push(name, name === 'database' ? database : value);
  }
  const rest = Buffer.from(`${pairs.join('\0')}\0\0`, 'utf8');
  const head = Buffer.alloc(8);
  head.writeInt32BE(8 + rest.length, 0);
  startup.copy(head, 4, 4, 8);
  return Buffer.concat([head, rest]);
}
