import { setTimeout as pause } from 'node:timers/promises';

/**
 * Answers no sooner than after `milliseconds`. What is done for a known and for an unknown address takes a few
 * milliseconds more or less; the floor lies above both, so that the clock tells nothing.
 */
export async function evenTime<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  const [answer] = await Promise.all([work, pause(milliseconds)]);
  return answer;
}
