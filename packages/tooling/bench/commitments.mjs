import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { repository } from '../repository.mjs';
import { recording } from './replay.mjs';

/**
 * A program of its own: 200 commitments on one line at once, through the ledger of the API and, in turn with it, the very
 * same statements straight through `pg`. Together they are one cent more than the line has, so that one is refused.
 * Writes `{ product: [...], pg: [...] }`, commitments a second, to its parent.
 */
const atOnce = 200;
const cents = 1_000;
const rounds = Number(process.argv[2]);

const built = (path) => import(pathToFileURL(join(repository, 'apps/api/dist', path)).href);
const { createApplication } = await built('application.js');
const { readConfig } = await built('platform/config.js');
const { systemActor, Transactions } = await built('platform/index.js');
const { Ledger } = await built('ledger/index.js');

const config = readConfig(process.env);
const app = await createApplication(config);
await app.init();
const [transactions, ledger] = [Transactions, Ledger].map((service) => app.get(service, { strict: false }));
const pool = new pg.Pool({ connectionString: config.DATABASE_URL, max: config.DATABASE_POOL });

/** A line with money for 200 commitments less one cent, as the owner of the database writes it. */
async function freshLine() {
  const { rows } = await pool.query(
    `WITH line AS (INSERT INTO plan_line SELECT gen_random_uuid(), id FROM plan WHERE year = 2031 RETURNING id)
     INSERT INTO ledger_line_balance (line_id, available_cents) SELECT id, $1 FROM line RETURNING line_id`,
    [atOnce * cents - 1],
  );
  await pool.query(`INSERT INTO ledger_account (line_id, kind, balance_cents) VALUES ($1, 'available', $2)`, [
    rows[0].line_id,
    atOnce * cents - 1,
  ]);
  return rows[0].line_id;
}

const movementOn = (lineId) => {
  const subject = { subjectType: 'decision', subjectId: randomUUID() };
  return { cause: 'commit', lineId, amountCents: cents, ...subject };
};

const commit = (movement) => transactions.run(systemActor, (tx) => ledger.post(tx, movement));

/** The statements of one commitment with the values of another: they differ in the ids alone. */
function commitByHand(statements) {
  const [lock, entry] = [/lock_ledger_lines/, /INSERT INTO ledger_entry/].map((pattern) =>
    statements.findIndex(({ text }) => pattern.test(text)),
  );
  return async ({ lineId, subjectId }) => {
    const entryId = randomUUID();
    const client = await pool.connect();
    let found = [];
    try {
      for (const [place, { text, values }] of statements.entries()) {
        const own = () => {
          if (place === lock) return [[lineId]];
          if (place === lock + 1 || place === lock + 2) {
            return [
              [lineId, lineId],
              ['available', 'committed'],
              [null, subjectId],
            ];
          }
          if (place === entry) return [[entryId], [lineId], ['commit'], [cents], ['decision'], [subjectId], null];
          if (place === entry + 1) return [[entryId, entryId], found, [-cents, cents]];
          return values;
        };
        const { rows } = await client.query({ name: `commit${place}`, text, values: own() });
        if (place === lock + 2) {
          const [from, to] = ['available', 'committed'].map((kind) => rows.find((row) => row.kind === kind));
          if (Number(from.balance) < cents) throw new Error('ledger.overspent');
          found = [from.id, to.id];
        }
      }
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
  };
}

/** Commitments a second; fails unless exactly one was refused and the balances are what the others leave. */
async function rate(work) {
  const lineId = await freshLine();
  const movements = Array.from({ length: atOnce }, () => movementOn(lineId));
  const start = performance.now();
  const outcomes = await Promise.allSettled(movements.map(work));
  const ms = performance.now() - start;
  const refused = outcomes.filter(({ status }) => status === 'rejected').map(({ reason }) => reason);
  const { rows } = await pool.query(
    `SELECT sum(balance_cents) FILTER (WHERE kind = 'available') AS available,
       sum(balance_cents) FILTER (WHERE kind = 'committed') AS committed FROM ledger_account WHERE line_id = $1`,
    [lineId],
  );
  const isRight = Number(rows[0].committed) === (atOnce - 1) * cents && Number(rows[0].available) === cents - 1;
  if (refused.length !== 1 || !isRight) {
    const [first] = refused;
    throw new Error(`${refused.length} were refused, ${JSON.stringify(rows[0])}: ${first?.stack}`);
  }
  return (atOnce * 1000) / ms;
}

try {
  const { statements } = await recording(process.env.RECORD_SQL, async () => commit(movementOn(await freshLine())));
  const own = statements.filter(({ text }) => !/INSERT INTO plan_line/.test(text));
  const byHand = commitByHand(own);
  const rates = { product: [], pg: [] };
  for (let round = -1; round < rounds; round += 1) {
    const found = { product: await rate(commit), pg: await rate(byHand) };
    if (round >= 0) for (const name of Object.keys(rates)) rates[name].push(found[name]);
  }
  process.stdout.write(`${JSON.stringify(rates)}\n`);
} finally {
  await pool.end();
  await app.close();
}
