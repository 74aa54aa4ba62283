import type { Language, PersonState } from '@commonlot/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `person`: the account. Roles stand in `person_role`, so that each grant is a row of its own. */
@Entity('person')
export class PersonRow {
  @PrimaryColumn('uuid') id: string;
  @Column('citext') email: string;
  @Column('text') name: string;
  /** Argon2id, or null for somebody who signs in another way. */
  @Column('text', { nullable: true }) passwordHash: string | null;
  @Column('text') screenLanguage: Language;
  @Column('text') state: PersonState;
  @Column('boolean') isPersona: boolean;
  @Column('timestamptz', { nullable: true }) confirmedAt: Date | null;
  @Column('int') revision: number;
}
