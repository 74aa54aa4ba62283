import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from '../ports.mjs';
import { prepare } from '../postgres/data-folder.mjs';
import { startPostgres } from '../postgres/start-postgres.mjs';
import { repository } from '../repository.mjs';
import { milliseconds } from './load.mjs';

/**
 * `npm start` in an empty data folder and once more on what is there, until the page answers; beside it the start of
 * PostgreSQL alone in the same two conditions. The packages are installed and the build is there.
 */
export async function startFigures() {
  const parent = process.getuid?.() === 0 ? '/tmp' : tmpdir();
  const dataDir = prepare(mkdtempSync(join(parent, 'commonlot-bench-start-')));
  const alone = prepare(mkdtempSync(join(parent, 'commonlot-bench-alone-')));
  try {
    const figures = [];
    for (const name of ['npm start, empty data folder', 'npm start, once more']) {
      const ms = await milliseconds(() => startOnce(dataDir));
      const limitMs = await milliseconds(async () => (await startPostgres({ dataDir: alone, durable: true })).stop());
      figures.push({ name, ms, limit: 'PostgreSQL alone', limitMs });
    }
    return figures;
  } finally {
    for (const folder of [dataDir, alone]) rmSync(folder, { recursive: true, force: true });
  }
}

async function startOnce(dataDir) {
  const port = await freePort();
  const env = { ...process.env, COMMONLOT_DATA: dataDir, PORT: String(port) };
  const child = spawn(process.execPath, ['packages/tooling/run/start.mjs'], {
    ...{ cwd: repository, env, stdio: ['ignore', 'pipe', 'inherit'] },
  });
  const ended = once(child, 'close');
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      if (line.startsWith('Commonlot is ready')) break;
    }
    const answer = await fetch(`http://localhost:${port}/nl`);
    if (answer.status !== 200) throw new Error(`The first page answered ${answer.status}.`);
  } finally {
    child.stdout.resume();
    child.kill('SIGINT');
    await ended;
  }
}
