import { isProblemCode, Problem, problemKinds } from './problem.js';

test('a problem carries its code, its details and the code as its message', () => {
  const problem = new Problem('record.stale', { revision: 3 });
  expect(problem).toBeInstanceOf(Error);
  expect({ ...problem, message: problem.message }).toEqual({
    name: 'Problem',
    code: 'record.stale',
    details: { revision: 3 },
    message: 'record.stale',
  });
  expect(new Problem('record.missing').details).toEqual({});
});

test('every code is noun.adjective in lower case', () => {
  for (const code of Object.keys(problemKinds)) expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*$/);
});

test.each([
  ['payment.same-person', true],
  ['payment.other', false],
  ['constructor', false],
  ['toString', false],
])('%s is a code of the registry: %s', (text, expected) => {
  expect(isProblemCode(text)).toBe(expected);
});

test.each([
  ['request.malformed', 'malformed'],
  ['session.missing', 'unauthenticated'],
  ['permission.missing', 'forbidden'],
  ['record.missing', 'missing'],
  ['decision.same-person', 'conflict'],
  ['link.expired', 'invalid'],
  ['request.too-many', 'too-many'],
  ['file.too-large', 'too-large'],
  ['service.unavailable', 'unavailable'],
] as const)('%s is of the kind %s', (code, kind) => {
  expect(problemKinds[code]).toBe(kind);
});
