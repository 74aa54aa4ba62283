import { withBootstrap } from './bootstrap.mjs';

await withBootstrap(async () => {
  const { checkKeptDatabase } = await import('./check-system.mjs');
  return checkKeptDatabase();
});
