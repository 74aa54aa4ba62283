import type { CallForm, CallState, Cents, LocalisedText } from '@commonlot/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { centsColumn } from '../platform/index.js';

/** A criterion as it is kept and published: `title` is what the domain calls its name. */
export interface StoredCriterion {
  readonly id: string;
  readonly title: LocalisedText;
  readonly description: LocalisedText;
  readonly weight: number;
  readonly maxScore: number;
}

/** A row of `call`. */
@Entity('call')
export class CallRow {
  @PrimaryColumn('uuid') id: string;
  @Column('text') number: string;
  @Column('uuid') lineId: string;
  @Column('text') state: CallState;
  @Column('jsonb') title: LocalisedText;
  @Column('jsonb') summary: LocalisedText;
  @Column('jsonb') description: LocalisedText;
  @Column('jsonb') eligibility: LocalisedText;
  @Column('timestamptz', { nullable: true }) opensAt: Date | null;
  @Column('timestamptz', { nullable: true }) closesAt: Date | null;
  @Column({ ...centsColumn, nullable: true }) envelopeCents: Cents | null;
  @Column({ ...centsColumn, nullable: true }) maxAmountCents: Cents | null;
  @Column('int', { nullable: true }) maxSharePercent: number | null;
  @Column('jsonb') criteria: readonly StoredCriterion[];
  @Column('jsonb') form: CallForm;
  @Column('uuid') draftedBy: string;
  @Column('timestamptz') createdAt: Date;
  @Column('uuid', { nullable: true }) publishedBy: string | null;
  @Column('timestamptz', { nullable: true }) publishedAt: Date | null;
  @Column('text') cancellationReason: string;
  @Column('int') lastApplicationNumber: number;
  @Column('int') revision: number;
}
