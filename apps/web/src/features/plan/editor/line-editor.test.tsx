import { plan } from '@commonlot/contracts';
import { permissionsOf } from '@commonlot/domain';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { answering, fakeApi } from '../../../shared/testing/fake-api';
import { renderPage } from '../../../shared/testing/render-page';
import type { PlanVersion } from '../plan-state';
import { givenLine, givenVersion, usualLines } from './given-version';
import { LineEditor } from './line-editor';

let fake = fakeApi([]);
beforeEach(() => localStorage.clear());
afterEach(() => fake.restore());
const show = (version = givenVersion()) =>
  renderPage(<LineEditor version={version} onUnsaved={() => undefined} />, {
    person: { roles: ['minister'], permissions: [...permissionsOf(['minister'])] },
  });
const grid = () => screen.getByRole('treegrid', { name: 'Lines of the plan' });
const rows = () => within(grid()).getAllByRole('row').slice(1);
const cells = (index: number) =>
  within(rows()[index] ?? grid())
    .getAllByRole('gridcell')
    .map((cell) => cell.textContent.replaceAll('\u00a0', ' '));
const cell = (index: number, column: number) =>
  within(rows()[index] ?? grid()).getAllByRole('gridcell')[column] ?? grid();
const focus = (index: number, column: number) => act(() => cell(index, column).focus());
const focused = () => document.activeElement?.textContent;
const keys = (text: string) => userEvent.keyboard(text);

it('says its rows, levels and names, and passes axe', async () => {
  const { container } = show();
  expect(rows().map((row) => [row.getAttribute('aria-rowindex'), row.getAttribute('aria-level')])).toEqual([
    ['2', '1'],
    ['3', '2'],
    ['4', '2'],
    ['5', '1'],
    ['6', '2'],
  ]);
  expect(cells(1).slice(0, 4)).toEqual(['1.1', 'Line 1.1', 'nominative', '100']);
  expect((await axe(container)).violations).toEqual([]);
});

it('is walked with arrows, Home, End and their like, and has one stop for Tab', async () => {
  show();
  expect(grid().querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  focus(0, 0);
  await keys('{ArrowDown}{ArrowRight}');
  expect(focused()).toBe('Line 1.1');
  await keys('{End}');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('All about line 1.1');
  await keys('{Home}');
  expect(focused()).toBe('1.1');
  await keys('{Control>}{End}{/Control}{Control>}{Home}{/Control}');
  expect(focused()).toBe('1');
  await keys('{PageDown}');
  expect(focused()).toBe('2.1');
  expect(grid().querySelectorAll('[tabindex="0"]')).toHaveLength(1);
});

it('writes a cell by typing, goes down with Enter and right with Tab, and gives the old value back on Escape', async () => {
  show();
  focus(1, 1);
  await keys('Choir{Enter}');
  expect([cells(1)[1], focused()]).toEqual(['Choir', 'Line 1.2']);
  await keys('{F2} two{Tab}');
  expect([cells(2)[1], focused()]).toEqual([' two', 'nominative'].map((text) => text.trim()));
  focus(4, 1);
  await keys('Never{Escape}');
  expect([cells(4)[1], focused()]).toEqual(['Line 2.1', 'Line 2.1']);
  await keys('{Control>}zz{/Control}');
  expect([cells(1)[1], cells(2)[1]]).toEqual(['Line 1.1', 'Line 1.2']);
  await keys('{Control>}{Shift>}z{/Shift}{/Control}');
  expect(cells(1)[1]).toBe('Choir');
});

it('adds, moves and removes lines by keys, with codes counted anew and a question before a heading goes', async () => {
  show();
  focus(1, 1);
  await keys('{Insert}');
  expect(rows().map((row) => within(row).getAllByRole('gridcell')[0]?.textContent)).toEqual([
    ...['1', '1.1', '1.2', '1.3', '2', '2.1'],
  ]);
  await keys('New{Enter}{ArrowUp}{Alt>}{ArrowUp}{/Alt}');
  expect([cells(1)[1], cells(2)[1], focused()]).toEqual(['New', 'Line 1.1', 'New']);
  await keys('{Control>}{Home}{Delete}{/Control}');
  const dialog = screen.getByRole('dialog', { hidden: true, name: 'Remove line 1?' });
  expect(dialog.textContent).toContain('3 lines under it');
  fireEvent.click(within(dialog).getByRole('button', { hidden: true, name: 'Remove' }));
  expect(rows().map((row) => within(row).getAllByRole('gridcell')[1]?.textContent)).toEqual(['Line 2', 'Line 2.1']);
});

it('takes cells of a spreadsheet, names what cannot be read, leads there, and takes it all back in one step', async () => {
  show();
  focus(4, 0);
  fireEvent.paste(document.activeElement ?? grid(), {
    clipboardData: { getData: () => '2.1\tChoir\tnominative\tmuch\n2.2\tDance\tnominative\t1 250,50' },
  });
  expect(cells(5).slice(0, 4)).toEqual(['2.2', 'Dance', 'nominative', '1.250,50']);
  expect(cells(4)[3]).toBe('much');
  fireEvent.click(screen.getByRole('button', { name: /^Line 2\.1: write an amount/ }));
  expect(focused()).toBe('much');
  await keys('{Control>}z{/Control}');
  expect([rows().length, cells(4)[3]]).toEqual([5, '100']);
});

it('shows how an amount is computed, and computes it anew when the total changes', () => {
  const formula = { kind: 'share' as const, of: 'total', less: [], share: '0.2744' };
  show(givenVersion(usualLines.with(1, givenLine('1.1', { formula, amountCents: 0 }))));
  expect(cells(1).slice(3, 5)).toEqual(['€ 274', '27,44 % of the total']);
  fireEvent.change(screen.getByLabelText('Total'), { target: { value: '2000' } });
  expect(cells(1)[3]).toBe('€ 549');
});

it('edits what has no column in a dialog, reached by Ctrl+Enter', async () => {
  show();
  focus(1, 1);
  await keys('{Control>}{Enter}{/Control}');
  const dialog = screen.getByRole('dialog', { hidden: true, name: 'All about line 1.1' });
  const field = (name: RegExp) => within(dialog).getByLabelText(name);
  fireEvent.change(field(/^Enterprise number/), { target: { value: '123' } });
  expect(dialog.textContent).toContain('not a valid enterprise number');
  fireEvent.change(field(/^How the amount/), { target: { value: 'balance' } });
  expect(cells(1).slice(3, 5)).toEqual(['€ 800', 'what all other lines leave']);
});

it('saves what was typed, and nothing that cannot be read', async () => {
  let bodies: unknown[] = [];
  fake = fakeApi([
    answering(plan.savePlanLines, ({ body }) => {
      bodies = [...bodies, body];
      return { revision: 4, unassignedCents: 0 };
    }),
    answering(plan.readPlanVersion, () =>
      givenVersion(usualLines.with(1, givenLine('1.1', { amountCents: 5_00 })), { revision: 4 }),
    ),
  ]);
  show();
  focus(1, 3);
  await keys('x{Enter}');
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('write an amount'));
  expect(bodies).toEqual([]);
  focus(1, 3);
  await keys('5{Enter}');
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(bodies).toHaveLength(1));
  expect(bodies[0]).toMatchObject({
    revision: 3,
    totalCents: 1_000_00,
    lines: [{}, { code: '1.1', amountCents: 5_00 }, {}, {}, {}],
  });
  await waitFor(() => expect(localStorage).toHaveLength(0));
});

