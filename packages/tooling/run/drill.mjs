import { withBootstrap } from './bootstrap.mjs';

await withBootstrap(async () => {
  const { playDrill } = await import('./drill-system.mjs');
  return playDrill();
});
