import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runToEnd } from '../run/programs.mjs';

/** How many tests over their budget are named; the rest is a number. */
const shownSlow = 5;

/** The Jest project of this name. Tests that take longer than `budgetMs` are named, and do not fail. */
export function jestStage(name, { budgetMs, needs, usesDatabase = false, workers = 2 } = {}) {
  return {
    name,
    needs,
    takesPattern: true,
    run: async ({ pattern, database }) => {
      const env = usesDatabase ? { ...process.env, ...(await database()).variables } : process.env;
      const folder = mkdtempSync(join(tmpdir(), 'commonlot-jest-'));
      try {
        const results = join(folder, 'results.json');
        // One stage may hold no test of the pattern; that none of them does is noticed at the end.
        const args = [`--maxWorkers=${workers}`, ...(pattern ? [pattern, '--passWithNoTests'] : [])];
        const { code, output } = await runJest(name, results, args, env);
        return outcome(code, output, existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : null, budgetMs);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

function runJest(name, results, args, env) {
  const node = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const jest = ['node_modules/jest/bin/jest.js', '--config', `packages/tooling/jest/${name}.config.mjs`];
  // Jest writes its results and then waits for whatever a test left open: that must not be for ever.
  const hangs = { when: () => existsSync(results), graceMs: 15_000 };
  return runToEnd(process.execPath, [...node, ...jest, '--json', '--outputFile', results, ...args], { env, hangs });
}

function outcome(code, output, results, budgetMs) {
  const passed = results?.numPassedTests ?? 0;
  const failedTests = (results?.numFailedTests ?? 0) + (results?.numRuntimeErrorTestSuites ?? 0);
  // Jest can also fail as a whole: no test found, a wrong setting, something left open.
  const failed = code === 0 ? failedTests : Math.max(failedTests, 1);
  return { passed, failed, output, notes: budgetMs ? slowNotes(results, budgetMs) : [] };
}

function slowNotes(results, budgetMs) {
  const slow = (results?.testResults ?? [])
    .flatMap((file) => file.assertionResults)
    .filter((test) => test.duration > budgetMs)
    .sort((one, other) => other.duration - one.duration);
  const named = slow.slice(0, shownSlow).map((test) => `${test.duration} ms: ${test.fullName}`);
  if (slow.length > shownSlow) named.push(`and ${slow.length - shownSlow} more`);
  return named.length > 0 ? [`slower than ${budgetMs} ms:`, ...named] : [];
}
