import { runToEnd } from '../run/programs.mjs';

/** The tests of Node's own runner in the files that match. */
export function nodeTestStage(name, globs, { needs, filesAtOnce } = {}) {
  return { name, needs, run: () => runNodeTests(globs, process.env, { filesAtOnce }) };
}

/** Runs them, so many files at a time (one unless told), and counts. */
export async function runNodeTests(globs, env, { filesAtOnce = 1 } = {}) {
  const { NODE_TEST_CONTEXT: _outer, ...own } = env;
  const args = ['--test', '--test-reporter=spec', `--test-concurrency=${filesAtOnce}`, ...globs];
  const { code, output } = await runToEnd(process.execPath, args, { env: { ...own, NO_COLOR: '1' } });
  const count = (word) => Number(output.match(new RegExp(`^ℹ ${word} (\\d+)$`, 'm'))?.[1] ?? 0);
  const failed = count('fail') + count('cancelled');
  return { passed: count('pass'), failed: code === 0 ? failed : Math.max(failed, 1), output };
}
