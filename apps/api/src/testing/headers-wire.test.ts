import { type AddressInfo, connect } from 'node:net';
import { HttpAdapterHost } from '@nestjs/core';
import { TestApi } from './test-api.js';

let api: TestApi;
let port: number;
beforeAll(async () => {
  api = await TestApi.start();
  const server = api.get(HttpAdapterHost).httpAdapter.getInstance<{
    listen(options: { port: number; host: string }): Promise<string>;
    server: { address(): AddressInfo };
  }>();
  await server.listen({ port: 0, host: '127.0.0.1' });
  port = server.server.address().port;
});
afterAll(() => api.stop());

/** Writes these bytes and nothing else, and reads until the API hangs up or a while has gone by. */
function speak(bytes: string, patienceMs = 1_500): Promise<{ text: string; isClosed: boolean }> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    let isClosed = true;
    const timer = setTimeout(() => {
      isClosed = false;
      socket.destroy();
    }, patienceMs);
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(timer);
      resolve({ text, isClosed });
    });
    socket.write(Buffer.from(bytes, 'latin1'));
  });
}

const lines = (...text: string[]) => text.join('\r\n');
const hidden = lines('GET /api/health/live HTTP/1.1', 'Host: localhost', '', '');
const end = lines('0', '', '');

it.each([
  ['both a length and chunks', ['Content-Length: 4', 'Transfer-Encoding: chunked', '', end + hidden]],
  ['chunks and a length', ['Transfer-Encoding: chunked', 'Content-Length: 4', '', end + hidden]],
  ['two lengths that differ', ['Content-Length: 0', 'Content-Length: 44', '', hidden]],
  ['two lengths that are the same', ['Content-Length: 4', 'Content-Length: 4', '', 'abcd']],
  ['a length with a sign', ['Content-Length: +4', '', 'abcd']],
  ['a length below nothing', ['Content-Length: -1', '', hidden]],
  ['a header over two lines', ['X-A: b', ' Content-Length: 4', 'Content-Length: 0', '', 'abcd']],
  ['a space before the colon', ['Content-Length : 4', '', 'abcd']],
  ['a coding that is none', ['Transfer-Encoding: xchunked', '', end + hidden]],
  ['two codings, the last of them unknown', ['Transfer-Encoding: chunked, identity', '', end + hidden]],
  ['a chunk whose size is none', ['Transfer-Encoding: chunked', '', lines('zz', 'abcd', end)]],
  ['a chunk that is longer than it says', ['Transfer-Encoding: chunked', '', lines('2', 'abcd', end)]],
  ['lines without a return', ['X-A: b\nTransfer-Encoding: chunked\nContent-Length: 0', '', end + hidden]],
  ['a null in a header', ['X-A: b\0c', '', '']],
])('refuses a request with %s and hangs up', async (_what, rest) => {
  const { text, isClosed } = await speak(
    lines('POST /api/session HTTP/1.1', 'Host: localhost', 'Content-Type: application/json', ...rest),
  );
  expect(text).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
  expect(text).toContain('x-content-type-options: nosniff');
  expect(text).toContain("content-security-policy: default-src 'none'");
  expect(text).not.toContain('"up"');
  expect(text.match(/HTTP\/1\.1/g)).toHaveLength(1);
  expect(isClosed).toBe(true);
});

it('goes on answering others after all that', async () => {
  const { text } = await speak(lines('GET /api/health/live HTTP/1.1', 'Host: localhost', 'Connection: close', '', ''));
  expect(text).toMatch(/^HTTP\/1\.1 200 OK\r\n[\s\S]*\{"status":"up"\}$/);
});

it('has patience with no head, no body and no connection for ever', () => {
  const { server } = api.get(HttpAdapterHost).httpAdapter.getInstance<{
    server: { headersTimeout: number; requestTimeout: number; timeout: number; keepAliveTimeout: number };
  }>();
  expect(server).toMatchObject({ headersTimeout: 15_000, requestTimeout: 900_000, timeout: 120_000 });
  // Longer than that of the web server in front, which would otherwise write into a connection that was just closed.
  expect(server.keepAliveTimeout).toBeGreaterThan(65_000);
});
