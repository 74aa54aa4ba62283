import { Sentence } from '../repository.mjs';

/** Written by the migrations themselves, of this product and of the queue. */
const ownOfMigrations = ['public.schema_migration', 'graphile_worker.migrations'];

/**
 * The tables that hold data, each with its columns (those that are computed are left out) and those of its key, in an
 * order in which every row comes after those that it refers to.
 *
 * @returns {Promise<{ name: string, columns: string[], key: string[] }[]>} names as they stand in SQL
 */
export async function dataTables(client) {
  const { rows } = await client.query(
    `SELECT n.nspname || '.' || quote_ident(c.relname) AS name,
       array_agg(quote_ident(a.attname)::text ORDER BY a.attnum) AS columns,
       coalesce((SELECT array_agg(quote_ident(k.attname)::text ORDER BY k.attnum) FROM pg_index i
         JOIN pg_attribute k ON k.attrelid = i.indrelid AND k.attnum = ANY (i.indkey)
         WHERE i.indrelid = c.oid AND i.indisprimary), '{}') AS key
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     WHERE c.relkind = 'r' AND n.nspname IN ('public', 'register', 'graphile_worker')
       AND n.nspname || '.' || c.relname <> ALL ($1)
     GROUP BY c.oid, 1 ORDER BY 1`,
    [ownOfMigrations],
  );
  const { rows: references } = await client.query(
    `SELECT fn.nspname || '.' || quote_ident(f.relname) AS from, tn.nspname || '.' || quote_ident(t.relname) AS to
     FROM pg_constraint k JOIN pg_class f ON f.oid = k.conrelid JOIN pg_namespace fn ON fn.oid = f.relnamespace
       JOIN pg_class t ON t.oid = k.confrelid JOIN pg_namespace tn ON tn.oid = t.relnamespace
     WHERE k.contype = 'f' AND k.conrelid <> k.confrelid`,
  );
  return inOrder(rows, references);
}

/** Whoever is referred to comes first. Throws for tables that refer to each other in a circle. */
export function inOrder(tables, references) {
  const ordered = [];
  let rest = [...tables];
  while (rest.length > 0) {
    const open = new Set(rest.map(({ name }) => name));
    const free = rest.filter(({ name }) => !references.some(({ from, to }) => from === name && open.has(to)));
    if (free.length === 0) throw new Sentence(`These tables refer to each other in a circle: ${[...open].join(', ')}.`);
    ordered.push(...free);
    rest = rest.filter((table) => !free.includes(table));
  }
  return ordered;
}

/** Every sequence with where it stands. */
export async function sequences(client) {
  const { rows } = await client.query(
    `SELECT n.nspname || '.' || quote_ident(c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'S' AND n.nspname IN ('public', 'register', 'graphile_worker') ORDER BY 1`,
  );
  const found = [];
  for (const { name } of rows) {
    const { rows: state } = await client.query(
      `SELECT last_value::text AS value, is_called AS "isCalled" FROM ${name}`,
    );
    found.push({ name, ...state[0] });
  }
  return found;
}

/** The migrations that made the tables, in order. */
export async function migrationsOf(client) {
  const { rows } = await client.query('SELECT name FROM schema_migration ORDER BY id');
  return rows.map(({ name }) => name);
}
