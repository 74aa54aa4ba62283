import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { createApplication } from '../../application.js';
import { readConfig } from '../../platform/config.js';
import { Clock, JOBS, type Job } from '../../platform/index.js';
import type { FaultProxy } from './fault-proxy.js';
import type { Scenario } from './scenario.js';

export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly retryAfter: string | null;
  readonly body: string;
}

/** An API process that reaches its database through the proxy only. */
export class Subject {
  private constructor(private readonly app: NestFastifyApplication) {}

  static async start(proxy: FaultProxy, filesDirectory: string, poolSize = 2): Promise<Subject> {
    const config = readConfig({
      COMMONLOT_MODE: 'test',
      DATABASE_URL: proxy.url,
      FILES_DIRECTORY: filesDirectory,
      DATABASE_POOL: String(poolSize),
      LOG: 'off',
    });
    const app = await createApplication(config);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    return new Subject(app);
  }

  /** Opens the connections that a request needs, as they are in a process that has worked for a while. */
  async warm({ as }: Scenario): Promise<void> {
    await this.app.get(DataSource, { strict: false }).query('SELECT 1');
    await this.app.inject({ method: 'GET', url: '/api/session', headers: cookieOf(as) });
  }

  async send(scenario: Scenario, key: string): Promise<Reply> {
    const { endpoint, job, as, url, payload, at } = scenario;
    this.app.get(Clock, { strict: false }).set(at);
    if (job !== null) return this.work(job);
    const type = endpoint.accepts === 'bytes' ? 'application/octet-stream' : 'application/json';
    const answer = await this.app.inject({
      method: endpoint.method,
      url,
      headers: {
        ...cookieOf(as),
        ...(payload === null ? {} : { 'content-type': type }),
        ...(endpoint.idempotent ? { 'idempotency-key': key } : {}),
      },
      ...(payload === null ? {} : { payload }),
    });
    const { 'retry-after': retryAfter, 'content-type': answerType } = answer.headers;
    return {
      status: answer.statusCode,
      type: String(answerType ?? ''),
      retryAfter: retryAfter === undefined ? null : String(retryAfter),
      body: answer.payload,
    };
  }

  /** A job has no answer: that it came through is a success, and any failure is for the queue to repeat. */
  private async work({ name, subjectId }: NonNullable<Scenario['job']>): Promise<Reply> {
    const jobs = this.app.get<readonly Job[]>(JOBS, { strict: false });
    try {
      await jobs.find((job) => job.name === name)?.run(subjectId);
      return { status: 200, type: '', retryAfter: null, body: '' };
    } catch {
      const code = 'service.unavailable';
      const body = JSON.stringify({ type: `urn:problem:${code}`, title: code, status: 503, code, details: {} });
      return { status: 503, type: 'application/problem+json', retryAfter: '1', body };
    }
  }

  stop(): Promise<void> {
    return this.app.close();
  }
}

const cookieOf = (as: Scenario['as']): Record<string, string> => (as === null ? {} : { cookie: `session=${as.token}` });
