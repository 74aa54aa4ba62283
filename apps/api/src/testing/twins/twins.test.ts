import { randomUUID } from 'node:crypto';
import { crawl, eachAtOnce, read, type Visit } from '../canaries/crawl.js';
import { readingsOf } from '../canaries/readings.js';
import { TestApi } from '../test-api.js';
import { differences, idsIn } from './compare.js';
import { twins } from './secrets.js';
import { atHour, everybody, givenTwinWorld, type TwinWorld } from './world.js';

let frozen: Awaited<ReturnType<TestApi['freeze']>>;
let world: TwinWorld;
let known: ReadonlySet<string>;
beforeAll(async () => {
  const api = await TestApi.start();
  world = await givenTwinWorld(api);
  known = await idsIn(api);
  frozen = await api.freeze();
}, 120_000);
afterAll(() => frozen.drop());

/** A system of its own, as the world was made. */
async function given(): Promise<{ api: TestApi; world: TwinWorld }> {
  const api = await TestApi.start(frozen);
  atHour(api, world, 0);
  return { api, world };
}

test.each(twins.map((twin) => [twin.secret, twin] as const))(
  'nobody is told %s',
  async (_secret, twin) => {
    const [one, other] = [await given(), await given()];
    try {
      expect((await differences(twin, one, other, known)).slice(0, 20)).toEqual([]);
    } finally {
      await one.api.stop();
      await other.api.stop();
    }
  },
  120_000,
);

test('a record that is not for somebody answers as one that does not exist', async () => {
  const { api } = await given();
  const readings = await readingsOf(api);
  const found: string[] = [];
  for (const who of everybody) {
    const as = world.people[who];
    const missing: Visit[] = [];
    await crawl(api, as, readings, (visited) => {
      if (visited.answer.status === 404) missing.push(visited);
    });
    expect(missing.length).toBeGreaterThan(5);
    // One id that nothing has for each address above it: the answer does not depend on the id.
    const byPlace = Map.groupBy(missing, ({ url }) => url.replace(lastPart, ''));
    await eachAtOnce([...byPlace.values()], async (all) => {
      const [{ url }] = all as [Visit, ...Visit[]];
      const invented = await read(
        api,
        as,
        url.replace(lastPart, (last) => (known.has(last) ? randomUUID() : last)),
      );
      const told = all.filter(({ answer }) => answer.raw.toString() !== invented.raw.toString());
      found.push(...told.map((visit) => `${who} by ${visit.name} ${visit.url}`));
    });
  }
  await api.stop();
  expect(found).toEqual([]);
}, 120_000);

const lastPart = /[^/?]+(?=\?|$)/;
