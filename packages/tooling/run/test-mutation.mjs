import { withBootstrap } from './bootstrap.mjs';

await withBootstrap(
  async () => {
    const { runMutation } = await import('../mutation/run-mutation.mjs');
    return runMutation(process.argv.slice(2));
  },
  { lastLine: '0 killed, 1 failed' },
);
