import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { access } from '@commonlot/contracts';
import { givenDraft } from '../testing/given-application.js';
import { givenOpenCall } from '../testing/given-call.js';
import { givenPlanInForce } from '../testing/given-plan.js';
import { TestApi } from '../testing/test-api.js';
import { NoTracing, partsOf, Tracing } from './tracing.js';

interface SentSpan {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly status: { readonly code?: number };
  readonly attributes: readonly { readonly key: string; readonly value: Record<string, unknown> }[];
}
interface Sent {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly { key: string; value: { stringValue?: string } }[] };
    readonly scopeSpans: readonly { readonly spans: readonly SentSpan[] }[];
  }[];
}

/** A collector: takes OTLP as JSON over HTTP and keeps it. */
class Collector {
  readonly bodies: string[] = [];
  private constructor(private readonly server: Server) {}

  static async start(): Promise<Collector> {
    const server = createServer();
    const collector = new Collector(server);
    server.on('request', async (request, response) => {
      const body = await text(request);
      if (request.method === 'POST' && request.url === '/v1/traces') collector.bodies.push(body);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return collector;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get sent(): Sent['resourceSpans'] {
    return this.bodies.flatMap((body) => (JSON.parse(body) as Sent).resourceSpans);
  }

  get spans(): SentSpan[] {
    return this.sent.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans));
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}

const attributesOf = (span: SentSpan) =>
  Object.fromEntries(span.attributes.map(({ key, value }) => [key, Object.values(value)[0]]));

describe('with a collector', () => {
  const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
  const parentSpanId = '00f067aa0ba902b7';
  let collector: Collector;
  beforeAll(async () => {
    collector = await Collector.start();
    const api = await TestApi.start({
      settings: { OTEL_EXPORTER_OTLP_ENDPOINT: `${collector.url}/`, OTEL_SERVICE_NAME: 'commonlot-test' },
    });
    const person = await api.person([], 'Léa Peeters');
    const save = (body: object) =>
      api.call(access.savePreferences, { body } as never, {
        as: person,
        headers: { traceparent: `00-${traceId}-${parentSpanId}-01`, 'x-request-id': 'from-the-web' },
      });
    await save({ name: 'Léa Peeters', screenLanguage: 'fr' });
    await save({ name: 'Léa Peeters', screenLanguage: 'xx' });
    await givenDraft(api, await givenOpenCall(api, await givenPlanInForce(api)));
    await api.work();
    await api.sql('ALTER TABLE session RENAME TO away');
    await api.call(access.readSession, {}, { as: person });
    await api.sql('ALTER TABLE away RENAME TO session');
    // Stopping sends what still waits.
    await api.stop();
  });
  afterAll(() => collector.stop());

  it('sends a request as a child of what the web server began, and its transaction under it', () => {
    const [request, refused] = collector.spans.filter((span) => span.name === 'request' && span.traceId === traceId);
    expect(request).toMatchObject({ parentSpanId });
    expect(attributesOf(request as SentSpan)).toEqual({
      'commonlot.request_id': 'from-the-web',
      'http.request.method': 'PUT',
      'http.route': '/api/account',
      'http.response.status_code': 200,
    });
    expect(attributesOf(refused as SentSpan)).toMatchObject({ 'http.response.status_code': 400 });
    expect(refused?.status.code ?? 0).toBe(0);
    const transactions = collector.spans.filter((span) => span.name === 'transaction' && span.traceId === traceId);
    expect(transactions).toMatchObject([{ parentSpanId: request?.spanId }]);
  });

  it('sends each job as a trace of its own, with its transactions under it', () => {
    const jobs = collector.spans.filter(({ name }) => name === 'job');
    expect(jobs.length).toBeGreaterThan(1);
    for (const job of jobs) {
      expect(job.parentSpanId ?? '').toBe('');
      expect(attributesOf(job)).toMatchObject({ 'commonlot.job': expect.stringMatching(/^[a-z-]+$/) });
    }
  });

  it('marks what failed, and not what was refused', () => {
    const failed = collector.spans.filter(({ status }) => status.code === 2);
    expect(failed.map((span) => [span.name, attributesOf(span)['http.response.status_code']])).toEqual([
      ['request', 500],
    ]);
  });

  it('says which service it is, and nothing of people', () => {
    expect(collector.sent[0]?.resource.attributes).toContainEqual({
      key: 'service.name',
      value: { stringValue: 'commonlot-test' },
    });
    expect(collector.bodies.join('')).not.toMatch(/Léa|@example|example\.org|session=|BE\d{14}/);
  });
});

it('goes on when the collector is away, and ends in time', async () => {
  const api = await TestApi.start({ settings: { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1' } });
  expect((await api.call(access.readSession)).status).toBe(200);
  const startedAt = performance.now();
  await api.stop();
  expect(performance.now() - startedAt).toBeLessThan(10_000);
});

it('is nothing without a collector', async () => {
  const api = await TestApi.start();
  expect(api.get(Tracing)).toBeInstanceOf(NoTracing);
  await api.stop();
});

it.each([
  ['00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01', true],
  ['00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00', true],
  ['00-00000000000000000000000000000000-00f067aa0ba902b7-01', false],
  ['00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01', false],
  ['00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01', false],
  ['00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-x', false],
  ['', false],
])('reads %j as a parent: %s', (traceparent, isOne) => {
  expect(partsOf(traceparent) !== null).toBe(isOne);
});
