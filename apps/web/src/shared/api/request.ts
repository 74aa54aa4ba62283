import type { Endpoint, RequestOf, ResponseOf } from '@commonlot/contracts';
import { readProblem } from './problem';

// A part that may be empty may be left out.
type Part<Name extends string, Value> =
  Record<never, never> extends Value ? { readonly [K in Name]?: Value } : { readonly [K in Name]: Value };

/** What a call of an endpoint needs: the parts that its contract names. */
export type CallInput<E extends Endpoint> = Part<'params', RequestOf<E>['params']> &
  Part<'query', RequestOf<E>['query']> &
  Part<'body', RequestOf<E>['body']>;

export interface CallOptions {
  /** For endpoints that create something: the key that the form made when it opened (`useFormKey`). */
  readonly key?: string;
  readonly signal?: AbortSignal;
}

/** Calls an endpoint and returns its parsed answer, or throws. */
export type Api = <E extends Endpoint>(
  endpoint: E,
  ...rest: Record<never, never> extends CallInput<E>
    ? [input?: CallInput<E>, options?: CallOptions]
    : [input: CallInput<E>, options?: CallOptions]
) => Promise<ResponseOf<E>>;

interface LooseInput {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
}

/** The address of an endpoint, such as a download: `/api/applications/…/receipt`. */
export function apiPath<E extends Endpoint>(endpoint: E, input: Omit<CallInput<E>, 'body'>): string {
  return addressOf(endpoint, input as LooseInput);
}

function addressOf(endpoint: Endpoint, input: LooseInput): string {
  const params = (input.params ?? {}) as Record<string, string | number>;
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries((input.query ?? {}) as Record<string, unknown>)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== undefined && each !== null) query.append(name, String(each));
    }
  }
  return `/api${path}${query.size > 0 ? `?${query}` : ''}`;
}

/** Sends one request and reads its answer by the contract, so that a screen never sees what the contract does not say. */
export async function send<E extends Endpoint>(
  endpoint: E,
  input: LooseInput = {},
  options: CallOptions = {},
  transport: (path: string, init: RequestInit) => Promise<Response> = fetch,
): Promise<ResponseOf<E>> {
  const headers = new Headers({ accept: 'application/json' });
  if (options.key) headers.set('idempotency-key', options.key);
  const hasBody = input.body !== undefined;
  if (hasBody) headers.set('content-type', 'application/json');
  const response = await transport(addressOf(endpoint, input), {
    method: endpoint.method,
    headers,
    ...(hasBody ? { body: JSON.stringify(input.body) } : {}),
    ...(options.signal ? { signal: options.signal } : {}),
  });
  if (!response.ok) throw await readProblem(response);
  return endpoint.response.parse(await response.json()) as ResponseOf<E>;
}
