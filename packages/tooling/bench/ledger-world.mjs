import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../ports.mjs';
import { prepare } from '../postgres/data-folder.mjs';
import { startPostgres } from '../postgres/start-postgres.mjs';
import { startProgram, untilListening } from '../run/programs.mjs';
import { stopLater } from '../run/shutdown.mjs';
import { migrate, seed, systemEnvironment } from '../run/system.mjs';
import { fillLedger } from './ledger-sql.mjs';

/** Years that no plan of the demonstration has: one of many lines and entries, and two exports, one four times the other. */
export const ledgerYears = {
  balances: { year: 2031, lines: 5_000, entriesPerLine: 400 },
  shortExport: { year: 2032, lines: 500, entriesPerLine: 250 },
  longExport: { year: 2033, lines: 2_000, entriesPerLine: 250 },
};

/** An API beside a ledger of 2,625,000 entries; another one, for the statements of a request, writes them down. */
export async function startLedgerWorld() {
  const parent = process.getuid?.() === 0 ? '/tmp' : tmpdir();
  const dataDir = prepare(mkdtempSync(join(parent, 'commonlot-bench-ledger-')));
  stopLater(async () => rmSync(dataDir, { recursive: true, force: true }));
  const server = await startPostgres({ dataDir, durable: true });
  stopLater(server.stop);
  const env = await systemEnvironment({
    ...{ databaseUrl: server.url, dataDir, port: await freePort(), mode: 'demonstration' },
  });
  await migrate(env);
  await seed(env);
  await fillLedger(server.url, Object.values(ledgerYears));
  const recordFile = join(dataDir, 'statements.jsonl');
  const start = async (name, args, more = {}) => {
    const own = { ...env, API_PORT: String(await freePort()), ...more };
    const program = startProgram({ name, args, env: own, logFile: join(dataDir, `${name}.log`) });
    return { pid: program.pid, url: `http://127.0.0.1:${await untilListening(program)}` };
  };
  const { url: api, pid } = await start('api', ['apps/api/dist/main.js']);
  const recorded = ['--import', new URL('record-sql.mjs', import.meta.url).href, 'apps/api/dist/main.js'];
  const { url: recorder } = await start('recorder', recorded, { RECORD_SQL: recordFile });
  return { api, pid, recorder, recordFile, databaseUrl: server.url, env };
}
