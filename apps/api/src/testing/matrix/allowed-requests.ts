import { endpoints } from '@commonlot/contracts';
import type { TestPerson } from '../test-api.js';
import { callers } from './callers.js';
import { expectedAnswer } from './grammar.js';
import { nothing, statesOf } from './records.js';
import type { Asked, Requests } from './requests.js';
import { allowedOn, routeOf, rows } from './rows.js';
import type { MatrixWorld } from './world.js';

/** A request that changes something and would be taken: by who may, about a record that is ready for it. */
export interface AllowedRequest {
  readonly name: string;
  readonly as: TestPerson | null;
  readonly asked: Asked;
  /** False for the few routes that want a password or a link, which nobody here has. */
  readonly isTaken: boolean;
}

/** One such request for each route that is no GET, found in the table: whatever is done to it, it was good before. */
export async function allowedRequests(world: MatrixWorld, requests: Requests): Promise<AllowedRequest[]> {
  const found = new Map<string, AllowedRequest>();
  for (const [name, row] of Object.entries(rows)) {
    const route = routeOf(name);
    if (endpoints.get(route)?.method === 'GET' || found.get(route)?.isTaken === true) continue;
    const states: readonly string[] = row.about === null ? ['none'] : statesOf(row.about);
    const pairs = callers.flatMap((caller) => states.map((state) => ({ caller, state })));
    const taken = pairs.find(({ caller, state }) => expectedAnswer(row, allowedOn(name), caller, state) === 'ok');
    const { caller, state } = taken ?? { caller: 'outsider' as const, state: states[0] ?? 'none' };
    const thing = (row.about === null ? undefined : world.records[row.about][state]) ?? nothing();
    const as = caller === 'anonymous' ? world.people.outsider : world.people[caller];
    found.set(route, { name, as, asked: await requests.about(name, thing), isTaken: taken !== undefined });
  }
  return [...found.values()];
}
