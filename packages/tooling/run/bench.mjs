import { withBootstrap } from './bootstrap.mjs';

await withBootstrap(async () => {
  const { runBench } = await import('../bench/run-bench.mjs');
  return runBench();
});
