import { Chance } from '../../seed/chance.js';
import { TestApi } from '../test-api.js';
import { seed } from './cut-plan.js';
import { draftModel, findOrder, lineModel } from './history.js';
import {
  allocatedCents,
  givenSharedDraft,
  givenSignableBatches,
  signAllAtOnce,
  writeAtOnce,
} from './history-clients.js';
import { TwoProcesses } from './two-processes.js';

/** Declares the tests: so many commitments at once, and so many people who write at one draft. */
export function checkHistories(size: { commitments: number; clients: number; saves: number }): void {
  let api: TestApi;
  let processes: TwoProcesses;
  const chance = new Chance(seed);
  beforeEach(async () => {
    api = await TestApi.start();
    processes = await TwoProcesses.start(api, chance);
  }, 60_000);
  afterEach(async () => {
    await processes.stop();
    await api.stop();
  });

  it.each([
    ['the last of them', size.commitments - 1],
    ['a third of them', Math.floor((size.commitments * 2) / 3)],
  ])(
    `${size.commitments} commitments at once on two processes, with cuts, happened in some order that refuses %s`,
    async (_which, fitting) => {
      const batches = await givenSignableBatches(api, size.commitments, fitting);
      processes.disturb();
      const history = await signAllAtOnce(api, processes, batches);
      await processes.calm();
      const order = findOrder(history, lineModel(allocatedCents));
      expect({ seed, order }).toEqual({ seed, order: expect.any(Array) });
      const commits = history.flatMap(({ action }) => (action.kind === 'commit' ? [action] : []));
      expect(commits).toHaveLength(size.commitments);
      expect(commits.filter(({ isDone }) => isDone)).toHaveLength(fitting);
      expect(history.length).toBeGreaterThan(commits.length);
      expect(processes.cuts).toBeGreaterThan(0);
    },
    240_000,
  );

  it(`${size.clients} people at one draft, with cuts, never write over what somebody else was told is saved`, async () => {
    const { draft, initial } = await givenSharedDraft(api);
    processes.disturb();
    const history = await writeAtOnce(api, processes, draft, { ...size, chance });
    expect({ seed, order: findOrder(history, draftModel(initial)) }).toEqual({ seed, order: expect.any(Array) });
    const outcomes = new Set(history.flatMap(({ action }) => (action.kind === 'save' ? [action.outcome] : [])));
    expect(outcomes).toContain('done');
    expect(outcomes).toContain('stale');
    expect(processes.cuts).toBeGreaterThan(0);
  }, 240_000);
}
