import { applicationLifecycle } from './application-lifecycle.js';
import { releasedAfter, releasedStates } from './released-state.js';

describe('the released state', () => {
  test('does not move while the office decides', () => {
    for (const action of ['admit', 'exclude', 'confirmExclusion', 'award', 'refuse'] as const) {
      for (const previous of releasedStates) expect(releasedAfter(action, previous)).toBe(previous);
    }
  });

  test('moves with what the applicant does', () => {
    expect(releasedAfter('submit', 'draft')).toBe('submitted');
    expect(releasedAfter('withdraw', 'submitted')).toBe('withdrawn');
    expect(releasedAfter('discard', 'draft')).toBe('discarded');
  });

  test.each([
    ['awarded', 'awarded'],
    ['refused', 'refused'],
    ['exclusion-confirmed', 'not-admissible'],
  ] as const)('the release of %s says %s', (state, expected) => {
    expect(releasedAfter('release', 'submitted', state)).toBe(expected);
  });

  test('a withdrawn file stays withdrawn when its batch is released', () => {
    expect(releasedAfter('release', 'withdrawn', 'withdrawn')).toBe('withdrawn');
  });

  test.each(['draft', 'submitted', 'admitted', 'excluded', 'discarded'] as const)('%s cannot be released', (state) => {
    expect(() => releasedAfter('release', 'submitted', state)).toThrow(new RangeError(`nothing to release: ${state}`));
  });

  test('an exclusion is told only after it was confirmed', () => {
    expect(applicationLifecycle.isFinal('excluded')).toBe(false);
  });

  test.each([
    'submitted',
    'admitted',
    'excluded',
  ] as const)('%s can be withdrawn, so that a refusal tells nothing', (state) => {
    expect(applicationLifecycle.can(state, 'withdraw')).toBe(true);
  });
});
