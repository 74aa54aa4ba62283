import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `plan_comment`: columns only; the rules are in the domain. */
@Entity('plan_comment')
export class PlanCommentRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') versionId!: string;
  @Column('uuid', { nullable: true }) lineId!: string | null;
  @Column('text') text!: string;
  @Column('uuid') authorId!: string;
  @Column('timestamptz') writtenAt!: Date;
  @Column('timestamptz', { nullable: true }) changedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt!: Date | null;
  @Column('uuid', { nullable: true }) resolvedBy!: string | null;
  @Column('timestamptz', { nullable: true }) resolvedAt!: Date | null;
  @Column('int') revision!: number;
}
