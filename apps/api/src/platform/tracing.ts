import { logContext } from './log-context.js';

export type Attributes = Readonly<Record<string, string | number | boolean>>;

/** One piece of work with a beginning and an end. */
export interface Span {
  /** W3C trace id; empty when nothing is traced. */
  readonly traceId: string;
  /** What the spans under this one need to know. */
  readonly context: unknown;
  set(attributes: Attributes): void;
  end(isFailed: boolean): void;
}

export interface SpanStart {
  readonly kind?: 'server' | 'consumer' | 'internal';
  /** The header `traceparent` of whoever asked for the work. */
  readonly parent?: string | undefined;
  readonly attributes?: Attributes;
}

/** Tells a collector how long requests, transactions and jobs took and what they were part of. Ids and codes only. */
export abstract class Tracing {
  /** Begins a span under the one of the running request or job, or under `parent`. */
  abstract begin(name: string, start?: SpanStart): Span;

  /** Runs `work` as a span; a failure marks it and goes on to the caller. */
  abstract run<T>(name: string, start: SpanStart, work: () => Promise<T>): Promise<T>;
}

const nothing: Span = { traceId: '', context: undefined, set: () => undefined, end: () => undefined };

/** Without a collector: costs a function call. */
export class NoTracing extends Tracing {
  begin(): Span {
    return nothing;
  }

  run<T>(_name: string, _start: SpanStart, work: () => Promise<T>): Promise<T> {
    return work();
  }
}

/** The trace id of a `traceparent` (W3C Trace Context, version 00); empty for anything else. */
export function traceIdOf(traceparent: string | undefined): string {
  return partsOf(traceparent)?.traceId ?? '';
}

/** The parts of a `traceparent`; null for one that is not well formed, which counts as none. */
export function partsOf(traceparent: string | undefined) {
  const [, traceId, spanId, flags] = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(traceparent ?? '') ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return null;
  if (/^0+$/.test(traceId) || /^0+$/.test(spanId)) return null;
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16) };
}

/** What the running request or job is a span of. */
export const runningSpan = (): unknown => logContext.getStore()?.span;
