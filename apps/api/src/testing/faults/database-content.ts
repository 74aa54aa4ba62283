import type pg from 'pg';

/**
 * Not part of what a request brings about: counters that count attempts on purpose, tables of facts, and what the queue
 * notes for itself.
 */
const ignored = [
  ...['rate_window', 'schema_migration', 'municipality', 'province', 'lifecycle_move', 'migrations'],
  'award_change',
];

export interface Table {
  /** With its schema, quoted as SQL needs it. */
  readonly name: string;
  /** Columns whose numbers a rollback uses up, and those that refer to them: two equal runs differ in them. */
  readonly serials: readonly string[];
}

/** The rows of each table that has any, as JSON text, sorted. */
export type Content = ReadonlyMap<string, readonly string[]>;

/** The tables of the product and of its queue. */
export async function tablesOf(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `WITH serial AS (SELECT attrelid, attnum FROM pg_attribute WHERE attidentity <> '')
     SELECT format('%I.%I', n.nspname, c.relname) AS name, array(
       SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND (a.attidentity <> ''
         OR n.nspname = 'graphile_worker' AND a.attname IN ('task_id', 'job_queue_id')
         OR EXISTS (SELECT 1 FROM pg_constraint k JOIN serial s ON s.attrelid = k.confrelid AND s.attnum = k.confkey[1]
           WHERE k.conrelid = c.oid AND k.contype = 'f' AND k.conkey = ARRAY[a.attnum]))) AS serials
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'r' AND n.nspname IN ('public', 'register', 'graphile_worker')
       AND c.relname <> ALL ($1) AND c.relname NOT LIKE '%known_crontabs' ORDER BY 1`,
    [ignored],
  );
  return rows;
}

/** When somebody was last seen is written once a minute, whatever a request does. */
const rowText = (name: string) =>
  name === 'public.session' ? `(to_jsonb(t) - 'last_seen_at')::text` : 'to_jsonb(t)::text';

/** One hash for each table over all that it holds, to the last bit. */
export async function hashesOf(client: pg.Client, tables: readonly Table[]): Promise<ReadonlyMap<string, string>> {
  const parts = tables.map(
    ({ name }) =>
      `SELECT '${name}' AS name, md5(coalesce(string_agg(${rowText(name)}, '|' ORDER BY ${rowText(name)}), '')) AS hash FROM ${name} t`,
  );
  // Named, so that it is planned once for each connection.
  const { rows } = await client.query<{ name: string; hash: string }>({
    name: 'hashes',
    text: parts.join(' UNION ALL '),
  });
  return new Map(rows.map(({ name, hash }) => [name, hash]));
}

/** All rows of these tables. */
export async function contentOf(client: pg.Client, names: readonly string[]): Promise<Content> {
  const content = new Map<string, string[]>();
  for (const name of names) {
    const { rows } = await client.query<{ row: string }>(`SELECT ${rowText(name)} AS row FROM ${name} t ORDER BY 1`);
    content.set(
      name,
      rows.map(({ row }) => row),
    );
  }
  return content;
}

/** Texts that are made anew by each run: ids, instants, times of day, secrets, hashes, communications of repayments. */
const made =
  /(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})|(?<instant>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?)|(?<password>\$argon2[^"\s]+)|(?<hash>\b[0-9a-f]{64}\b)|(?<secret>(?<![\w-])[\w-]{43}(?![\w-]))|(?<communication>\b\d{12}\b|\+{3}\d{3}\/\d{4}\/\d{5}\+{3})|(?<clock>\b\d{1,2}[:.]\d\d(?:[:.]\d\d)?\b(?!\d))/g;

/** What two runs of the same request have in common: values that were there before stay, new ones become their kind. */
export function withoutMadeValues(text: string, known: ReadonlySet<string>): string {
  return text.replaceAll(made, (value, ...rest) => {
    if (known.has(value)) return value;
    const groups = rest.at(-1) as Record<string, string | undefined>;
    return `<${Object.keys(groups).find((name) => groups[name] !== undefined) ?? 'value'}>`;
  });
}

/** Every value of the kinds above that the content holds; not times of day, which come again. */
export function knownValues(content: Content): Set<string> {
  const known = new Set<string>();
  for (const row of [...content.values()].flat()) {
    for (const match of row.matchAll(made)) if (match.groups?.['clock'] === undefined) known.add(match[0]);
  }
  return known;
}

/** The difference between two contents, a line for each row that went and each that came; new values by their kind. */
export function changeBetween(
  before: Content,
  after: Content,
  tables: readonly Table[],
  known: ReadonlySet<string>,
): string[] {
  const lines: string[] = [];
  for (const [name, rows] of after) {
    const serials = tables.find((table) => table.name === name)?.serials ?? [];
    const describe = (row: string) => withoutMadeValues(withoutSerials(row, serials), known);
    const [was, is] = [new Set(before.get(name) ?? []), new Set(rows)];
    for (const row of was) if (!is.has(row)) lines.push(`- ${name} ${describe(row)}`);
    for (const row of is) if (!was.has(row)) lines.push(`+ ${name} ${describe(row)}`);
  }
  return lines.sort();
}

function withoutSerials(row: string, serials: readonly string[]): string {
  const value = JSON.parse(row) as Record<string, unknown>;
  for (const column of serials) value[column] = '<serial>';
  return JSON.stringify(value);
}
