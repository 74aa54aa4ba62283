import { payments } from '@commonlot/contracts';
import { permissionsOf, type Role } from '@commonlot/domain';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { answering, fakeApi, refusing } from '../../shared/testing/fake-api';
import { renderPage } from '../../shared/testing/render-page';
import type { Payment } from './payment-records';
import PaymentsPage from './payments-page';

const none = { prepare: false, approve: false, sendBack: false, confirm: false };
const payment = (number: number, change: Partial<Payment> = {}): Payment => ({
  ...payments.listPayments.response.shape.rows.element.parse({
    id: `0190a0a0-0000-7000-8000-00000000000${number}`,
    number: `P-${number}`,
    decisionId: '0190a0a0-0000-7000-8000-0000000000d1',
    decisionNumber: 'D-1',
    organisationId: '0190a0a0-0000-7000-8000-0000000000e1',
    organisationName: `Koor ${number}`,
    title: 'Zingen',
    lineCode: '6.1',
    instalment: 1,
    amountCents: 1000_00,
    dueOn: null,
    condition: '',
    state: 'planned',
    iban: 'BE68539007547034',
    preparedBy: null,
    approvedBy: null,
    paidOn: null,
    bankReference: '',
    returnReason: null,
    blockers: [],
    may: none,
    revision: 2,
  }),
  ...change,
});

const advances = payments.listAdvances.response.shape.rows.parse([
  {
    year: 2026,
    isDefinitive: false,
    foreseenCents: 1000_00,
    paidCents: 300_00,
    approvedCents: 100_00,
    percent: 50,
    ceilingCents: 500_00,
    roomCents: 100_00,
    next: { fromOn: '2026-07-01', percent: 80, ceilingCents: 800_00 },
  },
]);

let fake = fakeApi([]);
afterEach(() => fake.restore());
function show(role: Role, state: Payment['state'], rows: Payment[], name = 'Sofie') {
  const person = { name, roles: [role], permissions: [...permissionsOf([role])] };
  return renderPage(<PaymentsPage />, {
    loaderData: { rows, advances, next: null, state, isFirst: true, counts: {} },
    person,
  });
}

it('offers a step only where it may be taken, and says in words why not', () => {
  show('officer', 'planned', [
    payment(1, { may: { ...none, prepare: true } }),
    payment(2, { blockers: ['not-released', 'bank-account-not-verified'] }),
  ]);
  expect(screen.getByRole('button', { name: 'Prepare payment P-1' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Prepare payment P-2' })).toBeNull();
  expect(screen.getByText('The decision has not been made known yet')).toBeTruthy();
  expect(screen.getByText('The bank account is not verified')).toBeTruthy();
});

it('never shows an account in full', () => {
  show('officer', 'planned', [payment(1)]);
  expect(document.body.textContent).not.toContain('539007547034');
  expect(document.body.textContent).toContain('7034');
});

it('explains the four eyes to whoever prepared the payment, and offers no approval', () => {
  show('controller', 'prepared', [payment(1, { state: 'prepared', preparedBy: 'Sofie' })]);
  expect(screen.getByText('You prepared this payment; another person must approve it.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Approve/ })).toBeNull();
});

it('shows before an approval how much the law still allows, and from when on more', () => {
  show('controller', 'prepared', [payment(1, { state: 'prepared', preparedBy: 'Olga' })]);
  const gauge = screen.getByRole('table', { name: 'Advances against the legal ceiling' });
  const rowOf = (words: string | RegExp) =>
    within(gauge).getByText(words).closest('tr')?.textContent?.replaceAll('\u00a0', ' ');
  expect(rowOf('Still possible today')).toContain('€ 100,00');
  expect(rowOf(/Ceiling from/)).toContain('€ 800,00');
  const figure = screen.getByRole('figure', { name: /Paid and approved/ });
  expect(within(figure).getByText('80 %')).toBeTruthy();
});

it('says what to do next when a payment is above the ceiling', async () => {
  fake = fakeApi([
    refusing(payments.approvePayment, 409, 'payment.above-ceiling', {
      ceilingCents: 500_00,
      usedCents: 400_00,
      excessCents: 1,
    }),
  ]);
  show('controller', 'prepared', [payment(1, { state: 'prepared', may: { ...none, approve: true } })]);
  fireEvent.click(screen.getByRole('button', { name: 'Approve payment P-1' }));
  const text = await screen.findByText(/too much/);
  expect(text.textContent?.replaceAll('\u00a0', ' ')).toContain('€ 0,01 too much. The law allows advances of € 500,00');
});

it('prepares several after a preview, and says what became of each', async () => {
  const may = { ...none, prepare: true };
  fake = fakeApi([
    {
      endpoint: payments.preparePayment,
      answer: (asked) =>
        asked.path.includes('00000000001')
          ? answering(payments.preparePayment, () => ({ revision: 3 })).answer(asked)
          : refusing(payments.preparePayment, 409, 'payment.blocked').answer(asked),
    },
  ]);
  show('officer', 'planned', [payment(1, { may }), payment(2, { may })]);
  fireEvent.click(screen.getByRole('button', { name: 'All 2 possible on this page' }));
  fireEvent.click(screen.getByRole('button', { name: 'Prepare 2 payments' }));
  const dialog = screen.getByRole('dialog');
  expect(within(dialog).getByText('€ 2.000,00')).toBeTruthy();
  fireEvent.click(within(dialog).getByRole('button', { name: 'Prepare 2 payments' }));
  await screen.findByText('Done: 1. Not done: 1.');
  expect(screen.getByText(/This payment is blocked/)).toBeTruthy();
});

it('books a payment with the day and the reference of the bank', async () => {
  fake = fakeApi([answering(payments.confirmPayment, () => ({ revision: 3 }))]);
  show('controller', 'approved', [payment(1, { state: 'approved', may: { ...none, confirm: true } })]);
  fireEvent.click(screen.getByRole('button', { name: 'Confirm payment P-1' }));
  fireEvent.change(screen.getByLabelText('Paid on'), { target: { value: '2026-11-20' } });
  fireEvent.change(screen.getByLabelText('Bank reference'), { target: { value: 'KBC 42' } });
  fireEvent.click(screen.getByRole('button', { name: 'Book the payment' }));
  await waitFor(() =>
    expect(fake.asked[0]?.body).toEqual({ revision: 2, paidOn: '2026-11-20', bankReference: 'KBC 42' }),
  );
  expect(fake.asked[0]?.key).toBeTruthy();
});

it('has no fault that a machine finds', async () => {
  const rows = [
    payment(1, { may: { ...none, prepare: true } }),
    payment(2, { blockers: ['above-committed'], returnReason: 'Te veel' }),
  ];
  const { container } = show('officer', 'planned', rows);
  expect((await axe(container)).violations).toEqual([]);
});
