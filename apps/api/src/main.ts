import 'reflect-metadata';
import { createApplication } from './application.js';
import { readConfig } from './platform/config.js';

const config = readConfig(process.env);
const app = await createApplication(config);
await app.listen(config.API_PORT, config.API_HOST);
const address = app.getHttpServer().address() as { port: number };
process.stdout.write(`${JSON.stringify({ event: 'listening', port: address.port })}\n`);
