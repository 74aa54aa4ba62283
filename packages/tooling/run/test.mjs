import { withBootstrap } from './bootstrap.mjs';

await withBootstrap(
  async () => {
    const { runStages } = await import('../test/run-stages.mjs');
    const { stages } = await import('../test/stages.mjs');
    return runStages(process.argv.slice(2), stages);
  },
  { lastLine: '0 passed, 1 failed' },
);
