import { endpoints } from '@commonlot/contracts';
import { TestApi } from '../test-api.js';
import { Asking, type Cell, faultsOf } from './asking.js';
import { type Caller, callers } from './callers.js';
import { Rehearsal } from './rehearsal.js';
import { Requests } from './requests.js';
import { routeOf, rows } from './rows.js';
import { givenMatrixWorld } from './world.js';
import { sealedComment } from './world-of-applications.js';

let api: TestApi;
let asking: Asking;
let rehearsal: Rehearsal;
let before: Record<string, string>;
const cells: Cell[] = [];
beforeAll(async () => {
  api = await TestApi.start();
  const world = await givenMatrixWorld(api);
  rehearsal = new Rehearsal(api);
  asking = new Asking(world, new Requests(api, world), rehearsal);
  before = await rehearsal.checksum();
}, 60_000);
afterAll(() => api.stop());

it('has a row for every endpoint, and none for an endpoint that is gone', () => {
  expect([...new Set(Object.keys(rows).map(routeOf))].sort()).toEqual([...endpoints.keys()].sort());
});

it.each(Object.keys(rows))('%s', async (name) => {
  const faults: string[] = [];
  for (const caller of callers) {
    const asked = await asking.row(name, caller);
    cells.push(...asked);
    faults.push(...faultsOf(asked));
  }
  expect(faults).toEqual([]);
});

it('says of a hidden record that it is not there, also to whoever names a revision that was never true', async () => {
  const hidden = cells.filter(({ expected, state, name }) => {
    return expected === 'hidden' && state !== 'none' && endpoints.get(routeOf(name))?.method !== 'GET';
  });
  const faults: string[] = [];
  for (const cell of hidden) {
    const bytes = await asking.stale(cell);
    if (bytes !== null && bytes !== cell.bytes)
      faults.push(`${cell.name}, ${cell.caller}, ${cell.state}: ${bytes.slice(-160)}`);
  }
  expect(hidden.length).toBeGreaterThan(100);
  expect(faults).toEqual([]);
});

it('writes every change into the journal, but those that are nobody else’s business', () => {
  const unwritten = cells.filter(({ got, changes }) => {
    const made = changes.filter((table) => table !== 'idempotency');
    return got === 'ok' && made.length > 0 && !made.includes('journal');
  });
  expect([...new Set(unwritten.map(({ name }) => name))].sort()).toEqual([
    'access.requestPasswordReset',
    'access.revokeSession',
    'access.signOut',
    // An autosave is noted once in ten minutes.
    'applications.saveDraft',
    'workspace.markNoticesRead',
  ]);
});

/** Words of reviews, and names of people, with those who may read them somewhere. */
const kept: readonly (readonly [words: string, readers: readonly Caller[]])[] = [
  [sealedComment, ['reviewer']],
  ['Het dossier overtuigt op het punt', ['reviewer', 'officer', 'minister', 'controller', 'auditor']],
  ['The reviewer', ['reviewer', 'officer', 'recused', 'auditor', 'administrator']],
  ['The undeclared', ['undeclared', 'officer', 'recused', 'auditor', 'administrator']],
  ['The recused', ['recused', 'officer', 'auditor', 'administrator']],
];
/** Among all officers, as one of those who may be mentioned: it does not say who reviews. */
const listed: Readonly<Record<string, string>> = { 'The recused': 'plan.listPlanReaders' };

it.each(kept)('shows "%s" to nobody else, in whatever answer', (words, readers) => {
  // The demonstration shows every mail to everybody; in production that route does not exist.
  const open = ['workspace.listOutgoingMail', listed[words]];
  const others = cells.filter(({ name, caller }) => !readers.includes(caller) && !open.includes(name));
  const found = others.filter(({ bytes }) => bytes.includes(words));
  expect(found.map(({ name, caller, state }) => [name, caller, state])).toEqual([]);
  expect(cells.some(({ bytes }) => bytes.includes(words))).toBe(true);
});

it('left the world as it was', async () => {
  expect(await rehearsal.checksum()).toEqual(before);
});
