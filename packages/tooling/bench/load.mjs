import autocannon from 'autocannon';
import { percentile } from './rounds.mjs';

/** How long each measurement lasts; shorter only to try the benchmark itself. */
const seconds = Number(process.env.BENCH_SECONDS ?? 4);

/** As many at once as keep two cores busy without a queue that hides them. */
const connections = 16;

/**
 * Requests a second that `url` answers. Fails when an answer is not of the wanted status: a server that refuses is quick.
 *
 * @param {{ url: string, headers?: Record<string, string>, status?: number }} options
 * @returns {Promise<number>}
 */
export async function requestsPerSecond({ url, headers = {}, status = 200 }) {
  const result = await autocannon({ url, headers, connections, duration: seconds });
  const wrong = result.requests.total - (result.statusCodeStats?.[status]?.count ?? 0);
  // Those under way when the time was over have no answer.
  if (result.errors > 0 || wrong > connections) {
    throw new Error(`${url}: ${wrong} answers were not ${status}, ${result.errors} connections failed.`);
  }
  return result.requests.total / result.duration;
}

/**
 * How often `step` can be done a second by several at once, each one after the other.
 *
 * @param {(worker: number) => Promise<void>} step
 */
export async function stepsPerSecond(step, { workers = 8 } = {}) {
  const start = performance.now();
  const end = start + seconds * 1000;
  let done = 0;
  const work = async (_, worker) => {
    while (performance.now() < end) {
      await step(worker);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  return (done * 1000) / (performance.now() - start);
}

/**
 * The time, in milliseconds, that nineteen of twenty turns of `step` do not exceed, one turn after the other.
 *
 * @param {() => Promise<unknown>} step
 * @param {number} least at least so many turns, however long they take
 */
export async function slowestOfTwenty(step, least = 20) {
  const end = performance.now() + seconds * 1000;
  const times = [];
  while (times.length < least || performance.now() < end) times.push(await milliseconds(step));
  return percentile(times, 0.95);
}

/** How long `work` takes, in milliseconds. */
export async function milliseconds(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
