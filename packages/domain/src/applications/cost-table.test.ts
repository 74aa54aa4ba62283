import fc from 'fast-check';
import type { CostTable, IncomeKind } from '../calls/index.js';
import { cents } from '../money.js';
import { type CostTableError, costTableErrors, costTotals, requestedShare } from './cost-table.js';

const row = (amount: number | null, label = 'Zaal') => ({ label, amountCents: amount === null ? null : cents(amount) });
const income = (kind: IncomeKind, amount: number) => ({ ...row(amount, 'Geld'), kind });
function table(costs: number, own: number, other: number, requested: number): CostTable {
  return {
    costs: [row(costs)],
    incomes: [income('own', own), income('other-subsidy', other), income('requested', requested)],
  };
}

describe('the cost table', () => {
  const limits = { maxAmountCents: cents(800), maxSharePercent: 80 };

  test('is added up by kind of income', () => {
    expect(costTotals(table(1_000, 150, 50, 800))).toEqual({
      costsCents: 1_000,
      incomesCents: 1_000,
      ownCents: 150,
      otherSubsidiesCents: 50,
      requestedCents: 800,
      differenceCents: 0,
    });
    expect(costTotals({ costs: [row(null)], incomes: [] }).costsCents).toBe(0);
  });

  test.each<[string, CostTable, CostTableError[]]>([
    ['just the maximum and just the share', table(1_000, 200, 0, 800), []],
    ['a cent above the maximum', table(2_000, 1_199, 0, 801), ['requested-above-maximum']],
    ['a cent above the share', table(999, 199, 0, 800), ['requested-above-share']],
    ['incomes a cent short', table(1_000, 199, 0, 800), ['unbalanced']],
    ['nothing requested', table(1_000, 1_000, 0, 0), ['requested-missing']],
    ['no costs', { costs: [], incomes: [] }, ['costs-missing', 'requested-missing']],
    ['a row without label', { ...table(1_000, 200, 0, 800), costs: [row(1_000, ' ')] }, ['label-missing']],
    ['a row without amount', { ...table(1_000, 200, 0, 800), costs: [row(1_000), row(null)] }, ['amount-missing']],
    ['a negative row', { ...table(1_000, 200, 0, 800), costs: [row(1_001), row(-1)] }, ['amount-negative']],
  ])('with %s', (_case, each, expected) => {
    expect(costTableErrors(each, limits)).toEqual(expected);
  });

  test.each([
    [table(1_000, 200, 0, 800), 8_000],
    [table(3, 2, 0, 1), 3_333],
    [table(3, 1, 0, 2), 6_667],
    [table(0, 0, 0, 0), null],
  ])('the share of the costs that is asked for is in basis points, half up', (each, expected) => {
    expect(requestedShare(each)).toBe(expected);
  });

  test('the share is compared exactly, however large the amounts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 52 }), fc.integer({ min: 1, max: 100 }), (costs, maxSharePercent) => {
        const most = Number((BigInt(costs) * BigInt(maxSharePercent)) / 100n);
        const wide = { maxAmountCents: cents(Number.MAX_SAFE_INTEGER), maxSharePercent };
        const errors = (asked: number) => costTableErrors(table(costs, costs - asked, 0, asked), wide);
        expect(errors(most)).not.toContain('requested-above-share');
        expect(errors(most + 1)).toContain('requested-above-share');
      }),
    );
  });
});
