import type { Game } from './game.js';

/** Something that people do. A step picks who and what by the dice of the game, and moves the model by what came of it. */
export interface Step {
  readonly name: string;
  /** How often it is played where it is possible, beside the others. */
  readonly weight: number;
  isPossible(game: Game): boolean;
  play(game: Game): Promise<void>;
}

/** One of those that fit. Throws when none does: `isPossible` says so before. */
export function oneOf<T>(game: Game, all: readonly T[], fits: (one: T) => boolean): T {
  return game.chance.pick(all.filter(fits));
}

/** True so many times of a hundred. */
export const sometimes = (game: Game, percent: number): boolean => game.chance.whole(1, 100) <= percent;
