import type { Answers, ApplicationState, Cents, ExclusionReason, FileLanguage, ReleasedState } from '@commonlot/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { centsColumn } from '../platform/index.js';

/** A row of `application`. What the applicant may know is `releasedState`; `state` is for the office. */
@Entity('application')
export class ApplicationRow {
  @PrimaryColumn('uuid') id: string;
  @Column('text') number: string;
  @Column('uuid') callId: string;
  @Column('uuid') organisationId: string;
  @Column('text') fileLanguage: FileLanguage;
  @Column('text') state: ApplicationState;
  @Column('text') releasedState: ReleasedState;
  @Column('timestamptz', { nullable: true }) releasedAt: Date | null;
  @Column('text') title: string;
  @Column({ ...centsColumn, nullable: true }) requestedCents: Cents | null;
  @Column('text', { nullable: true }) municipalityNis: string | null;
  @Column('jsonb') answers: Answers;
  @Column('uuid') startedBy: string;
  @Column('timestamptz') startedAt: Date;
  @Column('timestamptz') savedAt: Date;
  @Column('uuid', { nullable: true }) submittedBy: string | null;
  @Column('timestamptz', { nullable: true }) submittedAt: Date | null;
  @Column('text', { nullable: true }) contentHash: string | null;
  @Column('text', { nullable: true }) sentContent: string | null;
  @Column('uuid', { nullable: true }) screenedBy: string | null;
  @Column('timestamptz', { nullable: true }) screenedAt: Date | null;
  @Column('jsonb') exclusionReasons: readonly ExclusionReason[];
  @Column('text') withdrawalReason: string;
  @Column('int') revision: number;
}
