import { fileURLToPath } from 'node:url';
import { createRequestListener } from '@react-router/node';
import { passToApi } from './api-proxy.mjs';
import { logRequest } from './request-log.mjs';
import { staticFiles } from './static-files.mjs';
import { createWebServer } from './web-server.mjs';

/**
 * The web server: static files, `/api` passed on to the API, and everything else rendered. The browser knows one
 * origin. Reads PORT (3000), HOST, API_URL, PUBLIC_URL, TRUST_PROXY, LOG and NODE_ENV.
 */
const port = Number(process.env.PORT ?? 3000);
const isDevelopment = process.env.NODE_ENV === 'development';
const root = fileURLToPath(new URL('..', import.meta.url));

const server = createWebServer({
  ...(isDevelopment ? await developmentPages() : await builtPages()),
  toApi: passToApi(process.env.API_URL ?? 'http://127.0.0.1:3001'),
  trustsProxy: process.env.TRUST_PROXY === 'true',
  isHttps: process.env.PUBLIC_URL?.startsWith('https:') ?? false,
  ...(process.env.LOG === 'off' ? {} : { log: logRequest }),
});
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

/** Files of the build first; what is no file is a page. */
async function builtPages() {
  const build = await import(new URL('../build/server/index.js', import.meta.url).href);
  const pages = createRequestListener({ build, mode: 'production' });
  return { files: staticFiles(`${root}build/client`), pages };
}

/** Vite compiles each module when it is asked for and replaces it in the page when it changes. */
async function developmentPages() {
  const { createServer: createVite } = await import('vite');
  const vite = await createVite({ root, server: { middlewareMode: true }, appType: 'custom' });
  const render = createRequestListener({
    build: () => vite.ssrLoadModule('virtual:react-router/server-build'),
    mode: 'development',
  });
  const pages = (request, response) => vite.middlewares(request, response, () => render(request, response));
  return { files: () => false, pages };
}
