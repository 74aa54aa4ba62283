import { cents } from '../money.js';
import { localDate } from '../time.js';
import { type Act, type ActBlocker, type ActInstalment, actBlockers, actInstalmentAmounts } from './act.js';

const dueOn = localDate('2027-06-30');
const instalment = (percent: number | null, amount: number | null = null): ActInstalment => ({
  percent,
  amountCents: amount === null ? null : cents(amount),
  condition: 'After signature',
  dueOn: null,
});
const act: Act = {
  legalGrounds: ['Law of 19 April 2002, art. 24'],
  planReference: 'Plan 2026, definitive',
  lineCode: '3.2',
  purpose: 'A choir for the care home',
  amountCents: cents(1_000),
  instalments: [instalment(80), instalment(20)],
  proofs: [{ description: 'Accounts', dueOn }],
  visibilityDuty: 'Mention the support.',
  controlClause: 'Control on the spot is accepted.',
  recoveryClause: 'What is not proven is paid back.',
  remedies: [{ body: 'Council of State', days: 60, text: 'Annulment, by registered letter.' }],
};

describe('an act of award', () => {
  test.each<[string, Partial<Act>, ActBlocker[]]>([
    ['everything', {}, []],
    ['no legal ground', { legalGrounds: [] }, ['legal-grounds-missing']],
    ['a blank legal ground', { legalGrounds: ['x', ' '] }, ['legal-grounds-missing']],
    ['no plan', { planReference: '' }, ['plan-reference-missing']],
    ['no line', { lineCode: ' ' }, ['line-missing']],
    ['no purpose', { purpose: '' }, ['purpose-missing']],
    ['no amount', { amountCents: null }, ['amount-missing']],
    ['an amount of zero', { amountCents: cents(0) }, ['amount-missing']],
    ['no instalment', { instalments: [] }, ['instalments-missing']],
    ['instalments of 99 %', { instalments: [instalment(99)] }, ['instalments-unbalanced']],
    [
      'an instalment without condition',
      { instalments: [{ ...instalment(100), condition: ' ' }] },
      ['instalment-condition-missing'],
    ],
    ['no proof', { proofs: [] }, ['proofs-missing']],
    ['a proof without its day', { proofs: [{ description: 'Accounts', dueOn: null }] }, ['proof-incomplete']],
    ['a proof without description', { proofs: [{ description: '', dueOn }] }, ['proof-incomplete']],
    ['no visibility duty', { visibilityDuty: '' }, ['visibility-duty-missing']],
    ['no control clause', { controlClause: '' }, ['control-clause-missing']],
    ['no recovery clause', { recoveryClause: '' }, ['recovery-clause-missing']],
    ['no remedies', { remedies: [] }, ['remedies-missing']],
    ['a remedy without term', { remedies: [{ body: 'x', days: 0, text: 'x' }] }, ['remedy-incomplete']],
    [
      'a complete remedy and one without body',
      { remedies: [...act.remedies, { body: '', days: 60, text: 'x' }] },
      ['remedy-incomplete'],
    ],
    ['a remedy without form', { remedies: [{ body: 'x', days: 60, text: '' }] }, ['remedy-incomplete']],
  ])('with %s', (_case, change, expected) => {
    expect(actBlockers({ ...act, ...change }, 'award')).toEqual(expected);
  });

  test.each<[string, ActInstalment[], number[] | null]>([
    ['percents share the amount out', [instalment(33), instalment(33), instalment(34)], [330, 330, 340]],
    ['amounts are taken as they are', [instalment(null, 999), instalment(null, 1)], [999, 1]],
    ['amounts that are a cent short are refused', [instalment(null, 999)], null],
    ['a negative amount is refused', [instalment(null, 1_001), instalment(null, -1)], null],
    ['a mix is refused', [instalment(50), instalment(null, 500)], null],
    ['both at once are refused', [instalment(100, 1_000)], null],
    ['neither is refused', [instalment(null)], null],
    ['a broken percent is refused', [instalment(99.5), instalment(0.5)], null],
    ['a percent of zero is refused', [instalment(100), instalment(0)], null],
    ['an amount of zero is refused', [instalment(null, 1_000), instalment(null, 0)], null],
    ['nothing beside the whole amount is refused', [instalment(null, 1_000), instalment(null)], null],
    ['nothing beside a hundred percent is refused', [instalment(100), instalment(null)], null],
  ])('%s', (_case, instalments, expected) => {
    expect(actInstalmentAmounts({ amountCents: cents(1_000), instalments })).toEqual(expected);
  });

  test('nothing is shared out of nothing, or into nothing', () => {
    expect(actInstalmentAmounts({ amountCents: null, instalments: [instalment(100)] })).toBeNull();
    expect(actInstalmentAmounts({ amountCents: cents(0), instalments: [] })).toBeNull();
  });

  test('a refusal needs its grounds, its purpose and its remedies, but nothing to pay', () => {
    const bare: Act = {
      ...act,
      planReference: '',
      lineCode: '',
      amountCents: null,
      instalments: [],
      proofs: [],
      visibilityDuty: '',
      controlClause: '',
      recoveryClause: '',
    };
    for (const outcome of ['refuse', 'exclude'] as const) {
      expect(actBlockers(bare, outcome)).toEqual([]);
      expect(actBlockers({ ...bare, legalGrounds: [], purpose: '', remedies: [] }, outcome)).toEqual([
        'legal-grounds-missing',
        'purpose-missing',
        'remedies-missing',
      ]);
    }
  });
});
