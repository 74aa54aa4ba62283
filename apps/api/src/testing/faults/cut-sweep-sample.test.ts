import { Chance } from '../../seed/chance.js';
import { TestApi } from '../test-api.js';
import { seed, someCuts } from './cut-plan.js';
import { FrozenWorld } from './frozen-world.js';
import type { Scenario } from './scenario.js';
import { changingEndpoints, groups } from './scenario-groups.js';
import { Sweep } from './sweep.js';
import { complaintsAboutReference } from './verdict.js';

/** Always cut, whatever the seed: what is acknowledged, and where money moves. */
const always = ['applications.submitApplication', 'applications.attachFile'];
const sampled = 2;

const chance = new Chance(seed);
let api: TestApi;
let world: FrozenWorld;
let sweep: Sweep;
let scenarios: Map<string, Scenario>;
beforeAll(async () => {
  api = await TestApi.start();
  const all: Scenario[] = [];
  for (const group of Object.values(groups)) all.push(...(await group.build(api)));
  scenarios = new Map(all.map((scenario) => [scenario.name, scenario]));
  world = await FrozenWorld.of(api);
  sweep = await Sweep.start(world);
}, 60_000);
afterAll(async () => {
  await sweep.stop();
  await world.release();
  await api.stop();
});

it('has a scenario for every endpoint that changes something', () => {
  expect([...scenarios.keys()].sort()).toEqual(changingEndpoints());
});

it('leaves each request fully there or not at all, wherever its connection is cut (a sample; FAULT_SEED repeats it)', async () => {
  const others = changingEndpoints().filter((name) => !always.includes(name));
  const names = new Set([...always, ...Array.from({ length: sampled }, () => chance.pick(others))]);
  const complaints: string[] = [];
  let cuts = 0;
  for (const name of names) {
    const scenario = scenarios.get(name);
    if (scenario === undefined) throw new Error(`${name} has no scenario.`);
    const reference = await sweep.reference(scenario);
    complaints.push(...complaintsAboutReference(scenario, reference));
    const result = await sweep.run(scenario, reference, someCuts(reference.messages, 6, chance), {
      completions: 0,
      chance,
    });
    complaints.push(...result.complaints);
    cuts += result.cuts;
  }
  expect({ seed, complaints }).toEqual({ seed, complaints: [] });
  expect(cuts).toBeGreaterThan(names.size * 8);
}, 120_000);

it('answers 503 or the truth when the connection is cut while it is being made', async () => {
  const scenario = scenarios.get('applications.submitApplication');
  if (scenario === undefined) throw new Error('No scenario.');
  const reference = await sweep.reference(scenario);
  const cuts = Array.from({ length: 10 }, (_, index) => ({
    message: 1 + index * 2,
    place: index % 2 === 0 ? ('before' as const) : ('after' as const),
    by: index % 3 === 0 ? ('reset' as const) : ('end' as const),
  }));
  const { complaints } = await sweep.run(scenario, reference, cuts, { completions: 0, chance, cold: true });
  expect({ seed, complaints }).toEqual({ seed, complaints: [] });
}, 60_000);
