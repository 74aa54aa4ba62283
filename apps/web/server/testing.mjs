import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { passToApi } from './api-proxy.mjs';
import { createWebServer } from './web-server.mjs';

/**
 * The web server with pages that are a line of text, and behind it an API that says what it got.
 *
 * @param {Partial<Parameters<typeof createWebServer>[0]>} [parts]
 */
export async function startServers(parts = {}) {
  const seen = [];
  const api = createServer((request, response) => {
    seen.push({ method: request.method, url: request.url, headers: request.headers });
    request.resume().on('end', () => {
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ url: request.url }));
    });
  }).listen(0, '127.0.0.1');
  await once(api, 'listening');
  const web = createWebServer({
    files: () => false,
    pages: (_request, response) => response.setHeader('content-type', 'text/html').end('a page'),
    toApi: passToApi(`http://127.0.0.1:${api.address().port}`),
    trustsProxy: false,
    isHttps: false,
    ...parts,
  }).listen(0, '127.0.0.1');
  await once(web, 'listening');
  const { port } = web.address();
  return {
    /** What came to the API. */
    seen,
    port,
    origin: `http://127.0.0.1:${port}`,
    stop: async () => {
      for (const server of [web, api]) {
        server.closeAllConnections();
        server.close();
        await once(server, 'close');
      }
    },
  };
}

/**
 * Writes these bytes, nothing else, and reads until the other side hangs up or `patienceMs` have gone by.
 *
 * @returns {Promise<{ text: string, isClosed: boolean }>} `isClosed`: the other side hung up
 */
export function speak(port, bytes, patienceMs = 1_500) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    let isClosed = true;
    const timer = setTimeout(() => {
      isClosed = false;
      socket.destroy();
    }, patienceMs);
    socket.on('data', (chunk) => {
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
