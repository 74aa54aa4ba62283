import { payments } from '@commonlot/contracts';
import { addDays, brusselsDay, permissionsOf, type Role } from '@commonlot/domain';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { answering, fakeApi, refusing } from '../../shared/testing/fake-api';
import { renderPage } from '../../shared/testing/render-page';
import AwardMoneyPage from './award-money-page';
import type { AwardMoney, Reduction, Repayment } from './award-money-records';

const [decisionId, reductionId, repaymentId] = ['d1', 'e1', 'f1'].map(
  (end) => `0190a0a0-0000-7000-8000-0000000000${end}`,
);

const money = (change: object = {}): AwardMoney =>
  payments.readAwardMoney.response.parse({
    decisionId,
    number: '2026-D0001',
    organisationName: 'Koor',
    title: 'Zingen',
    lineCode: '6.1',
    isReleased: true,
    originalCents: 1000_00,
    amountCents: 1000_00,
    paidCents: 800_00,
    recoveredCents: 0,
    reducibleCents: 200_00,
    repayableCents: 800_00,
    reductions: [],
    repayments: [],
    may: { reduce: false, askBack: false },
    ...change,
  });

const reduction = (change: Partial<Reduction> = {}) => ({
  id: reductionId,
  amountCents: 50_00,
  kind: 'smaller-project',
  reason: 'De <b>zaal</b> is kleiner dan voorzien.',
  reference: 'Art. 7',
  state: 'proposed',
  proposedBy: 'Oscar',
  proposedAt: '2026-05-01T10:00:00Z',
  closedBy: null,
  closedAt: null,
  refusal: null,
  may: { confirm: false, refuse: false, withdraw: false },
  revision: 3,
  ...change,
});

const repayment = (change: Partial<Repayment> = {}) => ({
  id: repaymentId,
  number: '2026-D0001-R1',
  amountCents: 300_00,
  receivedCents: 100_00,
  openCents: 200_00,
  kind: 'unspent',
  reason: 'Dit bedrag werd niet gebruikt.',
  dueOn: '2026-06-01',
  isOverdue: true,
  communication: '100000000133',
  state: 'partly-received',
  askedBy: 'Oscar',
  askedAt: '2026-05-01T10:00:00Z',
  waivedBy: null,
  waivedAt: null,
  waiver: null,
  receipts: [
    {
      id: reductionId,
      amountCents: 100_00,
      receivedOn: '2026-05-20',
      bankReference: 'UITTREKSEL 3',
      recordedBy: 'Carla',
      recordedAt: '2026-05-21T10:00:00Z',
    },
  ],
  may: { receive: false, waive: false },
  revision: 4,
  ...change,
});

let fake = fakeApi([]);
afterEach(() => fake.restore());
function show(role: Role, loaderData: AwardMoney) {
  const person = { name: 'Sofie', roles: [role], permissions: [...permissionsOf([role])] };
  return renderPage(<AwardMoneyPage />, { loaderData, person });
}
const press = (name: string, inside: HTMLElement = document.body) =>
  fireEvent.click(within(inside).getByRole('button', { name }));
const type = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

