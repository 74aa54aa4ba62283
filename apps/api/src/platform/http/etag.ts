import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

/**
 * Public answers carry a weak tag of their content. A cache that asks again with the tag gets 304 and no body as long as
 * the answer would be the same; what is not public carries `no-store` and no tag.
 */
export function addEntityTags(server: FastifyInstance): void {
  server.addHook('onSend', async (request, reply, payload) => {
    const isShared = String(reply.getHeader('cache-control') ?? '').startsWith('public');
    if (!isShared || request.method !== 'GET' || reply.statusCode !== 200 || typeof payload !== 'string')
      return payload;
    const tag = `W/"${createHash('sha256').update(payload).digest('base64url').slice(0, 27)}"`;
    reply.header('etag', tag);
    if (!isNamed(tag, request.headers['if-none-match'])) return payload;
    reply.code(304).removeHeader('content-type').removeHeader('content-length');
    return null;
  });
}

/** Weak comparison (RFC 9110, 8.8.3.2): caches may have dropped or added the mark of weakness. */
function isNamed(tag: string, header: string | undefined): boolean {
  if (header === undefined) return false;
  const bare = (text: string) => text.trim().replace(/^W\//, '');
  return header.trim() === '*' || header.split(',').some((known) => bare(known) === bare(tag));
}
