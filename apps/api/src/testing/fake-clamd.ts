import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

/** The test file that every scanner knows, in two halves, so that no scanner stops at this file. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** How the scanner behaves: it works, takes its time, never answers, hangs up half-way, or finds the file too long. */
export type Mood = 'works' | 'slow' | 'silent' | 'cut' | 'too-long' | 'odd';

/** A scanner that speaks the protocol of clamd (INSTREAM over TCP) and knows one virus. */
export class FakeClamd {
  mood: Mood = 'works';
  /** What was sent to be scanned, file by file. */
  readonly scanned: Buffer[] = [];
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly server: Server) {
    server.on('connection', (socket) => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket)).on('error', () => undefined);
      void this.serve(socket).catch(() => socket.destroy());
    });
  }

  static async start(): Promise<FakeClamd> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new FakeClamd(server);
  }

  get url(): string {
    return `tcp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    if (!this.server.listening) return;
    this.server.close();
    await once(this.server, 'close');
  }

  private async serve(socket: Socket): Promise<void> {
    let received = Buffer.alloc(0);
    const content: Buffer[] = [];
    let isOpened = false;
    for await (const chunk of socket.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      received = Buffer.concat([received, chunk]);
      if (!isOpened) {
        if (received.length < 10) continue;
        if (received.subarray(0, 10).toString('latin1') !== 'zINSTREAM\0') return this.say(socket, 'UNKNOWN COMMAND');
        isOpened = true;
        received = received.subarray(10);
      }
      if (this.mood === 'cut') return void socket.destroy();
      if (this.mood === 'too-long') return this.say(socket, 'INSTREAM size limit exceeded. ERROR');
      while (received.length >= 4 && received.length >= 4 + received.readUInt32BE(0)) {
        const length = received.readUInt32BE(0);
        if (length === 0) return this.judge(socket, Buffer.concat(content));
        content.push(received.subarray(4, 4 + length));
        received = received.subarray(4 + length);
      }
    }
  }

  private async judge(socket: Socket, content: Buffer): Promise<void> {
    this.scanned.push(content);
    if (this.mood === 'silent') return;
    if (this.mood === 'slow') await new Promise((resolve) => setTimeout(resolve, 300));
    if (this.mood === 'odd') return this.say(socket, 'stream: Access denied. ERROR');
    this.say(socket, content.includes(eicar) ? 'stream: Win.Test.EICAR_HDB-1 FOUND' : 'stream: OK');
  }

  private say(socket: Socket, words: string): void {
    socket.end(`${words}\0`);
  }
}
