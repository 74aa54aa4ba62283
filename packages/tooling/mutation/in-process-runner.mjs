import { readdirSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'expect';
import './few-runs.mjs';
import { collectTests } from './collect-tests.mjs';

/**
 * Runs the tests of the domain in this process, where a mutant costs milliseconds. In Jest it costs a second, most of it
 * for a world in which a test file stands alone, and rules without dependencies need none: nothing outlives a test but
 * what a module keeps, which is why each mutant gets its modules anew. Node takes the types away by itself.
 * `MUTATION_RUNNER=jest` asks Jest the same.
 *
 * @implements {import('@stryker-mutator/api/test-runner').TestRunner}
 */
class InProcessRunner {
  // Stryker starts a runner in the copy that it mutated.
  #folder = join(process.cwd(), 'packages/domain/src');
  #within = `${pathToFileURL(this.#folder).href}/`;
  #generation = 0;
  #state = { activeMutant: undefined, currentTestId: undefined, hitCount: undefined, hitLimit: undefined };

  constructor() {
    // The mutated source asks this object which mutant is the active one, and tells it what was covered.
    globalThis.__stryker__ = this.#state;
    registerHooks({ resolve: (specifier, context, next) => this.#resolve(specifier, context, next) });
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun() {
    const tests = await this.#load(this.#testFiles());
    const results = [];
    for (const test of tests) {
      this.#state.currentTestId = test.id;
      results.push(await run(test));
    }
    this.#state.currentTestId = undefined;
    return { status: 'complete', tests: results, mutantCoverage: this.#state.mutantCoverage };
  }

  async mutantRun({ activeMutant, sandboxFileName, testFilter, hitLimit }) {
    Object.assign(this.#state, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    const wanted = testFilter && new Set(testFilter);
    const near = dirname(relative(this.#folder, sandboxFileName));
    // A mutant is most often killed by the tests beside it.
    const files = this.#testFiles().sort((one, other) => (dirname(other) === near) - (dirname(one) === near));
    let ran = 0;
    for (const file of files) {
      if (wanted && !testFilter.some((id) => id.startsWith(`${file} `))) continue;
      try {
        for (const test of await this.#load([file])) {
          if (wanted && !wanted.has(test.id)) continue;
          ran += 1;
          const { status, failureMessage } = await run(test);
          if (this.#state.hitCount > hitLimit) return { status: 'timeout', reason: 'It turned round for ever.' };
          if (status === failed) return { status: 'killed', killedBy: [test.id], failureMessage, nrOfTests: ran };
        }
      } catch (error) {
        // A file that cannot even be read with the mutant in it.
        return { status: 'killed', killedBy: [file], failureMessage: String(error), nrOfTests: ran };
      }
    }
    return { status: 'survived', nrOfTests: ran };
  }

  /** Reads the test files, and every module that they use, as if for the first time. */
  async #load(files) {
    this.#generation += 1;
    const tests = [];
    for (const file of files) {
      const href = `${this.#within}${file}?${this.#generation}`;
      tests.push(...(await collectTests(file, { expect }, () => import(href))));
    }
    return tests;
  }

  #testFiles() {
    const files = readdirSync(this.#folder, { recursive: true });
    return files.filter((file) => file.endsWith('.test.ts')).sort();
  }

  #resolve(specifier, context, next) {
    if (!context.parentURL?.startsWith(this.#within)) return next(specifier, context);
    const resolved = next(specifier.startsWith('.') ? specifier.replace(/\.js$/, '.ts') : specifier, context);
    return resolved.url.startsWith(this.#within)
      ? { ...resolved, url: `${resolved.url}?${this.#generation}` }
      : resolved;
  }
}

const passed = 0;
const failed = 1;

async function run({ id, name, body }) {
  const start = performance.now();
  const result = (status, failureMessage) => ({
    ...{ id, name, status, failureMessage },
    timeSpentMs: Math.round(performance.now() - start),
  });
  try {
    await body();
    return result(passed);
  } catch (error) {
    return result(failed, String(error?.message ?? error));
  }
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'in-process', injectableClass: InProcessRunner }];
