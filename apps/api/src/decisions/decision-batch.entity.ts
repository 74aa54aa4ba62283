import type { DecisionState } from '@commonlot/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `decision_batch`: decisions that are prepared, signed and released together. */
@Entity('decision_batch')
export class DecisionBatchRow {
  @PrimaryColumn('uuid') id: string;
  @Column('text') number: string;
  @Column('uuid') lineId: string;
  @Column('uuid', { nullable: true }) callId: string | null;
  @Column('text') state: DecisionState;
  @Column('uuid') preparedBy: string;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) preparedAt: Date | null;
  @Column('uuid', { nullable: true }) signedBy: string | null;
  @Column('timestamptz', { nullable: true }) signedAt: Date | null;
  @Column('text') signatoryTitle: string;
  @Column('uuid', { nullable: true }) releasedBy: string | null;
  @Column('timestamptz', { nullable: true }) releasedAt: Date | null;
  @Column('int') revision: number;
}
