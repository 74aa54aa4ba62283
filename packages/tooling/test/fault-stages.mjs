import { turbo } from '../run/build.mjs';
import { jestStage } from './jest-stage.mjs';
import { nodeTestStage } from './node-test-stage.mjs';
import { stage } from './program-stage.mjs';

/**
 * What `npm run test:faults` does: every request cut at every message to the database, histories of many clients at
 * once, and processes that are killed. `npm test` runs a sample of each.
 */
export const faultStages = [
  stage('build', () => turbo('build')),
  jestStage('faults', { needs: ['build'], usesDatabase: true, workers: 3 }),
  { ...nodeTestStage('restarts', ['packages/tooling/faults/*.faults.mjs']), needs: ['build'] },
];
