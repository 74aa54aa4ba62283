import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { type GaugeName, gauges, Metrics, type RequestLabels, type SetGauge } from './metrics.js';

const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Metrics in a registry of their own, so that two systems can live in one process. */
export class PrometheusMetrics extends Metrics {
  private readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'commonlot_http_request_duration_seconds',
    help: 'Time from the first byte of a request to the last byte of its answer; 499 is a sender who went away',
    labelNames: ['method', 'route', 'status'],
    buckets,
    registers: [this.registry],
  });
  private readonly jobs = new Histogram({
    name: 'commonlot_job_duration_seconds',
    help: 'Time that one run of a job took',
    labelNames: ['job', 'outcome'],
    buckets,
    registers: [this.registry],
  });
  private readonly gauges = new Map<GaugeName, Gauge>();
  private readonly readers: ((set: SetGauge) => Promise<void> | void)[] = [];

  constructor() {
    super();
    collectDefaultMetrics({ register: this.registry });
    for (const name of Object.keys(gauges) as GaugeName[]) {
      const { help, labels } = gauges[name];
      this.gauges.set(name, new Gauge({ name, help, labelNames: [...labels], registers: [this.registry] }));
    }
  }

  observeRequest(labels: RequestLabels, seconds: number): void {
    this.requests.observe({ ...labels }, seconds);
  }

  observeJob(job: string, outcome: 'done' | 'failed', seconds: number): void {
    this.jobs.observe({ job, outcome }, seconds);
  }

  onScrape(read: (set: SetGauge) => Promise<void> | void): void {
    this.readers.push(read);
  }

  async scrape(): Promise<{ readonly type: string; readonly text: string }> {
    // A value that could not be read this time must be absent, not old.
    for (const [name, gauge] of this.gauges) {
      // One without labels would go back to zero, which is a value too.
      if (gauges[name].labels.length === 0) gauge.remove();
      else gauge.reset();
    }
    const set: SetGauge = (name, value, labels = {}) => this.gauges.get(name)?.set({ ...labels }, value);
    await Promise.allSettled(this.readers.map(async (read) => read(set)));
    return { type: this.registry.contentType, text: await this.registry.metrics() };
  }
}
