import { withBootstrap } from './bootstrap.mjs';

await withBootstrap(
  async () => {
    const { runStages } = await import('../test/run-stages.mjs');
    const { faultStages } = await import('../test/fault-stages.mjs');
    return runStages(process.argv.slice(2), faultStages);
  },
  { lastLine: '0 passed, 1 failed' },
);
