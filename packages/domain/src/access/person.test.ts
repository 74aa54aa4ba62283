import { assertOtherPerson, personStanding } from './person.js';

test('an account is confirmed once, and only a confirmed one is suspended and restored', () => {
  expect(personStanding.initial).toBe('unconfirmed');
  expect(personStanding.next('unconfirmed', 'confirm')).toBe('active');
  expect(personStanding.next('active', 'suspend')).toBe('suspended');
  expect(personStanding.next('suspended', 'restore')).toBe('active');
  expect(() => personStanding.next('unconfirmed', 'suspend')).toThrow('lifecycle.not-allowed');
  expect(() => personStanding.next('active', 'confirm')).toThrow('lifecycle.not-allowed');
});

test('an administrator changes others only', () => {
  expect(() => assertOtherPerson('a', 'b')).not.toThrow();
  expect(() => assertOtherPerson('a', 'a')).toThrow('permission.missing');
});
