import { stopAll, stopRequested } from '../run/shutdown.mjs';
import { selectStages } from './select-stages.mjs';
import { testDatabase } from './test-database.mjs';

/**
 * `npm test` and `npm run test:faults`: runs the stages in their order, goes on after one that fails, and stops what it
 * started. The last line is the sum of them all: tests, and one for each stage that is not made of tests.
 *
 * @param {string[]} words names of stages, and patterns for the paths of tests
 * @param {object[]} stages what there is to run, in order
 * @returns {Promise<number>} the exit code
 */
export async function runStages(words, stages) {
  const { chosen, pattern } = selectStages(stages, words);
  const sum = { passed: 0, failed: 0, ofPattern: 0 };
  const interrupted = stopRequested().then(() => true);
  try {
    const failedStages = await runChosen(chosen, pattern, sum, interrupted);
    if (failedStages.length > 0) process.stdout.write(`\nFailed: ${failedStages.join(', ')}\n`);
  } finally {
    await stopAll();
  }
  if (pattern && sum.ofPattern === 0) {
    process.stdout.write(`\nNo test stands in a file whose path holds "${pattern}".\n`);
    sum.failed += 1;
  }
  process.stdout.write(`\n${sum.passed} passed, ${sum.failed} failed\n`);
  return sum.failed === 0 ? 0 : 1;
}

async function runChosen(chosen, pattern, sum, interrupted) {
  const failedStages = [];
  const context = { pattern, database: once(testDatabase) };
  for (const stage of chosen) {
    const missing = stage.needs?.find((need) => failedStages.includes(need));
    const work = missing
      ? { passed: 0, failed: 1, output: `Not run, because "${missing}" failed.` }
      : attempt(stage, context);
    const start = performance.now();
    process.stdout.write(`${stage.name.padEnd(12)} `);
    const outcome = await Promise.race([work, interrupted]);
    if (outcome === true) {
      sum.failed += 1;
      return [...failedStages, `${stage.name} (interrupted)`];
    }
    report(outcome, performance.now() - start);
    sum.passed += outcome.passed;
    sum.failed += outcome.failed;
    if (stage.takesPattern) sum.ofPattern += outcome.passed + outcome.failed;
    if (outcome.failed > 0) failedStages.push(stage.name);
  }
  return failedStages;
}

async function attempt(stage, context) {
  try {
    return await stage.run(context);
  } catch (error) {
    return { passed: 0, failed: 1, output: error.name === 'Sentence' ? error.message : error.stack };
  }
}

function report({ passed, failed, output, notes = [] }, milliseconds) {
  const counts = failed === 0 ? `${passed} passed` : `${passed} passed, ${failed} FAILED`;
  process.stdout.write(`${counts.padEnd(26)} ${(milliseconds / 1000).toFixed(1)} s\n`);
  for (const note of notes) process.stdout.write(`             ${note}\n`);
  if (failed > 0) process.stdout.write(`\n${output.trimEnd()}\n\n`);
}

/** The first call does the work, and the later ones share what came of it. */
function once(work) {
  let result;
  return () => {
    result ??= work();
    return result;
  };
}
