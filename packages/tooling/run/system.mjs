import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../ports.mjs';
import { runScript, startProgram, untilListening } from './programs.mjs';

const cli = 'apps/api/dist/cli.js';
const scripts = { api: 'main', worker: 'worker' };

/** The variables that each program of the system reads, for one database and one address. */
export async function systemEnvironment({ databaseUrl, dataDir, port, mode }) {
  const apiPort = Number(process.env.API_PORT) || (await freePort());
  return {
    NODE_ENV: 'production',
    ...process.env,
    DATABASE_URL: databaseUrl,
    COMMONLOT_DATA: dataDir,
    FILES_DIRECTORY: process.env.FILES_DIRECTORY ?? join(dataDir, 'files'),
    COMMONLOT_MODE: mode,
    API_PORT: String(apiPort),
    API_URL: `http://127.0.0.1:${apiPort}`,
    PORT: String(port),
    PUBLIC_URL: process.env.PUBLIC_URL ?? `http://localhost:${port}`,
  };
}

/** Brings the database to the tables that the programs expect. */
export const migrate = (env) => runScript('The migration of the database', [cli, 'migrate'], { env });

/** Fills an empty database with the demonstration; leaves any other as it is. */
export const seed = (env) => runScript('The demonstration data', [cli, 'seed'], { env });

/** Compares the database with the promises of the system; the output says which are broken. */
export const check = (env) => runScript('The check', [cli, 'check'], { env });

/** Starts the API and the worker; comes back when the API listens. With `watch` they start again on new code. */
export async function startServices(env, { watch = false, onLine } = {}) {
  const folder = logFolder(env);
  const start = (name) => {
    const args = [...(watch ? ['--watch', '--watch-preserve-output'] : []), `apps/api/dist/${scripts[name]}.js`];
    return startProgram({ name, args, env, logFile: join(folder, `${name}.log`), onLine });
  };
  const api = start('api');
  const worker = start('worker');
  await untilListening(api);
  return [api, worker];
}

/** Starts the web server; comes back when it listens. */
export async function startWeb(env, { onLine } = {}) {
  const logFile = join(logFolder(env), 'web.log');
  const web = startProgram({ name: 'web', args: ['apps/web/server/server.mjs'], env, logFile, onLine });
  await untilListening(web);
  return web;
}

/** The folder of the programs' own words. */
export function logFolder(env) {
  const folder = join(env.COMMONLOT_DATA, 'logs');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}
