import { type CallForm, type MemberRole, Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { In, type QueryDeepPartialEntity } from 'typeorm';
import { personOf } from '../access/index.js';
import { Organisations } from '../organisations/index.js';
import type { Tx } from '../platform/index.js';
import { ApplicationRow } from './application.entity.js';
import { requireNoConflict } from './conflict-of-interest.js';
import { attachmentsOf, type SubmissionMaterial } from './submission-material.js';

/** Loads, locks and writes applications. */
@Injectable()
export class ApplicationRepository {
  constructor(private readonly organisations: Organisations) {}

  /** The row, locked. Throws `record.missing`. */
  async lock(tx: Tx, id: string): Promise<ApplicationRow> {
    const row = await tx.manager.findOne(ApplicationRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (row === null) throw new Problem('record.missing');
    return row;
  }

  /**
   * The row, locked, for somebody of its organisation. Throws `record.missing` for everybody else and
   * `membership.not-allowed` for members who may not do this.
   */
  async lockOwn(tx: Tx, id: string, need: 'edit' | 'represent'): Promise<ApplicationRow> {
    const row = await this.lock(tx, id);
    await this.organisations.requireMember(tx, row.organisationId, personOf(tx.actor), need);
    return row;
  }

  /**
   * The row, locked, as staff may have it: a draft is nobody's business but the applicant's, and no file with a conflict
   * of interest that of whoever declared it.
   */
  async lockSent(tx: Tx, id: string, revision: number): Promise<ApplicationRow> {
    const row = await this.lock(tx, id);
    if (row.submittedAt === null) throw new Problem('record.missing');
    await requireNoConflict(tx, [id]);
    if (row.revision !== revision) throw new Problem('record.stale', { revision: row.revision });
    return row;
  }

  async insert(tx: Tx, row: QueryDeepPartialEntity<ApplicationRow>): Promise<void> {
    await tx.manager.insert(ApplicationRow, row);
  }

  /** Writes what the applicant changes and returns the next revision. */
  async update(tx: Tx, row: ApplicationRow, change: Partial<ApplicationRow>): Promise<number> {
    const revision = row.revision + 1;
    await this.write(tx, row.id, { ...change, revision });
    return revision;
  }

  /**
   * Writes what the office changes. The revision stays: applicants read it, and it must not tell them that anything
   * happened. Two officers cannot pass each other all the same: each move is possible from one state only.
   */
  async move(tx: Tx, row: ApplicationRow, change: Partial<ApplicationRow>): Promise<number> {
    await this.write(tx, row.id, change);
    return row.revision;
  }

  /** Rows that a decision is taken on, by number. */
  candidates(tx: Tx, callId: string): Promise<ApplicationRow[]> {
    const where = { callId, state: In(['admitted', 'excluded']) };
    return tx.manager.find(ApplicationRow, { where, order: { number: 'ASC' } });
  }

  /** What a submission needs besides the row: its files, and which municipalities among the answers exist. */
  async material(tx: Tx, id: string): Promise<SubmissionMaterial> {
    const [row] = await tx.query<SubmissionMaterial>(
      `SELECT ${attachmentsOf('a.id')} AS attachments,
         ARRAY(SELECT nis FROM municipality WHERE nis IN (SELECT value FROM jsonb_each_text(a.answers)))
           AS "knownMunicipalities"
       FROM application a WHERE a.id = $1`,
      [id],
    );
    if (row === undefined) throw new Problem('record.missing');
    return row;
  }

  /** A draft with its form and the actor's role in its organisation, locked: all that an autosave needs, at once. */
  async lockDraft(tx: Tx, id: string): Promise<LockedDraft> {
    const [row] = await tx.query<LockedDraft>(
      `SELECT a.released_state AS "releasedState", a.revision, c.form, m.role,
         EXISTS (SELECT 1 FROM journal j WHERE j.subject_type = 'application' AND j.subject_id = a.id
           AND j.type = 'application.saved' AND j.actor_id = $2 AND j.at > $3::timestamptz - interval '10 minutes')
           AS "isNoted"
       FROM application a JOIN call c ON c.id = a.call_id
         JOIN organisation_member m ON m.organisation_id = a.organisation_id AND m.person_id = $2
       WHERE a.id = $1 FOR UPDATE OF a`,
      [id, personOf(tx.actor), tx.now],
    );
    if (row === undefined) throw new Problem('record.missing');
    return row;
  }

  private async write(tx: Tx, id: string, change: Partial<ApplicationRow>): Promise<void> {
    await tx.manager.update(ApplicationRow, { id }, change as QueryDeepPartialEntity<ApplicationRow>);
  }
}

export type LockedDraft = Pick<ApplicationRow, 'releasedState' | 'revision'> & {
  readonly form: CallForm;
  readonly role: MemberRole;
  /** Whether the journal says already that the actor wrote at it in these ten minutes. */
  readonly isNoted: boolean;
};
