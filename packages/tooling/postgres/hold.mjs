// Starts PostgreSQL on the folder that is its argument and holds it until it is killed: a runner for the test.
import { startPostgres } from './start-postgres.mjs';

const { url } = await startPostgres({ dataDir: process.argv[2], durable: true });
process.stdout.write(`${url}\n`);
setInterval(() => {}, 60_000);
