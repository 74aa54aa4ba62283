import type { Cents, DirectFileState, FileLanguage } from '@commonlot/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { centsColumn } from '../platform/index.js';

/** A row of `direct_file`: a beneficiary that a line of the plan names, and what the money is for. */
@Entity('direct_file')
export class DirectFileRow {
  @PrimaryColumn('uuid') id: string;
  @Column('text') number: string;
  @Column('uuid') lineId: string;
  @Column('uuid') organisationId: string;
  @Column('text') fileLanguage: FileLanguage;
  @Column('text') state: DirectFileState;
  /** What the beneficiary may know; moves at the release of the decision only. */
  @Column('text') releasedState: 'none' | 'awarded' | 'refused';
  @Column('text') title: string;
  @Column('text') purpose: string;
  @Column(centsColumn) requestedCents: Cents;
  @Column('uuid') preparedBy: string;
  @Column('timestamptz') createdAt: Date;
  @Column('int') revision: number;
}
