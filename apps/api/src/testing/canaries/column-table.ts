import type { Column, Columns } from './column.js';
import { columnsOfDecisions } from './columns-of-decisions.js';
import { columnsOfFiles } from './columns-of-files.js';
import { columnsOfPeople } from './columns-of-people.js';

/**
 * Who may read which column of the database, written by hand. A column with text that stands in no row here fails the
 * test of canaries, as does a row whose column is gone, a reader who may and never does, and a reader who may not and
 * does. `stored_file.bytes` stands for the content of files; ids are listed where they would tell who somebody is.
 */
export const columnTable: Readonly<Record<string, Columns>> = {
  ...columnsOfPeople,
  ...columnsOfFiles,
  ...columnsOfDecisions,
};

/** Tables of the queue, which knows ids only. */
const schemasOfCodes = ['graphile_worker'];

export function columnOf(table: string, column: string): Column | undefined {
  return schemasOfCodes.includes(table.split('.')[0] ?? '') ? 'codes' : columnTable[table]?.[column];
}
