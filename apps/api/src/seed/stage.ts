import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type pg from 'pg';
import { Clock } from '../platform/clock.js';
import { WorkerLoop } from '../platform/worker-loop.js';
import { Cast } from './cast.js';
import { Chance } from './chance.js';
import { ContractClient } from './contract-client.js';
import type { Municipality } from './organisations.js';
import { Timeline } from './timeline.js';

/** Everything that the scenes of the demonstration share. */
export class Stage {
  readonly cast = new Cast();
  readonly chance = new Chance(20_260_101);
  readonly client: ContractClient;
  readonly timeline: Timeline;
  municipalities: readonly Municipality[] = [];
  /** Organisations are numbered through, so that each has an enterprise number and an account of its own. */
  organisations = 0;
  /** The version of the plan that the scenes play on. */
  currentPlan = '';

  constructor(
    private readonly app: NestFastifyApplication,
    readonly owner: pg.Pool,
    now: Date,
  ) {
    this.client = new ContractClient(app);
    this.timeline = new Timeline(now);
  }

  /** Plays a part of the year and says how long it took: a seed that is watched is a seed that is waited for. */
  async scene<T>(name: string, work: () => Promise<T>): Promise<T> {
    const began = performance.now();
    const result = await work();
    process.stdout.write(`${name}: ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
    return result;
  }

  /** Moves the demonstration clock; null is now. */
  clock(at: Date | null): void {
    this.app.get(Clock, { strict: false }).set(at);
  }

  /** Runs the jobs that wait: mails, letters, projections. */
  async work(): Promise<void> {
    await this.app.get(WorkerLoop, { strict: false }).drain();
  }
}
