import { DataSource, type DataSourceOptions, DefaultNamingStrategy } from 'typeorm';
import { entities } from './entities.js';
import { migrations } from './migrations/index.js';
import type { Config } from './platform/config.js';

/** snake_case columns for camelCase properties. */
class SnakeCase extends DefaultNamingStrategy {
  override columnName(property: string, custom: string | undefined): string {
    return custom || property.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}

/** The API's own connection: it works as `commonlot_app`, which holds only the rights that the migrations granted. */
export function dataSourceOptions(config: Config): DataSourceOptions {
  return {
    type: 'postgres',
    url: config.DATABASE_URL,
    entities: [...entities],
    synchronize: false,
    namingStrategy: new SnakeCase(),
    poolSize: config.DATABASE_POOL,
    connectTimeoutMS: 10_000,
    applicationName: 'commonlot api',
    extra: { options: '-c role=commonlot_app -c lock_timeout=10000 -c statement_timeout=30000' },
    // An idle connection that the server ends must not end the process.
    poolErrorHandler: () => undefined,
  };
}

/** The connection that migrates: the owner of the tables. */
export function migrationSource(config: Config): DataSource {
  return new DataSource({
    type: 'postgres',
    url: config.DATABASE_URL,
    migrations: [...migrations],
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    poolSize: 2,
  });
}
