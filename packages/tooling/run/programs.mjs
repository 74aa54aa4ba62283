import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { repository, Sentence } from '../repository.mjs';
import { stopLater } from './shutdown.mjs';

const endWithParent = new URL('end-with-parent.mjs', import.meta.url).href;

/**
 * Runs a program to its end, or kills it: after `limitMs`, or `hangs.graceMs` after `hangs.when()` became true.
 *
 * @returns {Promise<{ code: number, output: string }>} `output` is what it wrote, in order.
 */
export async function runToEnd(
  command,
  args,
  { env = process.env, cwd = repository, limitMs = 1_200_000, hangs } = {},
) {
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const registration = stopLater(() => signalGroup(child, 'SIGTERM'));
  const limits = [setTimeout(() => signalGroup(child, 'SIGKILL'), limitMs)];
  if (hangs) limits.push(killWhenHanging(child, hangs));
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(chunk));
  try {
    const [code, signal] = await once(child, 'close');
    const end = signal ? `\n(did not end by itself: ${signal})\n` : '';
    return { code: code ?? 1, output: Buffer.concat(output).toString() + end };
  } finally {
    for (const limit of limits) clearInterval(limit);
    registration.forget();
  }
}

function killWhenHanging(child, { when, graceMs }) {
  let since = null;
  return setInterval(() => {
    if (since === null && when()) since = performance.now();
    if (since !== null && performance.now() - since > graceMs) signalGroup(child, 'SIGKILL');
  }, 250);
}

/** Runs a Node script to its end; when it fails, what it said becomes the failure. */
export async function runScript(name, args, options) {
  const { code, output } = await runToEnd(process.execPath, args, options);
  if (code !== 0) throw new Sentence(`${name} failed:\n\n${output.trimEnd()}`);
  return output;
}

/**
 * Starts a program that stays. Its output goes to `logFile`.
 *
 * @returns an object with `pid`, `listening` (settles with the port when the program reports that it listens), `ended`
 *   (settles when it has ended, asked or not), `stop`, and `lastWords`.
 */
export function startProgram({ name, args, env, logFile, cwd = '.', onLine = () => {} }) {
  const child = spawn(process.execPath, ['--import', endWithParent, ...args], {
    cwd: join(repository, cwd),
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true, // Ctrl-C reaches the whole group, but the programs are stopped one after the other.
  });
  const log = createWriteStream(logFile);
  const recent = [];
  const listening = Promise.withResolvers();
  const readLine = (line) => {
    log.write(`${line}\n`);
    recent.push(line);
    if (recent.length > 20) recent.shift();
    onLine(line);
    const port = portReported(line);
    if (port) listening.resolve(port);
  };
  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', readLine);

  const ended = once(child, 'close').then(() => new Promise((resolve) => log.end(resolve)));
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const stop = async () => {
    if (hasEnded()) return;
    child.kill('SIGTERM');
    const impatient = setTimeout(() => signalGroup(child, 'SIGKILL'), 10_000);
    await ended;
    clearTimeout(impatient);
  };
  stopLater(stop);
  const lastWords = () => `${recent.join('\n')}\n(all of it: ${logFile})`;
  return { name, pid: child.pid, listening: listening.promise, ended, stop, lastWords };
}

/** Settles with the port when `program` listens; fails with its last words when it ends before. */
export async function untilListening(program) {
  const end = program.ended.then(() => {
    throw new Sentence(`The ${program.name} did not start. Its last words:\n\n${program.lastWords()}`);
  });
  return Promise.race([program.listening, end]);
}

function portReported(line) {
  if (!line.startsWith('{') || !line.includes('"listening"')) return null;
  try {
    const message = JSON.parse(line);
    return message.event === 'listening' ? message.port : null;
  } catch {
    return null;
  }
}

/** With its children: npm, turbo and Jest start programs of their own. */
function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    child.kill(signal);
  }
}
