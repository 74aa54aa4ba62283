import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Config } from '../platform/config.js';

/**
 * Makes the first administrator, whom no other can appoint: an active account without a password, who chooses one by
 * the link of "forgotten password". Does nothing when the address exists.
 */
export async function createAdministrator(owner: pg.Pool, email: string, name: string): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query('BEGIN');
    const id = randomUUID();
    const { rowCount } = await client.query(
      `INSERT INTO person (id, email, name, screen_language, state) VALUES ($1, $2, $3, 'nl', 'unconfirmed')
       ON CONFLICT (email) DO NOTHING`,
      [id, email, name],
    );
    if (rowCount === 1) {
      await client.query(`UPDATE person SET state = 'active', confirmed_at = now() WHERE id = $1`, [id]);
      await client.query(`INSERT INTO person_role (person_id, role) VALUES ($1, 'administrator')`, [id]);
      await client.query(
        `INSERT INTO journal (type, subject_type, subject_id, data) VALUES ('person.roles-set', 'person', $1, $2)`,
        [id, JSON.stringify({ before: { roles: '' }, after: { roles: 'administrator' } })],
      );
    }
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

/** The operator's command: address and name of the first administrator. */
export async function createAdministratorBy(config: Config, [email, name]: readonly string[]): Promise<void> {
  if (email === undefined || !email.includes('@') || name === undefined || name.trim() === '') {
    throw new Error('create-administrator needs an e-mail address and a name.');
  }
  const owner = new pg.Pool({ connectionString: config.DATABASE_URL, max: 1 });
  try {
    await createAdministrator(owner, email, name.trim());
  } finally {
    await owner.end();
  }
}
