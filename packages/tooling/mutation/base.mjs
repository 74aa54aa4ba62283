const work = '.commonlot/mutation';

/** 'a/b' as patterns that leave out whatever stands beside a and a/b. */
const onlyThis = (folder) =>
  folder.split('/').flatMap((_, index, steps) => {
    const path = steps.slice(0, index + 1).join('/');
    return index === steps.length - 1 ? [`!/${path}`] : [`!/${path}`, `/${path}/*`];
  });

/**
 * What the mutation runs share: `name` names the report, `jestProject` the tests that a mutant has to fail, `roots` the
 * folders that hold all of them and all that they read.
 *
 * @returns {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export function mutation({ name, testRunner, jestProject, roots, testMatch, mutate }) {
  const copied = [...roots, 'packages/tooling'];
  return {
    mutate,
    testRunner,
    testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
    jest: {
      configFile: `packages/tooling/jest/${jestProject}.config.mjs`,
      config: {
        roots: roots.map((folder) => `<rootDir>/${folder}`),
        ...(testMatch && { testMatch: testMatch.map((pattern) => `<rootDir>/${pattern}`) }),
        setupFiles: ['<rootDir>/packages/tooling/mutation/few-runs.mjs'],
        randomize: false,
        watchman: false,
      },
    },
    plugins: ['@stryker-mutator/jest-runner', './packages/tooling/mutation/in-process-runner.mjs'],
    coverageAnalysis: 'perTest',
    concurrency: 2,
    // A process never lets go of the ES modules that it loaded, and every mutant loads them again.
    maxTestRunnerReuse: testRunner === 'jest' ? 30 : 300,
    // A mutant that turns round for ever is told from a machine that is busy.
    timeoutMS: 20_000,
    // What the tests read; everything else stays out of the copy that is mutated.
    ignorePatterns: [...new Set(['/*', ...copied.flatMap(onlyThis)])],
    tempDirName: `${work}/${name}-copy`,
    incrementalFile: `${work}/${name}-incremental.json`,
    reporters: ['clear-text', 'json'],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
    jsonReporter: { fileName: `${work}/${name}.json` },
    allowConsoleColors: false,
    warnings: { slow: false },
    // The source is compiled without its types, mutated or not.
    disableTypeChecks: false,
    thresholds: { high: 95, low: 90, break: 90 },
  };
}
