import fc from 'fast-check';
import { canonicalJson, countCharacters, normaliseText } from './text.js';

test.each<[string, string, number]>([
  ['nothing', '', 0],
  ['plain letters', 'cent', 4],
  ['an accent as one code point', 'é', 1],
  ['an accent as two', 'e\u0301', 1],
  ['a line end of Windows', 'a\r\nb', 3],
  ['a line end of an old Mac', 'a\rb', 3],
  ['a family of emoji', '👨‍👩‍👧‍👦', 1],
  ['a flag', '🇧🇪', 1],
  ['an accent on many letters', 'e\u0301'.repeat(100), 100],
  ['Arabic', 'مرحبا', 5],
])('counts %s', (_case, text, expected) => {
  expect(countCharacters(text)).toBe(expected);
});

test('what the browser sends with \\r\\n counts as what the person saw', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (lines) => {
      expect(countCharacters(lines.join('\r\n'))).toBe(countCharacters(lines.join('\n')));
    }),
  );
});

test('normal form is composed, with one sort of line end, and can be stored', () => {
  expect(normaliseText('e\u0301\r\nb\rc\u2028d\0e')).toBe('é\nb\nc\nde');
  expect(normaliseText('a\ud800b')).toBe('a\ufffdb');
  expect(normaliseText('😀')).toBe('😀');
});

test('normalising twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.nat({ max: 0xffff }).map((unit) => String.fromCharCode(unit)) }), (text) => {
      const once = normaliseText(text);
      expect(normaliseText(once)).toBe(once);
    }),
  );
});

describe('canonicalJson', () => {
  test('sorts keys at every depth and leaves lists in their order', () => {
    expect(canonicalJson({ b: [{ d: 1, c: null }, true], a: 'é"\n' })).toBe(
      '{"a":"é\\"\\n","b":[{"c":null,"d":1},true]}',
    );
  });

  test('leaves out what is undefined and writes instants as text', () => {
    expect(canonicalJson({ at: new Date('2026-03-01T11:00Z'), gone: undefined })).toBe(
      '{"at":"2026-03-01T11:00:00.000Z"}',
    );
  });

  test('says the same as JSON, whatever the order of the keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const canonical = canonicalJson(value);
        expect(JSON.parse(canonical)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(reversed(value))).toBe(canonical);
      }),
    );
  });

  test.each([
    [Number.NaN, 'NaN'],
    [Number.POSITIVE_INFINITY, 'Infinity'],
    [1n, 'bigint'],
    [undefined, 'undefined'],
    [() => 1, 'function'],
    [Symbol('x'), 'symbol'],
  ])('refuses %p and says so', (value, words) => {
    expect(() => canonicalJson({ value: [value] })).toThrow(new TypeError(`JSON has no ${words}`));
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}
