import type { reviews as contract } from '@commonlot/contracts';
import type { AssignmentState } from '@commonlot/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { z } from 'zod';

export type ConflictKind = z.output<typeof contract.conflictKind>;
export type Scores = z.output<typeof contract.scores>;

/** A row of `review_assignment`: one reviewer, one application, and the scores that stay sealed until they are sent. */
@Entity('review_assignment')
export class ReviewAssignmentRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') applicationId: string;
  @Column('uuid') reviewerId: string;
  @Column('text') state: AssignmentState;
  @Column('uuid') assignedBy: string;
  @Column('timestamptz') assignedAt: Date;
  @Column('timestamptz', { nullable: true }) dueAt: Date | null;
  @Column('timestamptz', { nullable: true }) declaredAt: Date | null;
  @Column('text', { nullable: true }) conflictKind: ConflictKind | null;
  @Column('jsonb') scores: Scores;
  @Column('text') remark: string;
  @Column('int', { nullable: true }) weightedBasisPoints: number | null;
  @Column('timestamptz', { nullable: true }) sentAt: Date | null;
  @Column('int') revision: number;
}
