import fc from 'fast-check';
import { cents, sumCents } from '../money.js';
import {
  approvePayment,
  instalmentAmounts,
  type PaymentBlocker,
  type PaymentFacts,
  paymentBlockers,
  preparePayment,
} from './payment.js';
import { paymentLifecycle } from './payment-lifecycle.js';

const planned: PaymentFacts = {
  state: 'planned',
  amountCents: cents(800),
  isReleased: true,
  bankAccountState: 'verified',
  overdueProofCount: 0,
  committedCents: cents(1_000),
  paidCents: cents(200),
  preparedById: null,
};
const prepared: PaymentFacts = { ...planned, state: 'prepared', preparedById: 'olga' };

test.each<[string, Partial<PaymentFacts>, PaymentBlocker[]]>([
  ['the last cent of what was promised', {}, []],
  ['a cent more than was promised', { amountCents: cents(801) }, ['above-committed']],
  ['a decision that was signed and not yet released', { isReleased: false }, ['not-released']],
  ['no bank account', { bankAccountState: null }, ['bank-account-not-verified']],
  ['an account that is only proposed', { bankAccountState: 'proposed' }, ['bank-account-not-verified']],
  ['an account that was replaced', { bankAccountState: 'replaced' }, ['bank-account-not-verified']],
  ['one proof overdue', { overdueProofCount: 1 }, ['earlier-proof-overdue']],
])('blockers of %s', (_case, change, expected) => {
  expect(paymentBlockers({ ...planned, ...change })).toEqual(expected);
  const act = () => preparePayment({ ...planned, ...change }, 'olga');
  if (expected.length === 0) expect(act()).toEqual({ state: 'prepared', preparedById: 'olga' });
  else expect(act).toThrow(expect.objectContaining({ code: 'payment.blocked', details: { blockers: expected } }));
});

test('a payment is approved by somebody else than who prepared it', () => {
  expect(approvePayment(prepared, 'carl')).toEqual({ state: 'approved', approvedById: 'carl' });
  expect(() => approvePayment(prepared, 'olga')).toThrow('payment.same-person');
});

test('what came in between still blocks the approval', () => {
  expect(() => approvePayment({ ...prepared, overdueProofCount: 1 }, 'carl')).toThrow('payment.blocked');
});

test('a payment is approved once, and never before it was prepared', () => {
  expect(() => approvePayment({ ...prepared, state: 'approved' }, 'carl')).toThrow('lifecycle.not-allowed');
  expect(() => approvePayment(planned, 'carl')).toThrow('lifecycle.not-allowed');
  expect(paymentLifecycle.can('approved', 'cancel')).toBe(false);
});

test('instalments add up to the amount, to the cent', () => {
  expect(instalmentAmounts(cents(1_001), [50, 50])).toEqual([501, 500]);
  expect(instalmentAmounts(cents(25_000_00), [80, 20])).toEqual([20_000_00, 5_000_00]);
  fc.assert(
    fc.property(fc.nat({ max: 1_000_000_00 }).map(cents), fc.integer({ min: 1, max: 99 }), (amount, percent) => {
      expect(sumCents(instalmentAmounts(amount, [percent, 100 - percent]))).toBe(amount);
    }),
  );
});

test.each([
  [[50, 49], 99],
  [[101], 101],
  [[], 0],
])('percents of %j are refused with their sum', (percents, sum) => {
  expect(() => instalmentAmounts(cents(100), percents)).toThrow(new RangeError(`percents make 100, not ${sum}`));
});
