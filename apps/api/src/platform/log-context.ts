import { AsyncLocalStorage } from 'node:async_hooks';

/** What every log line of one request or one job carries, so that its lines can be found together. */
export interface LogContext {
  /** As the web server gave it; the answer carries it too, for people to quote. */
  readonly requestId?: string;
  readonly job?: string;
  /** W3C trace id, where the web server or this process began a trace. */
  readonly traceId?: string;
  /** The span that the next one goes under; only the tracing knows what it is. */
  readonly span?: unknown;
}

export const logContext = new AsyncLocalStorage<LogContext>();
