import { cents, type Language } from '@commonlot/domain';
import { render, screen } from '@testing-library/react';
import { TestUi } from '../testing/test-ui';
import { Meter } from './meter';
import { Money } from './money';
import { Day, Instant } from './time';

const written = (element: React.ReactNode, language: Language) => {
  const { container, unmount } = render(<TestUi language={language}>{element}</TestUi>);
  const text = container.textContent;
  unmount();
  return text;
};

it.each<[Language, string]>([
  ['nl', '€\u00a0185.300.000'],
  ['fr', '€\u00a0185\u00a0300\u00a0000'],
])('writes whole euros without cents in %s', (language, text) => {
  expect(written(<Money cents={cents(185_300_000_00)} />, language)).toBe(text);
});

it('writes the cents of a column that is added up', () => {
  expect(written(<Money cents={cents(12_00)} decimals="always" />, 'nl')).toBe('€\u00a012,00');
});

it('carries the amount as a number for machines', () => {
  render(
    <TestUi>
      <Money cents={cents(-1_05)} />
    </TestUi>,
  );
  expect(screen.getByText(/1,05/).getAttribute('value')).toBe('-1.05');
});

it('tells "pro memoria" from "no amount", and both from zero', () => {
  expect(written(<Money cents={null} isPm />, 'en')).toBe('PM');
  expect(written(<Money cents={null} />, 'en')).toBe('–none');
  expect(written(<Money cents={cents(0)} />, 'en')).toBe('€\u00a00');
});

it('shows an instant on the clock of Brussels, whatever the clock of the machine', () => {
  expect(written(<Instant at="2026-07-01T22:30:00Z" form="short" />, 'en')).toBe('2 July 2026, 00:30');
  expect(written(<Instant at="2027-01-29T11:00:00Z" />, 'nl')).toBe(
    'vrijdag 29 januari 2027 om 12:00 uur (Brusselse tijd)',
  );
});

it('shows a dash for a day that is not there', () => {
  expect(written(<Day on={null} />, 'en')).toBe('–none');
});

it('says in words what is left of an envelope, counting what is paid as committed', () => {
  const text = written(
    <Meter
      label="Line"
      allocatedCents={cents(100_00)}
      reservedCents={cents(10_00)}
      committedCents={cents(60_00)}
      paidCents={cents(20_00)}
    />,
    'nl',
  );
  expect(text).toContain('available€\u00a030');
});
