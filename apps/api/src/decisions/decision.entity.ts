import type { decisions as contract } from '@commonlot/contracts';
import type { Cents, DecisionOutcome, FileLanguage } from '@commonlot/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { z } from 'zod';
import { centsColumn } from '../platform/index.js';

/** The act as it is stored: the words of the law and of this file, in the language of the file. */
export type StoredAct = z.output<typeof contract.act>;

/** A row of `decision`: one outcome on one file, with its reasons and its act. Frozen by the signature. */
@Entity('decision')
export class DecisionRow {
  @PrimaryColumn('uuid') id: string;
  @Column('text') number: string;
  @Column('uuid') batchId: string;
  @Column('uuid', { nullable: true }) applicationId: string | null;
  @Column('uuid', { nullable: true }) directFileId: string | null;
  @Column('uuid') organisationId: string;
  @Column('uuid') lineId: string;
  @Column('uuid') planVersionId: string;
  @Column('text') language: FileLanguage;
  @Column('text', { nullable: true }) outcome: DecisionOutcome | null;
  @Column({ ...centsColumn, nullable: true }) amountCents: Cents | null;
  @Column('jsonb') criterionReasons: Record<string, string>;
  @Column('text') reason: string;
  @Column('text') publicReason: string;
  @Column('text', { nullable: true }) advisedOutcome: DecisionOutcome | null;
  @Column('int', { nullable: true }) rankingPosition: number | null;
  @Column('int', { nullable: true }) meanBasisPoints: number | null;
  @Column('text') deviationReason: string;
  @Column('jsonb', { nullable: true }) act: StoredAct | null;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column('timestamptz', { nullable: true }) signedAt: Date | null;
  @Column('uuid', { nullable: true }) letterFileId: string | null;
  /** When the applicant withdrew between signature and release. */
  @Column('timestamptz', { nullable: true }) lapsedAt: Date | null;
  @Column('uuid', { nullable: true }) correctsDecisionId: string | null;
  @Column('int') revision: number;
}
