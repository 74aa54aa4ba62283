import cookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppModule } from './app.module.js';
import type { Config } from './platform/config.js';
import { addEntityTags } from './platform/http/etag.js';
import { answerProblem, problemOf } from './platform/http/problem-answer.js';
import { earlyHeaders, securityHeaders } from './platform/http/security-headers.js';
import { refuseUnreadable } from './platform/http/unreadable-request.js';
import { Log } from './platform/log.js';
import { observeRequests } from './platform/log-requests.js';
import { Metrics } from './platform/metrics.js';
import { Tracing } from './platform/tracing.js';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Builds the API: one place for the server's limits, parsers and headers, used by main, by the seed and by tests. */
export async function createApplication(config: Config): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: 1_048_576,
    // The web server stands in front, on this machine or in the same private network, and says who asked it.
    trustProxy: ['loopback', 'linklocal', 'uniquelocal'],
    routerOptions: { maxParamLength: 300, caseSensitive: true },
    // Long enough for the largest file over a slow line; a sender that never ends holds no connection for ever.
    requestTimeout: 900_000,
    // Nothing went over the connection for this long, in either direction; and headers are never that slow.
    connectionTimeout: 120_000,
    http: { headersTimeout: 15_000, connectionsCheckingInterval: 5_000 },
    forceCloseConnections: true,
    // What the router refuses before any route is found: an address that is not well formed or too long.
    frameworkErrors: (error: { statusCode?: number }, _request: FastifyRequest, reply: FastifyReply) =>
      answerProblem(reply.headers(earlyHeaders(config.PUBLIC_URL)), problemOf(error.statusCode)),
    clientErrorHandler: refuseUnreadable(config.PUBLIC_URL),
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config), adapter, {
    bodyParser: false,
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
  app.setGlobalPrefix('api');
  app.enableCsrfProtection({ trustedOrigins: [new URL(config.PUBLIC_URL).origin], exclude: comesFromOwnHost });
  app.useSecurityHeaders(securityHeaders(config.PUBLIC_URL));
  app.enableShutdownHooks();

  const server = adapter.getInstance();
  server.addHook('onRoute', (route) => {
    const { maxBytes } = (route.config ?? {}) as { maxBytes?: number };
    if (maxBytes !== undefined) route.bodyLimit = maxBytes;
  });
  observeRequests(server, { log: app.get(Log), metrics: app.get(Metrics), tracing: app.get(Tracing) });
  await app.register(cookie);
  addEntityTags(server);
  // A form of another site can send plain text without asking first; nothing here takes it.
  server.removeContentTypeParser('text/plain');
  const parseJson = server.getDefaultJsonParser('error', 'error');
  // Invalid UTF-8 is refused and not silently replaced.
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    let text: string;
    try {
      text = utf8.decode(body as Buffer);
    } catch {
      return done(Object.assign(new Error('not UTF-8'), { statusCode: 400 }));
    }
    return parseJson(request, text, done);
  });
  // A file is the body itself: it is handed on as a stream and never held in memory.
  server.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
  return app;
}

/**
 * True when the page that asks is of the host that the browser called, which the web server hands on as
 * `x-forwarded-host`. For browsers that do not say themselves whether they cross sites (no `sec-fetch-site`); no other
 * site can make a browser send that header without being asked first, and then it is refused.
 */
function comesFromOwnHost({ headers, host }: FastifyRequest): boolean {
  const { origin } = headers;
  if (headers['sec-fetch-site'] !== undefined || origin === undefined || !URL.canParse(origin)) return false;
  return new URL(origin).host === host.toLowerCase();
}
