import type { Cents, LocalDate, LocalisedText, PlanState } from '@commonlot/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { centsColumn } from '../platform/index.js';

/** A row of `plan_version`: columns only; the rules are in the domain. */
@Entity('plan_version')
export class PlanVersionRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') planId!: string;
  @Column('int') number!: number;
  @Column('text') stage!: 'provisional' | 'definitive';
  @Column('text') state!: PlanState;
  @Column(centsColumn) totalCents!: Cents;
  @Column(centsColumn) unassignedCents!: Cents;
  @Column('jsonb', { nullable: true }) remark!: LocalisedText | null;
  @Column('text') source!: string;
  @Column('uuid') draftedBy!: string;
  @Column('uuid', { nullable: true }) submittedBy!: string | null;
  @Column('timestamptz', { nullable: true }) submittedAt!: Date | null;
  @Column('uuid', { nullable: true }) approvedBy!: string | null;
  @Column('timestamptz', { nullable: true }) approvedAt!: Date | null;
  @Column('text', { nullable: true }) returnReason!: string | null;
  @Column('text', { nullable: true }) decreeReference!: string | null;
  @Column('date', { nullable: true }) decreeOn!: LocalDate | null;
  /** Of a definitive plan: which general meeting approved the accounts. */
  @Column('text', { nullable: true }) accountsReference!: string | null;
  @Column('timestamptz', { nullable: true }) inForceAt!: Date | null;
  @Column('int') revision!: number;
}
