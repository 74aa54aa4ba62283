import { type CorrectionBlocker, type CorrectionRequest, correct, correctionBlockers } from './correction.js';

const request: CorrectionRequest = {
  kind: 'title',
  formerValue: 'A chior',
  value: 'A choir',
  explanation: 'Spelling',
};
const now = new Date('2026-05-01T09:00Z');

test.each<[string, Partial<CorrectionRequest>, CorrectionBlocker[]]>([
  ['a new title', {}, []],
  ['nothing', { value: ' ' }, ['value-missing']],
  ['the same title', { value: ' A chior ' }, ['value-unchanged']],
  ['a municipality', { kind: 'municipality', formerValue: '21004', value: '44021' }, []],
  ['a postal code', { kind: 'municipality', formerValue: '21004', value: '9000' }, ['municipality-invalid']],
  ['six digits', { kind: 'municipality', formerValue: '21004', value: '440210' }, ['municipality-invalid']],
  ['a letter before it', { kind: 'municipality', formerValue: '21004', value: 'B44021' }, ['municipality-invalid']],
  ['no explanation', { explanation: '' }, ['explanation-missing']],
  ['an explanation that is blank', { explanation: ' \n' }, ['explanation-missing']],
])('blockers of a correction to %s', (_case, change, expected) => {
  expect(correctionBlockers({ ...request, ...change })).toEqual(expected);
});

test('a correction is dated and keeps the former value', () => {
  expect(correct({ ...request, value: ' A choir\r\n', explanation: ' Spelling\r\n' }, 'olga', now)).toEqual({
    kind: 'title',
    formerValue: 'A chior',
    value: 'A choir',
    explanation: 'Spelling',
    correctedById: 'olga',
    correctedAt: now,
  });
});

test('a correction that is none is refused with every reason', () => {
  expect(() => correct({ ...request, value: '', explanation: '' }, 'olga', now)).toThrow(
    expect.objectContaining({
      code: 'correction.invalid',
      details: { blockers: ['value-missing', 'explanation-missing'] },
    }),
  );
});
