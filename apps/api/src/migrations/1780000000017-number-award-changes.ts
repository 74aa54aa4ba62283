import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A number that grows with each change of the public awards, so that sums over all of them are made once a change. */
export class NumberAwardChanges1780000000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE register.award_change (
  is_only boolean PRIMARY KEY DEFAULT true CONSTRAINT award_change_is_only CHECK (is_only),
  number bigint NOT NULL
);
INSERT INTO register.award_change (number) VALUES (0);
GRANT SELECT ON register.award_change TO commonlot_register;
GRANT SELECT, UPDATE (number) ON register.award_change TO commonlot_app;
`);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
