import fc from 'fast-check';
import { cents } from '../money.js';
import { localDate } from '../time.js';
import {
  askRepayment,
  isOverdue,
  openCents,
  type RepaymentFacts,
  receiveRepayment,
  repayableCents,
  waiveRepayment,
} from './repayment.js';

const today = localDate('2026-05-10');
const asked: RepaymentFacts = {
  state: 'asked',
  amountCents: cents(100),
  receivedCents: cents(0),
  askedById: 'officer',
};
const refusal = (code: string, details = {}) =>
  expect.objectContaining({ code, details: expect.objectContaining(details) });

test('no more is asked back than was paid and not asked yet; what was waived can be asked again', () => {
  const repayments: RepaymentFacts[] = [
    { ...asked, amountCents: cents(30) },
    { ...asked, amountCents: cents(20), receivedCents: cents(5), state: 'partly-received' },
    { ...asked, amountCents: cents(10), receivedCents: cents(10), state: 'received' },
    { ...asked, amountCents: cents(40), receivedCents: cents(15), state: 'withdrawn' },
  ];
  expect(repayableCents(cents(100), repayments)).toBe(25);
  const award = { paidCents: cents(100), repayments };
  const dueOn = localDate('2026-05-11');
  expect(askRepayment(award, { amountCents: cents(25), dueOn }, today, 'officer')).toEqual({
    state: 'asked',
    askedById: 'officer',
  });
  expect(() => askRepayment(award, { amountCents: cents(26), dueOn }, today, 'officer')).toThrow(
    refusal('repayment.too-high', { mostCents: 25 }),
  );
  expect(() => askRepayment(award, { amountCents: cents(0), dueOn }, today, 'officer')).toThrow(RangeError);
});

test.each(['2026-05-09', '2026-05-10'])('the due day %s is not in the future on the tenth', (due) => {
  const wished = { amountCents: cents(1), dueOn: localDate(due) };
  expect(() => askRepayment({ paidCents: cents(100), repayments: [] }, wished, today, 'officer')).toThrow(
    refusal('repayment.due-passed'),
  );
});

const receipt = (amount: number, on = '2026-05-10') => ({ amountCents: cents(amount), receivedOn: localDate(on) });

test('parts add up until all is received', () => {
  const part = receiveRepayment(asked, receipt(99), today, 'controller');
  expect(part).toEqual({ state: 'partly-received', receivedCents: 99 });
  const rest = receiveRepayment({ ...asked, ...part }, receipt(1), today, 'controller');
  expect(rest).toEqual({ state: 'received', receivedCents: 100 });
  expect(() => receiveRepayment({ ...asked, ...rest }, receipt(1), today, 'controller')).toThrow(
    refusal('lifecycle.not-allowed'),
  );
});

test('what comes in is above zero, no more than is open, of a day that was, and seen by somebody else', () => {
  const refused = (given: ReturnType<typeof receipt>, by = 'controller') =>
    expect(() => receiveRepayment(asked, given, today, by));
  refused(receipt(0)).toThrow(new RangeError('a receipt is above zero: 0'));
  refused(receipt(101)).toThrow(refusal('repayment.too-high', { mostCents: 100 }));
  refused(receipt(100, '2026-05-11')).toThrow(refusal('repayment.day-later'));
  refused(receipt(100), 'officer').toThrow(refusal('repayment.same-person'));
});

test('what is open can be waived by somebody else, and what came in stays', () => {
  const part: RepaymentFacts = { ...asked, state: 'partly-received', receivedCents: cents(40) };
  expect(waiveRepayment(part, 'minister')).toEqual({ state: 'withdrawn', waivedById: 'minister' });
  expect(openCents({ ...part, state: 'withdrawn' })).toBe(0);
  expect(() => waiveRepayment(part, 'officer')).toThrow(refusal('repayment.same-person'));
  expect(() => waiveRepayment({ ...asked, state: 'received' }, 'minister')).toThrow(refusal('lifecycle.not-allowed'));
});

test('money is overdue on the day after its due day, while some of it is open', () => {
  expect(isOverdue({ ...asked, dueOn: localDate('2026-05-10') }, today)).toBe(false);
  expect(isOverdue({ ...asked, dueOn: localDate('2026-05-09') }, today)).toBe(true);
  expect(isOverdue({ ...asked, state: 'withdrawn', dueOn: localDate('2026-05-09') }, today)).toBe(false);
  expect(isOverdue({ ...asked, receivedCents: cents(100), dueOn: localDate('2026-05-09') }, today)).toBe(false);
});

test('whatever comes in, in whatever parts, no more is received than was asked', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 120 }), { maxLength: 20 }), (parts) => {
      let repayment = asked;
      let taken = 0;
      for (const part of parts) {
        try {
          repayment = { ...repayment, ...receiveRepayment(repayment, receipt(part), today, 'controller') };
          taken += part;
        } catch (error) {
          expect(error).toMatchObject({
            code: expect.stringMatching(/^(repayment\.too-high|lifecycle\.not-allowed)$/),
          });
        }
        expect(repayment.receivedCents).toBe(taken);
        expect(taken + openCents(repayment)).toBe(100);
        expect(repayment.state).toBe(taken === 100 ? 'received' : taken > 0 ? 'partly-received' : 'asked');
      }
    }),
  );
});
