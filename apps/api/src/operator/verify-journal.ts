import pg from 'pg';
import type { Config } from '../platform/config.js';
import { sentenceOf, verifyJournal } from '../platform/verify-journal.js';

/** The rows of a statement, as the verifier asks for them. */
export const rowsOf =
  (client: pg.ClientBase) =>
  async <T>(text: string, values: unknown[] = []): Promise<T[]> =>
    (await client.query(text, values)).rows as T[];

/** The operator's command: says how far the chain goes, or throws with what is wrong. */
export async function verifyJournalOf(config: Config, anchors: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: config.DATABASE_URL });
  await client.connect();
  try {
    process.stdout.write(`${sentenceOf(await verifyJournal(rowsOf(client), anchors))}\n`);
  } finally {
    await client.end();
  }
}
