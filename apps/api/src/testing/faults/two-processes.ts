import { setTimeout as pause } from 'node:timers/promises';
import { CONFIG, type Config } from '../../platform/config.js';
import type { Chance } from '../../seed/chance.js';
import type { TestApi } from '../test-api.js';
import { FaultProxy } from './fault-proxy.js';
import type { Scenario } from './scenario.js';
import { type Reply, Subject } from './subject.js';

/** Two API processes on one database, each behind a proxy that cuts connections at random messages. */
export class TwoProcesses {
  private isRunning = true;
  private cutter: Promise<void> = Promise.resolve();
  /** How many connections were cut in the middle of something. */
  cuts = 0;

  private constructor(
    private readonly proxies: readonly FaultProxy[],
    private readonly subjects: readonly Subject[],
    private readonly chance: Chance,
  ) {}

  static async start(api: TestApi, chance: Chance): Promise<TwoProcesses> {
    const { FILES_DIRECTORY } = api.get(CONFIG as never) as Config;
    const proxies = [await FaultProxy.start(api.database.url), await FaultProxy.start(api.database.url)];
    const subjects: Subject[] = [];
    for (const proxy of proxies) subjects.push(await Subject.start(proxy, FILES_DIRECTORY, 8));
    return new TwoProcesses(proxies, subjects, chance);
  }

  send(process: number, scenario: Scenario, key: string): Promise<Reply> {
    const subject = this.subjects[process % this.subjects.length];
    if (subject === undefined) throw new Error('No API process.');
    return subject.send(scenario, key);
  }

  /** Cuts from now on, every few milliseconds, until `calm`. */
  disturb(): void {
    this.cutter = this.cutAgainAndAgain();
  }

  async calm(): Promise<void> {
    this.isRunning = false;
    await this.cutter;
    for (const proxy of this.proxies) proxy.arm(null);
  }

  async stop(): Promise<void> {
    await this.calm();
    for (const subject of this.subjects) await subject.stop();
    for (const proxy of this.proxies) await proxy.stop();
  }

  private async cutAgainAndAgain(): Promise<void> {
    while (this.isRunning) {
      for (const proxy of this.proxies) {
        if (proxy.hasFired) this.cuts += 1;
        proxy.arm({
          message: this.chance.whole(1, 80),
          place: this.chance.pick(['before', 'within', 'after']),
          by: this.chance.pick(['end', 'reset']),
        });
      }
      await pause(this.chance.whole(10, 100));
    }
  }
}
