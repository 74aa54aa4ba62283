import { payments } from '@commonlot/contracts';
import { permissionsOf, type Role } from '@commonlot/domain';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { answering, fakeApi } from '../../../shared/testing/fake-api';
import { renderPage } from '../../../shared/testing/render-page';
import StatementPage from './statement-page';
import type { Entry, Statement } from './statement-records';
import StatementsPage from './statements-page';

const id = (number: number) => `0190a0a0-0000-7000-8000-00000000000${number}`;
const payment = {
  id: id(9),
  number: '2026-B001-001-P1',
  state: 'approved',
  organisationName: 'Koor',
  amountCents: 100_00,
  iban: 'BE68539007547034',
  paidOn: null,
};
const entry = (number: number, change: Partial<Record<keyof Entry, unknown>>) => ({
  id: id(number),
  position: number,
  direction: 'out',
  amountCents: 100_00,
  bookedOn: '2026-01-15',
  entryClass: 'exact',
  waits: false,
  isHidden: false,
  bankReference: `B${number}`,
  communication: '',
  counterpartyName: `Partij ${number}`,
  counterpartyAccount: 'BE68539007547034',
  payment: null,
  explanation: null,
  ...change,
});
const explained = { reason: 'Kosten van de bank', explainedBy: 'Carla', explainedAt: '2026-01-16T10:00:00Z' };
const row = {
  id: id(8),
  account: 'BE10000000000404',
  reference: '2026-7',
  fromOn: '2026-01-15',
  toOn: '2026-01-15',
  openingCents: 1_000_00,
  closingCents: 700_00,
  importedBy: 'Carla',
  importedAt: '2026-01-16T06:00:00Z',
};
const statement = (change: Partial<Statement> = {}): Statement => ({
  ...payments.readBankStatement.response.parse({
    ...row,
    entries: [
      entry(1, { waits: true, payment }),
      entry(2, { entryClass: 'unknown-payment' }),
      entry(3, { entryClass: 'unknown-payment', explanation: explained }),
    ],
    sums: [],
    missing: [{ ...payment, id: id(7), number: '2026-B001-002-P1', paidOn: '2026-01-15', explanation: null }],
    confirmable: { count: 1, sumCents: 100_00 },
    may: { confirm: true, explain: true },
  }),
  ...change,
});

let fake = fakeApi([]);
afterEach(() => fake.restore());
const personOf = (role: Role) => ({ name: 'Sofie', roles: [role], permissions: [...permissionsOf([role])] });
const showOne = (shown: Statement, role: Role = 'controller') =>
  renderPage(<StatementPage />, { loaderData: { statement: shown }, person: personOf(role) });
const showList = (role: Role = 'controller') => {
  const loaderData = {
    rows: payments.listBankStatements.response.parse({
      rows: [{ ...row, entryCount: 3, outCents: 300_00, inCents: 0, waitingCount: 1, openCount: 2 }],
      next: null,
    }).rows,
    next: null,
    isFirst: true,
  };
  return renderPage(<StatementsPage />, { loaderData, person: personOf(role) });
};

it('shows the differences first, each with what to do next', () => {
  showOne(statement());
  const headings = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
  expect(headings).toEqual(['Open differences (2)', 'Agrees (1)', 'Explained differences (1)']);
  expect(screen.getByText(/Find out what this movement belongs to/)).toBeTruthy();
  expect(screen.getByText(/Import the statement that has this payment/)).toBeTruthy();
  expect(screen.getByText('Kosten van de bank')).toBeTruthy();
});

it('confirms what the person saw, after a look at how much', async () => {
  fake = fakeApi([answering(payments.confirmBankStatement, () => ({ count: 1 }))]);
  showOne(statement());
  fireEvent.click(screen.getByRole('button', { name: 'Confirm 1 payment' }));
  fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Book them' }));
  await screen.findByText('1 payment is confirmed.');
  expect(fake.asked[0]?.body).toEqual({ count: 1, sumCents: 100_00 });
  expect(fake.asked[0]?.key).toBeTruthy();
});

it('keeps the reason of a difference', async () => {
  fake = fakeApi([answering(payments.explainBankDifference, () => ({ id: id(5) }))]);
  showOne(statement());
  const [button] = screen.getAllByRole('button', { name: 'Explain' });
  fireEvent.click(button as HTMLElement);
  const dialog = within(screen.getByRole('dialog'));
  fireEvent.change(dialog.getByLabelText('Why is there a difference?'), { target: { value: 'Kosten' } });
  fireEvent.click(dialog.getByRole('button', { name: 'Explain' }));
  await waitFor(() =>
    expect(fake.asked[0]?.body).toEqual({ kind: 'unknown-payment', subjectId: id(2), reason: 'Kosten' }),
  );
});

it('lets the auditor read and offers no step', () => {
  showOne(statement({ may: { confirm: false, explain: false } }), 'auditor');
  expect(screen.queryByRole('button', { name: /Confirm|Explain/ })).toBeNull();
  expect(screen.getByText('2026-B001-001-P1')).toBeTruthy();
});

it('lists statements with what is open, and takes files from a controller only', () => {
  const { unmount } = showList();
  expect(screen.getByRole('link', { name: '2026-7' })).toBeTruthy();
  expect(screen.getByText('2 differences')).toBeTruthy();
  expect(screen.getByText('Import a file from the bank')).toBeTruthy();
  unmount();
  showList('auditor');
  expect(screen.queryByText('Import a file from the bank')).toBeNull();
});

it('has no fault that a machine finds', async () => {
  const { container, unmount } = showOne(statement());
  expect((await axe(container)).violations).toEqual([]);
  unmount();
  expect((await axe(showList().container)).violations).toEqual([]);
});
