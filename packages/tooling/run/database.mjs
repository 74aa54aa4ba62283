import { keptDataFolder } from '../postgres/data-folder.mjs';
import { startPostgres } from '../postgres/start-postgres.mjs';
import { stopLater } from './shutdown.mjs';

/** The database of DATABASE_URL, which somebody else looks after, or else the kept one of this checkout. */
export async function openDatabase(onProgress) {
  if (process.env.DATABASE_URL) {
    onProgress?.('the one that DATABASE_URL names');
    return { url: process.env.DATABASE_URL, isShared: false, ended: new Promise(() => {}) };
  }
  const server = await startPostgres({ dataDir: keptDataFolder(), durable: true, onProgress });
  stopLater(server.stop);
  return server;
}
