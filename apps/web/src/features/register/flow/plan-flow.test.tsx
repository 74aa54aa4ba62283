import { cents, sumCents } from '@commonlot/domain';
import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { renderPage } from '../../../shared/testing/render-page';
import { givenPlan } from '../given-register';
import { linesInTree } from '../plan-tree';
import {
  beneficiaries,
  type FlowWords,
  flowRows,
  grounds,
  largestBeneficiary,
  narrowGraph,
  wideGraph,
} from './plan-flow';
import { PlanFlowFigure } from './plan-flow-figure';

const plan = givenPlan([
  { code: '1', label: 'Communities' },
  { code: '1.1', euros: 300, kind: 'statutory-community' },
  { code: '2', label: 'Many' },
  ...Array.from({ length: 20 }, (_, place) => ({ code: `2.${place + 1}`, euros: 20 - place })),
  { code: '3', label: 'Calls' },
  { code: '3.1', euros: 7, kind: 'call-envelope' as const },
  { code: '3.2', euros: null, label: 'PM' },
]);
const rows = flowRows(linesInTree(plan.lines));
const words: FlowWords = {
  language: 'en',
  ground: (ground) => ground,
  beneficiary: (beneficiary) => beneficiary,
  others: (count) => `${count} others`,
  columns: { law: 'Law', rubric: 'Heading', line: 'Line', beneficiary: 'For whom' },
  page: '/en/plan',
};

test('only lines that carry money are there; a line without an amount is none', () => {
  expect(rows).toHaveLength(22);
  expect(sumCents(rows.map(({ amountCents }) => amountCents))).toBe(plan.totalCents);
});

test.each([
  ['wide', wideGraph(rows, words)],
  ['narrow', narrowGraph(rows, words)],
] as const)('through each column of the %s picture flows the whole plan', (_, graph) => {
  const columnOf = new Map(graph.places.map(({ id, column }) => [id, column]));
  for (let column = 0; column < graph.columns.length - 1; column += 1) {
    const flows = graph.flows.filter(({ from }) => columnOf.get(from) === column);
    expect(sumCents(flows.map(({ amountCents }) => amountCents))).toBe(plan.totalCents);
    for (const { to } of flows) expect(columnOf.get(to)).toBe(column + 1);
  }
});

test('the smallest lines of a rubric stand together, after those with a name', () => {
  const lines = wideGraph(rows, words).places.filter(({ column }) => column === 2);
  expect(lines.map(({ label }) => label)).toEqual([
    'Line 1.1',
    ...Array.from({ length: 13 }, (_, place) => `Line 2.${place + 1}`),
    '7 others',
    'Line 3.1',
  ]);
});

test('every kind of line has a ground and somebody it is for', () => {
  const all = wideGraph(rows, words).places.map(({ id }) => id);
  expect(all).toEqual(expect.arrayContaining(grounds.map((ground) => `law ${ground}`)));
  expect(all).toEqual(expect.arrayContaining(beneficiaries.map((each) => `to ${each}`)));
});

test('the largest beneficiary is by amount; of a plan without money there is none', () => {
  expect(largestBeneficiary(rows)).toEqual({ beneficiary: 'communities', amountCents: cents(300_00) });
  expect(largestBeneficiary([])).toBeNull();
});

test('the picture says its message, and its table adds up; a machine finds no fault', async () => {
  const { container } = renderPage(<PlanFlowFigure plan={plan} />, { language: 'en', path: '/en/x' });
  const figure = screen.getByRole('figure', { name: /The largest part of €.517, 58,03.%, goes to the Communities/ });
  const table = figure.querySelector('table') as HTMLElement;
  expect(within(table).getAllByRole('row', { hidden: true })).toHaveLength(1 + 22 + 1);
  expect((await axe(container)).violations).toEqual([]);
});

test('the file holds every line with its amount in euros', () => {
  renderPage(<PlanFlowFigure plan={plan} />, { language: 'nl', path: '/nl/x' });
  const link = screen.getByRole('link', { name: 'Downloaden als CSV (plan-2026-v1.csv)' });
  const text = decodeURIComponent(link.getAttribute('href')?.split(',').slice(1).join(',') ?? '');
  expect(text.trim().split('\r\n')).toHaveLength(1 + 22);
  expect(text).toContain('2026,1.1,Lijn 1.1,Communities,Bijzondere wet van 16 januari 1989,De gemeenschappen,300.00');
});
