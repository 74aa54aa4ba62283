import { filesBelow, linesMatching } from './sources.mjs';

/** What switches a check off, or leaves work for a day that does not come. */
const looseEnds = {
  'a test that does not run':
    /\b(?:it|test|describe)\.(?:skip|todo|only|failing)\b|\b(?:xit|xtest|xdescribe|fit|fdescribe)\(/,
  'a test of Node that does not run': /\{\s*(?:skip|todo|only):|\bt\.(?:skip|todo)\(/,
  'a type that is not checked': /@ts-(?:ignore|nocheck)\b|\bas any\b/,
  'work that was put off': /\b(?:TODO|FIXME|XXX)\b/,
};

test.each([
  ["it.skip('adds', () => {});", 'a test that does not run'],
  ["test('adds', { skip: true }, () => {});", 'a test of Node that does not run'],
  ['// @ts-ignore', 'a type that is not checked'],
  ['// TODO: round up', 'work that was put off'],
])('%s is %s', (line, kind) => {
  expect(linesMatching('a.ts', line, looseEnds[kind])).toHaveLength(1);
});

test.each(Object.entries(looseEnds))('the code holds no line that is %s', (_kind, pattern) => {
  const files = filesBelow(['apps', 'packages'], /\.(?:ts|tsx|mjs)$/).filter(
    ({ folder }) => folder !== 'packages/tooling/guards',
  );
  expect(files.length).toBeGreaterThan(0);
  expect(files.flatMap(({ path, text }) => linesMatching(path, text, pattern))).toEqual([]);
});
