import fc from 'fast-check';
import {
  formatStructuredCommunication,
  parseStructuredCommunication,
  structuredCommunicationOf,
} from './structured-communication.js';

describe('structured communications', () => {
  test.each(['+++010/8068/17183+++', '+++090/9337/55493+++', '+++000/0000/09797+++'])('%s is valid', (text) => {
    expect(formatStructuredCommunication(parseStructuredCommunication(text) ?? '')).toBe(text);
  });

  test.each([
    '',
    '010/8068/17180',
    '+++010/8068/1718+++',
    'abc',
    '000000000000',
    '0108068171830',
    'abcdefghij97',
  ])('%j is refused', (text) => {
    expect(parseStructuredCommunication(text)).toBeNull();
  });

  test('***010/8068/17183*** and bare digits are read as well', () => {
    expect(parseStructuredCommunication('***010/8068/17183***')).toBe('010806817183');
    expect(parseStructuredCommunication('010 8068 17183')).toBe('010806817183');
  });

  test('every serial gives a communication that is valid', () => {
    expect(structuredCommunicationOf(97)).toBe('000000009797');
    expect(structuredCommunicationOf(0)).toBe('000000000097');
    expect(structuredCommunicationOf(9_999_999_999)).toBe('999999999948');
    fc.assert(
      fc.property(fc.nat({ max: 9_999_999_999 }), (serial) => {
        const digits = structuredCommunicationOf(serial);
        expect(parseStructuredCommunication(formatStructuredCommunication(digits))).toBe(digits);
      }),
    );
  });

  test.each([-1, 0.5, 10_000_000_000])('%p is no serial', (serial) => {
    expect(() => structuredCommunicationOf(serial)).toThrow(new RangeError(`no serial: ${serial}`));
  });
});
