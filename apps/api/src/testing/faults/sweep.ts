import { randomUUID } from 'node:crypto';
import type { Chance } from '../../seed/chance.js';
import { withoutMadeValues } from './database-content.js';
import { type Cut, FaultProxy } from './fault-proxy.js';
import type { FrozenWorld, WorldCopy } from './frozen-world.js';
import type { Scenario } from './scenario.js';
import { Subject } from './subject.js';
import { complaintsAbout, difference, isSuccess, type Reference } from './verdict.js';

export interface SweepResult {
  /** How often the request was cut, and how often that left nothing and how often everything. */
  readonly cuts: number;
  readonly undone: number;
  readonly done: number;
  readonly complaints: readonly string[];
}

/**
 * Sends a request again and again with the same key, cut a little later each time, as a client that never gives up.
 * After each cut the database must be as it was before, to the last bit, or as an undisturbed request leaves it; and
 * the answer must be 503 or the truth. The attempt that comes through, or a retry after one whose effect was there, must
 * leave one effect and give the answer of an undisturbed request.
 */
export class Sweep {
  private copy: WorldCopy | null = null;

  private constructor(
    private readonly world: FrozenWorld,
    private readonly proxy: FaultProxy,
    private readonly subject: Subject,
  ) {}

  static async start(world: FrozenWorld): Promise<Sweep> {
    const proxy = await FaultProxy.start(world.url);
    const copy = await world.copy();
    proxy.database = copy.name;
    const sweep = new Sweep(world, proxy, await Subject.start(proxy, world.filesDirectory));
    sweep.copy = copy;
    return sweep;
  }

  /** Sends the request twice and cuts nothing. */
  async reference(scenario: Scenario): Promise<Reference> {
    const copy = await this.freshCopy();
    await this.warm(scenario);
    const key = randomUUID();
    this.proxy.arm(null);
    const first = await this.subject.send(scenario, key);
    const firstOutcome = { reply: first, change: await copy.change() };
    // What passes after the answer belongs to the request all the same.
    const messages = [...this.proxy.messages];
    const second = await this.subject.send(scenario, key);
    const secondOutcome = { reply: second, change: await copy.change() };
    const faults = await copy.faults();
    if (faults.length > 0) throw new Error(`${scenario.name} breaks, without any fault: ${faults.join(', ')}`);
    if (firstOutcome.change.length > 0) await this.drop();
    return { messages, first: firstOutcome, second: secondOutcome };
  }

  /** Cuts at each of these places; `completions` of the attempts that left nothing are repeated uncut at once. */
  async run(
    scenario: Scenario,
    reference: Reference,
    cuts: readonly Cut[],
    { completions, chance, cold = false }: { completions: number; chance: Chance; cold?: boolean },
  ): Promise<SweepResult> {
    const result = { cuts: 0, undone: 0, done: 0, complaints: [] as string[] };
    let key = randomUUID();
    const completed = new Set(Array.from({ length: completions }, () => chance.whole(0, cuts.length - 1)));
    completed.add(cuts.length - 1);
    for (const [index, cut] of cuts.entries()) {
      const copy = this.copy ?? (await this.freshCopy());
      if (cold) this.proxy.cutAll();
      else await this.warm(scenario);
      this.proxy.arm(cut);
      const reply = await this.subject.send(scenario, key);
      const change = await copy.change();
      const { hasFired } = this.proxy;
      const say = (what: string) => result.complaints.push(`${describe(scenario, cut, reference)}: ${what}`);
      for (const complaint of complaintsAbout(scenario, reference, { reply, change }, hasFired)) say(complaint);
      result.cuts += hasFired ? 1 : 0;
      const isUndone = change.length === 0 && !isSuccess(scenario, reply);
      if (isUndone) result.undone += 1;
      else result.done += 1;
      if (isUndone && !completed.has(index)) continue;
      for (const complaint of await this.complete(scenario, reference, key, isUndone, copy)) say(complaint);
      key = randomUUID();
    }
    return result;
  }

  async stop(): Promise<void> {
    await this.subject.stop();
    await this.drop();
    await this.proxy.stop();
  }

  /** Sends the request once more, uncut: what was not done is done now, and what was done is not done again. */
  private async complete(
    scenario: Scenario,
    reference: Reference,
    key: string,
    isFirst: boolean,
    copy: WorldCopy,
  ): Promise<string[]> {
    this.proxy.arm(null);
    await this.warm(scenario);
    const reply = await this.subject.send(scenario, key);
    const change = await copy.change();
    const expected = isFirst ? reference.first : reference.second;
    const complaints: string[] = [];
    if (reply.status !== expected.reply.status) {
      complaints.push(`the retry answers ${reply.status} and not ${expected.reply.status}: ${reply.body}`);
    } else if (this.made(reply.body) !== this.made(expected.reply.body)) {
      complaints.push(`the retry answers ${reply.body} and not ${expected.reply.body}`);
    }
    if (change.join('\n') !== expected.change.join('\n')) {
      complaints.push(`the retry leaves another effect:\n${difference(expected.change, change)}`);
    }
    complaints.push(...(await copy.faults()).map((fault) => `after the retry: ${fault}`));
    await this.drop();
    return complaints;
  }

  private made(text: string): string {
    return withoutMadeValues(text, this.world.known);
  }

  /** The first request after a cut may meet a connection that is gone; then it is another process's turn to notice. */
  private async warm(scenario: Scenario): Promise<void> {
    this.proxy.arm(null);
    await this.copy?.forgetAttempts();
    for (let tries = 0; ; tries += 1) {
      try {
        await this.subject.warm(scenario);
        return;
      } catch (error) {
        if (tries === 5) throw error;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    }
  }

  private async freshCopy(): Promise<WorldCopy> {
    await this.drop();
    const copy = await this.world.copy();
    this.proxy.database = copy.name;
    this.copy = copy;
    return copy;
  }

  private async drop(): Promise<void> {
    this.proxy.cutAll();
    await this.copy?.drop();
    this.copy = null;
  }
}

function describe(scenario: Scenario, { place, message, by }: Cut, { messages }: Reference): string {
  const { way, kind } = messages[message - 1] ?? { way: '', kind: '' };
  return `${scenario.name}, cut (${by}) ${place} message ${message} of ${messages.length} (${way} ${kind})`;
}
