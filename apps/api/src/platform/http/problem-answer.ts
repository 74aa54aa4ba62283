import type { ProblemDocument } from '@commonlot/contracts';
import { Problem, type ProblemCode, problemKinds } from '@commonlot/domain';
import type { FastifyReply } from 'fastify';
import { drain } from './drain.js';

/** The only place that knows what a kind of refusal is in HTTP. */
const statusOfKind: Record<(typeof problemKinds)[ProblemCode], number> = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  'too-large': 413,
  invalid: 422,
  'too-many': 429,
  unavailable: 503,
};

/** What the server itself refuses before a handler runs, by its status. */
const problemOfStatus: Record<number, ProblemCode> = {
  400: 'request.malformed',
  403: 'request.cross-site',
  404: 'record.missing',
  405: 'record.missing',
  413: 'request.too-large',
  414: 'request.malformed',
  415: 'request.unsupported-media',
  431: 'request.malformed',
  503: 'service.unavailable',
};

/** The Problem that a status of the server stands for; null for one that it has no reason to answer. */
export function problemOf(status: number | undefined): Problem | null {
  const code = status === undefined ? undefined : problemOfStatus[status];
  return code === undefined ? null : new Problem(code);
}

/** Answers with problem+json (RFC 9457). Null is a bug: 500, and nothing about it. */
export function answerProblem(reply: FastifyReply, problem: Problem | null): void {
  const code = problem?.code ?? 'bug';
  const status = problem === null ? 500 : statusOfKind[problemKinds[problem.code]];
  const document: ProblemDocument = {
    type: `urn:problem:${code}`,
    title: code,
    status,
    code,
    details: problem?.details ?? {},
  };
  // Fastify closes the connection over a body that it could not parse, which a sender in the middle sees as a reset.
  reply.removeHeader('connection');
  drain(reply.request.raw);
  if (status === 503) reply.header('retry-after', '5');
  if (status === 429) reply.header('retry-after', String(problem?.details['retryAfterSeconds'] ?? 60));
  reply
    .header('cache-control', 'no-store')
    .status(status)
    .type('application/problem+json; charset=utf-8')
    // As text: what goes wrong before a route is found has no serializer for objects of this type.
    .send(JSON.stringify(document));
}
