import { Problem } from '@commonlot/domain';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  type DataSource,
  type EntityManager,
  QueryRunnerAlreadyReleasedError,
  QueryRunnerProviderAlreadyReleasedError,
} from 'typeorm';
import { Clock } from './clock.js';
import { translateDatabaseError } from './database-errors.js';
import { MailWriter } from './mail-writer.js';
import { SUBSCRIPTIONS, type Subscriptions } from './subscriptions.js';
import { Tracing } from './tracing.js';
import type { Actor, Attempt, Event, NoticeTo, Tx } from './tx.js';

const nobody = '00000000-0000-0000-0000-000000000000';

/** One use case, one transaction. */
@Injectable()
export class Transactions {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly mails: MailWriter,
    @Inject(SUBSCRIPTIONS) private readonly subscriptions: Subscriptions,
    private readonly tracing: Tracing,
  ) {}

  /**
   * Runs `work` in a transaction. When the actor's request carries an idempotency key, the same key gives the same
   * answer and no second effect, whichever API process it reaches.
   * Refusals of the database (constraints by name) come out as the Problem that they mean.
   */
  run<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.tracing.run('transaction', {}, () => this.runOnce(actor, work));
  }

  private async runOnce<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    try {
      return await this.source.transaction(async (manager) => {
        const tx = await this.begin(actor, manager);
        if (actor.attempt === null) return work(tx);
        const earlier = await this.claim<T>(tx, actor.attempt);
        if (earlier !== null) return earlier.response;
        const response = await work(tx);
        await tx.query('UPDATE idempotency SET response = $3 WHERE person_id = $1 AND key = $2', [
          actor.personId ?? nobody,
          actor.attempt.key,
          JSON.stringify(response),
        ]);
        return response;
      });
    } catch (error) {
      // A connection that ends between two statements is taken back under the transaction; the next statement says so.
      if (isReleased(error)) throw new Problem('service.unavailable');
      throw translateDatabaseError(error);
    }
  }

  private async begin(actor: Actor, manager: EntityManager): Promise<Tx> {
    const query = <R>(text: string, values: readonly unknown[] = []) =>
      manager.query(text, [...values]) as Promise<R[]>;
    const shown = this.clock.shown();
    const [row] = await query<{ now: Date }>(
      `SELECT CASE WHEN set_config('commonlot.clock', $1, true) IS NOT NULL THEN app_now() END AS now`,
      [shown === null ? '' : shown.toISOString()],
    );
    if (row === undefined) throw new Error('The database gave no time.');
    const tx: Tx = {
      manager,
      now: row.now,
      actor,
      query,
      record: (event) => this.record(tx, event),
      notify: (notice) => this.notify(tx, notice),
      mail: (mail) => this.mails.write(tx, mail),
    };
    return tx;
  }

  /** The answer that the key got before, or null when this is the first time. A concurrent twin waits for the first. */
  private async claim<T>(tx: Tx, attempt: Attempt): Promise<{ response: T } | null> {
    const person = tx.actor.personId ?? nobody;
    const inserted = await tx.query(
      `INSERT INTO idempotency (person_id, key, endpoint, body_hash) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING RETURNING key`,
      [person, attempt.key, attempt.endpoint, attempt.bodyHash],
    );
    if (inserted.length > 0) return null;
    const [earlier] = await tx.query<{ endpoint: string; body_hash: string; response: T }>(
      'SELECT endpoint, body_hash, response FROM idempotency WHERE person_id = $1 AND key = $2',
      [person, attempt.key],
    );
    if (earlier?.endpoint !== attempt.endpoint || earlier.body_hash !== attempt.bodyHash) {
      throw new Problem('idempotency.mismatch');
    }
    return { response: earlier.response };
  }

  private async record(tx: Tx, event: Event): Promise<void> {
    const subjectType = event.type.slice(0, event.type.indexOf('.'));
    await tx.query(
      `INSERT INTO journal (actor_id, actor_roles, type, subject_type, subject_id, data) VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        tx.actor.personId,
        [...tx.actor.roles],
        event.type,
        subjectType,
        event.subjectId,
        JSON.stringify({ before: event.before ?? {}, after: event.after ?? {} }),
      ],
    );
    for (const job of this.subscriptions.get(event.type) ?? []) {
      // The job key folds equal work that still waits into one: projections recompute, they never increment.
      await tx.query('SELECT graphile_worker.add_job($1, $2::json, job_key => $3, job_key_mode => $4)', [
        job,
        JSON.stringify({ subjectId: event.subjectId }),
        `${job}:${event.subjectId}`,
        'replace',
      ]);
    }
  }

  private async notify(tx: Tx, notice: NoticeTo): Promise<void> {
    await tx.query(
      `INSERT INTO notice (id, person_id, type, subject_type, subject_id, data)
       SELECT gen_random_uuid(), person, $2, $3, $4, $5 FROM unnest($1::uuid[]) AS person`,
      [
        [...new Set(notice.personIds)],
        notice.type,
        notice.subjectType,
        notice.subjectId,
        JSON.stringify(notice.data ?? {}),
      ],
    );
  }
}

/** TypeORM has one error for a statement of its own and another for one of ours. */
const isReleased = (error: unknown): boolean =>
  error instanceof QueryRunnerAlreadyReleasedError || error instanceof QueryRunnerProviderAlreadyReleasedError;
