import { spawnSync } from 'node:child_process';
import { repository } from '../repository.mjs';

/** Runs npm in the checkout and waits for it; gives what it wrote. npm names its own script where it started us. */
export function npm(args) {
  const script = process.env.npm_execpath;
  const [command, first] = script?.endsWith('.js') ? [process.execPath, [script]] : ['npm', []];
  const options = { cwd: repository, encoding: 'utf8', maxBuffer: 100_000_000 };
  const { status, stdout, stderr } = spawnSync(command, [...first, ...args], options);
  return { status, stdout: stdout ?? '', stderr: stderr ?? '' };
}
