import { cents } from '@commonlot/domain';
import { render, screen } from '@testing-library/react';
import { axe } from 'jest-axe';
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
