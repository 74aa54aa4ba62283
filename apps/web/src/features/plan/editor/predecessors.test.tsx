import { cents, permissionsOf } from '@commonlot/domain';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { fakeApi } from '../../../shared/testing/fake-api';
import { renderPage } from '../../../shared/testing/render-page';
import { codesByYear, type EarlierLine, earlierLines, versionsBefore } from './earlier-lines';
import { givenLine, givenVersion } from './given-version';
import { LineEditor } from './line-editor';

const earlier: EarlierLine[] = ['2.1', '2.2', '3'].map((code) => ({
  ...givenLine(code),
  lineId: `0190a0a0-0000-7000-9000-${code.replace('.', '').padStart(12, '0')}`,
  label: { nl: `Oud ${code}`, fr: `Vieux ${code}`, de: '', en: `Old ${code}` },
  year: 2029,
  subtotalCents: cents(5_00),
}));
const [two1, two2] = earlier.map(({ lineId }) => lineId) as [string, string];

let fake = fakeApi([]);
beforeEach(() => localStorage.clear());
afterEach(() => fake.restore());
function show(lines = [givenLine('1', { predecessorIds: [two1] }), givenLine('2')]) {
  fake = fakeApi([]);
  return renderPage(<LineEditor version={givenVersion(lines)} earlier={earlier} onUnsaved={() => undefined} />, {
    person: { roles: ['minister'], permissions: [...permissionsOf(['minister'])] },
  });
}
const openLine = async (code: string) => {
  await userEvent.click(screen.getByRole('button', { name: `All about line ${code}` }));
  return within(screen.getByRole('dialog'));
};
const ending = () => [...document.querySelectorAll('details')].find((each) => /not continued/.test(each.textContent));

it('tells in words what a line continues, by code and year', async () => {
  show([givenLine('1', { predecessorIds: [two1, two2] })]);
  const dialog = await openLine('1');
  expect(dialog.getByText('Continues 2.1 and 2.2 of 2029.')).toBeTruthy();
});

it('finds an earlier line by code or label, takes it over, and takes it back in one step', async () => {
  show();
  const dialog = await openLine('2');
  expect(dialog.getByText('This line continues no earlier line.')).toBeTruthy();
  await userEvent.type(dialog.getByRole('combobox', { name: /Continues these lines/ }), 'old 2.2');
  await userEvent.keyboard('{Enter}');
  expect(dialog.getByText('Continues 2.2 of 2029.')).toBeTruthy();
  await userEvent.click(dialog.getByRole('button', { name: 'Done' }));
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  const again = await openLine('2');
  expect(again.getByText('This line continues no earlier line.')).toBeTruthy();
});

it('lets several lines continue one, and one continue several', async () => {
  show();
  const dialog = await openLine('2');
  await userEvent.type(dialog.getByRole('combobox', { name: /Continues these lines/ }), '2.1');
  await userEvent.keyboard('{Enter}');
  await userEvent.type(dialog.getByRole('combobox', { name: /Continues these lines/ }), '2.2');
  await userEvent.keyboard('{Enter}');
  expect(dialog.getByText('Continues 2.1 and 2.2 of 2029.')).toBeTruthy();
  await userEvent.click(dialog.getByRole('button', { name: 'Do not continue 2.1 Old 2.1' }));
  expect(dialog.getByText('Continues 2.2 of 2029.')).toBeTruthy();
});

it('lists under the grid the earlier lines that nothing continues, until something does', async () => {
  show();
  expect(ending()?.querySelector('summary')?.textContent).toBe('2 earlier lines are not continued');
  expect(
    within(ending() as HTMLElement)
      .getAllByRole('rowheader', { hidden: true })
      .map((each) => each.textContent),
  ).toEqual(['Old 2.2', 'Old 3']);
  const dialog = await openLine('2');
  for (const code of ['2.2', 'old 3']) {
    await userEvent.type(dialog.getByRole('combobox', { name: /Continues these lines/ }), code);
    await userEvent.keyboard('{Enter}');
  }
  expect(ending()).toBeUndefined();
  expect(screen.getByText('Every earlier line is continued.')).toBeTruthy();
});

it('has nothing that axe finds in the details', async () => {
  const { container } = show();
  await openLine('1');
  expect((await axe(container)).violations).toEqual([]);
});

test('a draft continues the plan in force of the nearest year before it, and the one that it replaces', () => {
  const head = (id: string, year: number, state: 'in-force' | 'draft' | 'superseded') => ({ id, year, state });
  const draft = head('own', 2030, 'draft');
  const all = [
    head('a', 2031, 'in-force'),
    draft,
    head('b', 2030, 'in-force'),
    head('c', 2029, 'superseded'),
    head('d', 2028, 'in-force'),
    head('e', 2027, 'in-force'),
  ];
  expect(versionsBefore(draft, all)).toEqual(['b', 'd']);
  expect(versionsBefore(draft, [draft])).toEqual([]);
});

test('lines that are not known are counted, and years come in their order', () => {
  const lines = [...earlier, ...earlierLines({ year: 2028, lines: [givenLine('9')] })];
  expect(codesByYear([two1, lines[3]?.lineId ?? '', 'nobody'], lines)).toEqual({
    years: [
      { year: 2028, codes: ['9'] },
      { year: 2029, codes: ['2.1'] },
    ],
    unknown: 1,
  });
});
