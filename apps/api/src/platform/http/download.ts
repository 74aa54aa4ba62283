import type { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

/**
 * Makes the answer of a file, for the handler to return: a download, never shown in the page's own origin as anything
 * that could run.
 * The name is given twice, plain and per RFC 6266/8187, so that accents survive and quotes do no harm.
 */
export function sendDownload(
  reply: FastifyReply,
  file: { name: string; mediaType: string; sizeBytes: number; stream: Readable; inline?: boolean },
): StreamableFile {
  const plain = file.name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(file.name).replaceAll(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  reply
    .header('content-type', file.mediaType)
    .header('content-length', String(file.sizeBytes))
    .header(
      'content-disposition',
      `${file.inline === true ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encoded}`,
    )
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('x-content-type-options', 'nosniff')
    .header('cross-origin-resource-policy', 'same-origin')
    .header('cache-control', 'private, no-store');
  return new StreamableFile(file.stream);
}
