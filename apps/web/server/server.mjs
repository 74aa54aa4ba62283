import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createRequestListener } from '@react-router/node';
import sirv from 'sirv';
import { passToApi } from './api-proxy.mjs';
import { setForwardedHeaders } from './forwarded.mjs';

/**
 * The web server: static files, `/api` passed on to the API, and everything else rendered. The browser knows one
 * origin. Reads PORT (3000), API_URL, TRUST_PROXY and NODE_ENV.
 */
const port = Number(process.env.PORT ?? 3000);
const apiUrl = process.env.API_URL ?? 'http://127.0.0.1:3001';
const trustsProxy = process.env.TRUST_PROXY === 'true';
const isDevelopment = process.env.NODE_ENV === 'development';
const root = fileURLToPath(new URL('..', import.meta.url));

const pages = isDevelopment ? await developmentPages() : await builtPages();
const toApi = passToApi(apiUrl);

const server = createServer((request, response) => {
  setForwardedHeaders(request, trustsProxy);
  if (isOfApi(request.url ?? '/')) toApi(request, response);
  else pages(request, response);
});
// Longer than the idle time of the proxies in front, so that they never write into a connection we just closed.
server.keepAliveTimeout = 65_000;
server.listen(port, process.env.HOST, () => {
  process.stdout.write(`${JSON.stringify({ event: 'listening', port: server.address().port })}\n`);
});

for (const signal of ['SIGTERM', 'SIGINT']) {
  process.once(signal, () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    setTimeout(() => process.exit(0), 8_000).unref();
  });
}

function isOfApi(url) {
  return url === '/api' || url.startsWith('/api/') || url.startsWith('/api?');
}

/** Files of the build first, found in a list made at the start; what is no file is a page. */
async function builtPages() {
  const files = sirv(`${root}build/client`, {
    etag: true,
    brotli: true,
    gzip: true,
    setHeaders(response, path) {
      const isHashed = path.startsWith('/assets/');
      response.setHeader('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600');
      response.setHeader('x-content-type-options', 'nosniff');
    },
  });
  const build = await import(new URL('../build/server/index.js', import.meta.url).href);
  const render = createRequestListener({ build, mode: 'production' });
  return (request, response) => files(request, response, () => render(request, response));
}

/** Vite compiles each module when it is asked for and replaces it in the page when it changes. */
async function developmentPages() {
  const { createServer: createVite } = await import('vite');
  const vite = await createVite({ root, server: { middlewareMode: true }, appType: 'custom' });
  const render = createRequestListener({
    build: () => vite.ssrLoadModule('virtual:react-router/server-build'),
    mode: 'development',
  });
  return (request, response) => vite.middlewares(request, response, () => render(request, response));
}
