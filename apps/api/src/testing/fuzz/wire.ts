import { connect } from 'node:net';
import type { Answer } from '../test-api.js';

/** A request as bytes on the line: nothing here repairs what is wrong with it. */
export interface WireRequest {
  readonly method: string;
  /** Path and query as they are. */
  readonly target: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly payload: Buffer | null;
}

/** Sends over a connection of its own and waits for all of the answer. Throws when it takes longer than `limitMs`. */
export async function exchange(port: number, request: WireRequest, limitMs: number): Promise<Answer<unknown>> {
  return readAnswer(await bytesOf(port, messageOf(request), limitMs));
}

/** Sends bytes that may be no HTTP at all. */
export const exchangeBytes = async (port: number, message: Buffer, limitMs: number): Promise<Answer<unknown>> =>
  readAnswer(await bytesOf(port, message, limitMs));

function messageOf({ method, target, headers, payload }: WireRequest): Buffer {
  const given = new Set(headers.map(([name]) => name.toLowerCase()));
  const own: (readonly [string, string])[] = [
    ['host', '127.0.0.1'],
    ['connection', 'close'],
    ...(payload === null ? [] : [['content-length', String(payload.length)] as const]),
  ];
  const lines = [...own.filter(([name]) => !given.has(name)), ...headers].map(([name, value]) => `${name}: ${value}`);
  // Headers are bytes; in JavaScript they are written as the characters of the same numbers.
  const head = Buffer.from(`${method} ${target} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`, 'latin1');
  return payload === null ? head : Buffer.concat([head, payload]);
}

function bytesOf(port: number, message: Buffer, limitMs: number): Promise<Buffer> {
  return new Promise((done, fail) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.write(message));
    const timer = setTimeout(() => {
      socket.destroy();
      fail(new Error(`no answer within ${limitMs} ms`));
    }, limitMs);
    socket.on('data', (chunk) => chunks.push(chunk));
    // A server that refuses a large body may close before it has read all of it; what it said until then counts.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(timer);
      done(Buffer.concat(chunks));
    });
  });
}

/** The last answer in the bytes (those of status 1xx come first). Throws when there is none. */
function readAnswer(bytes: Buffer): Answer<unknown> {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) throw new Error(`the connection was closed after ${bytes.length} bytes, without an answer`);
  const [first = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n');
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(first)?.[1] ?? Number.NaN);
  const rest = bytes.subarray(end + 4);
  if (status < 200) return readAnswer(rest);
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const whole = headers['transfer-encoding'] === 'chunked' ? joined(rest) : rest;
  const isJson = headers['content-type']?.includes('json') === true && whole.length > 0;
  return { status, headers, raw: whole, body: isJson ? JSON.parse(whole.toString()) : null };
}

function joined(bytes: Buffer): Buffer {
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf('\r\n', at);
    const size = Number.parseInt(bytes.subarray(at, end).toString('latin1'), 16);
    if (!(size > 0)) break;
    chunks.push(bytes.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
  return Buffer.concat(chunks);
}
