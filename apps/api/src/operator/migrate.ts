import { Logger, makeWorkerUtils } from 'graphile-worker';
import { migrationSource } from '../data-source.js';
import type { Config } from '../platform/config.js';
import { openFileStore } from '../platform/configured.js';

/**
 * Brings the tables of the queue and of the product up to date and makes the folder or bucket for files where it is not
 * there; does nothing when all is.
 */
export async function migrate(config: Config): Promise<void> {
  await (await openFileStore(config)).prepare();
  const tools = await makeWorkerUtils({
    connectionString: config.DATABASE_URL,
    logger: new Logger(() => () => undefined),
  });
  await tools.migrate();
  await tools.release();
  const source = await migrationSource(config).initialize();
  try {
    await source.runMigrations();
    // The queue's schema is another product's: the API only adds jobs to it.
    await source.query(`GRANT USAGE ON SCHEMA graphile_worker TO commonlot_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA graphile_worker TO commonlot_app;
      GRANT USAGE ON ALL SEQUENCES IN SCHEMA graphile_worker TO commonlot_app`);
    // Its tables let only their owner see rows; a grant alone would leave them empty to the API and closed to new jobs.
    await source.query(`DO $$ DECLARE name text; BEGIN
      FOR name IN SELECT relname FROM pg_class WHERE relnamespace = 'graphile_worker'::regnamespace AND relrowsecurity LOOP
        EXECUTE format('DROP POLICY IF EXISTS commonlot_app ON graphile_worker.%I', name);
        EXECUTE format('CREATE POLICY commonlot_app ON graphile_worker.%I TO commonlot_app USING (true) WITH CHECK (true)', name);
      END LOOP;
    END $$`);
  } finally {
    await source.destroy();
  }
}
