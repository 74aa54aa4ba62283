import type { FileLanguage } from '@commonlot/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `organisation`: who applies and is paid. Its enterprise number never changes. */
@Entity('organisation')
export class OrganisationRow {
  @PrimaryColumn('uuid') id: string;
  @Column('text') enterpriseNumber: string;
  @Column('text') name: string;
  @Column('text') legalForm: string;
  @Column('text') street: string;
  @Column('text') postalCode: string;
  @Column('text') municipalityNis: string;
  @Column('text') language: FileLanguage;
  @Column('text', { nullable: true }) website: string | null;
  @Column('text') purpose: string;
  @Column('int') revision: number;
}
