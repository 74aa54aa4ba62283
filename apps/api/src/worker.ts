import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { readConfig } from './platform/config.js';
import { Database } from './platform/database.js';
import { requireDurableDatabase } from './platform/database-durability.js';
import { MetricsServer } from './platform/metrics-server.js';
import { WorkerLoop } from './platform/worker-loop.js';

const config = readConfig(process.env);
const app = await NestFactory.createApplicationContext(AppModule.with(config), {
  logger: ['error', 'fatal'],
});
app.enableShutdownHooks();
await requireDurableDatabase(config, app.get(Database));
const loop = app.get(WorkerLoop);
await loop.start();
await app.get(MetricsServer).listen(() => loop.isRunning);
process.stdout.write(`${JSON.stringify({ event: 'working' })}\n`);
