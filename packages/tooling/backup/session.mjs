import pg from 'pg';

/**
 * A connection for the time of `work`.
 *
 * @template T
 * @param {string} url
 * @param {(client: pg.Client) => Promise<T>} work
 */
export async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url, application_name: 'commonlot backup' });
  // What breaks is told by the statement that was under way.
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/** The head of the journal's chain as `number:hash`, for whoever verifies a restored database; empty without a chain. */
export async function headOfJournal(client) {
  const { rows } = await client.query(
    `SELECT number || ':' || hash AS anchor FROM journal_seal ORDER BY number DESC LIMIT 1`,
  );
  return rows[0]?.anchor ?? '';
}

/** A name for a folder: the instant in UTC, so that names sort by time. */
export const stampOf = (instant) => instant.toISOString().replaceAll(/[-:]|\.\d+/g, '');
