/** Inserts the first row of the table (of those `where`) once more, but for these columns. */
export interface Again {
  readonly again: Readonly<Record<string, unknown>>;
  readonly where?: string;
  /** A constraint of the same table that would refuse it as well, and is dropped for the proof. */
  readonly without?: string;
}

/**
 * What a constraint is for, as the change that it must refuse and that everything else lets pass: a text is the SET of
 * an UPDATE of its table.
 */
export type Spoil = string | Again;

/** By table and name of the constraint, of the unique index or of the domain; each change is a proof of its own. */
export type Proofs = Readonly<Record<string, Readonly<Record<string, Spoil | readonly Spoil[]>>>>;

export const again = (changes: Again['again'] = {}, more: Pick<Again, 'where' | 'without'> = {}): Again => ({
  again: changes,
  ...more,
});

/** An id that nothing has, as a value and in SQL. */
export const nobody = '00000000-0000-4000-8000-000000000000';
export const isNobody = (column: string): string => `${column} = '${nobody}'`;

/** A text of so many characters, in SQL. */
export const long = (characters: number): string => `repeat('x', ${characters})`;

/** The statement that a proof sends. */
export function statementOf(table: string, spoil: Spoil): string {
  if (typeof spoil === 'string') return `UPDATE ${table} SET ${spoil}`;
  const changes = JSON.stringify(spoil.again).replaceAll("'", "''");
  return `INSERT INTO ${table} OVERRIDING SYSTEM VALUE
    SELECT (jsonb_populate_record(t, '${changes}')).* FROM ${table} AS t WHERE ${spoil.where ?? true} LIMIT 1`;
}
