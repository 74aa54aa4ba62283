import type { MigrationInterface, QueryRunner } from 'typeorm';
import { municipalities, provinces } from './reference/municipalities.js';

const rows = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split('|'));

/** Fills the reference table of provinces and municipalities. */
export class InsertMunicipalities1780000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `INSERT INTO province SELECT r ->> 0, jsonb_build_object('nl', r ->> 1, 'fr', r ->> 2, 'de', r ->> 3, 'en', r ->> 2),
         r ->> 4 FROM jsonb_array_elements($1::jsonb) r`,
      [JSON.stringify(rows(provinces))],
    );
    await runner.query(
      `INSERT INTO municipality SELECT r ->> 0,
         jsonb_build_object('nl', r ->> 1, 'fr', r ->> 2, 'de', r ->> 3, 'en', CASE r ->> 5 WHEN 'flanders' THEN r ->> 1 ELSE r ->> 2 END),
         nullif(r ->> 4, ''), r ->> 5, (r ->> 6)::float8, (r ->> 7)::float8
       FROM jsonb_array_elements($1::jsonb) r`,
      [JSON.stringify(rows(municipalities))],
    );
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
