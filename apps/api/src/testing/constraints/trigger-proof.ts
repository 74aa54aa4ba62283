import { again, nobody, statementOf } from './proof.js';

/** A statement that a trigger must refuse, in words or by the name of a constraint that its refusal holds. */
export interface TriggerTry {
  readonly sql: string;
  readonly refusal: string;
  /** Rows that are there first. */
  readonly given?: string;
  /** What else would refuse it, and is dropped for the proof. */
  readonly without?: readonly string[];
}

export type TriggerProofs = Readonly<Record<string, Readonly<Record<string, readonly TriggerTry[]>>>>;

type Statement = string | Omit<TriggerTry, 'refusal'>;

/** The same refusal of several statements. */
export const refuses = (refusal: string, ...statements: Statement[]): TriggerTry[] =>
  statements.map((statement) => ({ refusal, ...(typeof statement === 'string' ? { sql: statement } : statement) }));

/** The first row of the table (of those `where`) once more, as a new one. */
export const copy = (table: string, changes: Record<string, unknown>, where?: string) =>
  statementOf(table, again({ id: nobody, ...changes }, where === undefined ? {} : { where }));
export const notAllowed = (...statements: Statement[]) => refuses('cannot go from', ...statements);
export const isAppendOnly = (...statements: Statement[]) => refuses('append-only', ...statements);
