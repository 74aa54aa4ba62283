import { withBootstrap } from './bootstrap.mjs';

await withBootstrap(async () => {
  const { startWatched } = await import('./dev-system.mjs');
  return startWatched();
});
