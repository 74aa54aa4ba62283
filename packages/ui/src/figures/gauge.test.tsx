import { cents } from '@commonlot/domain';
import { render, screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import type { ComponentProps } from 'react';
import { TestUi } from '../testing/test-ui';
import { Gauge } from './gauge';

type GaugeProps = ComponentProps<typeof Gauge>;

const euros = (amount: number) => cents(amount * 100);
const part = (id: string, amount: number) => ({ id, label: id, cents: euros(amount) });

function show(parts: GaugeProps['parts'], change: Partial<GaugeProps> = {}) {
  const { container } = render(
    <TestUi>
      <Gauge
        label="Until 30 June"
        parts={parts}
        ceilingCents={euros(50)}
        ceilingLabel="Ceiling"
        maxCents={euros(100)}
        state={<p>So it stands</p>}
        {...change}
      />
    </TestUi>,
  );
  const [room, ...rest] = [...container.querySelectorAll('[aria-hidden] > span')].map((span) => {
    const { insetInlineStart, inlineSize } = (span as HTMLElement).style;
    return [insetInlineStart, inlineSize].filter((text) => text !== '').join(' ');
  });
  return { container, room, values: rest.slice(0, -1), mark: rest.at(-1) };
}

const isOver = () => screen.getByRole('figure', { name: 'Until 30 June' }).getAttribute('data-over');

it.each([
  [20, '0% 20%', null],
  [50, '0% 50%', null],
  [51, '0% 51%', 'true'],
  [180, '0% 100%', 'true'],
  [-5, '0% 0%', null],
])('%d against a ceiling of 50 of 100 is filled by %s', (value, filled, over) => {
  const { room, values, mark } = show([part('Paid', value)]);
  expect([room, values, mark]).toEqual(['50%', [filled], '50%']);
  expect(isOver()).toBe(over);
});

it.each([
  [20, 30, ['0% 20%', '20% 30%'], null],
  [20, 31, ['0% 20%', '20% 31%'], 'true'],
  [90, 30, ['0% 90%', '90% 10%'], 'true'],
  [120, 30, ['0% 100%', '100% 0%'], 'true'],
  [-10, 30, ['0% 0%', '0% 20%'], null],
])('parts of %d and %d stand one after the other, and count together', (paid, approved, lengths, over) => {
  expect(show([part('Paid', paid), part('Approved', approved)]).values).toEqual(lengths);
  expect(isOver()).toBe(over);
});

it('says beside the bar what it draws', async () => {
  const { container } = show([part('Paid', 20), part('Approved', 5)], { share: '50 %' });
  const terms = [...container.querySelectorAll('dl > div')].map((row) => row.textContent?.replaceAll('\u00a0', ' '));
  expect(terms).toEqual(['Paid€ 20', 'Approved€ 5', 'Ceiling€ 50']);
  expect(screen.getByText('50 %')).toBeTruthy();
  expect(screen.getByText('So it stands')).toBeTruthy();
  expect((await axe(container)).violations).toEqual([]);
});

const table = {
  caption: 'Advances',
  nameHeader: 'Figure',
  amountHeader: 'Amount',
  none: 'no ceiling',
  rows: [
    { id: 'Paid', name: 'Paid', cents: cents(20_01) },
    { id: 'Approved', name: 'Approved', cents: euros(5) },
    { id: 'next', name: 'The next ceiling', cents: null },
  ],
};

it('has its amounts to the cent in a table, each part with its colour before its name', async () => {
  const { container } = show([part('Paid', 20), part('Approved', 5)], { table });
  const rows = within(screen.getByRole('table', { name: 'Advances' }))
    .getAllByRole('row')
    .slice(1);
  expect(rows.map((row) => row.textContent?.replaceAll('\u00a0', ' '))).toEqual([
    'Paid€ 20,01',
    'Approved€ 5,00',
    'The next ceilingno ceiling',
  ]);
  expect(rows.map((row) => row.querySelector('[data-part]')?.getAttribute('data-part') ?? null)).toEqual([
    '0',
    '1',
    null,
  ]);
  expect(container.querySelector('dl')).toBeNull();
  expect((await axe(container)).violations).toEqual([]);
});

it('has no bar where there is no ceiling, and passes none', () => {
  const { container } = show([part('Paid', 20)], { ceilingCents: null, table });
  expect(container.querySelector('[aria-hidden] > span')).toBeNull();
  expect(isOver()).toBeNull();
  expect(screen.getByText('So it stands')).toBeTruthy();
});

it('stands at its start when there is nothing', () => {
  const { room, values } = show([part('Paid', 0)], { ceilingCents: cents(0), maxCents: cents(0) });
  expect([room, values]).toEqual(['0%', ['0% 0%']]);
});
