import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import pg from 'pg';
import { slowestOfTwenty, stepsPerSecond } from './load.mjs';

/**
 * The statements that an API ran while `work` was going on, from what record-sql.mjs wrote down.
 *
 * @returns {Promise<{ statements: { text: string, values: unknown[] }[], ms: number }>} `ms`: the database's time.
 */
export async function recording(file, work) {
  writeFileSync(file, '');
  await work();
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').filter(Boolean) : [];
  const entries = lines.map((line) => JSON.parse(line));
  return {
    statements: entries.map(({ text, values }) => ({ text, values: values.map(revive) })),
    ms: entries.reduce((sum, { ms }) => sum + ms, 0),
  };
}

const revive = (value) => (value?.type === 'Buffer' ? Buffer.from(value.data) : value);

/** Runs the statements of one request straight through `pg`, prepared by name, as often as it can be done a second. */
export function replays(databaseUrl, statements) {
  const named = prepared(statements);
  return async () => {
    const pool = new pg.Pool({ connectionString: databaseUrl, max: 8 });
    try {
      return await stepsPerSecond(async () => {
        const client = await pool.connect();
        try {
          for (const statement of named) await client.query({ ...statement });
        } finally {
          client.release();
        }
      });
    } finally {
      await pool.end();
    }
  };
}

const prepared = (statements) =>
  statements.map((statement, index) =>
    statement.values.length > 0 ? { name: `statement${index}`, ...statement } : statement,
  );

/** The same one after the other on one connection: the milliseconds that nineteen of twenty do not exceed. */
export function slowestReplay(databaseUrl, statements, least = 20) {
  const named = prepared(statements);
  return async () => {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    try {
      return await slowestOfTwenty(async () => {
        for (const statement of named) await client.query({ ...statement });
      }, least);
    } finally {
      await client.end();
    }
  };
}
