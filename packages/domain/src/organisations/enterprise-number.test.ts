import fc from 'fast-check';
import { formatEnterpriseNumber, isDemonstrationNumber, parseEnterpriseNumber } from './enterprise-number.js';

describe('enterprise numbers', () => {
  test.each([
    '0202.239.951',
    '0203.430.576',
    '0214.596.464',
    '0308.357.159',
    '0415.580.365',
    '0419.052.173',
    '0419.052.272',
    '0248.015.142',
    '0207.373.429',
    '0403.019.261',
    '0428.759.497',
    '0400.008.697', // remainder 0 gives 97
  ])('%s is valid and is shown as it was written', (text) => {
    expect(formatEnterpriseNumber(parseEnterpriseNumber(text) ?? '')).toBe(text);
  });

  test.each([
    '0415580365',
    '415580365',
    'BE0415580365',
    'be 0415.580.365',
    'BE 415 580 365',
    'BE(0)415.580.365',
    '0415-580-365',
    ' 0415/580/365 ',
  ])('%j is the King Baudouin Foundation', (text) => {
    expect(parseEnterpriseNumber(text)).toBe('0415580365');
  });

  test.each([
    '',
    '431150351',
    '0415580366',
    '0000000097',
    '04155803650',
    '04155803065',
    '20415580010',
    '0415BE580365',
    '41558036',
    '2000000042',
    'NL0415580365',
    'O415580365',
    '٠٤١٥٥٨٠٣٦٥',
  ])('%j is refused', (text) => {
    expect(parseEnterpriseNumber(text)).toBeNull();
  });

  const enterpriseNumbers = fc
    .integer({ min: 1, max: 19_999_999 })
    .map((body) => body.toString().padStart(8, '0') + (97 - (body % 97)).toString().padStart(2, '0'));

  test('a number with a wrong digit, or with two neighbours swapped, is refused', () => {
    fc.assert(
      fc.property(enterpriseNumbers, fc.nat({ max: 9 }), fc.integer({ min: 1, max: 9 }), (number, place, added) => {
        expect(parseEnterpriseNumber(number)).toBe(number);
        const digits = [...number].map(Number);
        const wrong = digits.with(place, ((digits[place] ?? 0) + added) % 10).join('');
        expect(parseEnterpriseNumber(wrong)).toBeNull();
        const swapped = digits
          .with(place, digits[place - 1] ?? 0)
          .with(Math.max(place - 1, 0), digits[place] ?? 0)
          .join('');
        if (place > 0 && swapped !== number) expect(parseEnterpriseNumber(swapped)).toBeNull();
      }),
    );
  });

  test('demonstration numbers begin with 09', () => {
    expect(isDemonstrationNumber('0900000097')).toBe(true);
    expect(isDemonstrationNumber('0415580365')).toBe(false);
  });
});
