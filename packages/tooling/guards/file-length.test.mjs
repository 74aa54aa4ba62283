import { filesBelow } from './sources.mjs';

/** A longer file is two rooms in one. */
const longest = 250;

/** Tests are lists of cases; a migration is one change; a table of facts is as long as the facts. */
const exempt = [/\.test\.[a-z]+$/, /^apps\/api\/src\/migrations\//, /^apps\/api\/src\/seed\/data\//, /\.journey\.mjs$/];

test(`no file is longer than ${longest} lines`, () => {
  const files = filesBelow(['apps', 'packages'], /\.(?:ts|tsx|mjs|css)$/).filter(
    ({ path }) => !exempt.some((pattern) => pattern.test(path)),
  );
  expect(files.length).toBeGreaterThan(0);
  const tooLong = files
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > longest)
    .map(({ path, lines }) => `${path}: ${lines} lines`);
  expect(tooLong).toEqual([]);
});
