import { type Endpoint, endpointName, type RequestOf } from '@commonlot/contracts';
import { z } from 'zod';
import { Clock } from '../../platform/index.js';
import type { TestApi, TestPerson } from '../test-api.js';

/** What is known of a request before it is sent; as much of a contract as the sweep needs. */
type Expectation = Pick<Endpoint, 'method' | 'status' | 'idempotent' | 'accepts' | 'answers' | 'response' | 'problems'>;

/** One request that does what its endpoint is for, in a world where everything it needs is there; or one run of a job. */
export interface Scenario {
  readonly name: string;
  readonly endpoint: Expectation;
  /** Of a job: its name and what it is run for. */
  readonly job: { readonly name: string; readonly subjectId: string } | null;
  readonly as: TestPerson | null;
  readonly url: string;
  readonly payload: Buffer | string | null;
  /** What the demonstration clock showed when the world was prepared; null is the real time. */
  readonly at: Date | null;
  /** Why a second request of the same may have an effect of its own, where it carries no key; null where it may not. */
  readonly again: string | null;
}

export interface ScenarioOptions {
  readonly bytes?: Buffer;
  readonly again?: string;
}

/** A scenario by its contract. */
export function scenario<E extends Endpoint>(
  api: TestApi,
  endpoint: E,
  as: TestPerson | null,
  input: Partial<RequestOf<E>> = {},
  options: ScenarioOptions = {},
): Scenario {
  const params = (input.params ?? {}) as Record<string, string>;
  const path = endpoint.path.replaceAll(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const query = new URLSearchParams((input.query ?? {}) as Record<string, string>).toString();
  const hasBody = endpoint.method !== 'GET' && endpoint.method !== 'DELETE';
  return {
    name: endpointName(endpoint),
    endpoint,
    job: null,
    as,
    url: `/api${path}${query === '' ? '' : `?${query}`}`,
    payload: hasBody ? (options.bytes ?? JSON.stringify(input.body ?? {})) : null,
    at: api.get(Clock).shown(),
    again: options.again ?? null,
  };
}

/** A job promises what a request with a key does: run again, it finds its work done. */
const jobContract: Expectation = {
  method: 'POST',
  status: 200,
  idempotent: true,
  accepts: 'json',
  answers: 'bytes',
  response: z.unknown(),
  problems: [],
};

/** A run of a job, which the worker repeats until it comes through. */
export function jobScenario(api: TestApi, name: string, subjectId: string): Scenario {
  return {
    name,
    endpoint: jobContract,
    job: { name, subjectId },
    as: null,
    url: '',
    payload: null,
    at: api.get(Clock).shown(),
    again: null,
  };
}
