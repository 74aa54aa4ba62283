import { setTimeout as pause } from 'node:timers/promises';
import { plan as contract, type Endpoint, type RequestOf, type ResponseOf } from '@commonlot/contracts';
import { cents } from '@commonlot/domain';
import type { Chance } from '../../seed/chance.js';
import { givenDraft, givenLine } from '../given-plan.js';
import type { TestApi, TestPerson } from '../test-api.js';

type Version = ResponseOf<typeof contract.readPlanVersion>;

/** What happened may be done, refused by a rule, or lost with its connection; anything else is a fault. */
const outcomes: Readonly<Record<number, string>> = {
  200: 'done',
  201: 'done',
  409: 'refused',
  422: 'refused',
  503: 'lost',
};
const lineCount = 15;
const maxVersions = 14;

/**
 * People who write, submit, approve, send back and put in force versions of several plans, all at the same time, each
 * doing what comes to mind. Writers and approvers are apart, for nobody approves what they wrote.
 */
export class PlanWriters {
  /** How often what happened, such as 'savePlanLines done'. */
  readonly counts = new Map<string, number>();
  private isRunning = true;

  private constructor(
    private readonly api: TestApi,
    private readonly chance: Chance,
    private readonly writers: readonly TestPerson[],
    private readonly approvers: readonly TestPerson[],
    private readonly versionIds: string[],
  ) {}

  static async start(api: TestApi, chance: Chance): Promise<PlanWriters> {
    const people = (names: readonly string[]) => Promise.all(names.map((name) => api.person(['minister'], name)));
    const writers = await people(['Wanda Writer', 'Walter Writer', 'Wilma Writer']);
    const approvers = await people(['Arno Approver', 'Anke Approver']);
    const [drafter] = writers as [TestPerson];
    const versionIds: string[] = [];
    for (const year of [2041, 2042, 2043]) {
      const lines = [givenLine('1', { kind: 'heading', amountCents: null })];
      for (let line = 1; line <= lineCount; line += 1) lines.push(givenLine(`1.${line}`, { amountCents: cents(line) }));
      versionIds.push((await givenDraft(api, drafter, { year, lines })).versionId);
    }
    return new PlanWriters(api, chance, writers, approvers, versionIds);
  }

  /** Everybody at work until `stop`. */
  async run(): Promise<void> {
    const work = async (as: TestPerson, act: (version: Version, as: TestPerson) => Promise<void>) => {
      while (this.isRunning) {
        const params = { versionId: this.chance.pick(this.versionIds) };
        const read = await this.send(contract.readPlanVersion, { params }, as);
        if (read !== null) await act(read, as);
        await pause(this.chance.whole(0, 8));
      }
    };
    await Promise.all([
      ...this.writers.map((person) => work(person, (version, as) => this.write(version, as))),
      ...this.approvers.map((person) => work(person, (version, as) => this.judge(version, as))),
    ]);
  }

  stop(): void {
    this.isRunning = false;
  }

  private async write(version: Version, as: TestPerson): Promise<void> {
    const { revision } = version;
    const params = { versionId: version.id };
    if (version.may.submit && this.chance.next() < 0.2) {
      await this.send(contract.submitPlanVersion, { params, body: { revision } }, as);
    } else if (version.state === 'draft') {
      await this.send(contract.savePlanLines, { params, body: this.otherAmounts(version) }, as);
    } else if (this.versionIds.length < maxVersions && this.chance.next() < 0.1) {
      const head = { year: version.year, stage: version.stage, totalCents: version.totalCents };
      const body = { ...head, fromVersionId: version.id, source: '', remark: null };
      const made = await this.send(contract.createPlanVersion, { body }, as);
      if (made !== null) this.versionIds.push(made.id);
    }
  }

  private async judge({ id, state, revision, may }: Version, as: TestPerson): Promise<void> {
    const params = { versionId: id };
    if (may.sendBack && this.chance.next() < 0.5) {
      const body = { revision, reason: 'Nog eens rekenen.' };
      await this.send(contract.sendBackPlanVersion, { params, body }, as);
    } else if (state === 'submitted') {
      await this.send(contract.approvePlanVersion, { params, body: { revision } }, as);
    } else if (may.enterIntoForce && this.chance.next() < 0.5) {
      const decree = { decreeReference: 'Royal Decree 2041', decreeOn: '2026-01-05', accountsReference: null };
      await this.send(contract.enterPlanVersionIntoForce, { params, body: { revision, ...decree } }, as);
    }
  }

  /** Other amounts and another total; every second time they add up, so that the plan can be submitted. */
  private otherAmounts({ lines, revision }: Version) {
    let sum = 0;
    const inputs = lines.map(({ parentLineId: _, subtotalCents: __, figures: ___, amountCents, ...line }) => {
      const amount = amountCents === null ? null : cents(this.chance.whole(0, 1_000_000));
      sum += amount ?? 0;
      return { ...line, amountCents: amount };
    });
    const left = this.chance.next() < 0.5 ? 0 : this.chance.whole(1, 5_000);
    return { totalCents: cents(sum + left + (sum === 0 ? 1 : 0)), lines: inputs, revision };
  }

  private async send<E extends Endpoint>(
    endpoint: E,
    input: Partial<RequestOf<E>>,
    as: TestPerson,
  ): Promise<ResponseOf<E> | null> {
    const answer = await this.api.call(endpoint, input, { as, process: this.chance.whole(0, 1) });
    const outcome = outcomes[answer.status];
    if (outcome === undefined) throw new Error(`${endpoint.path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    const what = `${endpoint.method} ${endpoint.path.replace(/^.*:versionId/, '')} ${outcome}`;
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
    return outcome === 'done' ? (endpoint.response.parse(answer.body) as ResponseOf<E>) : null;
  }
}
