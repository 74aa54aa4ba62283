import type { Config } from './config.js';
import type { Database } from './database.js';

/**
 * Refuses to work in production on a database that can lose what it acknowledged: a receipt promises that the row
 * survives the loss of power (R4). Throws one sentence that names what is switched off.
 */
export async function requireDurableDatabase(config: Config, database: Pick<Database, 'rows'>): Promise<void> {
  if (config.isDemonstration) return;
  const off = await database.rows<{ name: string }>(
    `SELECT name FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') AND setting = 'off'
     ORDER BY name`,
  );
  if (off.length === 0) return;
  const names = off.map(({ name }) => name).join(', ');
  throw new Error(`PostgreSQL can lose what it has acknowledged: switch on ${names} and start again.`);
}
