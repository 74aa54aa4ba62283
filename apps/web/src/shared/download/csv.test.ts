import { cents } from '@commonlot/domain';
import { csvEuros, csvText } from './csv';

test('a table is lines of cells; what has commas, quotes or line ends is quoted', () => {
  expect(csvText(['year', 'label'], [[2026, 'a "b", c\nd']])).toBe('\ufeffyear,label\r\n2026,"a ""b"", c\nd"\r\n');
});

test.each(['=1+1', '+1x', '-x', '@sum', '\tx'])('the text %j is never run by a spreadsheet', (text) => {
  expect(csvText([], [[text]])).toContain(`'${text}`);
});

test('amounts are euros with a point and stay numbers below zero; nothing is an empty cell', () => {
  const cells = [csvEuros(cents(123_456)), csvEuros(cents(-5)), csvEuros(null), null];
  expect(csvText([], [cells])).toBe('\ufeff\r\n1234.56,-0.05,,\r\n');
});
