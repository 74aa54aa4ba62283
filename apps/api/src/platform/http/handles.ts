import { Readable } from 'node:stream';
import { type Endpoint, endpointName, type InputOf } from '@commonlot/contracts';
import { Problem } from '@commonlot/domain';
import {
  applyDecorators,
  createParamDecorator,
  Delete,
  type ExecutionContext,
  Get,
  HttpCode,
  Patch,
  Post,
  Put,
  Res,
  SetMetadata,
} from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../tx.js';

export const ENDPOINT = 'commonlot:endpoint';

/** A request after the guard: it carries who acts and what was asked. */
export interface ActingRequest extends FastifyRequest {
  actor?: Actor;
  /** Params, query and body as the contract has them. */
  input?: InputOf<Endpoint>;
}

const verbs = { GET: Get, POST: Post, PUT: Put, PATCH: Patch, DELETE: Delete };

/** Route, permission, status and response schema of a handler, all from the contract. */
export function Handles(endpoint: Endpoint): MethodDecorator {
  endpointName(endpoint);
  return applyDecorators(
    verbs[endpoint.method](endpoint.path),
    HttpCode(endpoint.status),
    RouteConfig({ maxBytes: endpoint.maxBytes }),
    SetMetadata(ENDPOINT, endpoint),
  );
}

export const endpointOf = (context: ExecutionContext): Endpoint | undefined =>
  Reflect.getMetadata(ENDPOINT, context.getHandler()) as Endpoint | undefined;

/**
 * Parses params, query and body by the contract. Throws `request.malformed` with the place of each fault, and
 * `request.unsupported-media` for bytes where JSON belongs.
 */
export function parseInput<E extends Endpoint>(endpoint: E, request: FastifyRequest): InputOf<E> {
  if (endpoint.accepts === 'json' && request.body instanceof Readable) throw new Problem('request.unsupported-media');
  const parts = {
    params: request.params ?? {},
    query: request.query ?? {},
    body: endpoint.accepts === 'bytes' ? {} : (request.body ?? {}),
  };
  const faults: { path: string; code: string }[] = [];
  const read = (part: 'params' | 'query' | 'body'): unknown => {
    const result = endpoint[part].safeParse(parts[part]);
    if (result.success) return result.data;
    for (const issue of result.error.issues) faults.push({ path: [part, ...issue.path].join('.'), code: issue.code });
    return undefined;
  };
  const input = { params: read('params'), query: read('query'), body: read('body') };
  if (faults.length > 0) throw new Problem('request.malformed', { faults: faults.slice(0, 50) });
  return input as InputOf<E>;
}

/** The parsed input of the handler's contract. */
export const Input = createParamDecorator((_: unknown, context: ExecutionContext): InputOf<Endpoint> => {
  const { input } = context.switchToHttp().getRequest<ActingRequest>();
  if (input === undefined) throw new Error('No input: the guard did not run.');
  return input;
});

/** Who acts. */
export const ActorParam = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<ActingRequest>();
  if (actor === undefined) throw new Error('No actor: the guard did not run.');
  return actor;
});

/** The body of the request as a stream, for contracts that accept bytes. */
export const Bytes = createParamDecorator((_: unknown, context: ExecutionContext): Readable => {
  const { body } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!(body instanceof Readable)) throw new Problem('request.unsupported-media');
  return body;
});

/**
 * The reply, for cookies and headers only; the handler's result is sent as always. (A decorator of our own would wait for
 * the answer to be sent before the handler runs: a Fastify reply is a thenable, and Nest awaits custom parameters.)
 */
export const Reply = () => Res({ passthrough: true });
