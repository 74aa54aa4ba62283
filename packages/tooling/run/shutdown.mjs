import { onOrphaned } from './orphaned.mjs';

/** How to stop what runs, in the order in which it was started. */
const running = [];
let stopping = null;

/** Remembers how to stop something; `forget` when it has ended by itself. */
export function stopLater(stop) {
  running.push(stop);
  return { forget: () => running.splice(running.indexOf(stop), 1) };
}

/** Stops everything, last started first, so that nothing loses what it stands on. */
export function stopAll() {
  stopping ??= (async () => {
    if (running.length > 0) process.stdout.write('\nStopping.\n');
    while (running.length > 0) await running.pop()();
  })();
  return stopping;
}

/** Settles at the first request to stop. A signal a second or more after the first one ends the process at once. */
export function stopRequested() {
  // A terminal that was closed takes no more words, and that must not end us before the rest is stopped.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  return new Promise((resolve) => {
    let firstAt = null;
    const request = () => {
      // Ctrl-C comes twice: from the terminal, and passed on by npm.
      if (firstAt !== null && performance.now() - firstAt > 1000) process.exit(130);
      firstAt ??= performance.now();
      resolve();
    };
    process.on('SIGINT', request).on('SIGTERM', request).on('SIGHUP', request);
    onOrphaned(resolve);
  });
}
