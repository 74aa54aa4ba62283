import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Endpoint, problemDocument, type RequestOf, type ResponseOf } from '@commonlot/contracts';
import type { Role } from '@commonlot/domain';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { hashToken } from '../access/session.authenticator.js';
import { createApplication } from '../application.js';
import { readConfig } from '../platform/config.js';
import { invariants } from '../platform/invariants.js';
import { WorkerLoop } from '../platform/worker-loop.js';
import { cloneDatabase, type TestDatabase } from './test-database.js';

/** A person who is signed in: what a call is made as. */
export interface TestPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly token: string;
}

export interface CallOptions {
  readonly as?: TestPerson | null;
  readonly key?: string;
  readonly bytes?: Buffer;
  readonly headers?: Record<string, string>;
  /** Which of the API processes answers; the first unless given. */
  readonly process?: number;
}

export interface RawRequest {
  readonly method: Endpoint['method'];
  readonly url: string;
  readonly headers?: Record<string, string | string[]>;
  readonly payload?: Buffer | string;
}

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
  readonly raw: Buffer;
  readonly headers: Record<string, string | string[] | number | undefined>;
}

type Optional<E extends Endpoint> = Partial<RequestOf<E>>;

/** The system under test: one or more API instances on one real database, called by contracts. */
export class TestApi {
  private constructor(
    readonly database: TestDatabase,
    private readonly apps: readonly NestFastifyApplication[],
    private readonly folder: string,
  ) {}

  /** Starts `processes` instances (with pools of their own) on a fresh clone of the template. */
  static async start(
    options: { processes?: number; settings?: Record<string, string>; template?: string } = {},
  ): Promise<TestApi> {
    const database = await cloneDatabase(options.template);
    const folder = await mkdtemp(join(tmpdir(), 'commonlot-files-'));
    const config = readConfig({
      COMMONLOT_MODE: 'test',
      DATABASE_URL: database.url,
      FILES_DIRECTORY: folder,
      DATABASE_POOL: '8',
      LOG: 'off',
      ...options.settings,
    });
    const apps: NestFastifyApplication[] = [];
    for (let index = 0; index < (options.processes ?? 1); index += 1) {
      const app = await createApplication(config);
      await app.init();
      await app.getHttpAdapter().getInstance().ready();
      apps.push(app);
    }
    return new TestApi(database, apps, folder);
  }

  /** A service of an API process; of the first unless told. */
  get<T>(token: abstract new (...args: never[]) => T, process = 0): T {
    return (this.apps[process] ?? this.first).get(token, { strict: false });
  }

  private get first(): NestFastifyApplication {
    const [app] = this.apps;
    if (app === undefined) throw new Error('No API instance.');
    return app;
  }

  /** Calls an endpoint and returns whatever came. */
  async call<E extends Endpoint>(
    endpoint: E,
    input: Optional<E> = {},
    options: CallOptions = {},
  ): Promise<Answer<unknown>> {
    const params = (input.params ?? {}) as Record<string, string>;
    const path = endpoint.path.replaceAll(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
    const query = Object.entries((input.query ?? {}) as Record<string, unknown>)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
      .join('&');
    const hasBody = options.bytes !== undefined || (endpoint.method !== 'GET' && endpoint.method !== 'DELETE');
    return this.raw(
      {
        method: endpoint.method,
        url: `/api${path}${query === '' ? '' : `?${query}`}`,
        headers: {
          ...(options.as ? { cookie: `session=${options.as.token}` } : {}),
          ...(hasBody
            ? { 'content-type': options.bytes === undefined ? 'application/json' : 'application/octet-stream' }
            : {}),
          ...(endpoint.idempotent ? { 'idempotency-key': options.key ?? randomUUID() } : {}),
          ...options.headers,
        },
        ...(hasBody ? { payload: options.bytes ?? JSON.stringify(input.body ?? {}) } : {}),
      },
      options.process,
    );
  }

  /** Sends a request as it is, however wrong, and returns whatever came. */
  async raw(request: RawRequest, process = 0): Promise<Answer<unknown>> {
    const answer = await (this.apps[process] ?? this.first).inject(request);
    const type = String(answer.headers['content-type'] ?? '');
    const body: unknown = type.includes('json') && answer.payload !== '' ? answer.json() : null;
    return { status: answer.statusCode, body, raw: answer.rawPayload, headers: answer.headers };
  }

  /** Calls an endpoint that must answer with success; the answer is checked by the contract. */
  async ok<E extends Endpoint>(
    endpoint: E,
    input: Optional<E> = {},
    options: CallOptions = {},
  ): Promise<ResponseOf<E>> {
    const answer = await this.call(endpoint, input, options);
    if (answer.status !== endpoint.status) {
      throw new Error(`${endpoint.method} ${endpoint.path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    }
    return (endpoint.answers === 'bytes' ? answer.raw : endpoint.response.parse(answer.body)) as ResponseOf<E>;
  }

  /** Calls an endpoint that must refuse; returns the problem's code and details. */
  async refused<E extends Endpoint>(endpoint: E, input: Optional<E> = {}, options: CallOptions = {}) {
    const answer = await this.call(endpoint, input, options);
    if (answer.status < 400) throw new Error(`${endpoint.method} ${endpoint.path} was not refused.`);
    expect(String(answer.headers['content-type'])).toContain('application/problem+json');
    return problemDocument.parse(answer.body);
  }

  /** A new person with these roles, signed in. */
  async person(roles: readonly Role[] = [], name = 'Test Person'): Promise<TestPerson> {
    const id = randomUUID();
    const token = randomBytes(32).toString('base64url');
    const email = `${id}@example.org`;
    await this.database.owner.query(
      `WITH p AS (INSERT INTO person (id, email, name, screen_language, state) VALUES ($1, $2, $3, 'nl', 'unconfirmed'))
       INSERT INTO session (id, token_hash, person_id, expires_at) SELECT gen_random_uuid(), $4, $1, now() + interval '1 hour'`,
      [id, email, name, hashToken(token)],
    );
    await this.database.owner.query(`UPDATE person SET state = 'active', confirmed_at = now() WHERE id = $1`, [id]);
    await this.database.owner.query('INSERT INTO person_role (person_id, role) SELECT $1, unnest($2::text[])', [
      id,
      roles,
    ]);
    return { id, name, email, token };
  }

  /** Runs the jobs that wait. */
  async work(): Promise<void> {
    await this.get(WorkerLoop).drain();
  }

  /** Reads with the owner's rights, past the API. */
  async sql<T extends object>(text: string, values: unknown[] = []): Promise<T[]> {
    return (await this.database.owner.query<T>(text, values)).rows;
  }

  /** Closes the instances and keeps what they made: with these options others start on clones of it. */
  async freeze(): Promise<{ template: string; settings: Record<string, string>; drop(): Promise<void> }> {
    for (const app of this.apps) await app.close();
    await this.database.owner.end();
    const drop = async () => {
      await this.database.drop();
      await rm(this.folder, { recursive: true, force: true });
    };
    return { template: this.database.name, settings: { FILES_DIRECTORY: this.folder }, drop };
  }

  /** Ends the test file: every invariant must hold over what the tests left. */
  async stop(): Promise<void> {
    try {
      for (const invariant of invariants) {
        const { rows } = await this.database.owner.query(`${invariant.sql} LIMIT 3`);
        if (rows.length > 0)
          throw new Error(`Invariant broken: ${invariant.name} (${invariant.promise}) ${JSON.stringify(rows)}`);
      }
    } finally {
      for (const app of this.apps) await app.close();
      await this.database.drop();
      await rm(this.folder, { recursive: true, force: true });
    }
  }
}