it('shows what is left, what was paid and what came back, and offers nothing to whoever may do nothing', async () => {
  const { container } = show('auditor', money({ reductions: [reduction()], repayments: [repayment()] }));
  expect(screen.getByText('+++100/0000/00133+++')).toBeTruthy();
  expect(screen.getByText('De <b>zaal</b> is kleiner dan voorzien.')).toBeTruthy();
  expect(screen.getByText('Overdue')).toBeTruthy();
  expect(screen.getByText('UITTREKSEL 3')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
  expect((await axe(container)).violations).toEqual([]);
});

it('proposes a reduction up to what is not approved yet', async () => {
  fake = fakeApi([answering(payments.proposeReduction, () => ({ id: reductionId ?? '', revision: 0 }))]);
  show('officer', money({ may: { reduce: true, askBack: false } }));
  press('Propose a reduction');
  const dialog = screen.getByRole('dialog');
  type('Amount', '200.01');
  press('Propose a reduction', dialog);
  await waitFor(() => expect(screen.getAllByText('This is more than is possible.').length).toBeGreaterThan(0));
  expect(fake.asked).toEqual([]);
  type('Amount', '200');
  type('Reason', 'renounced');
  type('Ground in the act or the law', 'Art. 7');
  type('Explanation', 'De vereniging heeft minder nodig.');
  press('Propose a reduction', dialog);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(fake.asked[0]?.body).toEqual({
    amountCents: 200_00,
    kind: 'renounced',
    reference: 'Art. 7',
    reason: 'De vereniging heeft minder nodig.',
  });
});

it('has a minister confirm or refuse, and keeps the dialog with the reason when that is refused', async () => {
  fake = fakeApi([refusing(payments.confirmReduction, 409, 'reduction.too-high')]);
  const may = { confirm: true, refuse: true, withdraw: false };
  show('minister', money({ reductions: [reduction({ may })] }));
  press('Confirm the reduction');
  press('Confirm the reduction', screen.getByRole('dialog'));
  await waitFor(() => expect(screen.getByText(/That much is not open any more/)).toBeTruthy());
  expect(screen.getByRole('dialog')).toBeTruthy();
  expect(fake.asked[0]?.body).toEqual({ revision: 3 });
});

it('refuses a reduction with a reason of some words', async () => {
  fake = fakeApi([answering(payments.refuseReduction, () => ({ revision: 4 }))]);
  show('minister', money({ reductions: [reduction({ may: { confirm: true, refuse: true, withdraw: false } })] }));
  press('Refuse');
  const dialog = screen.getByRole('dialog');
  type('Why refused', 'Neen.');
  press('Refuse', dialog);
  await waitFor(() => expect(screen.getAllByText(/Write at least 20 characters/).length).toBeGreaterThan(0));
  type('Why refused', 'Eerst met de vereniging overleggen.');
  press('Refuse', dialog);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(fake.asked[0]?.body).toEqual({ revision: 3, reason: 'Eerst met de vereniging overleggen.' });
});

it('takes an own proposal back', async () => {
  fake = fakeApi([answering(payments.withdrawReduction, () => ({ revision: 4 }))]);
  const may = { confirm: false, refuse: false, withdraw: true };
  show('officer', money({ reductions: [reduction({ may, proposedBy: 'Sofie' })] }));
  expect(screen.getByText('You proposed this; somebody else must confirm it.')).toBeTruthy();
  press('Withdraw');
  press('Withdraw', screen.getByRole('dialog'));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(fake.asked[0]?.body).toEqual({ revision: 3 });
});

it('asks money back by a day to come', async () => {
  fake = fakeApi([answering(payments.askRepayment, () => ({ id: repaymentId ?? '', revision: 0 }))]);
  show('officer', money({ may: { reduce: false, askBack: true } }));
  press('Ask money back');
  const dialog = screen.getByRole('dialog');
  const today = brusselsDay(new Date());
  type('Amount', '150.50');
  type('Reason', 'unspent');
  type('Explanation', 'De rekeningen tonen dit verschil.');
  type('Due on', today);
  press('Ask money back', dialog);
  await waitFor(() => expect(screen.getAllByText('Choose a day after today.').length).toBeGreaterThan(0));
  type('Due on', addDays(today, 30));
  press('Ask money back', dialog);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(fake.asked[0]?.body).toMatchObject({ amountCents: 150_50, kind: 'unspent', dueOn: addDays(today, 30) });
});

it('books what came in: the whole that is open unless less was typed, and no day to come', async () => {
  fake = fakeApi([answering(payments.recordReceipt, () => ({ revision: 5 }))]);
  show('controller', money({ repayments: [repayment({ may: { receive: true, waive: false } })] }));
  press('Book a receipt');
  const dialog = screen.getByRole('dialog');
  expect(within(dialog).getByText('+++100/0000/00133+++')).toBeTruthy();
  const today = brusselsDay(new Date());
  type('Bank reference', 'UITTREKSEL 9');
  type('Received on', addDays(today, 1));
  press('Book a receipt', dialog);
  await waitFor(() => expect(screen.getAllByText('Choose today or a day before.').length).toBeGreaterThan(0));
  type('Received on', today);
  press('Book a receipt', dialog);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(fake.asked[0]?.body).toEqual({
    revision: 4,
    amountCents: 200_00,
    receivedOn: today,
    bankReference: 'UITTREKSEL 9',
  });
});

it('waives what is open with a reason', async () => {
  fake = fakeApi([answering(payments.waiveRepayment, () => ({ revision: 5 }))]);
  show('minister', money({ repayments: [repayment({ may: { receive: false, waive: true } })] }));
  press('Waive');
  const dialog = screen.getByRole('dialog');
  type('Why waived', 'De vereniging is vereffend en heeft niets.');
  press('Waive', dialog);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(fake.asked[0]?.body).toMatchObject({ revision: 4 });
});
