import { randomUUID } from 'node:crypto';

/**
 * Sets who asked, for whom, over what and under which id, and drops what the client itself said of that: a header that
 * anybody can send must not decide how many attempts somebody has left, nor where their request is found in the log.
 * Behind a proxy of ours (TRUST_PROXY=true) the last entry is the one which that proxy added, and only that one counts.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {boolean} trustsProxy
 */
export function setForwardedHeaders(request, trustsProxy) {
  const { headers, socket } = request;
  const said = (name) => (trustsProxy ? lastOf(headers[name]) : undefined);
  const forwarded = {
    'x-forwarded-for': said('x-forwarded-for') ?? addressOf(socket),
    'x-forwarded-host': said('x-forwarded-host') ?? headers.host ?? '',
    'x-forwarded-proto': said('x-forwarded-proto') ?? 'http',
    'x-request-id': said('x-request-id') ?? randomUUID(),
  };
  for (const name of ['forwarded', 'x-real-ip', 'x-forwarded-port']) delete headers[name];
  if (!trustsProxy) for (const name of ['traceparent', 'tracestate']) delete headers[name];
  Object.assign(headers, forwarded);
}

/** An IPv4 address in its own form, also where the socket speaks IPv6. */
function addressOf(socket) {
  return (socket.remoteAddress ?? '').replace(/^::ffff:(?=\d+\.)/, '');
}

function lastOf(header) {
  return header?.toString().split(',').at(-1)?.trim() || undefined;
}
