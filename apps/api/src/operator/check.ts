import pg from 'pg';
import type { Config } from '../platform/config.js';
import { invariants } from '../platform/invariants.js';
import { sentenceOf, verifyJournal } from '../platform/verify-journal.js';
import { rowsOf } from './verify-journal.js';

/**
 * Runs every invariant and does the sums of the journal's chain again; throws one sentence that names those that are
 * broken, with their first rows.
 */
export async function check(config: Config): Promise<void> {
  const client = new pg.Client({ connectionString: config.DATABASE_URL });
  await client.connect();
  try {
    const broken: string[] = [];
    for (const invariant of invariants) {
      const { rows } = await client.query(`${invariant.sql} LIMIT 5`);
      if (rows.length > 0) broken.push(`${invariant.name} (${invariant.promise}): ${JSON.stringify(rows)}`);
    }
    if (broken.length > 0)
      throw new Error(`${broken.length} of ${invariants.length} invariants are broken.\n${broken.join('\n')}`);
    const journal = sentenceOf(await verifyJournal(rowsOf(client)));
    process.stdout.write(`All ${invariants.length} invariants hold.\n${journal}\n`);
  } finally {
    await client.end();
  }
}
