import { keptDataFolder } from '../postgres/data-folder.mjs';
import { buildAll } from './build.mjs';
import { openDatabase } from './database.mjs';
import { say } from './progress.mjs';
import { stopAll, stopRequested } from './shutdown.mjs';
import { check, systemEnvironment } from './system.mjs';

/** `npm run check`: does the data keep every promise of the system? Works beside a system that runs. */
export async function checkKeptDatabase() {
  const request = stopRequested().then(() => 130);
  try {
    return await Promise.race([request, checkAll()]);
  } finally {
    await stopAll();
  }
}

async function checkAll() {
  await buildAll();
  const database = await openDatabase();
  const mode = process.env.COMMONLOT_MODE ?? 'demonstration';
  const env = await systemEnvironment({ databaseUrl: database.url, dataDir: keptDataFolder(), port: 3000, mode });
  say((await check(env)).trimEnd());
  return 0;
}
