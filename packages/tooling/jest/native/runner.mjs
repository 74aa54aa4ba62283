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
    const waiting = [...tests];
    const lanes = Math.max(1, Math.min(this.globalConfig.maxWorkers, tests.length));
    const lane = async () => {
      let worker = startWorker();
      for (let test = waiting.shift(); test !== undefined && !watcher.isInterrupted(); test = waiting.shift()) {
        await onStart(test);
        try {
          await onResult(test, await worker.run(test.path, test.context.config, this.globalConfig));
        } catch (error) {
          await onFailure(test, { message: error.message, stack: error.stack });
          // A process that a test broke answers for no other file.
          await worker.end();
          worker = startWorker();
        }
      }
      await worker.end();
    };
    await Promise.all(Array.from({ length: lanes }, lane));
  }
}

function startWorker() {
  const worker = new Worker(here('./worker.mjs'), {
    exposedMethods: ['run'],
    numWorkers: 1,
    maxRetries: 0,
    forkOptions: {
      execArgv: ['--import', here('./typescript.mjs'), '--enable-source-maps', '--disable-warning=ExperimentalWarning'],
    },
  });
  worker.getStdout().pipe(process.stdout);
  worker.getStderr().pipe(process.stderr);
  return worker;
}
