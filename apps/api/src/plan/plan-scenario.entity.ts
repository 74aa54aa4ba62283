import type { ScenarioAdjustment } from '@commonlot/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `plan_scenario`: columns only; the rules are in the domain. */
@Entity('plan_scenario')
export class PlanScenarioRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') versionId!: string;
  @Column('text') name!: string;
  @Column('jsonb') adjustments!: readonly ScenarioAdjustment[];
  @Column('uuid') createdBy!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('uuid', { nullable: true }) adoptedBy!: string | null;
  @Column('timestamptz', { nullable: true }) adoptedAt!: Date | null;
  @Column('int') revision!: number;
}
