import type { Cents, LocalDate, PaymentState } from '@commonlot/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { centsColumn } from '../platform/index.js';

/** A row of `payment`: one instalment of an award. Columns only; the rules are in the domain. */
@Entity('payment')
export class PaymentRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') number!: string;
  @Column('uuid') decisionId!: string;
  @Column('int') instalment!: number;
  @Column(centsColumn) amountCents!: Cents;
  @Column('date', { nullable: true }) dueOn!: LocalDate | null;
  @Column('text') condition!: string;
  @Column('text') state!: PaymentState;
  @Column('uuid', { nullable: true }) bankAccountId!: string | null;
  @Column('uuid', { nullable: true }) preparedBy!: string | null;
  @Column('timestamptz', { nullable: true }) preparedAt!: Date | null;
  @Column('uuid', { nullable: true }) approvedBy!: string | null;
  @Column('timestamptz', { nullable: true }) approvedAt!: Date | null;
  @Column('text', { nullable: true }) returnReason!: string | null;
  @Column('date', { nullable: true }) paidOn!: LocalDate | null;
  @Column('text') bankReference!: string;
  @Column('int') revision!: number;
}
