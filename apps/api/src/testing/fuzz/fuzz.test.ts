import { type Endpoint, endpoints, problemDocument } from '@commonlot/contracts';
import fc from 'fast-check';
import { invariants } from '../../platform/invariants.js';
import { writesFirst } from '../given-everything.js';
import { playedInTheYear } from '../played-in-the-year.js';
import { TestApi } from '../test-api.js';
import { anyRequest, type FuzzRequest, rightRequest } from './fuzz-request.js';
import { FuzzWorld } from './fuzz-world.js';
import { regressions } from './regressions.js';
import { verdictOf } from './verdict.js';

/** FUZZ_SEED and FUZZ_RUNS (requests per endpoint and seed) for longer runs; FUZZ_ONLY and FUZZ_PATH for one request. */
const { FUZZ_SEED, FUZZ_RUNS, FUZZ_ONLY, FUZZ_PATH } = process.env;
const seeds = FUZZ_SEED === undefined ? [20_020_419, 20_260_101] : [Number(FUZZ_SEED)];
const runs = Number(FUZZ_RUNS ?? 16);
const isWhole = FUZZ_SEED === undefined && FUZZ_ONLY === undefined;

let api: TestApi;
let world: FuzzWorld;
const succeeded = new Set<string>();
beforeAll(async () => {
  api = await TestApi.start();
  world = await FuzzWorld.build(api);
}, 60_000);
afterAll(() => api.stop());

/** What is wrong with the answer to this request, or null. */
async function faultIn(name: string, endpoint: Endpoint, request: FuzzRequest): Promise<string | null> {
  try {
    const answer = await world.send(name, endpoint, request);
    if (answer.status === endpoint.status) succeeded.add(name);
    return verdictOf(endpoint, request, answer);
  } catch (error) {
    return (error as Error).message;
  }
}

async function fuzz(name: string, endpoint: Endpoint, seed: number): Promise<void> {
  const right = rightRequest(name, endpoint);
  const fault = await faultIn(name, endpoint, right);
  if (fault !== null) throw found(name, fault, right, `FUZZ_SEED=${seed} FUZZ_ONLY=${name}`);
  const property = fc.asyncProperty(anyRequest(endpoint), async (request) => {
    const wrong = await faultIn(name, endpoint, request);
    if (wrong !== null) throw new Error(wrong);
  });
  const path = FUZZ_PATH === undefined ? {} : { path: FUZZ_PATH };
  const result = await fc.check(property, { seed, numRuns: runs, ...path });
  if (!result.failed) return;
  const [request] = result.counterexample ?? [];
  const again = `FUZZ_SEED=${seed} FUZZ_RUNS=${runs} FUZZ_ONLY=${name} FUZZ_PATH=${result.counterexamplePath}`;
  throw found(name, (result.errorInstance as Error | null)?.message ?? '', request, again);
}

/** All that is needed to see it again, and to keep it. */
function found(name: string, fault: string, request: FuzzRequest | undefined, again: string): Error {
  const shown = JSON.stringify(request).slice(0, 4_000);
  const next = 'Then add a row to regressions.ts.';
  return new Error(`${name}: ${fault}\n${shown}\nAgain: ${again} npm test -- api fuzz\n${next}`);
}

/** What follows from what was taken: projections, letters, mails. A job that stumbles would try again for days. */
async function failedJobs(): Promise<unknown[]> {
  await api.work();
  return api.sql('SELECT task_identifier, last_error FROM graphile_worker.jobs WHERE last_error IS NOT NULL');
}

async function brokenInvariants(): Promise<string[]> {
  const results = await Promise.all(invariants.map(async ({ name, sql }) => [name, await api.sql(sql)] as const));
  return results.flatMap(([name, rows]) => (rows.length > 0 ? [name] : []));
}

/** A declared conflict would be the end of everything else that a reviewer does. */
const isLast = (name: string) => Number(name === 'reviews.declareInterest');
const chosen = writesFirst()
  .filter(([name]) => FUZZ_ONLY === undefined || name === FUZZ_ONLY)
  .toSorted(([one], [other]) => isLast(one) - isLast(other));

it.each(chosen)(
  '%s answers whatever is sent by its contract',
  async (name, endpoint) => {
    for (const seed of seeds) await fuzz(name, endpoint, seed);
    if (endpoint.method === 'GET') return;
    await world.restore();
    expect([await brokenInvariants(), await failedJobs()]).toEqual([[], []]);
  },
  60_000 + runs * 2_000,
);

const get = 'GET /api/register/calls HTTP/1.1\r\nHost: x\r\n';
const post = 'POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';

it.each([
  ['no HTTP', 'nonsense\r\n\r\n'],
  ['no version that we speak', 'GET / HTTP/9.9\r\nHost: x\r\n\r\n'],
  ['a method that nobody knows', 'get /api/register/calls HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['a NUL in a header', `${get}X-A: a\u0000b\r\n\r\n`],
  ['a name of a header with a space', `${get}X A: b\r\n\r\n`],
  ['a header that goes on in the next line', `${get}X-A: b\r\n c\r\n\r\n`],
  ['a header of 40,000 letters', `${get}X-A: ${'x'.repeat(40_000)}\r\n\r\n`],
  ['ten thousand headers', `${get}${'X-A: b\r\n'.repeat(10_000)}\r\n`],
  ['an address of 40,000 letters', `GET /api/${'x'.repeat(40_000)} HTTP/1.1\r\nHost: x\r\n\r\n`],
  ['a space in the address', 'GET /api/register/calls x HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['two lengths', `${post}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`],
  ['a length that is none', `${post}Content-Length: -1\r\n\r\n{}`],
  ['a length and chunks', `${post}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`],
  ['chunks of no size', `${post}Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n`],
])('refuses %s and hangs up', async (_what, text) => {
  const answer = await world.sendBytes(Buffer.from(text, 'latin1'));
  expect(problemDocument.parse(answer.body)).toMatchObject({ code: 'request.malformed', status: 400 });
  expect([answer.status, answer.headers['content-type']]).toEqual([400, 'application/problem+json; charset=utf-8']);
});

it('has stumbled over none of the requests that it once stumbled over', async () => {
  const faults = [];
  for (const { endpoint: name, request, was } of regressions) {
    const fault = await faultIn(name, endpoints.get(name) as Endpoint, request);
    if (fault !== null) faults.push([name, was, fault]);
  }
  expect(faults).toEqual([]);
});

if (isWhole) {
  it('has seen every endpoint succeed, but for those that the year plays', () => {
    const never = [...endpoints.keys()].filter((name) => !succeeded.has(name));
    expect(never.filter((name) => !playedInTheYear.includes(name))).toEqual([]);
  });
}
