import { withBootstrap } from './bootstrap.mjs';

await withBootstrap(async () => {
  const { startSystem } = await import('./start-system.mjs');
  return startSystem();
});
