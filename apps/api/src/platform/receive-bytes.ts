import type { Readable } from 'node:stream';
import { Problem } from '@commonlot/domain';

/**
 * The bytes of a small file that is read and not kept. `contentLength` is the header: what the sender means to send.
 * Throws `file.empty`, `file.too-large` or `file.incomplete`.
 */
export async function receiveBytes(
  stream: Readable,
  contentLength: string | undefined,
  maximumBytes: number,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    // The stream is not destroyed by leaving the loop: the sender must still get the answer.
    for await (const chunk of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maximumBytes) break;
      chunks.push(chunk);
    }
  } catch {
    // The sender went away in the middle.
    throw new Problem('file.incomplete');
  }
  if (size > maximumBytes) throw new Problem('file.too-large', { maximumBytes });
  if (contentLength !== undefined && size !== Number(contentLength)) throw new Problem('file.incomplete');
  if (size === 0) throw new Problem('file.empty');
  return Buffer.concat(chunks);
}
