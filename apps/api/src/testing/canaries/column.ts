import type { Role } from '@commonlot/domain';

/**
 * Who may read a text. A role reads whatever the row; the others stand in some relation to the row: members and
 * representatives of its organisations, who is invited to become one, reviewers who were given its application or have
 * accepted it, and the person whom it is about or who wrote it.
 */
export type Reader = 'public' | Role | 'member' | 'representative' | 'invited' | 'assigned' | 'accepted' | 'self';

/** By the kind of the row, where what may be known depends on how far the row has come (see the facts of its table). */
type Readers = readonly Reader[] | Readonly<Record<string, readonly Reader[]>>;

/**
 * What a column holds: `codes` are states, numbers, hashes and ids, and never a text that somebody typed; a `copy` is
 * made of other columns and lets nobody know more than they do; everything else names who may read it.
 */
export type Column = 'codes' | 'copy' | Readers;

/** The columns of a table by their names. */
export type Columns = Readonly<Record<string, Column>>;

export const staff = ['officer', 'minister', 'controller', 'auditor'] as const satisfies readonly Role[];
/** Who reads applications and calls: the controller pays and does not judge. */
export const fileReaders = ['officer', 'minister', 'auditor'] as const satisfies readonly Role[];
export const paymentReaders = ['officer', 'controller', 'auditor'] as const satisfies readonly Role[];
export const anybody = ['public'] as const satisfies readonly Reader[];

/** A table in which nobody types anything. */
export const allCodes = (...names: string[]): Columns => Object.fromEntries(names.map((name) => [name, 'codes']));
export const allCopies = (...names: string[]): Columns => Object.fromEntries(names.map((name) => [name, 'copy']));
