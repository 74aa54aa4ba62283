import { drill } from '../backup/drill.mjs';
import { buildAll } from './build.mjs';
import { say, secondsSoFar } from './progress.mjs';
import { stopAll, stopRequested } from './shutdown.mjs';

/** `npm run drill`: the restore rehearsed on the demonstration data, on a database of its own. */
export async function playDrill() {
  const request = stopRequested().then(() => 130);
  try {
    return await Promise.race([request, play()]);
  } finally {
    await stopAll();
  }
}

async function play() {
  await buildAll();
  const { clear } = await drill({ isWhole: true, say });
  await clear();
  say(`The drill succeeded after ${secondsSoFar()}.`);
  return 0;
}
