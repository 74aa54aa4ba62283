import * as domain from './index.js';
import { defineLifecycle, type Lifecycle } from './lifecycle.js';

const lifecycles = Object.entries<unknown>(domain).filter(
  (entry): entry is [string, Lifecycle<string, string>] =>
    entry[0].endsWith('Lifecycle') && typeof entry[1] === 'object',
);

test('the ten lifecycles of the domain are found by this test', () => {
  expect(lifecycles.map(([name]) => name).sort()).toEqual([
    'applicationLifecycle',
    'assignmentLifecycle',
    'bankAccountLifecycle',
    'callLifecycle',
    'decisionLifecycle',
    'directFileLifecycle',
    'overrunLifecycle',
    'paymentLifecycle',
    'planLifecycle',
    'reductionLifecycle',
    'repaymentLifecycle',
    'yearClosingLifecycle',
  ]);
});

describe.each(lifecycles)('%s', (_name, lifecycle) => {
  test('every state can be reached from the initial one', () => {
    const reached = new Set([lifecycle.initial]);
    for (const state of reached) {
      for (const move of lifecycle.moves) if (move.from === state) reached.add(move.to);
    }
    expect([...reached].sort()).toEqual([...lifecycle.states].sort());
  });

  test('from every state that is not final a final state can be reached', () => {
    const finishing = new Set(lifecycle.states.filter((state) => lifecycle.isFinal(state)));
    expect(finishing.size).toBeGreaterThan(0);
    for (const _round of lifecycle.states) {
      for (const move of lifecycle.moves) if (finishing.has(move.to)) finishing.add(move.from);
    }
    expect([...finishing].sort()).toEqual([...lifecycle.states].sort());
  });

  test('next and can agree with the moves for every state and every action', () => {
    const actions = new Set(lifecycle.moves.map((move) => move.action));
    for (const state of lifecycle.states) {
      for (const action of actions) {
        const move = lifecycle.moves.find((each) => each.from === state && each.action === action);
        expect(lifecycle.can(state, action)).toBe(move !== undefined);
        if (move === undefined) expect(() => lifecycle.next(state, action)).toThrow('lifecycle.not-allowed');
        else expect(lifecycle.next(state, action)).toBe(move.to);
      }
    }
  });
});

test('a target that is not a row does not compile', () => {
  // @ts-expect-error 'gone' is no row of the table
  const lifecycle = defineLifecycle({ draft: { discard: 'gone' }, discarded: {} }, 'draft');
  expect(lifecycle.next('draft', 'discard')).toBe('gone');
});

test('a name that every object has is neither a state nor an action', () => {
  const lifecycle: Lifecycle<string, string> = defineLifecycle({ draft: { end: 'ended' }, ended: {} }, 'draft');
  expect(lifecycle.can('draft', 'constructor')).toBe(false);
  expect(() => lifecycle.next('constructor', 'name')).toThrow('lifecycle.not-allowed');
});

test('the refusal names the state and the action', () => {
  expect(() => domain.paymentLifecycle.next('paid', 'pay')).toThrow(
    expect.objectContaining({ code: 'lifecycle.not-allowed', details: { state: 'paid', action: 'pay' } }),
  );
});
