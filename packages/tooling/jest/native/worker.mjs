import { pathToFileURL } from 'node:url';
import { jestExpect } from '@jest/expect';
import { createEmptyTestResult } from '@jest/test-result';
import * as circus from 'jest-circus';
import { formatExecError, formatResultsErrors } from 'jest-message-util';

const { describe, test, it, beforeAll, afterAll, beforeEach, afterEach } = circus;
Object.assign(globalThis, { describe, test, it, beforeAll, afterAll, beforeEach, afterEach, expect: jestExpect });

// What Jest's own adapter does around a test: its name for matchers, and the assertions that a test announced.
circus.addEventHandler(({ name, test: current }) => {
  if (name === 'test_start') jestExpect.setState({ currentTestName: pathOf(current).join(' ') });
  if (name === 'test_done') {
    const { suppressedErrors } = jestExpect.getState();
    jestExpect.setState({ suppressedErrors: [] });
    current.errors.push(...suppressedErrors);
    current.errors.push(...jestExpect.extractExpectedAssertionsErrors().map(({ error }) => error));
  }
});

/** Runs one test file to its end, and gives the result as Jest reports it. */
export async function run(path, config, globalConfig) {
  circus.resetState();
  Object.assign(circus.getState(), {
    testTimeout: config.testTimeout,
    maxConcurrency: globalConfig.maxConcurrency,
    randomize: globalConfig.randomize,
    seed: globalConfig.seed,
    testNamePattern: globalConfig.testNamePattern ? new RegExp(globalConfig.testNamePattern, 'i') : null,
  });
  jestExpect.setState({ testPath: path, expand: globalConfig.expand });
  const start = Date.now();
  // Anew for each file: what they register holds for the file that comes next.
  for (const setup of config.setupFilesAfterEnv) await import(`${pathToFileURL(setup).href}?before=${path}`);
  await import(pathToFileURL(path).href);
  const { testResults, unhandledErrors, unhandledErrorsDetailed } = await circus.run();
  const end = Date.now();
  const results = testResults.map(asJestReports);
  const count = (status) => results.filter((result) => result.status === status).length;
  const unhandled = unhandledErrorsDetailed.map((error) => formatExecError(error, config, globalConfig, path));
  const failures = formatResultsErrors(results, config, globalConfig, path);
  return {
    ...createEmptyTestResult(),
    displayName: config.displayName,
    failureMessage: failures === null && unhandled.length === 0 ? null : [failures, ...unhandled].join('\n\n'),
    numFailingTests: count('failed'),
    numPassingTests: count('passed'),
    numPendingTests: count('pending'),
    numTodoTests: count('todo'),
    perfStats: { start, end, runtime: end - start, slow: false, loadTestEnvironmentStart: start },
    testExecError: unhandledErrors.length > 0 ? { message: '', stack: unhandledErrors.join('\n') } : undefined,
    testFilePath: path,
    testResults: results,
  };
}

function asJestReports(result) {
  const names = result.testPath.slice(1);
  return {
    ancestorTitles: names.slice(0, -1),
    title: names.at(-1),
    fullName: names.join(' '),
    status: statusOf(result),
    duration: result.duration,
    startAt: result.startedAt,
    failureMessages: [...result.errors],
    failureDetails: [],
    invocations: result.invocations,
    location: result.location,
    numPassingAsserts: result.numPassingAsserts,
    retryReasons: [],
  };
}

function statusOf({ status, errors }) {
  if (status === 'skip') return 'pending';
  if (status === 'todo') return 'todo';
  return errors.length > 0 ? 'failed' : 'passed';
}

/** The names of the blocks around a test and its own; the block around all has no name that anybody gave. */
function pathOf(block) {
  return block.parent ? [...pathOf(block.parent), block.name] : [];
}
