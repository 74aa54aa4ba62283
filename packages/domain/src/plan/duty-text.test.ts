import fc from 'fast-check';
import { cents } from '../money.js';
import {
  adviceOfText,
  adviceText,
  adviceTextErrors,
  commitmentsText,
  parseCommitments,
  parseDay,
  parseLineIds,
} from './duty-text.js';

const reference = fc
  .array(fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('"', ';', '""', '\n', ': ', '2027: 5 "')), {
    maxLength: 6,
  })
  .map((parts) => parts.join('').trim().slice(0, 200).trim())
  .map((text) => (text === '' ? 'x' : text));

test('commitments read back from their text as they were, whatever the reference holds', () => {
  const commitment = fc.record({
    year: fc.integer({ min: 1990, max: 2130 }),
    amountCents: fc.integer({ min: 1, max: 99_999_999_999 }).map(cents),
    reference,
  });
  fc.assert(
    fc.property(fc.array(commitment, { maxLength: 30 }), (list) => {
      expect(parseCommitments(commitmentsText(list))).toEqual(list);
    }),
  );
});

test('amounts of commitments are read as people write them', () => {
  expect(parseCommitments(' 2027 : 1.250.000,5 "KB"; 2028:900 "A ""B""" ;')).toEqual([
    { year: 2027, amountCents: 125_000_050, reference: 'KB' },
    { year: 2028, amountCents: 900_00, reference: 'A "B"' },
  ]);
});

test.each([
  'later',
  '2027: 5',
  '2027: "x"',
  '2027: 0 "x"',
  '2027: -5 "x"',
  '1989: 5 "x"',
  '2131: 5 "x"',
  '2027: 5 ""',
  '2027: 5 "x" 2028: 5 "y"',
  '2027: 5 "x"; and more',
  `2027: 5 "${'x'.repeat(201)}"`,
  Array.from({ length: 31 }, (_, index) => `2027: 5 "${index}"`).join(';'),
])('%s is no list of commitments', (text) => {
  expect(parseCommitments(text)).toBeNull();
});

test('a day is read in the order of the table and in that of people; another is none', () => {
  expect(['2026-05-31', '31/05/2026', '1-6-2026', ' 1.6.2026 '].map(parseDay)).toEqual([
    '2026-05-31',
    '2026-05-31',
    '2026-06-01',
    '2026-06-01',
  ]);
  expect(['2026-02-30', '31/02/2026', '05/31/2026', '2026', '', '31/05/26', '0999-01-01'].map(parseDay)).toEqual(
    Array.from({ length: 7 }, () => null),
  );
});

test('an advice reads back from its cells; one without its adviser, or with a day that is none, is told by cell', () => {
  const advice = { adviser: 'Werk', askedOn: parseDay('2026-05-01'), givenOn: null, reference: 'nr. 8' };
  expect(adviceOfText(adviceText(advice))).toEqual(advice);
  expect(adviceOfText(adviceText(null))).toBeNull();
  const none = { adviser: ' ', askedOn: 'soon', givenOn: '', reference: '' };
  expect(adviceTextErrors(none)).toEqual([
    { cell: 'adviser', code: 'advice-incomplete' },
    { cell: 'askedOn', code: 'day-unreadable' },
  ]);
  expect(adviceTextErrors(adviceText(advice))).toEqual([]);
});

test('marks of lines are read in small letters; anything else among them is none', () => {
  const id = '0190a0a0-0000-7000-8000-0000000000a1';
  expect(parseLineIds(`${id.toUpperCase()}  ${id}`)).toEqual([id, id]);
  expect(parseLineIds('')).toEqual([]);
  expect(parseLineIds(`${id} 1.2`)).toBeNull();
  expect(parseLineIds(Array.from({ length: 51 }, () => id).join(' '))).toBeNull();
});
