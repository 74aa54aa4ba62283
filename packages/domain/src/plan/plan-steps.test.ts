import { localDate } from '../time.js';
import type { PlanState } from './plan-lifecycle.js';
import {
  configurePlanSteps,
  openPlanSteps,
  type PlanStep,
  type PlanStepKind,
  planStepKinds,
  recordablePlanSteps,
  recordPlanStep,
} from './plan-steps.js';

const day = (number: number) => localDate(`2026-07-${String(number).padStart(2, '0')}`);
const today = day(20);
const open = (kind: PlanStepKind): PlanStep => ({ kind, isRequired: true, doneOn: null });
const done = (kind: PlanStepKind, on: number): PlanStep => ({ kind, isRequired: true, doneOn: day(on) });
const approved = (...steps: PlanStep[]) => ({ state: 'approved' as const, steps, decreeOn: null });
const record = (plan: Parameters<typeof recordPlanStep>[0], kind: PlanStepKind, on = 10) =>
  recordPlanStep(plan, { kind, doneOn: day(on), reference: 'nr. 7' }, today);

test('a version without required steps holds nothing back', () => {
  expect(openPlanSteps([])).toEqual([]);
  expect(openPlanSteps([{ kind: 'council', isRequired: false, doneOn: null }])).toEqual([]);
});

test('every required step but the publication holds the entry into force back while it is open', () => {
  expect(openPlanSteps(planStepKinds.map(open).toReversed())).toEqual([
    'finance-advice',
    'budget-agreement',
    'council',
  ]);
  expect(openPlanSteps([done('finance-advice', 1), open('council')])).toEqual(['council']);
});

test('a step of an approved version is recorded, required or not', () => {
  expect(record(approved(open('council')), 'council')).toEqual({
    kind: 'council',
    doneOn: day(10),
    reference: 'nr. 7',
  });
  expect(record(approved(), 'finance-advice')).toMatchObject({ kind: 'finance-advice' });
});

test('a step waits for the required steps before it, and not for those that nobody asks for', () => {
  expect(() => record(approved(open('finance-advice'), open('budget-agreement')), 'council')).toThrow(
    expect.objectContaining({
      code: 'plan.steps-open',
      details: { kinds: ['finance-advice', 'budget-agreement'] },
    }),
  );
  const optional = { kind: 'finance-advice', isRequired: false, doneOn: null } as const;
  expect(record(approved(optional, open('council')), 'council')).toMatchObject({ kind: 'council' });
});

test('a step that was recorded is corrected as long as its day fits between its neighbours', () => {
  const plan = approved(done('finance-advice', 5), done('budget-agreement', 8), done('council', 10));
  for (const on of [5, 8, 10]) expect(record(plan, 'budget-agreement', on)).toMatchObject({ doneOn: day(on) });
  for (const on of [4, 11]) expect(() => record(plan, 'budget-agreement', on)).toThrow('plan.step-day-wrong');
});

test('the publication of a version that was replaced comes on the day of its decree at the earliest, today at the latest', () => {
  const replaced = { state: 'superseded' as const, steps: [done('council', 5)], decreeOn: day(8) };
  for (const on of [8, 20]) expect(record(replaced, 'publication', on)).toMatchObject({ doneOn: day(on) });
  for (const on of [7, 21]) expect(() => record(replaced, 'publication', on)).toThrow('plan.step-day-wrong');
});

test('a step is done today at the latest', () => {
  expect(record(approved(), 'council', 20)).toMatchObject({ doneOn: today });
  expect(() => record(approved(), 'council', 21)).toThrow('plan.step-day-wrong');
});

test.each<[PlanState, PlanStepKind[]]>([
  ['draft', []],
  ['submitted', []],
  ['approved', ['finance-advice', 'budget-agreement', 'council']],
  ['in-force', ['publication']],
  ['superseded', ['publication']],
])('of a %s version exactly %j can be recorded', (state, kinds) => {
  expect(recordablePlanSteps(state, [])).toEqual(kinds);
  for (const kind of planStepKinds.filter((each) => !kinds.includes(each))) {
    expect(() => record({ state, steps: [], decreeOn: null }, kind)).toThrow(
      expect.objectContaining({ code: 'lifecycle.not-allowed', details: { state, action: kind } }),
    );
  }
});

test('the screen offers a step only once those before it are done', () => {
  expect(recordablePlanSteps('approved', [open('finance-advice')])).toEqual(['finance-advice']);
  expect(recordablePlanSteps('approved', [done('finance-advice', 1), open('budget-agreement')])).toEqual([
    'finance-advice',
    'budget-agreement',
  ]);
});

test('the decree is published on its day or later', () => {
  const inForce = { state: 'in-force', steps: [done('council', 8)], decreeOn: day(9) } as const;
  expect(record(inForce, 'publication', 9)).toMatchObject({ doneOn: day(9) });
  expect(() => record(inForce, 'publication', 8)).toThrow('plan.step-day-wrong');
});

test('which steps are required is said until the approval, and not after', () => {
  expect(configurePlanSteps('submitted', ['council'])).toEqual([
    { kind: 'finance-advice', isRequired: false },
    { kind: 'budget-agreement', isRequired: false },
    { kind: 'council', isRequired: true },
    { kind: 'publication', isRequired: false },
  ]);
  expect(configurePlanSteps('draft', []).some(({ isRequired }) => isRequired)).toBe(false);
  for (const state of ['approved', 'in-force', 'superseded'] as const) {
    expect(() => configurePlanSteps(state, ['council'])).toThrow('lifecycle.not-allowed');
  }
});
