import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { CONFIG, type Config } from './config.js';
import { Metrics } from './metrics.js';

/**
 * Answers `/metrics` and `/health` on a port of its own, which only the monitoring may reach: what is measured tells
 * how busy which page is, and that is nobody else's business.
 */
@Injectable()
export class MetricsServer implements OnModuleDestroy {
  private server: Server | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly metrics: Metrics,
  ) {}

  /** Listens on METRICS_PORT and gives the port; null without the setting. `isWell` is what `/health` says. */
  async listen(isWell: () => boolean = () => true): Promise<number | null> {
    const { METRICS_PORT, METRICS_HOST } = this.config;
    if (METRICS_PORT === undefined) return null;
    const server = createServer((request, response) => {
      if (request.url === '/metrics') {
        void this.metrics.scrape().then(
          ({ type, text }) => response.writeHead(200, { 'content-type': type }).end(text),
          () => response.writeHead(500).end(),
        );
      } else if (request.url === '/health') {
        response.writeHead(isWell() ? 200 : 503, { 'content-type': 'text/plain' }).end(isWell() ? 'up' : 'down');
      } else response.writeHead(404).end();
    });
    this.server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(METRICS_PORT, METRICS_HOST, resolve);
    });
    return (server.address() as AddressInfo).port;
  }

  async onModuleDestroy(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => (this.server === null ? resolve(null) : this.server.close(resolve)));
  }
}
