import { ledger } from '@commonlot/contracts';
import { permissionsOf, type Role } from '@commonlot/domain';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { answering, fakeApi } from '../../shared/testing/fake-api';
import { renderPage } from '../../shared/testing/render-page';
import ClosingPage from './closing-page';
import type { YearClosing } from './year-closing';

const uuid = (number: number) => `0190a0a0-0000-7000-8000-00000000000${number}`;
const label = { nl: 'Rode Kruis', fr: 'Croix-Rouge', de: 'Rotes Kreuz', en: 'Red Cross' };
const figures = {
  allocatedCents: 500_00,
  reservedCents: 0,
  committedCents: 400_00,
  paidCents: 300_00,
  availableCents: 100_00,
};
const month = {
  closedAt: '2027-02-01T09:00:00Z',
  closedBy: 'Cora',
  entryCount: 4,
  entriesHash: '0'.repeat(64),
  sealNumber: '12',
  sealHash: '0'.repeat(64),
  figures,
  isEqual: true,
};
const year = (change: Partial<YearClosing> = {}): YearClosing => ({
  ...ledger.readYearClosing.response.parse({
    year: 2026,
    versionId: uuid(1),
    isClosed: false,
    months: [
      { month: 1, state: 'closed', closing: month },
      { month: 2, state: 'next', closing: null },
      { month: 3, state: 'running', closing: null },
    ],
    blockers: [],
    balances: [
      { lineId: uuid(2), code: '3.1', label, availableCents: 70_00, continuedById: uuid(4) },
      { lineId: uuid(3), code: '3.2', label, availableCents: 30_00, continuedById: null },
    ],
    nextLines: [{ lineId: uuid(4), code: '3.1', label }],
    closings: [],
    may: { closeMonth: true, prepare: true },
  }),
  ...change,
});

let fake = fakeApi([]);
afterEach(() => fake.restore());
const show = (loaderData: YearClosing, role: Role = 'controller') =>
  renderPage(<ClosingPage />, { loaderData, person: { roles: [role], permissions: [...permissionsOf([role])] } });

it('lists the months with their figures, and says that they recompute', () => {
  show(year());
  const table = screen.getByRole('table', { name: 'Months' });
  const [, january, february] = within(table).getAllByRole('row');
  expect(january?.textContent).toContain('Cora, seal 12');
  expect(january?.textContent).toContain('equal');
  expect(february?.textContent).toContain('To be closed');
});

it('cries out when a month does not recompute', () => {
  const broken = { month: 1, state: 'closed' as const, closing: { ...month, isEqual: false } };
  show(year({ months: [broken as YearClosing['months'][number]] }));
  expect(screen.getByText(/Tell the Court of Audit/)).toBeTruthy();
});

it('closes the month whose turn it is', async () => {
  fake = fakeApi([answering(ledger.closeMonth, () => ({ id: uuid(9) }))]);
  show(year());
  fireEvent.click(screen.getByRole('button', { name: 'Close February' }));
  await waitFor(() => expect(fake.asked[0]?.body).toEqual({ month: 2 }));
  expect(fake.asked[0]?.key).toBeTruthy();
});

it('offers the line that continues a balance, and sends each balance whole', async () => {
  fake = fakeApi([answering(ledger.prepareYearClosing, () => ({ id: uuid(9), revision: 0 }))]);
  show(year());
  expect(screen.getByText('€ 100,00')).toBeTruthy();
  fireEvent.change(screen.getByLabelText('Reference of the decision'), { target: { value: 'MD 2027/4' } });
  fireEvent.click(screen.getByRole('button', { name: 'Prepare the closing' }));
  await waitFor(() =>
    expect(fake.asked[0]?.body).toEqual({
      decisionReference: 'MD 2027/4',
      destinations: [
        { lineId: uuid(2), amountCents: 70_00, toLineId: uuid(4) },
        { lineId: uuid(3), amountCents: 30_00, toLineId: null },
      ],
    }),
  );
});

it('says why a year cannot be closed yet, and shows its balances all the same', () => {
  show(year({ blockers: ['ledger.plan-provisional'], may: { closeMonth: false, prepare: false } }), 'auditor');
  expect(screen.getByText(/closed by the definitive plan/)).toBeTruthy();
  expect(screen.getByRole('table', { name: 'Balances that are not assigned' })).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});

const closing = (change: object): YearClosing['closings'][number] =>
  ledger.readYearClosing.response.shape.closings.element.parse({
    id: uuid(7),
    number: 1,
    state: 'prepared',
    decisionReference: 'MD 2027/4',
    destinations: [],
    totalCents: 0,
    preparedBy: 'Cora',
    preparedAt: '2027-02-03T09:00:00Z',
    signedBy: null,
    signedAt: null,
    returnedBy: null,
    returnedAt: null,
    returnReason: null,
    may: { sign: false, sendBack: false, withdraw: false },
    revision: 3,
    ...change,
  });

it('sends a prepared closing back, with a reason and not without', async () => {
  fake = fakeApi([answering(ledger.sendBackYearClosing, () => ({ revision: 4 }))]);
  const may = { sign: true, sendBack: true, withdraw: false };
  const { container } = show(year({ closings: [closing({ may })] }), 'minister');
  fireEvent.click(screen.getByRole('button', { name: 'Send back' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Send back closing 1' }));
  fireEvent.change(dialog.getByLabelText('Why?'), { target: { value: '   ' } });
  fireEvent.click(dialog.getByRole('button', { name: 'Send back' }));
  expect(await dialog.findByRole('alert')).toBeTruthy();
  expect(fake.asked).toEqual([]);
  expect((await axe(container)).violations).toEqual([]);
  fireEvent.change(dialog.getByLabelText('Why?'), { target: { value: ' 3.1 goes to 3.2 ' } });
  fireEvent.click(dialog.getByRole('button', { name: 'Send back' }));
  await waitFor(() => expect(fake.asked[0]?.body).toEqual({ revision: 3, reason: '3.1 goes to 3.2' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

it('says to whoever prepared it who sent a closing back, when and why', () => {
  const returned = {
    ...{ state: 'sent-back', returnedBy: 'Mira', returnedAt: '2027-02-04T09:00:00Z' },
    returnReason: 'The decision names another sum.\nAsk the budget.',
  };
  show(year({ closings: [closing(returned)] }));
  expect(screen.getByText('Sent back')).toBeTruthy();
  const notice = screen.getByText('Sent back by Mira').parentElement;
  expect(notice?.textContent).toContain('The decision names another sum.');
  expect(notice?.textContent).toContain('4 February 2027');
  expect(screen.queryByRole('button', { name: 'Send back' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Prepare the closing' })).toBeTruthy();
});

it('has no fault that a machine finds', async () => {
  const { container } = show(year());
  expect((await axe(container)).violations).toEqual([]);
});
