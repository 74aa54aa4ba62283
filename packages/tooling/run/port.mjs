import { isFree } from '../ports.mjs';
import { Sentence } from '../repository.mjs';
import { say } from './progress.mjs';

const first = 3000;
const last = 3049;

/** The port that PORT asks for, else 3000 or the next one that nobody uses. */
export async function choosePort() {
  const asked = process.env.PORT;
  if (asked) {
    if (await isFree(Number(asked))) return Number(asked);
    throw new Sentence(`Port ${asked} is taken; stop what uses it or choose another, for example PORT=3001 npm start.`);
  }
  for (let port = first; port <= last; port += 1) {
    if (!(await isFree(port))) continue;
    if (port !== first) say(`Port ${first} is taken, so this one uses ${port}.`);
    return port;
  }
  throw new Sentence(`The ports ${first} to ${last} are all taken; choose one, for example PORT=8080 npm start.`);
}
