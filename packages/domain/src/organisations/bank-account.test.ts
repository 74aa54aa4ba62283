import { bankAccountLifecycle, judgeBankAccount } from './bank-account.js';

describe('a bank account', () => {
  const proposed = { state: 'proposed', proposedById: 'lea' } as const;

  test('is verified or refused by somebody else than who proposed it', () => {
    expect(judgeBankAccount(proposed, 'verify', 'controller')).toEqual({ state: 'verified', judgedById: 'controller' });
    expect(judgeBankAccount(proposed, 'refuse', 'controller').state).toBe('refused');
    expect(() => judgeBankAccount(proposed, 'verify', 'lea')).toThrow('bank-account.same-person');
  });

  test('is judged once', () => {
    expect(() => judgeBankAccount({ ...proposed, state: 'verified' }, 'verify', 'controller')).toThrow(
      'lifecycle.not-allowed',
    );
    expect(() => judgeBankAccount({ ...proposed, state: 'refused' }, 'verify', 'controller')).toThrow(
      'lifecycle.not-allowed',
    );
  });

  test('that was refused or replaced never comes back', () => {
    expect(bankAccountLifecycle.isFinal('refused')).toBe(true);
    expect(bankAccountLifecycle.isFinal('replaced')).toBe(true);
    expect(bankAccountLifecycle.next('verified', 'replace')).toBe('replaced');
  });
});
