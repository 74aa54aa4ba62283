import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { type Endpoint, endpointName, type RequestOf, type ResponseOf } from '@commonlot/contracts';
import { Clock } from '../../platform/index.js';
import { Chance } from '../../seed/chance.js';
import { verdictOf } from '../fuzz/verdict.js';
import type { Answer, TestApi } from '../test-api.js';
import type { Cast } from './cast.js';
import { Model } from './model.js';

/** What the model says of a move: it must be done, it must be refused with one of these codes, or it does not know. */
type Expectation = 'done' | 'either' | readonly string[];

export interface Move<E extends Endpoint> {
  readonly endpoint: E;
  readonly input: Partial<RequestOf<E>>;
  /** Who does it, by name. */
  readonly by: string;
  readonly expect: Expectation;
  /** Whether it happened, when its answer was lost and asking again would be another move. */
  readonly happened?: () => Promise<boolean>;
}

/** What came of a move. An answer that was lost of a move that happened is null. */
export type Outcome<T> =
  | { readonly done: true; readonly answer: T | null }
  | { readonly done: false; readonly code: string };

type Reply =
  | { readonly kind: 'done'; readonly body: unknown }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'lost' };
/**
 * What goes wrong on the way: a double click (one form, so one key) on both processes, two tabs (two keys), the same
 * again after the answer, or the connections to the database end.
 */
type Trouble = 'none' | 'double click' | 'two tabs' | 'again' | 'kill';
const usual: readonly Trouble[] = ['none', 'none', 'none', 'none', 'none', 'none'];
const troubles: readonly Trouble[] = [...usual, 'double click', 'two tabs', 'again', 'kill'];

const plain = { as: 'target', params: {}, query: {}, body: {} } as const;
const processes = [0, 1] as const;

/** Plays moves on two API processes: sends them, sometimes twice, sometimes with the database torn away under them. */
export class Game {
  readonly model = new Model();
  readonly trace: string[] = [];
  /** Endpoints that answered with success. */
  readonly succeeded = new Set<string>();
  chance: Chance;
  private isUnderFire = false;
  now = new Date('2026-01-05T09:00:00Z');

  constructor(
    readonly api: TestApi,
    readonly cast: Cast,
    private readonly seed: number,
  ) {
    this.chance = new Chance(seed);
    this.model.organisations.push(...cast.organisations);
  }

  /** Begins a step: its dice do not depend on how many were thrown before it. */
  begin(step: number): void {
    this.chance = new Chance((this.seed * 7_919 + step * 104_729) | 0);
  }

  setClock(now: Date): void {
    this.now = now;
    for (const process of processes) this.api.get(Clock, process).set(now);
  }

  id(name: string): string {
    return this.person(name).id;
  }

  async read<E extends Endpoint>(endpoint: E, input: Partial<RequestOf<E>>, by: string): Promise<ResponseOf<E>> {
    const reply = await this.send(endpoint, input, by, randomUUID(), this.chance.pick(processes));
    if (reply.kind === 'done') return reply.body as ResponseOf<E>;
    throw new Error(`${endpointName(endpoint)} by ${by}: ${reply.kind === 'lost' ? 'lost' : reply.code}`);
  }

  /** Makes a move and holds what came of it against what the model expects. */
  async attempt<E extends Endpoint>(move: Move<E>): Promise<Outcome<ResponseOf<E>>> {
    const trouble = this.chance.pick(troubles);
    const outcome = await this.outcomeOf(move, trouble);
    const said = outcome.done ? 'done' : outcome.code;
    const name = endpointName(move.endpoint);
    this.trace.push(`  ${name} by ${move.by}${trouble === 'none' ? '' : `, ${trouble}`}: ${said}`);
    const { expect } = move;
    const isRight =
      expect === 'either' || (expect === 'done' ? outcome.done : !outcome.done && expect.includes(outcome.code));
    if (!isRight) throw new Error(`${name} by ${move.by}: ${said}, and the model says ${JSON.stringify(expect)}`);
    return outcome;
  }

  /** Makes moves at the same time, on one process and the other. What of it may be, the step has to say. */
  async atOnce(moves: readonly Omit<Move<Endpoint>, 'expect'>[]): Promise<Outcome<unknown>[]> {
    const replies = await Promise.all(
      moves.map(({ endpoint, input, by }, index) => this.send(endpoint, input, by, randomUUID(), index % 2)),
    );
    const outcomes = replies.map((reply) => outcomeOf<unknown>(reply));
    for (const [index, { endpoint, by }] of moves.entries()) {
      const outcome = outcomes[index];
      this.trace.push(
        `  ${endpointName(endpoint)} by ${by}, at once: ${outcome?.done === false ? outcome.code : 'done'}`,
      );
    }
    return outcomes;
  }

  private async outcomeOf<E extends Endpoint>(move: Move<E>, trouble: Trouble): Promise<Outcome<ResponseOf<E>>> {
    const { endpoint, input, by } = move;
    const key = randomUUID();
    const process = this.chance.pick(processes);
    const once = (on: number) => this.send(endpoint, input, by, key, on);
    if (trouble === 'double click') return this.oneOf(move, await Promise.all(processes.map(once)));
    if (trouble === 'two tabs' && isNamed(move)) return this.oneOfTabs(move);
    if (trouble === 'kill') return this.underFire(move, once(process), () => once(1 - process));
    const first = await once(process);
    if (trouble === 'again' && first.kind === 'done') return this.oneOf(move, [first, await once(1 - process)]);
    return outcomeOf(first);
  }

