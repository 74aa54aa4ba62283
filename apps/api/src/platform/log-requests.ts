import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ActingRequest } from './http/handles.js';
import type { Log } from './log.js';
import { type LogContext, logContext } from './log-context.js';
import type { Metrics } from './metrics.js';
import { type Span, type Tracing, traceIdOf } from './tracing.js';

interface Observers {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly tracing: Tracing;
}

interface Observed {
  readonly startedAt: number;
  readonly context: LogContext;
  readonly span: Span;
}

/**
 * Gives each request its id, its span, its time in the metrics and its line in the log: method, template of the route,
 * status, and the ids of who asked and of what: after a leak the log must say who saw which record. Never the address
 * that was called: addresses carry tokens and words of a search.
 */
export function observeRequests(server: FastifyInstance, { log, metrics, tracing }: Observers): void {
  const observed = new WeakMap<FastifyRequest, Observed>();
  server.addHook('onRequest', (request, reply, done) => {
    const requestId = requestIdOf(request.headers['x-request-id']);
    const parent = headerOf(request.headers['traceparent']);
    const span = tracing.begin('request', {
      kind: 'server',
      parent,
      attributes: { 'commonlot.request_id': requestId },
    });
    const traceId = span.traceId || traceIdOf(parent);
    const context = { requestId, ...(traceId === '' ? {} : { traceId }), span: span.context };
    observed.set(request, { startedAt: performance.now(), context, span });
    reply.header('x-request-id', requestId);
    logContext.run(context, done);
  });
  // Reading a body loses the context, for its events come from the socket.
  server.addHook('preValidation', (request, _reply, done) => {
    const known = observed.get(request);
    if (known === undefined) done();
    else logContext.run(known.context, done);
  });
  const finish = (request: ActingRequest, reply: FastifyReply | null): void => {
    const known = observed.get(request);
    if (known === undefined) return;
    observed.delete(request);
    const ms = performance.now() - known.startedAt;
    const route = request.routeOptions.url ?? 'none';
    // A sender who went away got no answer; 499 is the usual number for that.
    const status = reply?.statusCode ?? 499;
    metrics.observeRequest({ method: request.method, route, status }, ms / 1000);
    known.span.set({ 'http.request.method': request.method, 'http.route': route, 'http.response.status_code': status });
    known.span.end(status >= 500);
    const person = request.actor?.personId;
    const line = { method: request.method, route, status, ms: Math.round(ms), ...idsOf(request) };
    logContext.run(known.context, () => log.info('request', { ...line, ...(person ? { person } : {}) }));
  };
  server.addHook('onResponse', (request, reply, done) => {
    finish(request, reply);
    done();
  });
  server.addHook('onRequestAbort', (request, done) => {
    finish(request, null);
    done();
  });
}

/** The parts of the address that the route names, such as ids; anything that has not the form of one is left out. */
function idsOf(request: FastifyRequest): { ids?: Record<string, string> } {
  const parts = Object.entries((request.params ?? {}) as Record<string, unknown>).filter(
    (part): part is [string, string] => typeof part[1] === 'string' && /^[\w-]{1,40}$/.test(part[1]),
  );
  return parts.length === 0 ? {} : { ids: Object.fromEntries(parts) };
}

/** The id that the web server gave, when it has the form of one; what it looks like otherwise is anybody's guess. */
function requestIdOf(header: string | string[] | undefined): string {
  const text = headerOf(header);
  return text !== undefined && /^[\w.-]{8,64}$/.test(text) ? text : randomUUID();
}

const headerOf = (header: string | string[] | undefined) => (Array.isArray(header) ? header[0] : header);
