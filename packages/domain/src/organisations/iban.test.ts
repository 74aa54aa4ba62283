import fc from 'fast-check';
import { formatIban, maskIban, parseIban } from './iban.js';

describe('account numbers', () => {
  test.each([
    ['BE68 5390 0754 7034', 'BE68539007547034', 'BE'],
    ['BE10 0000 0000 0404', 'BE10000000000404', 'BE'],
    ['BE73 0000 0000 6060', 'BE73000000006060', 'BE'],
    ['BE19 0000 0000 1212', 'BE19000000001212', 'BE'],
    ['BE54000000009797', 'BE54000000009797', 'BE'], // remainder 0 gives 97
    ['BE97000000004949', 'BE97000000004949', 'BE'],
    ['be68.5390.0754.7034', 'BE68539007547034', 'BE'],
    ['NL91 ABNA 0417 1643 00', 'NL91ABNA0417164300', 'NL'],
    ['FR14 2004 1010 0505 0001 3M02 606', 'FR1420041010050500013M02606', 'FR'],
    ['DE89 3704 0044 0532 0130 00', 'DE89370400440532013000', 'DE'],
    ['GB29 NWBK 6016 1331 9268 19', 'GB29NWBK60161331926819', 'GB'],
    ['MT84 MALT 0110 0001 2345 MTLC AST0 01S', 'MT84MALT011000012345MTLCAST001S', 'MT'],
    ['BE98 0000 0000 9393', 'BE98000000009393', 'BE'],
    ['BE02 0000 0000 4040', 'BE02000000004040', 'BE'],
    ['LU28 0019 4006 4475 0000', 'LU280019400644750000', 'LU'],
  ])('%s is valid', (text, iban, country) => {
    expect(parseIban(text)).toEqual({ iban, country });
  });

  test.each([
    ['nothing', ''],
    ['a wrong check digit', 'BE69 5390 0754 7034'],
    ['a wrong national check', 'BE41 0918 1173 5141'],
    ['letters in a Belgian number', 'BE68 5390 0754 703A'],
    ['a Belgian number with another length', 'BE68 5390 0754 7034 00'],
    ['a Dutch number with another length', 'NL91 ABNA 0417 1643'],
    // The sum of each of these is right: it is their shape that is wrong.
    ['a Dutch number that is a sign short', 'NL58 ABNA 0417 1643 0'],
    ['a Belgian number of letters', 'BE23 KOOR KOOR KO97'],
    ['a Maltese number of ten signs', 'MT05 ABCD EF'],
    ['a number of 35 signs', 'MT22 AAAA AAAA AAAA AAAA AAAA AAAA AAAA AAA'],
    ['a letter before the country', 'AMT8 4MAL T011 0000 1234 009'],
    ['a letter among the check digits', 'MT8A MALT 0110 0001 2340 47'],
    ['check digits 00 for 97', 'BE00000000004949'],
    ['check digits 01 for 98', 'BE01000000009393'],
    ['check digits 99 for 02', 'BE99000000004040'],
    ['a formula', '=BE68539007547034'],
    ['no country', '6853 9007 5470 34'],
    ['more than 34 signs', `MT84${'0'.repeat(40)}`],
  ])('%s is refused', (_case, text) => {
    expect(parseIban(text)).toBeNull();
  });

  const belgian = fc.nat({ max: 9_999_999_999 }).map((body) => {
    const account = `${body.toString().padStart(10, '0')}${(body % 97 || 97).toString().padStart(2, '0')}`;
    const check = 98n - (BigInt(`${account}111400`) % 97n);
    return `BE${check.toString().padStart(2, '0')}${account}`;
  });

  test('every Belgian number that is made by the rules is valid, and no other check digits are', () => {
    fc.assert(
      fc.property(belgian, fc.nat({ max: 99 }), (iban, check) => {
        expect(parseIban(formatIban(iban))?.iban).toBe(iban);
        const other = `BE${check.toString().padStart(2, '0')}${iban.slice(4)}`;
        expect(parseIban(other)?.iban ?? null).toBe(other === iban ? iban : null);
      }),
    );
  });

  test('is shown in groups of four, and masked to its two ends', () => {
    expect(formatIban('BE68539007547034')).toBe('BE68 5390 0754 7034');
    expect(maskIban('BE68539007547034')).toBe('BE68 •••• •••• 7034');
    expect(maskIban('NO9386011117947')).toBe('NO93 •••• •••7 947');
  });
});
