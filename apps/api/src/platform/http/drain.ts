import type { Readable } from 'node:stream';

/** Enough for the largest file that somebody sends by mistake, and for the patience of a browser. */
const mostBytes = 268_435_456;
const mostMs = 60_000;

/**
 * Reads what is still coming of a refused request and throws it away, so that the sender gets the answer and not a
 * broken connection (most senders read no answer before they have sent all). Whoever goes on all the same is cut off.
 */
export function drain(stream: Readable): void {
  if (stream.readableEnded || stream.destroyed) return;
  const timer = setTimeout(() => stream.destroy(), mostMs).unref();
  let left = mostBytes;
  stream
    .on('error', () => undefined)
    .on('close', () => clearTimeout(timer))
    .on('data', (chunk: Buffer) => {
      left -= chunk.length;
      if (left < 0) stream.destroy();
    })
    .resume();
}
