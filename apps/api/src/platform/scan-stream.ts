import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';

/** What the scanner says of a file; `signature` is its name of what it found. */
export type Verdict = { readonly state: 'clean' } | { readonly state: 'infected'; readonly signature: string };

/**
 * Asks clamd (`tcp://host:port`) about a stream by INSTREAM: each chunk after its length in four bytes, a length of zero
 * at the end. Throws when the scanner is away, says nothing for `patienceMs`, or answers anything but a verdict, and
 * when the stream breaks off: then nothing is known of the file.
 */
export async function scanStream(url: string, stream: Readable, patienceMs: number): Promise<Verdict> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 3310) });
  socket.setTimeout(patienceMs, () => socket.destroy(new Error('The scanner says nothing.')));
  const sending = send(socket, stream);
  sending.catch(() => socket.destroy());
  try {
    const [sent, heard] = await Promise.allSettled([sending, answerOf(socket)]);
    if (sent.status === 'rejected') throw sent.reason;
    if (heard.status === 'rejected') throw heard.reason;
    return verdictOf(heard.value);
  } finally {
    stream.destroy();
    socket.destroy();
  }
}

/**
 * Sends the stream; fails only with the stream. A scanner that has heard enough answers and hangs up: what it said
 * counts, not that the rest was refused. (`pipeline` waits for ever for a socket that the other side closed.)
 */
async function send(socket: Socket, stream: Readable): Promise<void> {
  socket.on('error', () => undefined);
  socket.write('zINSTREAM\0');
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    socket.write(length);
    const isRoom = socket.write(chunk);
    if (socket.destroyed) return;
    if (!isRoom) await roomIn(socket);
  }
  socket.write(Buffer.alloc(4));
}

/** Settles when there is room again, or when there never will be. */
function roomIn(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      socket.off('drain', go).off('close', go);
      resolve();
    };
    socket.on('drain', go).on('close', go);
  });
}

/** Everything up to the closing zero, or to the end of the connection. */
async function answerOf(socket: Socket): Promise<string> {
  let text = '';
  for await (const chunk of socket) {
    text += String(chunk);
    if (text.includes('\0') || text.length > 4_096) break;
  }
  return text;
}

function verdictOf(answer: string): Verdict {
  const said = answer.replace(/\0.*$/s, '').trim();
  if (said === 'stream: OK') return { state: 'clean' };
  const [, signature] = /^stream: (.+) FOUND$/.exec(said) ?? [];
  if (signature === undefined) throw new Error(`The scanner gave no verdict: ${said.slice(0, 100) || 'it hung up'}.`);
  return { state: 'infected', signature: signature.replaceAll(/[^\w.:-]/g, '_').slice(0, 100) };
}
