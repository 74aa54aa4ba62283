/** Every gauge, with the labels that its values carry. */
export const gauges = {
  commonlot_database_up: { help: '1 when the database answered this scrape within two seconds', labels: [] },
  commonlot_database_connections: {
    help: 'Connections of a pool; "waiting" counts queries',
    labels: ['pool', 'state'],
  },
  commonlot_queue_jobs: { help: 'Jobs in the queue; "failed" gave up', labels: ['state'] },
  commonlot_queue_oldest_seconds: { help: 'Since when the oldest job that could run waits', labels: [] },
  commonlot_outbox_mails: { help: 'Mails that were not sent yet', labels: [] },
  commonlot_outbox_oldest_seconds: { help: 'Age of the oldest mail that was not sent yet', labels: [] },
  commonlot_scan_files: { help: 'Files that wait for the virus scanner', labels: [] },
  commonlot_scan_oldest_seconds: { help: 'Age of the oldest file that waits for the scanner', labels: [] },
  commonlot_journal_unsealed: { help: 'Journal entries that wait for their seal', labels: [] },
  commonlot_journal_oldest_unsealed_seconds: { help: 'Age of the oldest of them', labels: [] },
  commonlot_invariant_broken_rows: { help: 'Rows that broke a promise at the last check', labels: ['name'] },
  commonlot_invariant_checked_seconds: { help: 'When that check was, as Unix time', labels: ['name'] },
} as const satisfies Record<string, { readonly help: string; readonly labels: readonly string[] }>;

export type GaugeName = keyof typeof gauges;
export type SetGauge = (name: GaugeName, value: number, labels?: Readonly<Record<string, string>>) => void;

export interface RequestLabels {
  readonly method: string;
  /** The template of the route, never the address that was called. */
  readonly route: string;
  readonly status: number;
}

/** Counts and times for Prometheus. Without METRICS_PORT nothing is kept. */
export abstract class Metrics {
  abstract observeRequest(labels: RequestLabels, seconds: number): void;
  abstract observeJob(job: string, outcome: 'done' | 'failed', seconds: number): void;
  /** Calls `read` at each scrape. What it throws costs its gauges and nothing else. */
  abstract onScrape(read: (set: SetGauge) => Promise<void> | void): void;
  /** Everything in the text format of Prometheus. */
  abstract scrape(): Promise<{ readonly type: string; readonly text: string }>;
}

export class NoMetrics extends Metrics {
  observeRequest(): void {}
  observeJob(): void {}
  onScrape(): void {}

  scrape(): Promise<{ readonly type: string; readonly text: string }> {
    return Promise.resolve({ type: 'text/plain', text: '' });
  }
}
