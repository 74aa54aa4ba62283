import 'reflect-metadata';
import { createApplication } from './application.js';
import { readConfig } from './platform/config.js';
import { Database } from './platform/database.js';
import { requireDurableDatabase } from './platform/database-durability.js';
import { MetricsServer } from './platform/metrics-server.js';

const config = readConfig(process.env);
const app = await createApplication(config);
await requireDurableDatabase(config, app.get(Database));
await app.listen(config.API_PORT, config.API_HOST);
await app.get(MetricsServer).listen();
const address = app.getHttpServer().address() as { port: number };
process.stdout.write(`${JSON.stringify({ event: 'listening', port: address.port })}\n`);
