import { createServer } from 'node:http';
import { setForwardedHeaders } from './forwarded.mjs';
import { cachingOf, securityHeaders } from './security-headers.mjs';

const pageMethods = ['GET', 'HEAD', 'POST'];
/** A name or an address, and perhaps a port. What else a client writes there goes into no address that we make. */
const hostForm = /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;

/**
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 *
 * @typedef {object} Parts
 * @property {(request: Request, response: Response) => boolean} files answers what is a file, and says whether it did
 * @property {(request: Request, response: Response) => unknown} toApi
 * @property {(request: Request, response: Response) => unknown} pages
 * @property {boolean} trustsProxy whether a proxy of ours stands in front
 * @property {boolean} isHttps whether people reach this system over https
 * @property {(request: Request, response: Response) => void} [log] is told of each request at its beginning
 * @property {number} [bodyMs] how long a body may take that is no file
 */

/**
 * The server around the three things that answer: it sets who asks and the headers that every answer has, refuses what
 * is no request for us, and lets nobody hold a connection by being slow.
 *
 * @param {Parts} parts
 */
export function createWebServer({ files, toApi, pages, trustsProxy, isHttps, log, bodyMs = 60_000 }) {
  const headers = Object.entries(securityHeaders({ isHttps }));
  const limits = { headersTimeout: 15_000, requestTimeout: 900_000, connectionsCheckingInterval: 5_000 };
  const server = createServer(limits, (request, response) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    response.setHeader('cache-control', cachingOf(request));
    if (!isForUs(request)) return refuse(response, 400);
    setForwardedHeaders(request, trustsProxy);
    log?.(request, response);
    endSlowBody(request, bodyMs);
    if (isOfApi(request.url)) return toApi(request, response);
    if (!pageMethods.includes(request.method)) return refuse(response.setHeader('allow', pageMethods.join(', ')), 405);
    if (!files(request, response)) pages(request, response);
  });
  server.on('clientError', (error, socket) => answerBroken(error, socket, headers));
  // Longer than the idle time of the proxies in front, so that they never write into a connection we just closed.
  server.keepAliveTimeout = 65_000;
  // Nothing went over the connection for this long, in either direction.
  server.timeout = 120_000;
  return server;
}

function isOfApi(url) {
  return url === '/api' || url.startsWith('/api/') || url.startsWith('/api?');
}

/** HTTP/1, an address of this server and not one that a proxy would be asked for, under a host that is one. */
function isForUs({ url = '', headers, httpVersionMajor }) {
  return httpVersionMajor === 1 && url.startsWith('/') && hostForm.test(headers.host ?? '');
}

function refuse(response, status) {
  response.setHeader('content-type', 'text/plain; charset=utf-8');
  response.setHeader('cache-control', 'no-store');
  response.setHeader('connection', 'close');
  response.writeHead(status).end(`${status}\n`);
}

/** A file may take its time; anything else that people send is small. */
function endSlowBody(request, bodyMs) {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  if (request.headers['content-type'] === 'application/octet-stream') return;
  const timer = setTimeout(() => request.socket.destroy(), bodyMs);
  timer.unref();
  for (const end of ['end', 'close', 'error']) request.once(end, () => clearTimeout(timer));
}

const statusOf = {
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
};

/** What is no HTTP, or could be read in two ways: one refusal, and the connection ends, with whatever came after it. */
function answerBroken(error, socket, headers) {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const head = [
    `HTTP/1.1 ${statusOf[error.code] ?? '400 Bad Request'}`,
    'connection: close',
    'content-length: 0',
    'cache-control: no-store',
    ...headers.map(([name, value]) => `${name}: ${value}`),
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n`, () => socket.destroy());
}
