import { text } from 'node:stream/consumers';
import type { Role } from '@commonlot/domain';
import { Files } from '../../platform/index.js';
import type { TestApi } from '../test-api.js';
import type { Column, Reader } from './column.js';
import { columnTable } from './column-table.js';
import { tableFacts } from './table-facts.js';
import { marksIn } from './words.js';

/** One text in one row: what it is, and who may read it. */
export interface Secret {
  /** `public.person.name`. */
  readonly column: string;
  readonly kind: string;
  readonly readers: readonly Reader[];
  readonly organisations: readonly string[];
  readonly applications: readonly string[];
  readonly people: readonly string[];
  readonly invited: readonly string[];
}

/** Somebody who reads, as far as the table of columns asks. Anonymous readers stand in no relation to anything. */
export interface Knower {
  readonly id: string | null;
  readonly email: string | null;
  readonly roles: readonly Role[];
  readonly memberOf: readonly string[];
  readonly represents: readonly string[];
  readonly assigned: readonly string[];
  readonly accepted: readonly string[];
}

interface Row extends Omit<Secret, 'column' | 'readers'> {
  readonly row: Record<string, unknown>;
}

/** Everything in the database that was typed by somebody, by its unmistakable word; of columns that are no copies. */
export class Secrets {
  private constructor(private readonly byMark: ReadonlyMap<string, readonly Secret[]>) {}

  static async in(api: TestApi): Promise<Secrets> {
    const byMark = new Map<string, Secret[]>();
    for (const [table, columns] of Object.entries(columnTable)) {
      for (const { row, ...facts } of await rowsOf(api, table)) {
        for (const [name, column] of Object.entries(columns)) {
          if (column === 'codes' || column === 'copy' || (name === 'id' && !(facts.kind in column))) continue;
          for (const mark of marksOf(name, row[name])) {
            const kind = Array.isArray(column) ? '' : facts.kind;
            const secret = {
              ...facts,
              kind,
              column: `${table}.${name}`,
              readers: readersOf(`${table}.${name}`, column, kind),
            };
            byMark.set(mark, [...(byMark.get(mark) ?? []), secret]);
          }
        }
      }
    }
    return new Secrets(byMark);
  }

  about(mark: string): readonly Secret[] {
    return this.byMark.get(mark) ?? [];
  }

  /** The kinds of columns of which at least one text stands in no other column. */
  alone(): Set<string> {
    const alone = [...this.byMark.values()].filter((all) => new Set(all.map(({ column }) => column)).size === 1);
    return new Set(alone.flat().map(({ column, kind }) => `${column}|${kind}`));
  }

  /**
   * Two words of each kind of each column: of texts that stand nowhere else if there are any, and of rows that have to do
   * with most files, for those could give something away.
   */
  samples(): { readonly what: string; readonly mark: string }[] {
    const entries = [...this.byMark].flatMap(([mark, all]) =>
      all.map((secret) => ({
        mark,
        what: `${secret.column} ${secret.kind}`.trim(),
        weight: weightOf(secret, all.length),
      })),
    );
    const ofKind = Map.groupBy(entries, ({ what }) => what);
    return [...ofKind.values()].flatMap((all) => all.toSorted((a, b) => b.weight - a.weight).slice(0, 2));
  }
}

const weightOf = ({ applications, organisations }: Secret, places: number): number =>
  applications.length + organisations.length + (places === 1 ? 1000 : 0);

/** Ids are secrets in the columns that are called so, and nowhere else. */
function marksOf(name: string, value: unknown): string[] {
  if (value === null || value === undefined) return [];
  if (name === 'id') return [String(value)];
  return [...marksIn(typeof value === 'string' ? value : JSON.stringify(value))].filter(
    (mark) => !/^[0-9a-f-]{36}$/.test(mark),
  );
}

function readersOf(column: string, readers: Exclude<Column, string>, kind: string): readonly Reader[] {
  if (Array.isArray(readers)) return readers;
  const ofKind = (readers as Readonly<Record<string, readonly Reader[]>>)[kind];
  if (ofKind === undefined)
    throw new Error(`Say in the table of columns who reads ${column} of a row that is ${kind}.`);
  return ofKind;
}

async function rowsOf(api: TestApi, table: string): Promise<Row[]> {
  const {
    kind = `''`,
    organisations = `'{}'`,
    applications = `'{}'`,
    people = `'{}'`,
    invited = `'{}'`,
  } = tableFacts[table] ?? {};
  const rows = await api.sql<Row>(
    `SELECT to_jsonb(t) AS row, ${kind} AS kind, (${organisations})::uuid[] AS organisations,
       (${applications})::uuid[] AS applications, (${people})::uuid[] AS people, (${invited})::text[] AS invited FROM ${table} t`,
  );
  if (table !== 'public.stored_file') return rows;
  const uploads = rows.filter((file) => file.kind !== 'letter');
  return Promise.all(
    uploads.map(async (file) => ({ ...file, row: { ...file.row, bytes: await bytesOf(api, file.row['id']) } })),
  );
}

const bytesOf = async (api: TestApi, id: unknown): Promise<string> => text(await api.get(Files).read(String(id)));

/** The readers among those of a secret that somebody is. */
export function readersAmong(
  secret: Secret,
  { id, email, roles, memberOf, represents, assigned, accepted }: Knower,
): Reader[] {
  const shares = (own: readonly string[], of: readonly string[]) => own.some((each) => of.includes(each));
  return secret.readers.filter((reader) => {
    if (reader === 'public') return true;
    if (reader === 'self') return id !== null && secret.people.includes(id);
    if (reader === 'member') return shares(memberOf, secret.organisations);
    if (reader === 'representative') return shares(represents, secret.organisations);
    if (reader === 'invited') return email !== null && secret.invited.includes(email);
    if (reader === 'assigned') return shares(assigned, secret.applications);
    if (reader === 'accepted') return shares(accepted, secret.applications);
    return roles.includes(reader);
  });
}

const knowers = `
  SELECT p.id, p.email::text AS email,
    ARRAY(SELECT role FROM person_role r WHERE r.person_id = p.id) AS roles,
    ARRAY(SELECT m.organisation_id FROM organisation_member m WHERE m.person_id = p.id) AS "memberOf",
    ARRAY(SELECT m.organisation_id FROM organisation_member m WHERE m.person_id = p.id AND m.role = 'representative')
      AS represents,
    ARRAY(SELECT a.application_id FROM review_assignment a WHERE a.reviewer_id = p.id AND a.state <> 'conflicted')
      AS assigned,
    ARRAY(SELECT a.application_id FROM review_assignment a WHERE a.reviewer_id = p.id AND a.state IN ('accepted', 'sent'))
      AS accepted
  FROM person p WHERE p.state = 'active'`;

export const nobody: Knower = {
  id: null,
  email: null,
  roles: [],
  memberOf: [],
  represents: [],
  assigned: [],
  accepted: [],
};

/** Everybody who has an account that is open, by id and by address. */
export async function knowersIn(api: TestApi): Promise<ReadonlyMap<string, Knower>> {
  const rows = await api.sql<Knower & { id: string; email: string }>(knowers);
  return new Map(
    rows.flatMap((row) => [
      [row.id, row],
      [row.email, row],
    ]),
  );
}