  /** Of two equal requests one is done. Where a key says that they are one, both have its answer. */
  private oneOf<E extends Endpoint>(move: Move<E>, replies: readonly Reply[]): Outcome<ResponseOf<E>> {
    const done = replies.flatMap((reply) => (reply.kind === 'done' ? [reply] : []));
    const [one, other] = done;
    if (one === undefined) return outcomeOf(replies[0] ?? { kind: 'lost' });
    if (move.endpoint.idempotent && (other === undefined || !isDeepStrictEqual(one.body, other.body))) {
      throw new Error(`${endpointName(move.endpoint)}: one key, two answers: ${JSON.stringify(replies)}`);
    }
    if (!move.endpoint.idempotent && isNamed(move) && other !== undefined) {
      throw new Error(`${endpointName(move.endpoint)}: done twice at one revision`);
    }
    return outcomeOf(one);
  }

  /** Of two requests that name one revision one is done; or the other says what the first did, and does nothing. */
  private async oneOfTabs<E extends Endpoint>(move: Move<E>): Promise<Outcome<ResponseOf<E>>> {
    const { endpoint, input, by } = move;
    const replies = await Promise.all(processes.map((on) => this.send(endpoint, input, by, randomUUID(), on)));
    const [one, other] = replies.flatMap((reply) => (reply.kind === 'done' ? [reply] : []));
    if (other !== undefined && !isDeepStrictEqual(one?.body, other.body)) {
      throw new Error(`${endpointName(endpoint)}: done in two tabs: ${JSON.stringify(replies)}`);
    }
    return outcomeOf(one ?? replies[0] ?? { kind: 'lost' });
  }

  /**
   * Ends the connections that work for the request at some moment of it. When the answer is lost, asks again until
   * somebody knows: with the same key where there is one, and else by looking whether it happened.
   */
  private async underFire<E extends Endpoint>(
    move: Move<E>,
    request: Promise<Reply>,
    again: () => Promise<Reply>,
  ): Promise<Outcome<ResponseOf<E>>> {
    this.isUnderFire = true;
    const [reply] = await Promise.all([request, this.endConnections(request)]);
    this.isUnderFire = false;
    if (reply.kind !== 'lost') return outcomeOf(reply);
    // What must be refused has not happened: that it looks so is how it was before.
    const mayHaveHappened = move.expect === 'done' && !move.endpoint.idempotent;
    if (mayHaveHappened && (await move.happened?.())) return { done: true, answer: null };
    return outcomeOf(await again());
  }

  private async endConnections(request: Promise<Reply>): Promise<void> {
    let isOver = false;
    const end = request.finally(() => {
      isOver = true;
    });
    await wait(this.chance.whole(0, 12));
    const ended: number[] = [];
    // Once more when the answer is there: whoever answers before the commit has something left to lose.
    for (let isLast = false; ended.length === 0 && !isLast; ) {
      isLast = isOver;
      const rows = await this.api.sql<{ pid: number }>(
        // First whose connections they are, then the ending: in one WHERE the ending may come first, on every database.
        `WITH ours AS MATERIALIZED (SELECT pid FROM pg_stat_activity WHERE datname = current_database()
           AND state <> 'idle' AND application_name LIKE 'commonlot%' AND application_name NOT LIKE '%worker')
         SELECT pid FROM ours WHERE pg_terminate_backend(pid)`,
      );
      ended.push(...rows.map(({ pid }) => pid));
    }
    await end;
    const left = () => this.api.sql('SELECT 1 FROM pg_stat_activity WHERE pid = ANY ($1::int[])', [ended]);
    while ((await left()).length > 0) await wait(2);
    // The API hears that they are gone with the next turn of its loop. From here on it must not stumble over them.
    await wait(20);
  }

  private async send<E extends Endpoint>(
    endpoint: E,
    input: Partial<RequestOf<E>>,
    by: string,
    key: string,
    process: number,
  ): Promise<Reply> {
    const answer = await inTime(this.api.call(endpoint, input, { as: this.person(by), key, process }));
    if (this.isUnderFire && answer.status === 503) return { kind: 'lost' };
    const fault = verdictOf(endpoint, plain, answer);
    if (fault !== null) throw new Error(`${endpointName(endpoint)} by ${by}: ${fault}`);
    if (answer.status !== endpoint.status) return { kind: 'refused', code: (answer.body as { code: string }).code };
    this.succeeded.add(endpointName(endpoint));
    return { kind: 'done', body: answer.body };
  }

  private person(name: string) {
    const person = this.cast.people.get(name);
    if (person === undefined) throw new Error(`Nobody is called ${name}.`);
    return person;
  }
}

/** Whether the request says which state of the record it means. */
const isNamed = (move: Move<Endpoint>) => 'revision' in ((move.input.body ?? {}) as object);

function outcomeOf<T>(reply: Reply): Outcome<T> {
  if (reply.kind === 'lost') throw new Error('A reply that is lost is no outcome.');
  return reply.kind === 'done' ? { done: true, answer: reply.body as T } : { done: false, code: reply.code };
}

/** Nothing may hang, whatever was torn away. */
async function inTime(answer: Promise<Answer<unknown>>): Promise<Answer<unknown>> {
  const late = wait(15_000, null, { ref: false });
  const first = await Promise.race([answer, late]);
  if (first === null) throw new Error('no answer within 15 s');
  return first;
}
