import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'jest-worker';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/**
 * Runs test files in plain Node processes that load the program once. Jest's own runner makes a world of its own for
 * each file and loads the program, some 2,000 modules, into each: most of the time of the tests of the API went there.
 * What it costs: files of one process share what the program keeps in memory, as requests do in production; modules
 * cannot be mocked, which nobody here does.
 */
export default class NativeRunner {
  constructor(globalConfig) {
    this.globalConfig = globalConfig;
  }

  async runTests(tests, watcher, onStart, onResult, onFailure) {
    const waiting = harnessesFirst(tests);
    const lanes = Math.max(1, Math.min(this.globalConfig.maxWorkers, tests.length));
    const lane = async () => {
      const workers = new Map();
      for (let test = waiting.shift(); test !== undefined && !watcher.isInterrupted(); test = waiting.shift()) {
        const environment = environmentOf(test);
        if (!workers.has(environment)) workers.set(environment, startWorker(environment));
        const worker = workers.get(environment);
        await onStart(test);
        try {
          await onResult(test, await worker.run(test.path, test.context.config, this.globalConfig));
        } catch (error) {
          await onFailure(test, { message: error.message, stack: error.stack });
          // A process that a test broke answers for no other file.
          workers.delete(environment);
          await worker.end();
        }
      }
      for (const worker of workers.values()) await worker.end();
    };
    await Promise.all(Array.from({ length: lanes }, lane));
  }
}

/**
 * Where Jest has not measured yet it takes the largest file first. The harnesses of the API are short files that run
 * longest: taken last, one of them would keep a single process busy at the end.
 */
function harnessesFirst(tests) {
  const isHarness = ({ path }) => path.includes('/src/testing/');
  return [...tests.filter(isHarness), ...tests.filter((test) => !isHarness(test))];
}

/** The module that makes the world of a test file, if it is not Node's: what its first comment says, or the project. */
function environmentOf({ path, context }) {
  if (/^\/\*\* @jest-environment node \*\//.test(readFileSync(path, 'utf8'))) return null;
  const { testEnvironment } = context.config;
  return testEnvironment.includes('jest-environment-node') ? null : testEnvironment;
}

function startWorker(environment) {
  const imports = [here('./typescript.mjs'), ...(environment === null ? [] : [environment])];
  const worker = new Worker(here('./worker.mjs'), {
    exposedMethods: ['run'],
    numWorkers: 1,
    maxRetries: 0,
    forkOptions: {
      execArgv: [
        ...imports.flatMap((module) => ['--import', module]),
        ...['--enable-source-maps', '--disable-warning=ExperimentalWarning'],
      ],
    },
  });
  worker.getStdout().pipe(process.stdout);
  worker.getStderr().pipe(process.stderr);
  return worker;
}
