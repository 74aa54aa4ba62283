import { Problem } from '@commonlot/domain';
import type { OnModuleDestroy } from '@nestjs/common';
import { type Context, ROOT_CONTEXT, SpanKind, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { logContext } from './log-context.js';
import { type Attributes, partsOf, runningSpan, type Span, type SpanStart, Tracing } from './tracing.js';

const kinds = { server: SpanKind.SERVER, consumer: SpanKind.CONSUMER, internal: SpanKind.INTERNAL };

/** Sends spans to a collector by OTLP over HTTP. Registers nothing globally: two of these can live in one process. */
export class OtlpTracing extends Tracing implements OnModuleDestroy {
  private readonly provider: NodeTracerProvider;
  private readonly tracer: Tracer;

  constructor(endpoint: string, serviceName: string) {
    super();
    const url = `${endpoint.replace(/\/$/, '')}/v1/traces`;
    this.provider = new NodeTracerProvider({
      resource: resourceFromAttributes({ 'service.name': serviceName }),
      spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url, timeoutMillis: 5_000 }))],
    });
    this.tracer = this.provider.getTracer('commonlot');
  }

  begin(name: string, { kind = 'internal', parent, attributes = {} }: SpanStart = {}): Span {
    const span = this.tracer.startSpan(name, { kind: kinds[kind], attributes: { ...attributes } }, contextOf(parent));
    return {
      traceId: span.spanContext().traceId,
      context: trace.setSpan(ROOT_CONTEXT, span),
      set: (more: Attributes) => {
        span.setAttributes({ ...more });
      },
      end: (isFailed) => {
        if (isFailed) span.setStatus({ code: SpanStatusCode.ERROR });
        span.end();
      },
    };
  }

  async run<T>(name: string, start: SpanStart, work: () => Promise<T>): Promise<T> {
    const span = this.begin(name, start);
    const context = { ...logContext.getStore(), traceId: span.traceId, span: span.context };
    try {
      const result = await logContext.run(context, work);
      span.end(false);
      return result;
    } catch (error) {
      // Codes and names only: the words of an error may hold what people typed.
      span.set({ 'error.type': codeOf(error) });
      span.end(!(error instanceof Problem));
      throw error;
    }
  }

  /** Sends what still waits. A collector that is away must not keep the process from ending. */
  async onModuleDestroy(): Promise<void> {
    await this.provider.shutdown().catch(() => undefined);
  }
}

function contextOf(parent: string | undefined): Context {
  const remote = partsOf(parent);
  if (remote !== null) return trace.setSpanContext(ROOT_CONTEXT, { ...remote, isRemote: true });
  return (runningSpan() as Context | undefined) ?? ROOT_CONTEXT;
}

const codeOf = (error: unknown): string =>
  error instanceof Error ? String((error as { code?: unknown }).code ?? error.name) : 'unknown';
