import { Chance } from '../../seed/chance.js';
import { TestApi } from '../test-api.js';
import { allCuts, seed } from './cut-plan.js';
import { FrozenWorld } from './frozen-world.js';
import type { Scenario } from './scenario.js';
import { changingEndpoints, type ScenarioGroup } from './scenario-groups.js';
import { Sweep } from './sweep.js';
import { complaintsAboutReference } from './verdict.js';

/** Declares the tests of a group of requests. */
export const sweepGroup = (group: ScenarioGroup): void =>
  sweepAll(group.build, changingEndpoints(group.nouns), () => changingEndpoints(group.nouns));

/**
 * Declares the tests: each scenario is cut at every message, one test each. `names` are those of the scenarios, and
 * `needed` of what must have one.
 */
export function sweepAll(
  build: ScenarioGroup['build'],
  names: readonly string[],
  needed: (api: TestApi) => readonly string[],
): void {
  let api: TestApi;
  let world: FrozenWorld;
  let sweep: Sweep;
  let scenarios: Map<string, Scenario>;
  beforeAll(async () => {
    api = await TestApi.start();
    scenarios = new Map((await build(api)).map((scenario) => [scenario.name, scenario]));
    world = await FrozenWorld.of(api);
    sweep = await Sweep.start(world);
  }, 60_000);
  afterAll(async () => {
    await sweep.stop();
    await world.release();
    await api.stop();
  });

  it('has a scenario for everything that changes something', () => {
    expect([...scenarios.keys()].sort()).toEqual(needed(api));
    expect(names.toSorted()).toEqual(needed(api));
  });

  it.each(names)('%s is fully there or not at all, wherever the connection is cut', async (name) => {
    const scenario = scenarios.get(name);
    if (scenario === undefined) throw new Error(`${name} has no scenario.`);
    const chance = new Chance(seed);
    const reference = await sweep.reference(scenario);
    expect(complaintsAboutReference(scenario, reference)).toEqual([]);
    const cuts = allCuts(reference.messages);
    const { complaints, ...counts } = await sweep.run(scenario, reference, cuts, { completions: 1, chance });
    expect({ seed, complaints }).toEqual({ seed, complaints: [] });
    // A sweep that cuts nothing, or never loses an answer after the commit, proves nothing.
    expect(counts.cuts).toBeGreaterThanOrEqual(reference.messages.length * 0.8);
    if (reference.messages.length > 0) expect(counts.undone).toBeGreaterThan(0);
    if (reference.first.change.length > 0) expect(counts.done).toBeGreaterThan(1);
  }, 300_000);
}
