import type { BankAccountState } from '@commonlot/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `bank_account`: proposed by one person, judged by another, never changed. */
@Entity('bank_account')
export class BankAccountRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organisationId: string;
  @Column('text') iban: string;
  @Column('text') holder: string;
  @Column('text') state: BankAccountState;
  @Column('uuid') proposedBy: string;
  @Column('uuid', { nullable: true }) judgedBy: string | null;
  @Column('timestamptz', { nullable: true }) judgedAt: Date | null;
  @Column('int') revision: number;
}
