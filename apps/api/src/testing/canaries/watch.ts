import type { TestApi } from '../test-api.js';
import { columnOf, columnTable } from './column-table.js';
import { type Knower, knowersIn, nobody, readersAmong, Secrets } from './secrets.js';
import { marksIn, wordsIn } from './words.js';

/** How many leaks a message names. */
const shown = 25;

/** Looks at everything that somebody gets to see: notes what they may not, and that they do see what they may. */
export class Watch {
  /** By what is shown to whom and where: an example of it, and how often. */
  private readonly leaks = new Map<string, { url: string; times: number }>();
  private readonly seen = new Set<string>();
  private readonly alone = new Set<string>();
  private secrets: Secrets | null = null;
  private knowers: ReadonlyMap<string, Knower> = new Map();

  /** Reads the database anew: what is secret now, and who is who. */
  async look(api: TestApi): Promise<Secrets> {
    this.knowers = await knowersIn(api);
    this.secrets = await Secrets.in(api);
    for (const kind of this.secrets.alone()) this.alone.add(kind);
    return this.secrets;
  }

  /** The reader with this id or address; a stranger or somebody suspended may know what anybody may. */
  knower(idOrEmail: string | undefined): Knower {
    return this.knowers.get(idOrEmail ?? '') ?? { ...nobody, email: idOrEmail ?? null };
  }

  mayKnow(mark: string, knower: Knower): boolean {
    const all = this.secrets?.about(mark) ?? [];
    return all.some((secret) => readersAmong(secret, knower).length > 0);
  }

  /** Judges a text that somebody got: `who` and `where` are for the message, `url` is an example. */
  judge(text: string, knower: Knower, who: string, where: string, url = ''): void {
    for (const mark of marksIn(text)) {
      const all = this.secrets?.about(mark) ?? [];
      if (all.length === 0) continue;
      if (!this.mayKnow(mark, knower)) {
        const columns = [...new Set(all.map(({ column, kind }) => `${column}${kind === '' ? '' : ` (${kind})`}`))].join(
          ' = ',
        );
        this.leak(`${columns} is shown to ${who} by ${where}`, url);
      }
      // What stands in one column only tells that this column was read.
      const isAlone = new Set(all.map(({ column }) => column)).size === 1;
      for (const secret of all) {
        for (const reader of readersAmong(secret, knower)) {
          this.seen.add(witness(secret.column, secret.kind, reader, isAlone));
        }
      }
    }
  }

  leak(message: string, url = ''): void {
    this.leaks.set(message, { url, times: (this.leaks.get(message)?.times ?? 0) + 1 });
  }

  /** The leaks since the last time, each once. */
  take(): string[] {
    const all = [...this.leaks].map(
      ([message, { url, times }]) => `${message}, ${times} times${url === '' ? '' : `: ${url}`}`,
    );
    this.leaks.clear();
    return all.length > shown ? [...all.slice(0, shown), `and ${all.length - shown} more`] : all;
  }

  /** What the table of columns allows and nobody was ever shown: the table says too much, or the world has too little. */
  neverSeen(): string[] {
    return Object.entries(columnTable).flatMap(([table, columns]) =>
      Object.entries(columns).flatMap(([name, column]) => {
        if (column === 'codes' || column === 'copy') return [];
        const kinds = Array.isArray(column) ? [['', column] as const] : Object.entries(column);
        return kinds.flatMap(([kind, readers]) =>
          readers
            .filter((reader: string) => !this.saw(`${table}.${name}`, kind, reader))
            .map((reader: string) => `${table}.${name}${kind === '' ? '' : ` (${kind})`} by ${reader}`),
        );
      }),
    );
  }

  /** Of a text that stands in two columns nobody knows which of them was read; it counts where there is no other. */
  private saw(column: string, kind: string, reader: string): boolean {
    if (this.seen.has(witness(column, kind, reader, true))) return true;
    return !this.alone.has(`${column}|${kind}`) && this.seen.has(witness(column, kind, reader, false));
  }
}

const witness = (column: string, kind: string, reader: string, isAlone: boolean) =>
  `${column}|${kind}|${reader}|${isAlone ? 'alone' : 'shared'}`;

/** Every column that can hold a text, as `schema.table.column`. */
export async function textColumns(api: TestApi): Promise<{ table: string; column: string }[]> {
  return api.sql(
    `SELECT table_schema || '.' || table_name AS "table", column_name::text AS "column" FROM information_schema.columns
     WHERE table_schema NOT IN ('pg_catalog', 'information_schema')
       AND (data_type IN ('text', 'character varying', 'character', 'json', 'jsonb', 'xml', 'bytea', 'tsvector', 'ARRAY')
         OR udt_name = 'citext' OR data_type = 'USER-DEFINED')
     ORDER BY 1, 2`,
  );
}

/** Columns of codes in which a text of somebody stands all the same; what is public anyway may stand anywhere. */
export async function wordsAmongCodes(api: TestApi, isPublic: (word: string) => boolean): Promise<string[]> {
  const found: string[] = [];
  for (const { table, column } of await textColumns(api)) {
    if (columnOf(table, column) !== 'codes') continue;
    const rows = await api.sql<{ value: string }>(
      `SELECT DISTINCT ${column}::text AS value FROM ${table} WHERE ${column} IS NOT NULL`,
    );
    // A salt and a hash of chance letters look like a word now and then.
    for (const { value } of rows.filter((row) => !row.value.startsWith('$argon2id$')))
      found.push(
        ...[...wordsIn(value)].filter((word) => !isPublic(word)).map((word) => `${table}.${column} holds ${word}`),
      );
  }
  return found;
}
