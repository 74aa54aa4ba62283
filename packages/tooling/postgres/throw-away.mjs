import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from '../processes.mjs';
import { canReach, serverAccount } from './account.mjs';
import { prepare } from './data-folder.mjs';
import { stopLeftover } from './leftover.mjs';
import { startPostgres } from './start-postgres.mjs';

const prefix = 'commonlot-test-';

/** A PostgreSQL for one test run: quick, not durable, and deleted when it is stopped. */
export async function startThrowAwayPostgres() {
  const parent = canReach(serverAccount(), join(tmpdir(), prefix)) ? tmpdir() : '/tmp';
  await clearAbandoned(parent);
  // Named by the process, so that a later run can tell a folder in use from one that was left.
  const dataDir = prepare(mkdtempSync(join(parent, `${prefix}${process.pid}-`)));
  const server = await startPostgres({ dataDir, durable: false });
  const stop = async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { ...server, dataDir, stop };
}

/** Stops and deletes what test runs left that were killed before they could clear up. */
async function clearAbandoned(parent) {
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith(prefix))) {
    const pid = Number(name.slice(prefix.length).split('-')[0]);
    const folder = join(parent, name);
    if (!pid || isAlive(pid) || lstatSync(folder).uid !== process.getuid?.()) continue;
    for (const cluster of readdirSync(folder).filter((entry) => /^postgresql-\d+$/.test(entry))) {
      await stopLeftover(join(folder, cluster));
    }
    rmSync(folder, { recursive: true, force: true });
  }
}