it('brings back after a reload what was not saved, and throws it away when asked', async () => {
  const { unmount } = show();
  focus(1, 1);
  await keys('Kept{Enter}');
  unmount();
  show();
  expect(cells(1)[1]).toBe('Kept');
  fireEvent.click(screen.getByRole('button', { name: 'Discard the changes' }));
  expect(cells(1)[1]).toBe('Line 1.1');
  expect(localStorage).toHaveLength(0);
});

it('merges when somebody else saved first: shows what came, asks where both wrote, and saves again', async () => {
  const theirs: PlanVersion = givenVersion(
    [givenLine('1.1', { amountCents: 9_00 }), givenLine('1.2', { coMinister: 'Minister' })].reduce(
      (lines, line, index) => lines.with(index + 1, line),
      usualLines,
    ),
    { revision: 4 },
  );
  const sent: unknown[] = [];
  fake = fakeApi([answering(plan.readPlanVersion, () => theirs)]);
  const reading = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    if (init?.method !== 'PUT') return reading(input, init);
    sent.push(JSON.parse(String(init.body)));
    const body = { type: 'urn:problem:record.stale', title: 'x', status: 409, code: 'record.stale', details: {} };
    return new Response(JSON.stringify(body), { status: 409, headers: { 'content-type': 'application/json' } });
  };
  show();
  focus(1, 3);
  await keys('5{Enter}');
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  const dialog = await screen.findByRole('dialog', { hidden: true, name: 'What stays?' });
  expect(dialog.textContent).toContain('You: Amount: 5');
  expect(dialog.textContent).toContain('The other person: Amount: 9');
  expect(screen.getByText(/1\.2 Line 1\.2: Co-competent minister changed/)).toBeTruthy();
  fireEvent.click(within(dialog).getByRole('button', { hidden: true, name: 'Keep mine' }));
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[1]).toMatchObject({
    revision: 4,
    lines: [{}, { amountCents: 5_00 }, { coMinister: 'Minister' }, {}, {}],
  });
});

it('keeps only the rows in sight in the page, however many there are', async () => {
  const many = Array.from({ length: 2_000 }, (_, index) => givenLine(String(index + 1)));
  show(givenVersion(many, { totalCents: 200_000_00 }));
  expect(rows().length).toBeLessThan(80);
  expect(grid().getAttribute('aria-rowcount')).toBe('2001');
  focus(0, 0);
  await keys('{Control>}{End}{/Control}{Home}');
  expect(focused()).toBe('2000');
});
