import { join } from 'node:path';
import { repository, Sentence } from '../repository.mjs';
import { runToEnd } from './programs.mjs';

/** Runs a task of turbo.json in every package where something changed since it was last run. */
export function turbo(...tasks) {
  const script = join(repository, 'node_modules', 'turbo', 'bin', 'turbo');
  const look = ['--ui=stream', '--output-logs=errors-only', '--log-order=grouped', '--no-update-notifier'];
  return runToEnd(process.execPath, [script, 'run', ...tasks, ...look]);
}

/** Builds every program; a failure carries what the compiler said. */
export async function buildAll() {
  const { code, output } = await turbo('build');
  if (code !== 0) throw new Sentence(`The build failed:\n\n${output.trimEnd()}`);
}
