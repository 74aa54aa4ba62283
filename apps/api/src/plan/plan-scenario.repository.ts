import { mostScenarios, Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import type { QueryDeepPartialEntity } from 'typeorm';
import type { Tx } from '../platform/index.js';
import { PlanScenarioRow } from './plan-scenario.entity.js';
import { PlanVersionRow } from './plan-version.entity.js';

/**
 * Loads, locks and saves scenarios. Their version is locked before them, always: while somebody works on a scenario,
 * nobody submits the draft or adopts another one.
 */
@Injectable()
export class PlanScenarioRepository {
  /** The version, locked, whatever its revision. Throws `record.missing`, or 'lifecycle.not-allowed' if it is no draft. */
  async lockDraft(tx: Tx, versionId: string, action: string): Promise<PlanVersionRow> {
    const version = await tx.manager.findOne(PlanVersionRow, {
      where: { id: versionId },
      lock: { mode: 'pessimistic_write' },
    });
    if (version === null) throw new Problem('record.missing');
    if (version.state !== 'draft') throw new Problem('lifecycle.not-allowed', { state: version.state, action });
    return version;
  }

  /**
   * The scenario and its draft, both locked. Throws as `lockDraft` does, `record.stale` when somebody saved it since
   * `revision`, and 'lifecycle.not-allowed' for one that was adopted unless `isAdoptedToo`.
   */
  async lock(
    tx: Tx,
    { scenarioId, revision }: { scenarioId: string; revision: number },
    action: string,
    { isAdoptedToo = false } = {},
  ): Promise<[PlanScenarioRow, PlanVersionRow]> {
    const found = await tx.manager.findOneBy(PlanScenarioRow, { id: scenarioId });
    if (found === null) throw new Problem('record.missing');
    const version = await this.lockDraft(tx, found.versionId, action);
    // Read again under the lock of its version: it may have been changed or removed in between.
    const scenario = await tx.manager.findOneBy(PlanScenarioRow, { id: scenarioId });
    if (scenario === null) throw new Problem('record.missing');
    if (scenario.revision !== revision) throw new Problem('record.stale', { revision: scenario.revision });
    if (scenario.adoptedAt !== null && !isAdoptedToo) {
      throw new Problem('lifecycle.not-allowed', { state: 'adopted', action });
    }
    return [scenario, version];
  }

  /** Throws 'plan.scenario-too-many' when the version has all that it may have; the version is locked. */
  async insert(tx: Tx, scenario: Pick<PlanScenarioRow, 'id' | 'versionId' | 'name' | 'adjustments'>): Promise<void> {
    const count = await tx.manager.countBy(PlanScenarioRow, { versionId: scenario.versionId });
    if (count >= mostScenarios) throw new Problem('plan.scenario-too-many', { most: mostScenarios });
    await tx.query(
      `INSERT INTO plan_scenario (id, version_id, name, adjustments, created_by, created_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [scenario.id, scenario.versionId, scenario.name, JSON.stringify(scenario.adjustments), tx.actor.personId, tx.now],
    );
  }

  /** Saves the change and returns the new revision. */
  async update(tx: Tx, scenario: PlanScenarioRow, change: Partial<PlanScenarioRow>): Promise<number> {
    const revision = scenario.revision + 1;
    const values = { ...change, revision } as QueryDeepPartialEntity<PlanScenarioRow>;
    await tx.manager.update(PlanScenarioRow, { id: scenario.id }, values);
    return revision;
  }

  async remove(tx: Tx, scenario: PlanScenarioRow): Promise<void> {
    await tx.manager.delete(PlanScenarioRow, { id: scenario.id });
  }

  /** Whoever began or changed the scenario has a hand in the version that adopts it, and so may not approve it. */
  async addAuthorsAsDrafters(tx: Tx, { id, versionId, createdBy }: PlanScenarioRow): Promise<void> {
    await tx.query(
      `INSERT INTO plan_version_drafter (version_id, person_id)
       SELECT $1::uuid, $3::uuid UNION SELECT $1, j.actor_id FROM journal j
       WHERE j.subject_type = 'plan-version' AND j.subject_id = $1 AND j.type = 'plan-version.scenario-saved'
         AND j.data -> 'after' ->> 'scenarioId' = $2 AND j.actor_id IS NOT NULL
       ON CONFLICT DO NOTHING`,
      [versionId, id, createdBy],
    );
  }
}
