import pg from 'pg';

/** Of each decision one commitment that is paid in two parts; with the allocation a line has 1 + 3 × decisions entries. */
const decisionsOf = (entriesPerLine) => Math.round((entriesPerLine - 1) / 3);

/**
 * Writes plans in force with a ledger of years past straight into the tables, as the owner of a database that is thrown
 * away. Triggers are off meanwhile, which no role of the product may do; what they would have written is written here.
 *
 * @param {string} url
 * @param {{ year: number, lines: number, entriesPerLine: number }[]} years
 */
export async function fillLedger(url, years) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`SET synchronous_commit = off; SET work_mem = '256MB'; SET maintenance_work_mem = '256MB'`);
    await withoutChecks(client, async () => {
      for (const year of years) await fillYear(client, year);
    });
    await client.query('VACUUM ANALYZE');
  } finally {
    await client.end();
  }
}

const tables = [
  'plan_version',
  'plan_line',
  'plan_version_line',
  'ledger_line_balance',
  'ledger_account',
  'ledger_entry',
  'ledger_posting',
];

/** Keys are checked at the end once for all rows, which is a tenth of the time of each row by itself. */
async function withoutChecks(client, work) {
  const { rows: keys } = await client.query(
    `SELECT conrelid::regclass AS table, conname AS name, pg_get_constraintdef(oid) AS text FROM pg_constraint
     WHERE contype = 'f' AND conrelid::regclass::text = ANY ($1)`,
    [tables.filter((table) => table.startsWith('ledger'))],
  );
  const alter = (table, change) => client.query(`ALTER TABLE ${table} ${change}`);
  for (const table of tables) await alter(table, 'DISABLE TRIGGER USER');
  for (const { table, name } of keys) await alter(table, `DROP CONSTRAINT ${name}`);
  await work();
  for (const { table, name, text } of keys) await alter(table, `ADD CONSTRAINT ${name} ${text}`);
  for (const table of tables) await alter(table, 'ENABLE TRIGGER USER');
}

const lineCents = 100_000_000;

async function fillYear(client, { year, lines, entriesPerLine }) {
  await client.query('DROP TABLE IF EXISTS bench_line, bench_decision, bench_move');
  await client.query(
    `WITH made AS (INSERT INTO plan VALUES (uuidv7(), ${year}) RETURNING id)
     INSERT INTO plan_version (id, plan_id, number, stage, state, total_cents, unassigned_cents, drafted_by, submitted_by,
       submitted_at, approved_by, approved_at, decree_reference, decree_on, in_force_at)
     SELECT uuidv7(), made.id, 1, 'provisional', 'in-force', ${lines}::bigint * ${lineCents}, 0, one.id, one.id, now(),
       two.id, now(), 'KB meting', '${year}-01-01', '${year}-01-01'
     FROM made, (SELECT id FROM person ORDER BY id LIMIT 1) one, (SELECT id FROM person ORDER BY id DESC LIMIT 1) two`,
  );
  // A hundred lines under each heading; a heading is the line whose place is a multiple of 101.
  await client.query(
    `CREATE TEMP TABLE bench_line AS SELECT uuidv7() AS id, n / 101 + 1 AS above, n % 101 AS place
       FROM generate_series(0, ${lines} + (${lines} - 1) / 100) n`,
  );
  await client.query(
    `WITH version AS (SELECT v.id, v.plan_id FROM plan_version v JOIN plan p ON p.id = v.plan_id WHERE p.year = ${year}),
       made AS (INSERT INTO plan_line SELECT l.id, version.plan_id FROM bench_line l, version)
     INSERT INTO plan_version_line (version_id, line_id, parent_line_id, position, code, kind, label, amount_cents)
     SELECT version.id, l.id, h.id, row_number() OVER (ORDER BY l.above, l.place),
       CASE WHEN h.id IS NULL THEN l.above::text ELSE l.above || '.' || l.place END,
       CASE WHEN h.id IS NULL THEN 'heading' ELSE 'nominative' END,
       jsonb_build_object('nl', 'Lijn van de meting', 'fr', 'Ligne de la mesure', 'de', 'Posten', 'en', 'Line'),
       CASE WHEN h.id IS NOT NULL THEN ${lineCents} END
     FROM version, bench_line l LEFT JOIN bench_line h ON h.above = l.above AND h.place = 0 AND l.place > 0`,
  );
  await client.query(
    `CREATE TEMP TABLE bench_decision AS SELECT l.id AS line_id, n, uuidv7() AS id, uuidv7() AS committed, uuidv7() AS paid
       FROM generate_series(1, ${decisionsOf(entriesPerLine)}) n, bench_line l WHERE l.place > 0`,
  );
  await fillAccounts(client, decisionsOf(entriesPerLine));
  await fillEntries(client, year);
}

const fillAccounts = (client, decisions) =>
  client.query(
    `INSERT INTO ledger_line_balance (line_id, source_cents, available_cents, paid_cents)
     SELECT id, ${-lineCents}, ${lineCents - decisions * 200}, ${decisions * 200} FROM bench_line WHERE place > 0;
     INSERT INTO ledger_account (line_id, kind, balance_cents)
     SELECT id, kind, balance FROM bench_line, (VALUES ('source', ${-lineCents}),
       ('available', ${lineCents - decisions * 200})) AS of_line (kind, balance) WHERE place > 0;
     INSERT INTO ledger_account (id, line_id, kind, subject_id, balance_cents)
     SELECT committed, line_id, 'committed', id, 0 FROM bench_decision
     UNION ALL SELECT paid, line_id, 'paid', id, 200 FROM bench_decision`,
  );

/** The year's entries in the order in which they could have been made, spread over its days. */
const fillEntries = (client, year) =>
  client.query(
    `CREATE TEMP TABLE bench_move AS
     SELECT uuidv7() AS id, ordered.* FROM (
       SELECT l.id AS line_id, 'allocate' AS cause, ${lineCents} AS amount, 'plan-version' AS subject_type,
         (SELECT v.id FROM plan_version v JOIN plan p ON p.id = v.plan_id WHERE p.year = ${year}) AS subject_id,
         source.id AS debit, available.id AS credit, 0 AS round, 0 AS step
       FROM bench_line l JOIN ledger_account source ON source.line_id = l.id AND source.kind = 'source'
         JOIN ledger_account available ON available.line_id = l.id AND available.kind = 'available'
       UNION ALL
       SELECT d.line_id, CASE step WHEN 1 THEN 'commit' ELSE 'pay' END, CASE step WHEN 1 THEN 200 ELSE 100 END, 'decision',
         d.id, CASE step WHEN 1 THEN available.id ELSE d.committed END, CASE step WHEN 1 THEN d.committed ELSE d.paid END,
         d.n, step
       FROM bench_decision d JOIN ledger_account available ON available.line_id = d.line_id AND available.kind = 'available',
         generate_series(1, 3) step
       ORDER BY round, step) ordered;
     INSERT INTO ledger_entry (id, line_id, cause, amount_cents, subject_type, subject_id, actor_id, at)
     SELECT id, line_id, cause, amount, subject_type, subject_id, (SELECT id FROM person ORDER BY id LIMIT 1),
       '${year}-01-02'::timestamptz + interval '360 days' * row_number() OVER () / count(*) OVER ()
     FROM bench_move;
     INSERT INTO ledger_posting (entry_id, account_id, amount_cents)
     SELECT id, debit, -amount FROM bench_move UNION ALL SELECT id, credit, amount FROM bench_move`,
  );
