import { cents } from '@commonlot/domain';
import { render, screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { Gauge } from '../figures/gauge';
import { TestUi } from '../testing/test-ui';
import { BarsFigure } from './bars-figure';

const bars = [
  { id: 'a', label: 'Culture', href: '/en/a', amountCents: cents(400), filledCents: cents(100), doneCents: cents(900) },
  { id: 'b', label: 'Sport', amountCents: cents(100), isApart: true },
];

const figure = (
  <TestUi>
    <BarsFigure
      bars={bars}
      legend={[{ part: 'whole', words: 'Allocated' }]}
      title="By sector"
      tableWords="Table"
      table={<table aria-label="amounts" />}
    />
  </TestUi>
);

it('draws bars in proportion to the longest, and no part longer than the picture', () => {
  const { container } = render(figure);
  const lengths = [...container.querySelectorAll('li [data-part]')].map(
    (part) => (part as HTMLElement).style.inlineSize,
  );
  expect(lengths).toEqual(['100%', '25%', '100%', '25%']);
});

it('gives each bar its name and its amount in words, and its page', async () => {
  const { container } = render(figure);
  expect(screen.getByRole('link', { name: 'Culture' }).getAttribute('href')).toBe('/en/a');
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    expect.stringContaining('4'),
    expect.stringContaining('1'),
  ]);
  expect((await axe(container)).violations).toEqual([]);
});

function gauge(valueEuros: number, maxEuros = 100) {
  return (
    <TestUi>
      <Gauge
        label="Until 30 June"
        valueCents={cents(valueEuros * 100)}
        valueLabel="Paid"
        ceilingCents={cents(50_00)}
        ceilingLabel="Ceiling"
        maxCents={cents(maxEuros * 100)}
        state="So it stands"
      />
    </TestUi>
  );
}

it.each([
  [20, '20%', null],
  [50, '50%', null],
  [51, '51%', 'true'],
  [180, '100%', 'true'],
  [-5, '0%', null],
])('a gauge of %d against a ceiling of 50 is filled by %s', (value, filled, over) => {
  const { container } = render(gauge(value));
  const parts = [...container.querySelectorAll('[aria-hidden] > span')].map((part) => (part as HTMLElement).style);
  expect([parts[0]?.inlineSize, parts[1]?.inlineSize, parts[2]?.insetInlineStart]).toEqual(['50%', filled, '50%']);
  expect(screen.getByRole('figure', { name: 'Until 30 June' }).getAttribute('data-over')).toBe(over);
});

it('a gauge of nothing stands at its start, and a machine finds no fault in it', async () => {
  const { container } = render(gauge(0, 0));
  expect(container.querySelector<HTMLElement>('[aria-hidden] > span')?.style.inlineSize).toBe('0%');
  expect(screen.getByText('So it stands')).toBeTruthy();
  expect((await axe(container)).violations).toEqual([]);
});
