import type { Answers, CallForm, CostTable } from '../calls/index.js';
import { cents } from '../money.js';
import { requestedAmount } from './cost-table.js';
import { type ApplicationFacts, type CallFacts, type SubmissionBlocker, submissionBlockers, submit } from './submit.js';

function table(costs: number, own: number, requested: number): CostTable {
  const row = (label: string, amount: number) => ({ label, amountCents: cents(amount) });
  return {
    costs: [row('Zaal', costs)],
    incomes: [
      { ...row('Eigen', own), kind: 'own' },
      { ...row('Gevraagd', requested), kind: 'requested' },
    ],
  };
}

const words = { nl: 'x', fr: 'x', de: 'x', en: 'x' };
const form: CallForm = {
  sections: [
    {
      id: 'project',
      title: words,
      questions: [
        { id: 'title', type: 'short-text', label: words, required: true, maxCharacters: 20 },
        { id: 'summary', type: 'long-text', label: words, required: true },
        { id: 'budget', type: 'cost-table', label: words, required: true },
        { id: 'website', type: 'short-text', label: words, required: false },
      ],
    },
  ],
};
const call: CallFacts = {
  state: 'published',
  opensAt: new Date('2026-03-01T08:00Z'),
  closesAt: new Date('2026-04-01T10:00Z'),
  form,
  maxAmountCents: cents(25_000_00),
  maxSharePercent: 80,
};
const answers: Answers = {
  title: 'A choir',
  summary: 'For the care home',
  budget: table(10_000_00, 2_000_00, 8_000_00),
};
const draft: ApplicationFacts = { state: 'draft', answers, hasDeclared: true, legalFormCode: '017' };
const duringCall = new Date('2026-03-15T12:00Z');
const blocker = (code: SubmissionBlocker['code'], ...questionIds: string[]): SubmissionBlocker => ({
  code,
  questionIds,
});
const withAnswers = (change: Answers): Partial<ApplicationFacts> => ({ answers: { ...answers, ...change } });

describe('submission', () => {
  test.each<[string, Partial<ApplicationFacts>, Date, SubmissionBlocker[]]>([
    ['a complete draft during the call', {}, duringCall, []],
    ['the opening instant', {}, call.opensAt, []],
    ['one millisecond before opening', {}, new Date(call.opensAt.getTime() - 1), [blocker('call-not-open')]],
    ['one millisecond before closing', {}, new Date(call.closesAt.getTime() - 1), []],
    ['the closing instant', {}, call.closesAt, [blocker('call-not-open')]],
    ['a public limited company', { legalFormCode: '014' }, duringCall, [blocker('organisation-may-not-apply')]],
    ['no declaration', { hasDeclared: false }, duringCall, [blocker('declaration-missing')]],
    [
      'two answers missing',
      withAnswers({ title: ' ', summary: null }),
      duringCall,
      [blocker('answers-missing', 'title', 'summary')],
    ],
    [
      'a title that is too long',
      withAnswers({ title: 'x'.repeat(21) }),
      duringCall,
      [blocker('answers-invalid', 'title')],
    ],
    ['a long answer where no limit is set', withAnswers({ website: 'x'.repeat(500) }), duringCall, []],
    ['exactly the maximum', withAnswers({ budget: table(31_250_00, 6_250_00, 25_000_00) }), duringCall, []],
    [
      'a cent above the maximum',
      withAnswers({ budget: table(40_000_00, 14_999_99, 25_000_01) }),
      duringCall,
      [blocker('amount-above-maximum', 'budget')],
    ],
    [
      'a cent above the share',
      withAnswers({ budget: table(10_000_00, 1_999_99, 8_000_01) }),
      duringCall,
      [blocker('cost-table-requested-above-share', 'budget')],
    ],
    [
      'a table that does not add up',
      withAnswers({ budget: table(10_000_01, 2_000_00, 8_000_00) }),
      duringCall,
      [blocker('cost-table-unbalanced', 'budget')],
    ],
    [
      'nothing requested',
      withAnswers({ budget: table(1_00, 1_00, 0) }),
      duringCall,
      [blocker('amount-missing', 'budget')],
    ],
    [
      'no table',
      withAnswers({ budget: null }),
      duringCall,
      [blocker('answers-missing', 'budget'), blocker('amount-missing', 'budget')],
    ],
    [
      'a title that is too long and a cent above the maximum',
      withAnswers({ title: 'x'.repeat(21), budget: table(40_000_00, 14_999_99, 25_000_01) }),
      duringCall,
      [blocker('answers-invalid', 'title'), blocker('amount-above-maximum', 'budget')],
    ],
    ['a table that is none', withAnswers({ budget: 'much' }), duringCall, [blocker('answers-invalid', 'budget')]],
  ])('blockers of %s', (_case, change, now, expected) => {
    expect(submissionBlockers({ ...draft, ...change }, call, now)).toEqual(expected);
  });

  test('a form without a table, which is never published, has no amount to ask', () => {
    const sections = form.sections.map((section) => ({
      ...section,
      questions: section.questions.filter(({ id }) => id !== 'budget'),
    }));
    const tooLong = { ...draft, ...withAnswers({ title: 'x'.repeat(21) }) };
    expect(submissionBlockers(tooLong, { ...call, form: { sections } }, duringCall)).toEqual([
      blocker('answers-invalid', 'title'),
      blocker('amount-missing'),
    ]);
  });

  test.each(['draft', 'cancelled', 'settled'] as const)('a call that is %s is not open at any hour', (state) => {
    expect(submissionBlockers(draft, { ...call, state }, duringCall)).toEqual([blocker('call-not-open')]);
  });

  test('changes the state, what is released, the instant and the amount', () => {
    expect(submit(draft, call, duringCall)).toEqual({
      state: 'submitted',
      releasedState: 'submitted',
      submittedAt: duringCall,
      requestedCents: 8_000_00,
    });
  });

  test('refuses a second submission', () => {
    expect(() => submit({ ...draft, state: 'submitted' }, call, duringCall)).toThrow('lifecycle.not-allowed');
  });

  test('refuses with every blocker', () => {
    expect(() => submit({ ...draft, hasDeclared: false }, call, call.closesAt)).toThrow(
      expect.objectContaining({
        code: 'application.blocked',
        details: { blockers: [blocker('call-not-open'), blocker('declaration-missing')] },
      }),
    );
  });

  test('without a table there is no amount', () => {
    expect(requestedAmount(form, {})).toBeNull();
    expect(requestedAmount({ sections: [] }, answers)).toBeNull();
    expect(requestedAmount(form, { budget: table(1, 1, 0) })).toBeNull();
  });
});
