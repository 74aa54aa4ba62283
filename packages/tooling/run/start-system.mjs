import { keptDataFolder } from '../postgres/data-folder.mjs';
import { Sentence } from '../repository.mjs';
import { buildAll } from './build.mjs';
import { openDatabase } from './database.mjs';
import { choosePort } from './port.mjs';
import { say, secondsSoFar, steps } from './progress.mjs';
import { stopAll, stopRequested } from './shutdown.mjs';
import { migrate, seed, startServices, startWeb, systemEnvironment } from './system.mjs';

/**
 * Brings up the whole system, says where it is, and keeps it up until somebody stops it or a part of it ends.
 *
 * `changes` are variables of the programs, `compilers` starts what compiles again, `watch` says how services restart.
 */
export async function startSystem({ changes = {}, compilers = async () => [], watch = {} } = {}) {
  const request = stopRequested().then(() => 0);
  try {
    return await Promise.race([request, bringUp({ changes, compilers, watch })]);
  } finally {
    await stopAll();
  }
}

async function bringUp({ changes, compilers, watch }) {
  const port = await choosePort();
  const step = steps(7, 'packages');
  await step('build', buildAll);
  const database = await step('PostgreSQL', openDatabase);
  if (database.isShared) throw new Sentence('Commonlot already runs from this folder; stop that one first.');
  const mode = process.env.COMMONLOT_MODE ?? 'demonstration';
  const env = {
    ...(await systemEnvironment({ databaseUrl: database.url, dataDir: keptDataFolder(), port, mode })),
    ...changes,
  };
  await step('tables', () => migrate(env));
  await step('demonstration data', (note) => (mode === 'demonstration' ? seed(env) : note('none in this mode')));
  const programs = await step('API and worker', async () => [
    ...(await compilers(env)),
    ...(await startServices(env, watch)),
  ]);
  programs.push(await step('web', () => startWeb(env, watch)));

  say(`\nCommonlot is ready after ${secondsSoFar()}:  http://localhost:${port}`);
  if (mode === 'demonstration') say('The sign-in page lists the demonstration accounts.');
  say('Ctrl-C stops it; the data is kept.');
  const ends = programs.map((program) => program.ended.then(() => program));
  const gone = await Promise.race([...ends, database.ended]);
  if (!gone) throw new Sentence('PostgreSQL ended unexpectedly.');
  throw new Sentence(`The ${gone.name} ended unexpectedly. Its last words:\n\n${gone.lastWords()}`);
}
