import type { CallState } from './call-lifecycle.js';
import { callNumber } from './call-number.js';
import { type CallPhase, callPhase } from './call-phase.js';

const opensAt = new Date('2026-03-01T08:00Z');
const closesAt = new Date('2026-04-01T10:00Z');

describe('callPhase', () => {
  test.each<[string, CallState, Date, CallPhase]>([
    ['a draft, whatever the hour', 'draft', opensAt, 'draft'],
    ['a millisecond before opening', 'published', new Date(opensAt.getTime() - 1), 'announced'],
    ['the opening instant', 'published', opensAt, 'open'],
    ['a millisecond before closing', 'published', new Date(closesAt.getTime() - 1), 'open'],
    ['the closing instant', 'published', closesAt, 'closed'],
    ['a settled call', 'settled', opensAt, 'settled'],
    ['a cancelled call', 'cancelled', opensAt, 'cancelled'],
    ['a discarded draft', 'discarded', opensAt, 'cancelled'],
  ])('%s', (_case, state, now, expected) => {
    expect(callPhase({ state, opensAt, closesAt }, now)).toBe(expected);
  });

  test('without its instants a call is never open', () => {
    expect(callPhase({ state: 'published', opensAt: null, closesAt }, opensAt)).toBe('announced');
    expect(callPhase({ state: 'published', opensAt, closesAt: null }, opensAt)).toBe('announced');
  });
});

test('a call number names the year and the place in it', () => {
  expect(callNumber(2026, 1)).toBe('2026-C01');
  expect(callNumber(2026, 123)).toBe('2026-C123');
});
