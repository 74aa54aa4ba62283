import { Problem, type Role } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { newId, type Tx } from '../platform/index.js';
import { PersonRow } from './person.entity.js';

type NewPerson = Pick<PersonRow, 'email' | 'name' | 'passwordHash' | 'screenLanguage'>;
type PersonChange = Partial<Pick<PersonRow, 'name' | 'passwordHash' | 'screenLanguage' | 'state' | 'confirmedAt'>>;

/** Loads, locks and writes accounts and their roles. */
@Injectable()
export class PersonRepository {
  /** Inserts an account that is not confirmed; null when the address has one already, whoever was first. */
  async insert(tx: Tx, person: NewPerson): Promise<string | null> {
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO person (id, email, name, password_hash, screen_language, state)
       VALUES ($1, $2, $3, $4, $5, 'unconfirmed') ON CONFLICT (email) DO NOTHING RETURNING id`,
      [newId(), person.email, person.name, person.passwordHash, person.screenLanguage],
    );
    return row?.id ?? null;
  }

  async findByEmail(tx: Tx, email: string): Promise<PersonRow | null> {
    return tx.manager.findOne(PersonRow, { where: { email } });
  }

  /** Throws `record.missing`. */
  async lock(tx: Tx, personId: string): Promise<PersonRow> {
    const person = await tx.manager.findOne(PersonRow, {
      where: { id: personId },
      lock: { mode: 'pessimistic_write' },
    });
    if (person === null) throw new Problem('record.missing');
    return person;
  }

  /** Throws `record.missing` and, when somebody else changed it since, `record.stale`. */
  async lockAt(tx: Tx, personId: string, revision: number): Promise<PersonRow> {
    const person = await this.lock(tx, personId);
    if (person.revision !== revision) throw new Problem('record.stale');
    return person;
  }

  /** Writes the change; returns the new revision. */
  async update(tx: Tx, person: PersonRow, change: PersonChange): Promise<number> {
    const revision = person.revision + 1;
    await tx.manager.update(PersonRow, { id: person.id }, { ...change, revision });
    return revision;
  }

  async rolesOf(tx: Tx, personId: string): Promise<Role[]> {
    const rows = await tx.query<{ role: Role }>('SELECT role FROM person_role WHERE person_id = $1 ORDER BY role', [
      personId,
    ]);
    return rows.map(({ role }) => role);
  }

  /** Leaves the person with exactly these roles. Which go together is judged by the database at the commit. */
  async setRoles(tx: Tx, personId: string, roles: readonly Role[]): Promise<void> {
    await tx.query('DELETE FROM person_role WHERE person_id = $1 AND role <> ALL ($2)', [personId, roles]);
    await tx.query(
      `INSERT INTO person_role (person_id, role, granted_by)
       SELECT $1, role, $3 FROM unnest($2::text[]) AS role ON CONFLICT DO NOTHING`,
      [personId, roles, tx.actor.personId],
    );
  }

  /**
   * One change of rights at a time, by somebody who still is an administrator when it is their turn: two administrators
   * who remove each other would otherwise leave none. Throws `permission.missing`.
   */
  async lockAdministration(tx: Tx): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock(7202612)');
    const own = await tx.query(
      `SELECT 1 FROM person_role r JOIN person p ON p.id = r.person_id
       WHERE r.person_id = $1 AND r.role = 'administrator' AND p.state = 'active'`,
      [tx.actor.personId],
    );
    if (own.length === 0) throw new Problem('permission.missing');
  }
}
