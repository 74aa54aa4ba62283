import type { Permission, ProblemCode } from '@commonlot/domain';
import { z } from 'zod';

type Shape = z.ZodType;
const nothing = z.object({}).strict();
type Nothing = typeof nothing;

/** Who may call an endpoint at all; what of a record somebody may see is decided where the record is loaded. */
export type Access = 'public' | Permission;

/** What travels besides JSON: a file up (the body is the bytes), a file down, or a page. */
export type Payload = 'json' | 'bytes';

interface Definition<P extends Shape, Q extends Shape, B extends Shape, R extends Shape> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api`, with `:parameters`. Nouns only: an action is a noun that comes to be (`/submission`). */
  readonly path: `/${string}`;
  readonly permission: Access;
  readonly summary: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly response: R;
  /** Success status; 200 unless given. */
  readonly status?: 200 | 201 | 202;
  /** True when the request creates something: it must carry an `Idempotency-Key` (a UUID that the form made). */
  readonly idempotent?: boolean;
  readonly accepts?: Payload;
  /** The most that a JSON body may weigh, in bytes; 1 MiB unless given. Files have a limit of their own. */
  readonly maxBytes?: number;
  readonly answers?: Payload;
  /** The refusals a caller must expect, besides those every endpoint has. */
  readonly problems: readonly ProblemCode[];
  /** Exists in demonstration mode only. */
  readonly demonstration?: boolean;
}

export interface Endpoint<
  P extends Shape = Shape,
  Q extends Shape = Shape,
  B extends Shape = Shape,
  R extends Shape = Shape,
> extends Required<Omit<Definition<P, Q, B, R>, 'params' | 'query' | 'body'>> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
}

/** What a handler receives: each part parsed by its schema. */
export interface InputOf<E extends Endpoint> {
  params: z.output<E['params']>;
  query: z.output<E['query']>;
  body: z.output<E['body']>;
}
/** What a client sends. */
export interface RequestOf<E extends Endpoint> {
  params: z.input<E['params']>;
  query: z.input<E['query']>;
  body: z.input<E['body']>;
}
/** What a client reads. */
export type ResponseOf<E extends Endpoint> = z.output<E['response']>;
/** What a handler may return: the response before its schema has filtered it. */
export type AnswerOf<E extends Endpoint> = z.input<E['response']>;

/**
 * An endpoint as a value: route, permission, validation, response filter, typed client, form schema and OpenAPI page in
 * one. Unknown fields in params, query and body are refused.
 */
export function defineEndpoint<
  R extends Shape,
  P extends Shape = Nothing,
  Q extends Shape = Nothing,
  B extends Shape = Nothing,
>(definition: Definition<P, Q, B, R>): Endpoint<P, Q, B, R> {
  return {
    status: 200,
    idempotent: false,
    accepts: 'json',
    maxBytes: 1_048_576,
    answers: 'json',
    demonstration: false,
    ...definition,
    params: (definition.params ?? nothing) as unknown as P,
    query: (definition.query ?? nothing) as unknown as Q,
    body: (definition.body ?? nothing) as unknown as B,
  };
}
