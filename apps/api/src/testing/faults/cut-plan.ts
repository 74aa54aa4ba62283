import { Chance } from '../../seed/chance.js';
import type { Cut, Passed } from './fault-proxy.js';

/**
 * Where a request can be cut: before each of its messages, and after each one that is the last before the other side
 * speaks. (Between two messages that go the same way on the same connection, after the one is before the next.) Every
 * second cut is a reset.
 */
export function allCuts(messages: readonly Passed[]): Cut[] {
  return messages.flatMap(({ way, connection }, index) => {
    const next = messages[index + 1];
    const isTurn = next?.way !== way || next.connection !== connection;
    const message = index + 1;
    const by = message % 2 === 0 ? ('reset' as const) : ('end' as const);
    return [{ message, place: 'before' as const, by }, ...(isTurn ? [{ message, place: 'after' as const, by }] : [])];
  });
}

/** Some of them, in their order, and one in the middle of a message; always the last ones, around the commit. */
export function someCuts(messages: readonly Passed[], count: number, chance: Chance): Cut[] {
  const all = allCuts(messages);
  const last = all.slice(-6);
  const rest = all.slice(0, -6);
  const chosen = new Set(Array.from({ length: Math.min(count, rest.length) }, () => chance.pick(rest)));
  const torn: Cut = { message: chance.whole(1, messages.length), place: 'within', by: chance.pick(['end', 'reset']) };
  return [...rest.filter((cut) => chosen.has(cut)), ...last, torn].toSorted((a, b) => a.message - b.message);
}

/** The seed of this run: FAULT_SEED, or a new one, which every complaint names. */
export const seed = Number(process.env['FAULT_SEED'] ?? Math.floor(Math.random() * 1_000_000));
