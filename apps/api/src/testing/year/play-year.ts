import { invariants } from '../../platform/invariants.js';
import { TestApi } from '../test-api.js';
import { applicationSteps } from './application-steps.js';
import { callSteps } from './call-steps.js';
import { givenCast } from './cast.js';
import { decisionSteps } from './decision-steps.js';
import { directFileSteps } from './direct-file-steps.js';
import { Game } from './game.js';
import { paymentSteps } from './payment-steps.js';
import { openTheYear, planSteps } from './plan-steps.js';
import { raceSteps } from './race-steps.js';
import { reviewSteps } from './review-steps.js';
import { sameMoney } from './same-money.js';
import { settle } from './settle.js';
import type { Step } from './step.js';

/** Often enough to name the step, seldom enough to be cheap. */
const stepsBetweenInvariants = 25;
const hour = 3_600_000;

/** Time passes: a little, or to the edge of something, where an instant decides. */
const timePasses: Step = {
  name: 'time passes',
  weight: 4,
  isPossible: () => true,
  play: async (game) => {
    const { chance, model } = game;
    const edges = model.calls
      .filter(({ state }) => state === 'published')
      .flatMap(({ opensAt, closesAt }) => [opensAt, closesAt]);
    const next = edges.map((edge) => edge.getTime()).filter((edge) => edge > game.now.getTime() + 1);
    const edge = Math.min(...next);
    const little = game.now.getTime() + chance.whole(1, 20) * hour;
    const to = chance.pick([little, edge - 1, edge, edge + 1]);
    const soon = Math.min(edge + hour, game.now.getTime() + 24 * hour);
    game.setClock(new Date(Number.isFinite(to) && to > game.now.getTime() ? to : soon));
  },
};

const steps: readonly Step[] = [
  ...[timePasses, ...planSteps, ...callSteps, ...applicationSteps],
  ...[...raceSteps, ...reviewSteps, ...directFileSteps, ...decisionSteps, ...paymentSteps],
];

/** One of the steps that are possible now, by their weights; what was not played yet comes sooner. */
function chosen(game: Game, played: ReadonlySet<Step>): Step {
  const weightOf = (step: Step) => step.weight * (played.has(step) ? 1 : 4);
  const possible = steps.filter((step) => step.isPossible(game));
  let dice = game.chance.next() * possible.reduce((sum, step) => sum + weightOf(step), 0);
  for (const step of possible) {
    dice -= weightOf(step);
    if (dice < 0) return step;
  }
  return timePasses;
}

/**
 * Plays so many steps of a year from a seed, on two API processes, and compares what is with what must be: the money
 * after each step, every promise every few steps, and all that was acknowledged at the end. Returns the endpoints that
 * answered with success.
 */
export async function playYear(seed: number, count: number): Promise<ReadonlySet<string>> {
  const api = await TestApi.start({ processes: 2 });
  let game: Game | null = null;
  let step = 0;
  const played = new Set<Step>();
  try {
    game = new Game(api, await givenCast(api, 8), seed);
    game.setClock(game.now);
    game.trace.push('the year begins');
    await openTheYear(game);
    for (step = 1; step <= count; step += 1) {
      game.begin(step);
      const next = chosen(game, played);
      played.add(next);
      game.trace.push(`#${step} ${game.now.toISOString()} ${next.name}`);
      await next.play(game);
      await sameMoney(game);
      if (step % stepsBetweenInvariants === 0) await holds(api);
    }
    await settle(game);
  } catch (error) {
    const last = game?.trace.slice(-30).join('\n');
    const again = `YEAR_SEED=${seed} YEAR_STEPS=${count} npm test -- api year`;
    // What broke first is what is told; that a promise is broken at the end too is no news.
    await api.stop().catch(() => undefined);
    throw new Error(`Seed ${seed}, step ${step}: ${(error as Error).message}\n${last}\nAgain: ${again}`, {
      cause: error,
    });
  }
  await api.stop();
  return game.succeeded;
}

async function holds(api: TestApi): Promise<void> {
  for (const { name, sql } of invariants) {
    const rows = await api.sql(`${sql} LIMIT 3`);
    if (rows.length > 0) throw new Error(`the promise ${name} is broken: ${JSON.stringify(rows)}`);
  }
}
