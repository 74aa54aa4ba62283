import { plan } from '@commonlot/contracts';
import { cents, permissionsOf } from '@commonlot/domain';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { answering, fakeApi } from '../../../shared/testing/fake-api';
import { renderPage } from '../../../shared/testing/render-page';
import type { EarlierLine } from './earlier-lines';
import { givenLine, givenVersion } from './given-version';
import { LineEditor } from './line-editor';

let fake = fakeApi([]);
beforeEach(() => localStorage.clear());
afterEach(() => fake.restore());
function show(lines = [givenLine('1')], earlier: readonly EarlierLine[] = []) {
  fake = fakeApi([
    answering(plan.savePlanLines, () => ({ revision: 4, unassignedCents: 0 })),
    answering(plan.readPlanVersion, () => givenVersion(lines, { revision: 4 })),
  ]);
  return renderPage(<LineEditor version={givenVersion(lines)} earlier={earlier} onUnsaved={() => undefined} />, {
    person: { roles: ['minister'], permissions: [...permissionsOf(['minister'])] },
  });
}
const openLine = async (code: string) => {
  await userEvent.click(screen.getByRole('button', { name: `All about line ${code}` }));
  return within(screen.getByRole('dialog'));
};
type Dialog = Awaited<ReturnType<typeof openLine>>;
const fill = (dialog: Dialog, label: string | RegExp, value: string) =>
  fireEvent.change(dialog.getByLabelText(label), { target: { value } });
const save = () => userEvent.click(screen.getByRole('button', { name: 'Save' }));
const sent = () => (fake.asked.find(({ body }) => body !== null)?.body as { lines: object[] } | undefined)?.lines;

it('saves what is promised for later years and the advice, and shows the sum', async () => {
  show([givenLine('1', { coMinister: 'Budget' })]);
  const dialog = await openLine('1');
  await userEvent.click(dialog.getByRole('button', { name: 'Add a commitment' }));
  fill(dialog, 'Year', '2031');
  fill(dialog, 'Amount', '1 250,50');
  fill(dialog, 'Reference of the act', 'MB 7');
  expect(dialog.getByText(/Committed in all/).textContent).toContain('1');
  fill(dialog, /Advice of \(/, 'Minister of the Budget');
  fill(dialog, /Asked on/, '2030-01-05');
  await userEvent.click(dialog.getByRole('button', { name: 'Done' }));
  await save();
  await waitFor(() => expect(sent()).toBeDefined());
  expect(sent()?.[0]).toMatchObject({
    commitments: [{ year: 2031, amountCents: 1_250_50, reference: 'MB 7' }],
    advice: { adviser: 'Minister of the Budget', askedOn: '2030-01-05', givenOn: null, reference: '' },
  });
});

it.each([
  ['incomplete', '2031', '', 'MB', 'fill in the year, the amount'],
  ['of this year', '2030', '5', 'MB', 'for a later year'],
])('does not send a commitment that is %s, and says what to do', async (_case, year, amount, act, words) => {
  show();
  const dialog = await openLine('1');
  await userEvent.click(dialog.getByRole('button', { name: 'Add a commitment' }));
  fill(dialog, 'Year', year);
  fill(dialog, 'Amount', amount);
  fill(dialog, 'Reference of the act', act);
  await userEvent.click(dialog.getByRole('button', { name: 'Done' }));
  await save();
  expect(screen.getAllByText(new RegExp(words)).length).toBeGreaterThan(0);
  expect(sent()).toBeUndefined();
});

it('asks for advice only where a minister is named, and sends none of a minister who was taken out', async () => {
  const advice = { adviser: 'Budget', askedOn: null, givenOn: null, reference: '' };
  show([givenLine('1', { coMinister: 'Budget', advice })]);
  const dialog = await openLine('1');
  fill(dialog, /^Co-competent minister/, '');
  expect(dialog.queryByLabelText(/Asked on/)).toBeNull();
  await userEvent.click(dialog.getByRole('button', { name: 'Done' }));
  await save();
  await waitFor(() => expect(sent()?.[0]).toMatchObject({ advice: null, coMinister: '' }));
});

it('warns where the draft holds less than was promised, until it holds it', async () => {
  const lineId = '0190a0a0-0000-7000-9000-000000000001';
  const promised: EarlierLine = {
    ...givenLine('7', { commitments: [{ year: 2030, amountCents: cents(150_00), reference: 'MB 1' }] }),
    lineId,
    year: 2029,
    subtotalCents: cents(0),
  };
  show([givenLine('1', { predecessorIds: [lineId] })], [promised]);
  expect(screen.getByText(/Line 1: .*100.*Promised to 7 of 2029: .*150/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Save' }).getAttribute('aria-disabled')).not.toBe('true');
  fireEvent.doubleClick(document.querySelector('[data-cell="amount"]') as Element);
  fireEvent.change(screen.getByRole('textbox', { name: /Amount/ }), { target: { value: '150' } });
  fireEvent.keyDown(screen.getByRole('textbox', { name: /Amount/ }), { key: 'Enter' });
  await waitFor(() => expect(screen.queryByText(/Promised to 7/)).toBeNull());
});

it('has nothing that axe finds in the details with both', async () => {
  const commitments = [{ year: 2031, amountCents: cents(5), reference: 'MB 1' }];
  const { container } = show([givenLine('1', { coMinister: 'Budget', commitments })]);
  await openLine('1');
  expect((await axe(container)).violations).toEqual([]);
});
