import { type PlanLineFacts, Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import type { QueryDeepPartialEntity } from 'typeorm';
import { newId, type Tx } from '../platform/index.js';
import { linesOf } from './line-rows.js';
import { changedRows, type PlanLine, type StoredLine } from './plan-lines.js';
import { PlanVersionRow } from './plan-version.entity.js';

/** Loads, locks and saves versions of plans and their lines. */
@Injectable()
export class PlanRepository {
  /** The plan of the year, made when it is the first. Whoever begins a version of the same year waits. */
  async planOf(tx: Tx, year: number): Promise<{ id: string; lastNumber: number }> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('plan'), $1)`, [year]);
    await tx.query('INSERT INTO plan (id, year) VALUES ($1, $2) ON CONFLICT (year) DO NOTHING', [newId(), year]);
    const [row] = await tx.query<{ id: string; lastNumber: number }>(
      `SELECT p.id, coalesce(max(v.number), 0) AS "lastNumber" FROM plan p LEFT JOIN plan_version v ON v.plan_id = p.id
       WHERE p.year = $1 GROUP BY p.id`,
      [year],
    );
    if (row === undefined) throw new Error(`No plan of ${year} right after it was made.`);
    return row;
  }

  /** The version without a lock; throws `record.missing`. */
  async load(tx: Tx, versionId: string): Promise<PlanVersionRow> {
    const version = await tx.manager.findOneBy(PlanVersionRow, { id: versionId });
    if (version === null) throw new Problem('record.missing');
    return version;
  }

  /** The version, locked; throws `record.missing`, or `record.stale` when somebody saved it since `revision`. */
  async lock(tx: Tx, versionId: string, revision: number): Promise<PlanVersionRow> {
    const version = await tx.manager.findOne(PlanVersionRow, {
      where: { id: versionId },
      lock: { mode: 'pessimistic_write' },
    });
    return atRevision(version, revision);
  }

  /**
   * The version and all others of its plan, locked in one order, so that two versions that enter into force at the same
   * moment wait for each other. Throws as `lock` does.
   */
  async lockPlan(tx: Tx, versionId: string, revision: number): Promise<[PlanVersionRow, PlanVersionRow[]]> {
    const { planId } = await this.load(tx, versionId);
    const versions = await tx.manager.find(PlanVersionRow, {
      where: { planId },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    const version = atRevision(versions.find((each) => each.id === versionId) ?? null, revision);
    return [version, versions.filter((each) => each.id !== versionId)];
  }

  async insert(tx: Tx, version: Omit<PlanVersionRow, 'revision'>): Promise<void> {
    await tx.manager.insert(PlanVersionRow, { ...version, revision: 0 } as QueryDeepPartialEntity<PlanVersionRow>);
  }

  /** Saves the change and returns the new revision. */
  async update(tx: Tx, version: PlanVersionRow, change: Partial<PlanVersionRow>): Promise<number> {
    const revision = version.revision + 1;
    const values = { ...change, revision } as QueryDeepPartialEntity<PlanVersionRow>;
    await tx.manager.update(PlanVersionRow, { id: version.id }, values);
    return revision;
  }

  /** The lines of a version in the order of the decree. */
  lines(tx: Tx, versionId: string): Promise<PlanLine[]> {
    return linesOf(tx.query, versionId);
  }

  /**
   * Puts `after` in the place of `before`, all lines of a draft in their order. Lines that are new are made. Only what
   * differs is written: each row that is written is checked by triggers and keys, which is most of the time of a save.
   */
  async replaceLines(
    tx: Tx,
    version: { id: string; planId: string },
    before: readonly PlanLine[],
    after: readonly PlanLine[],
  ): Promise<void> {
    const { gone, come, moved, fresh } = changedRows(before, after);
    // Codes may change places, so what changes goes before it comes.
    if (gone.length > 0) {
      await tx.query('DELETE FROM plan_version_line WHERE version_id = $1 AND line_id = ANY ($2)', [version.id, gone]);
    }
    if (moved.length > 0) {
      await tx.query(
        `UPDATE plan_version_line l SET position = m.position FROM unnest($2::uuid[], $3::int[]) AS m (id, position)
         WHERE l.version_id = $1 AND l.line_id = m.id`,
        [version.id, moved.map((row) => row.lineId), moved.map((row) => row.position)],
      );
    }
    if (fresh.length > 0) {
      await tx.query(
        'INSERT INTO plan_line (id, plan_id) SELECT id, $2 FROM unnest($1::uuid[]) AS id ON CONFLICT (id) DO NOTHING',
        [fresh, version.planId],
      );
    }
    if (come.length > 0) await this.insertLines(tx, version, come);
  }

  private async insertLines(tx: Tx, version: { id: string }, rows: readonly StoredLine[]) {
    await tx.query(
      `INSERT INTO plan_version_line (version_id, line_id, parent_line_id, position, code, kind, label, amount_cents,
         is_pm, legal_ground, beneficiary_number, formula, sector, is_extra_support, co_minister)
       SELECT $1, "lineId", "parentLineId", position, code, kind, labels, "amountCents", "isPm", "legalGround",
         "beneficiaryNumber", nullif(formula, 'null'), sector, "isExtraSupport", "coMinister"
       FROM jsonb_to_recordset($2::jsonb) AS l ("lineId" uuid, "parentLineId" uuid, position int, code text, kind text,
         labels jsonb, "amountCents" bigint, "isPm" boolean, "legalGround" text, "beneficiaryNumber" text,
         formula jsonb, sector text, "isExtraSupport" boolean, "coMinister" text)`,
      [version.id, JSON.stringify(rows)],
    );
    await this.insertDuties(tx, version, rows);
    const links = rows.flatMap(({ lineId, predecessorIds }) => predecessorIds.map((id) => [lineId, id] as const));
    if (links.length === 0) return;
    await tx.query(
      `INSERT INTO plan_version_line_predecessor (version_id, line_id, predecessor_id)
       SELECT $1, * FROM unnest($2::uuid[], $3::uuid[])`,
      [version.id, links.map(([lineId]) => lineId), links.map(([, id]) => id)],
    );
  }

  private async insertDuties(tx: Tx, version: { id: string }, rows: readonly StoredLine[]) {
    const commitments = rows.flatMap(({ lineId, commitments: own }) => own.map((each) => ({ lineId, ...each })));
    if (commitments.length > 0) {
      await tx.query(
        `INSERT INTO plan_version_line_commitment (version_id, line_id, year, amount_cents, reference)
         SELECT $1, "lineId", year, "amountCents", reference FROM jsonb_to_recordset($2::jsonb)
           AS c ("lineId" uuid, year int, "amountCents" bigint, reference text)`,
        [version.id, JSON.stringify(commitments)],
      );
    }
    const advice = rows.flatMap(({ lineId, advice: own }) => (own === null ? [] : [{ lineId, ...own }]));
    if (advice.length === 0) return;
    await tx.query(
      `INSERT INTO plan_version_line_advice (version_id, line_id, adviser, asked_on, given_on, reference)
       SELECT $1, "lineId", adviser, "askedOn", "givenOn", reference FROM jsonb_to_recordset($2::jsonb)
         AS a ("lineId" uuid, adviser text, "askedOn" date, "givenOn" date, reference text)`,
      [version.id, JSON.stringify(advice)],
    );
  }

  /** The year of the plan. */
  async yearOf(tx: Tx, planId: string): Promise<number> {
    const [row] = await tx.query<{ year: number }>('SELECT year FROM plan WHERE id = $1', [planId]);
    if (row === undefined) throw new Error(`No plan ${planId}, which a version refers to.`);
    return row.year;
  }

  /** The years of those of the ids that are lines. */
  async yearsOfLines(tx: Tx, lineIds: readonly string[]): Promise<Map<string, number>> {
    if (lineIds.length === 0) return new Map();
    const rows = await tx.query<{ id: string; year: number }>(
      'SELECT l.id, p.year FROM plan_line l JOIN plan p ON p.id = l.plan_id WHERE l.id = ANY ($1)',
      [[...lineIds]],
    );
    return new Map(rows.map((row) => [row.id, row.year]));
  }

  /** Which of the ids are lines of this plan, that is of the same year. */
  async linesOfPlan(tx: Tx, planId: string, lineIds: readonly string[]): Promise<Set<string>> {
    if (lineIds.length === 0) return new Set();
    const rows = await tx.query<{ id: string }>('SELECT id FROM plan_line WHERE plan_id = $1 AND id = ANY ($2)', [
      planId,
      [...lineIds],
    ]);
    return new Set(rows.map((row) => row.id));
  }

  /** Everybody who began the version or saved its lines. */
  async drafterIds(tx: Tx, version: PlanVersionRow): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      'SELECT person_id AS id FROM plan_version_drafter WHERE version_id = $1',
      [version.id],
    );
    return rows.map((row) => row.id);
  }

  /** Notes that somebody has a hand in the version, and so may not approve it. */
  async addDrafter(tx: Tx, versionId: string): Promise<void> {
    await tx.query('INSERT INTO plan_version_drafter (version_id, person_id) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      versionId,
      tx.actor.personId,
    ]);
  }

  /** The version as the domain decides about it. */
  async facts(tx: Tx, version: PlanVersionRow) {
    const lines: readonly PlanLineFacts[] = await this.lines(tx, version.id);
    const drafterIds = await this.drafterIds(tx, version);
    return { ...version, lines, drafterIds, submittedById: version.submittedBy };
  }
}

function atRevision(version: PlanVersionRow | null, revision: number): PlanVersionRow {
  if (version === null) throw new Problem('record.missing');
  if (version.revision !== revision) throw new Problem('record.stale', { revision: version.revision });
  return version;
}
