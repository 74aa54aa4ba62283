import { admit, exclude } from './admissibility.js';

describe('admissibility', () => {
  test('a submitted application is admitted, or excluded with its reasons', () => {
    expect(admit({ state: 'submitted' })).toEqual({ state: 'admitted' });
    expect(exclude({ state: 'submitted' }, [{ code: 'late', text: ' Sent at 12:03. ' }])).toEqual({
      state: 'excluded',
      exclusionReasons: [{ code: 'late', text: 'Sent at 12:03.' }],
    });
  });

  test('no reason, or one without its facts, is none', () => {
    expect(() => exclude({ state: 'submitted' }, [])).toThrow('application.reason-missing');
    const late = { code: 'late', text: ' ' } as const;
    expect(() => exclude({ state: 'submitted' }, [late])).toThrow('application.reason-missing');
    expect(() => exclude({ state: 'submitted' }, [{ code: 'incomplete', text: 'No budget.' }, late])).toThrow(
      'application.reason-missing',
    );
  });

  test.each(['draft', 'admitted', 'withdrawn'] as const)('it is not decided on one that is %s', (state) => {
    expect(() => admit({ state })).toThrow('lifecycle.not-allowed');
    expect(() => exclude({ state }, [{ code: 'late', text: 'x' }])).toThrow('lifecycle.not-allowed');
  });
});
