import { cents } from '../money.js';
import { localDate } from '../time.js';
import { lineKinds, takesCalls, takesDirectFiles } from './line-kinds.js';
import {
  approvePlan,
  canSubmitPlan,
  enterIntoForce,
  type PlanFacts,
  savePlanLines,
  submitPlan,
} from './plan-approval.js';

const line = {
  code: '1',
  parentCode: null,
  kind: 'nominative',
  amountCents: cents(500),
  isPm: false,
  labels: { nl: 'Rode Kruis', fr: 'Croix-Rouge' },
} as const;
const draft: PlanFacts = {
  state: 'draft',
  totalCents: cents(500),
  lines: [line],
  drafterIds: ['anna', 'dirk'],
  submittedById: null,
};
const submitted: PlanFacts = { ...draft, state: 'submitted', submittedById: 'bert' };

test('a sound draft is submitted', () => {
  expect(submitPlan(draft)).toEqual({ state: 'submitted' });
});

test.each<[string, Partial<PlanFacts>, string, object]>([
  ['a cent too little', { totalCents: cents(501) }, 'plan.unbalanced', { unassignedCents: 1 }],
  [
    'a cent too much',
    { totalCents: cents(499) },
    'plan.lines-invalid',
    { errors: [{ row: 0, column: 'amountCents', code: 'amount-above-total' }] },
  ],
  ['no line', { lines: [] }, 'plan.lines-invalid', { errors: [] }],
  [
    'a line without amount',
    { lines: [{ ...line, amountCents: null }] },
    'plan.lines-invalid',
    { errors: [{ row: 0, column: 'amountCents', code: 'amount-missing' }] },
  ],
])('a plan with %s is not submitted', (_case, change, code, details) => {
  expect(() => submitPlan({ ...draft, ...change })).toThrow(expect.objectContaining({ code, details }));
});

test('the screen offers to submit exactly what can be submitted', () => {
  expect(canSubmitPlan(draft)).toBe(true);
  expect(canSubmitPlan(submitted)).toBe(false);
  expect(canSubmitPlan({ ...draft, totalCents: cents(501) })).toBe(false);
  expect(canSubmitPlan({ ...draft, lines: [], totalCents: cents(0) })).toBe(false);
  expect(canSubmitPlan({ ...draft, lines: [{ ...line, labels: { nl: '', fr: '' } }] })).toBe(false);
});

test('a draft is saved unbalanced, and tells what is left over', () => {
  expect(savePlanLines({ ...draft, totalCents: cents(700) })).toMatchObject({ totalCents: 700, unassignedCents: 200 });
  expect(savePlanLines({ ...draft, totalCents: cents(300) })).toMatchObject({ totalCents: 300, unassignedCents: -200 });
  expect(savePlanLines({ ...draft, lines: [] })).toEqual({ lines: [], totalCents: 500, unassignedCents: 500 });
});

test('lines that are no tree are not saved, and nothing is once it is submitted', () => {
  expect(() => savePlanLines({ ...draft, lines: [line, line] })).toThrow(
    expect.objectContaining({
      code: 'plan.lines-invalid',
      details: { errors: [{ row: 1, column: 'code', code: 'code-duplicate' }] },
    }),
  );
  expect(() => savePlanLines(submitted)).toThrow(
    expect.objectContaining({ code: 'lifecycle.not-allowed', details: { state: 'submitted', action: 'edit' } }),
  );
});

test('it is approved by a person who neither drafted nor submitted it', () => {
  expect(approvePlan(submitted, 'chris')).toEqual({ state: 'approved', approvedById: 'chris' });
  expect(() => approvePlan(submitted, 'anna')).toThrow('plan.same-person');
  expect(() => approvePlan(submitted, 'dirk')).toThrow('plan.same-person');
  expect(() => approvePlan(submitted, 'bert')).toThrow('plan.same-person');
});

test('it is approved only when it still adds up, and only once', () => {
  expect(() => approvePlan({ ...submitted, totalCents: cents(600) }, 'chris')).toThrow('plan.unbalanced');
  expect(() => approvePlan({ ...submitted, state: 'approved' }, 'chris')).toThrow('lifecycle.not-allowed');
  expect(() => approvePlan(draft, 'chris')).toThrow('lifecycle.not-allowed');
});

const decreeOn = localDate('2026-07-15');
const today = localDate('2026-07-15');

const approved = { state: 'approved', stage: 'provisional', steps: [] } as const;
const decree = { decreeReference: 'KB 15 juli 2026', decreeOn, accountsReference: null };

test('it enters into force by its decree', () => {
  expect(enterIntoForce(approved, { ...decree, decreeReference: ' KB 15 juli 2026 ' }, today)).toEqual({
    state: 'in-force',
    decreeReference: 'KB 15 juli 2026',
    decreeOn,
    accountsReference: null,
  });
});

test.each([
  [{ decreeReference: null }],
  [{ decreeReference: '  ' }],
  [{ decreeOn: null }],
  [{ decreeOn: localDate('2026-07-16') }],
])('it does not enter into force by a decree with %j', (change) => {
  expect(() => enterIntoForce(approved, { ...decree, ...change }, today)).toThrow('plan.decree-missing');
});

test('a definitive plan waits for the accounts of its year', () => {
  const definitive = { ...approved, stage: 'definitive' } as const;
  for (const accountsReference of [null, '  ']) {
    expect(() => enterIntoForce(definitive, { ...decree, accountsReference }, today)).toThrow('plan.accounts-missing');
  }
  const change = enterIntoForce(definitive, { ...decree, accountsReference: ' AV 20 mei 2026 ' }, today);
  expect(change.accountsReference).toBe('AV 20 mei 2026');
});

test('a plan waits for the steps that it requires, whatever the decree says', () => {
  const council = { kind: 'council', isRequired: true, doneOn: null } as const;
  expect(() => enterIntoForce({ ...approved, steps: [council] }, decree, today)).toThrow(
    expect.objectContaining({ code: 'plan.steps-open', details: { kinds: ['council'] } }),
  );
  const steps = [{ ...council, doneOn: decreeOn }];
  expect(enterIntoForce({ ...approved, steps }, decree, today)).toMatchObject({ state: 'in-force' });
});

test('a plan that nobody approved does not enter into force', () => {
  expect(() => enterIntoForce({ ...approved, state: 'submitted' }, decree, today)).toThrow('lifecycle.not-allowed');
});

test('calls draw on envelopes, direct files on everything but headings, calls and what is not itemised', () => {
  expect(lineKinds.filter(takesCalls)).toEqual(['open-envelope', 'call-envelope']);
  expect(lineKinds.filter((kind) => !takesDirectFiles(kind))).toEqual(['heading', 'call-envelope', 'not-itemised']);
});
