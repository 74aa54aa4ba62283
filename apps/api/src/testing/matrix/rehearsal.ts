import { DataSource, type QueryRunner } from 'typeorm';
import type { Answer, TestApi } from '../test-api.js';

/** Which tables a call changed, or would have changed. */
export type Changes = readonly string[];

/**
 * Runs calls to their very end and takes them back: where a transaction would be committed, every constraint that waits
 * for the commit is judged, what was changed is noted, and the transaction is rolled back. The answer is the one that
 * the caller would get, and the next call finds the world as it was; so any number of calls can be asked of one world,
 * in any order.
 * Counters of attempts (`rate_window`) are written beside the transactions and stay.
 */
export class Rehearsal {
  private isOn = false;
  private changed: string[] = [];

  constructor(private readonly api: TestApi) {
    const source = api.get(DataSource);
    const createRunner = source.createQueryRunner.bind(source);
    source.createQueryRunner = (mode) => this.rehearsed(createRunner(mode));
  }

  private rehearsed(runner: QueryRunner): QueryRunner {
    const [begin, commit] = [runner.startTransaction.bind(runner), runner.commitTransaction.bind(runner)];
    let before = new Map<string, number>();
    runner.startTransaction = async (level) => {
      await begin(level);
      if (this.isOn) before = await writesOf(runner);
    };
    runner.commitTransaction = async () => {
      if (!this.isOn) return commit();
      await runner.query('SET CONSTRAINTS ALL IMMEDIATE');
      for (const [name, writes] of await writesOf(runner)) {
        if (writes > (before.get(name) ?? 0)) this.changed.push(name);
      }
      await runner.rollbackTransaction();
    };
    return runner;
  }

  /** Makes one call; returns the answer and what it would have left. */
  async of(call: () => Promise<Answer<unknown>>): Promise<{ answer: Answer<unknown>; changes: Changes }> {
    this.isOn = true;
    this.changed = [];
    try {
      const answer = await call();
      return { answer, changes: [...new Set(this.changed)].sort() };
    } finally {
      this.isOn = false;
    }
  }

  /** A fingerprint of every row of every table but the counters of attempts. */
  async checksum(): Promise<Record<string, string>> {
    const tables = await this.api.sql<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema') AND tablename <> 'rate_window' ORDER BY 1`,
    );
    const sums = tables.map(
      ({
        name,
      }) => `SELECT '${name}' AS name, md5(coalesce(string_agg(md5(t::text), '' ORDER BY md5(t::text)), '')) AS sum
        FROM ${name} t`,
    );
    const rows = await this.api.sql<{ name: string; sum: string }>(sums.join(' UNION ALL '));
    return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]));
  }
}

/** How many rows the connection has written in each table, in this transaction and in those of the last moments. */
async function writesOf(runner: QueryRunner): Promise<Map<string, number>> {
  const rows: { name: string; writes: string }[] = await runner.query(
    `SELECT schemaname || '.' || relname AS name, n_tup_ins + n_tup_upd + n_tup_del AS writes
     FROM pg_stat_xact_user_tables WHERE n_tup_ins + n_tup_upd + n_tup_del > 0`,
  );
  return new Map(rows.map(({ name, writes }) => [name.replace(/^public\./, ''), Number(writes)]));
}
