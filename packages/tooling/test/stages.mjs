import { turbo } from '../run/build.mjs';
import { jestStage } from './jest-stage.mjs';
import { journeysStage } from './journeys-stage.mjs';
import { nodeTestStage } from './node-test-stage.mjs';
import { programStage, stage } from './program-stage.mjs';

const tooling = 'packages/tooling';

/** Everything that `npm test` does, in order: what is quick and tells most comes first. */
export const stages = [
  programStage('format', '@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '--max-diagnostics=60']),
  stage('types', () => turbo('typecheck')),
  // Apart from "format", because these rules read the types of everything and an editor should not wait for that.
  programStage('promises', '@biomejs/biome/bin/biome', [
    ...['lint', `--config-path=${tooling}/biome/promises.json`, '--max-diagnostics=60'],
    ...['--only=nursery/noFloatingPromises', '--only=nursery/noMisusedPromises', 'apps', 'packages'],
  ]),
  programStage('boundaries', 'dependency-cruiser/bin/dependency-cruiser.mjs', [
    ...['--config', `${tooling}/dependency-cruiser/config.mjs`, '--output-type', 'err-long', 'apps', 'packages'],
  ]),
  programStage('unused', 'knip/bin/knip.js', ['--config', `${tooling}/knip/knip.json`, '--no-progress']),
  stage('build', () => turbo('build')),
  jestStage('guards'),
  jestStage('domain', { budgetMs: 10 }),
  jestStage('contracts'),
  // Three on two cores: while one waits for the database, another goes on.
  jestStage('api', { budgetMs: 500, needs: ['build'], usesDatabase: true, workers: 3 }),
  jestStage('web', { budgetMs: 500 }),
  nodeTestStage(
    'tooling',
    [
      `${tooling}/{jest,postgres,backup,bench,browser,dependency-cruiser,faults,infrastructure,mutation,run,test}/**/*.test.mjs`,
    ],
    { needs: ['build'], filesAtOnce: 2 },
  ),
  journeysStage('journeys', 'apps/web/journeys/**/*.journey.mjs'),
];
