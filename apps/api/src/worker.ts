import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { readConfig } from './platform/config.js';
import { WorkerLoop } from './platform/worker-loop.js';

const app = await NestFactory.createApplicationContext(AppModule.with(readConfig(process.env)), {
  logger: ['error', 'fatal'],
});
app.enableShutdownHooks();
await app.get(WorkerLoop).start();
process.stdout.write(`${JSON.stringify({ event: 'working' })}\n`);
