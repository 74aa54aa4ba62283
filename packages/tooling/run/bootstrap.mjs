// Runs before anything is installed, on the Node that the machine has: imports and syntax of Node 20 only.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { repository, Sentence } from '../repository.mjs';
import { onOrphaned } from './orphaned.mjs';

const newestKnown = 24;
const modules = join(repository, 'node_modules');
const stamp = join(modules, '.commonlot-installed');
const ownNode = join(modules, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');

/**
 * Makes sure that the packages of package-lock.json are installed and that Node is new enough. Comes back only when
 * both hold: on an older Node it runs the same command again on the Node that npm installed, and ends as that one ends.
 */
export async function bootstrap() {
  process.env.TURBO_TELEMETRY_DISABLED = '1';
  process.env.COMMONLOT_STARTED_AT ??= String(Date.now());
  await install();
  if (majorOf(process.versions.node) >= newestKnown) return;
  if (process.env.COMMONLOT_NODE || !existsSync(ownNode)) {
    throw new Sentence(
      `Commonlot needs Node ${newestKnown} or later and this is ${process.version}: npm has no newer one for this system, so install it.`,
    );
  }
  process.exit(await runAgain());
}

async function install() {
  const lock = join(repository, 'package-lock.json');
  const wanted = createHash('sha256').update(readFileSync(lock)).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  if (!isInstalled(lock)) {
    process.stdout.write('Installing the packages (npm ci); this happens once and takes about half a minute.\n');
    const start = performance.now();
    const ticker = setInterval(() => process.stdout.write(`  still installing, ${seconds(start)}\n`), 10_000);
    const code = await run(...npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'])).finally(() =>
      clearInterval(ticker),
    );
    if (code !== 0) throw new Sentence('npm could not install the packages; what it says stands above. Try again.');
    process.stdout.write(`  installed, ${seconds(start)}\n`);
  }
  writeFileSync(stamp, wanted);
}

/** Whether what npm noted at the end of its last install is what the lock asks for (optional packages may be absent). */
function isInstalled(lock) {
  try {
    const read = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
    const present = read(join(modules, '.package-lock.json'));
    return Object.entries(read(lock))
      .filter(([path, entry]) => path.includes('node_modules/') && !entry.link && !entry.optional && !entry.devOptional)
      .every(([path, entry]) => present[path]?.version === entry.version);
  } catch {
    return false;
  }
}

/** npm gives its own script in npm_execpath; without it this was started by hand, and npm is looked for. */
function npm(args) {
  const script = process.env.npm_execpath;
  return script?.endsWith('.js') ? [process.execPath, [script, ...args]] : ['npm', args];
}

function runAgain() {
  const path = `${join(modules, '.bin')}${delimiter}${process.env.PATH ?? ''}`;
  // The channel tells the other process when this one is killed, so that it ends too.
  return run(ownNode, process.argv.slice(1), {
    env: { ...process.env, COMMONLOT_NODE: ownNode, PATH: path },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
}

/** Runs a program to its end and gives its exit code; passes on the signals that ask this process to stop. */
async function run(command, args, options = { stdio: 'inherit' }) {
  const child = spawn(command, args, { cwd: repository, ...options });
  const forward = (signal) => child.kill(signal);
  onOrphaned(() => child.kill('SIGTERM'));
  process.on('SIGINT', forward).on('SIGTERM', forward);
  try {
    return await new Promise((resolve, reject) => {
      child.on('error', (error) => reject(new Sentence(`${command} cannot be run (${error.code}); is it installed?`)));
      child.on('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
    });
  } finally {
    process.off('SIGINT', forward).off('SIGTERM', forward);
  }
}

/**
 * Runs `main` on the right Node with everything installed; what it gives is the exit code. A failure that has a
 * sentence is told in that sentence, and `lastLine` is what stands under it.
 */
export async function withBootstrap(main, { lastLine } = {}) {
  try {
    await bootstrap();
    process.exitCode = await main();
  } catch (error) {
    process.stderr.write(`\n${error?.name === 'Sentence' ? error.message : (error?.stack ?? error)}\n`);
    if (lastLine) process.stdout.write(`\n${lastLine}\n`);
    process.exitCode = 1;
  }
}

const majorOf = (version) => Number(version.split('.')[0]);
const seconds = (start) => `${((performance.now() - start) / 1000).toFixed(1)} s`;
