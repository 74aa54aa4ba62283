import type { Answer } from '../test-api.js';
import { type Caller, guardAnswer } from './callers.js';
import { expectedAnswer, none } from './grammar.js';
import { nothing, statesOf, type Thing } from './records.js';
import type { Changes, Rehearsal } from './rehearsal.js';
import type { Asked, Requests } from './requests.js';
import { allowedOn, rows } from './rows.js';
import type { MatrixWorld } from './world.js';

/** One cell of the table, and what came of it. */
export interface Cell {
  readonly name: string;
  readonly caller: Caller;
  readonly state: string;
  readonly expected: string;
  /** The answer in the words of the table. */
  readonly got: string;
  /** All that the caller can see of it, but its time and its number. */
  readonly bytes: string;
  /** The tables that the call changed, or would have changed. */
  readonly changes: Changes;
}

/** Asks the cells of the table of one world. Calls that change something are rehearsed, so that the world stays. */
export class Asking {
  constructor(
    private readonly world: MatrixWorld,
    private readonly requests: Requests,
    private readonly rehearsal: Rehearsal,
  ) {}

  /** The cells of a row for one caller: first of a record that does not exist. */
  async row(name: string, caller: Caller): Promise<Cell[]> {
    const about = rows[name]?.about ?? null;
    const states = about === null ? [] : statesOf(about);
    // The guard answers before any record is looked at: one record shows that.
    const isGuarded = guardAnswer(caller, allowedOn(name)) !== null;
    const cells = [await this.cell(name, caller, none, nothing())];
    for (const state of isGuarded ? states.slice(0, 1) : states) {
      cells.push(await this.cell(name, caller, state, this.record(name, state)));
    }
    return cells;
  }

  /** The same cell with a revision that was never true: what is hidden must not be stale. */
  async stale(cell: Cell): Promise<string | null> {
    const asked = await this.requests.about(cell.name, this.record(cell.name, cell.state));
    if (!('revision' in asked.body)) return null;
    const body = { ...asked.body, revision: 4711 };
    const call = () => this.requests.send({ ...asked, body }, this.world.people[cell.caller]);
    return bytesOf((await this.rehearsal.of(call)).answer);
  }

  private async cell(name: string, caller: Caller, state: string, thing: Thing): Promise<Cell> {
    const row = rows[name];
    if (row === undefined) throw new Error(`No row ${name}.`);
    const expected = expectedAnswer(row, allowedOn(name), caller, state);
    const asked = await this.requests.about(name, thing);
    const call = () => this.requests.send(asked, this.world.people[caller]);
    const isChange = asked.endpoint.method !== 'GET';
    const { answer, changes } = isChange ? await this.rehearsal.of(call) : { answer: await call(), changes: [] };
    return {
      name,
      caller,
      state,
      expected,
      got: meaningOf(asked, answer, expected, thing),
      bytes: bytesOf(answer),
      changes,
    };
  }

  private record(name: string, state: string): Thing {
    const about = rows[name]?.about ?? null;
    const found = about === null ? undefined : this.world.records[about][state];
    if (found === undefined) throw new Error(`The world has no ${about} that is ${state}.`);
    return found;
  }
}

/** What is wrong with the cells of one caller in one row; they begin with that of a record that does not exist. */
export function faultsOf(cells: readonly Cell[]): string[] {
  const [absent] = cells;
  return cells.flatMap(({ caller, state, expected, got, changes, bytes }) => {
    const faults: string[] = [];
    if (got !== expected) faults.push(`${caller}, ${state}: expected ${expected}, got ${got}`);
    if (got !== 'ok' && changes.length > 0)
      faults.push(`${caller}, ${state}: ${got}, and yet it changes ${changes.join()}`);
    if (expected === 'hidden' && bytes !== absent?.bytes) {
      faults.push(`${caller}, ${state}: not the answer to what does not exist: ${bytes.slice(-160)}`);
    }
    return faults;
  });
}

function meaningOf(
  { endpoint }: Asked,
  { status, body, raw }: Answer<unknown>,
  expected: string,
  thing: Thing,
): string {
  if (status !== endpoint.status) {
    const code = (body as { code?: string } | null)?.code ?? `status ${status}`;
    return code === 'record.missing' ? 'hidden' : code;
  }
  if (expected !== 'shown' && expected !== 'absent') return 'ok';
  const text = raw.toString();
  return text.includes(thing.mark) || (thing.row !== undefined && text.includes(thing.row.id)) ? 'shown' : 'absent';
}

function bytesOf({ status, raw, headers }: Answer<unknown>): string {
  const { date: _, 'x-request-id': __, ...rest } = headers;
  return JSON.stringify([status, rest, raw.toString()]);
}
