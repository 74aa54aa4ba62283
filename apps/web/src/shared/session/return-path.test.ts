import { returnPath } from './return-path';

it.each([
  ['nothing', null, '/nl/work'],
  ['a page of ours', '/nl/work/calls?after=x', '/nl/work/calls?after=x'],
  ['another site', 'https://evil.example/nl/work', '/nl/work'],
  ['another site without its scheme', '//evil.example/nl', '/nl/work'],
  ['another site behind a backslash', '/\\evil.example/nl', '/nl/work'],
  ['a script', 'javascript:alert(1)', '/nl/work'],
  ['an address that names no language', '/api/session', '/nl/work'],
])('after signing in, %s leads to the right place', (_case, wanted, expected) => {
  expect(returnPath(wanted, 'nl')).toBe(expected);
});
