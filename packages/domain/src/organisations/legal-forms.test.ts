import { legalFormOf, legalForms, mayApply } from './legal-forms.js';

test('each legal form stands once, with three digits and a name in four languages', () => {
  expect(new Set(legalForms.map((form) => form.code)).size).toBe(legalForms.length);
  for (const { code, nl, fr, de, en } of legalForms) {
    expect(code).toMatch(/^\d{3}$/);
    expect([nl, fr, de, en].every((name) => name.trim() !== '')).toBe(true);
  }
});

test.each([
  ['017', true],
  ['125', true],
  ['026', true],
  ['029', true],
  ['117', true],
  ['325', true],
  ['411', true],
  ['412', true],
  ['420', true],
  ['110', false],
  ['124', false],
  ['418', false],
  ['014', false],
  ['', false],
])('an organisation of the form %s may apply: %s', (code, expected) => {
  expect(mayApply(code)).toBe(expected);
});

test('an unknown form has no name', () => {
  expect(legalFormOf('017')?.nl).toContain('vzw');
  expect(legalFormOf('999')).toBeNull();
});
