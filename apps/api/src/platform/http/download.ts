import type { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

/**
 * Makes the answer of a file, for the handler to return: a download, never shown in the page's own origin. The headers of
 * every answer do the rest: whatever shows it all the same shows it in a sandbox, and by its type alone.
 * The name is given twice, plain and per RFC 6266/8187, so that accents survive and quotes do no harm.
 */
export function sendDownload(
  reply: FastifyReply,
  /** A file that is made while it is sent has no size yet. */
  file: { name: string; mediaType: string; sizeBytes: number | null; stream: Readable },
): StreamableFile {
  if (file.sizeBytes !== null) reply.header('content-length', String(file.sizeBytes));
  reply
    .header('content-type', file.mediaType)
    .header('content-disposition', dispositionOf(file.name))
    .header('cache-control', 'no-store');
  return new StreamableFile(file.stream);
}

/** `content-disposition` for a file name, whatever is in it. */
export function dispositionOf(fileName: string): string {
  const name = fileName.toWellFormed();
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
