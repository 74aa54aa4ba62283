import { cents } from '@commonlot/domain';
import { render, screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { TestUi } from '../testing/test-ui';
import { axisSteps, YearsFigure } from './years-figure';

const million = 100_000_000;
const years = [
  { year: 2022, marks: [mark('provisional', 200), mark('definitive', 100)] },
  { year: 2023, marks: [] },
  { year: 2024, marks: [mark('reported', 50)] },
];

function mark(kind: 'provisional' | 'definitive' | 'reported', millions: number) {
  return { kind, amountCents: cents(millions * million), label: `${kind} ${millions}`, href: `/en/${kind}` };
}

const figure = (
  <TestUi>
    <YearsFigure
      years={years}
      label="Totals"
      gapLabel={(year) => `${year}: nothing known`}
      legend={{ provisional: 'Provisional', definitive: 'Definitive', reported: 'Reported', gap: 'No figure' }}
      axis={(amount) => `${amount / million} M`}
      title="From 200 to 50"
      tableWords="Table"
      table={<table aria-label="amounts" />}
    />
  </TestUi>
);

test.each([
  [225, [0, 50, 100, 150, 200, 250]],
  [4, [0, 1, 2, 3, 4]],
  [185.3, [0, 50, 100, 150, 200]],
])('an axis up to %d million has these lines', (largest, lines) => {
  expect(axisSteps(largest * million).map((amount) => amount / million)).toEqual(lines);
});

it('draws heights in proportion to amounts from one line, and a gap as a gap', () => {
  render(figure);
  const wide = screen.getAllByRole('group', { name: 'Totals' })[0] as HTMLElement;
  const heightOf = (words: string) =>
    Number(
      within(wide).getByText(words, { selector: 'title' }).parentElement?.querySelector('rect')?.getAttribute('height'),
    );
  expect(heightOf('provisional 200') / heightOf('definitive 100')).toBeCloseTo(2, 5);
  expect(heightOf('definitive 100') / heightOf('reported 50')).toBeCloseTo(2, 5);
  expect(within(wide).getByText('2023: nothing known', { selector: 'title' })).toBeTruthy();
});

it('says what each shape means, only for shapes that are there', () => {
  const { rerender } = render(figure);
  expect(screen.getByText('No figure')).toBeTruthy();
  rerender(
    <TestUi>
      <YearsFigure {...figure.props.children.props} years={years.slice(2)} />
    </TestUi>,
  );
  expect(screen.queryByText('No figure')).toBeNull();
  expect(screen.getByText('Reported')).toBeTruthy();
});

it('has no fault that a machine finds', async () => {
  const { container } = render(figure);
  expect((await axe(container)).violations).toEqual([]);
});
