import type { Socket } from 'node:net';
import type { ProblemDocument } from '@commonlot/contracts';
import { earlyHeaders } from './security-headers.js';

const document: ProblemDocument = {
  type: 'urn:problem:request.malformed',
  title: 'request.malformed',
  status: 400,
  code: 'request.malformed',
  details: {},
};
const body = JSON.stringify(document);

/**
 * Answers what the server could not even read as a request (headers that are too long or no headers at all, a body of
 * two lengths) like every other refusal, and hangs up.
 */
export function refuseUnreadable(publicUrl: string): (error: Error & { code?: string }, socket: Socket) => void {
  const answer = [
    'HTTP/1.1 400 Bad Request',
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    ...Object.entries(earlyHeaders(publicUrl)).map(([name, value]) => `${name}: ${value}`),
    'connection: close',
    '',
    body,
  ].join('\r\n');
  return (error, socket) => {
    // The other side has gone: there is nobody to answer.
    if (error.code === 'ECONNRESET' || socket.destroyed) return;
    if (socket.writable) socket.end(answer, () => socket.destroy());
    else socket.destroy(error);
  };
}
