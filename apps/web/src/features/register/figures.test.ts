import { cents } from '@commonlot/domain';
import { formatCount, formatShare } from './figures';

const share = (part: number, total: number) => formatShare(cents(part), cents(total)).replaceAll('\u00a0', ' ');

test.each<[number, number, string]>([
  [5_086_333_800, 18_536_201_800, '27,44 %'],
  [1, 1, '100,00 %'],
  [0, 5, '0,00 %'],
  [1, 20_000, '0,01 %'],
  [1, 1_000_000, '< 0,01 %'],
  [7, 0, ''],
])('%d of %d is %j', (part, total, expected) => {
  expect(share(part, total)).toBe(expected);
});

test('counts are grouped as amounts are', () => {
  expect(formatCount(1_234_567, 'nl')).toBe('1.234.567');
  expect(formatCount(1_234, 'fr')).toBe('1\u00a0234');
  expect(formatCount(999, 'en')).toBe('999');
});
