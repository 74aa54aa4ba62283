import { type Allowed, accessTable } from '../access-table.js';
import type { Rows } from './grammar.js';
import { rowsOfAccounts } from './rows-of-accounts.js';
import { rowsOfFiles } from './rows-of-files.js';
import { rowsOfMoney } from './rows-of-money.js';
import { rowsOfReading } from './rows-of-reading.js';

/**
 * Who gets what answer from each route, about each record, in each of its states: written by hand beside the code. A
 * route without a row, a permission that slips into the wrong role and a query that lost its condition fail the access
 * matrix. docs/security/access.md is made of it.
 */
export const rows: Rows = { ...rowsOfAccounts, ...rowsOfMoney, ...rowsOfFiles, ...rowsOfReading };

/** The route of a row: its name without the brackets. */
export const routeOf = (name: string): string => name.replace(/ \(.*\)$/, '');

/** Who may call the route of a row at all. */
export function allowedOn(name: string): Allowed {
  const allowed = accessTable[routeOf(name)];
  if (allowed === undefined) throw new Error(`No row for ${routeOf(name)} in the table of who may call.`);
  return allowed;
}
