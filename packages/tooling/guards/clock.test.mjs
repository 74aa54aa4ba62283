import { filesBelow, linesMatching, withoutComments } from './sources.mjs';

/** Reading the machine's clock or throwing dice makes a rule that cannot be tested and a time nobody decided. */
const reads = /\bDate\.now\(|\bnew Date\(\s*\)|\bMath\.random\(/;

const allowed = {
  'apps/api/src/platform/clock.ts': 'the one place that knows the time of this process',
  'apps/api/src/platform/log.ts': 'the time of a log line',
};

const readsIn = (path, text) => linesMatching(path, withoutComments(text), reads);

test('a read of the clock is found, and one in a comment is not', () => {
  expect(readsIn('a.ts', 'const a = 1;\nconst now = new Date();')).toEqual(['a.ts:2: new Date()']);
  expect(readsIn('a.ts', '// never new Date()\n/* nor\n Date.now() */ const day = new Date(text);')).toEqual([]);
});

test('domain, contracts and API take the time as an argument and throw no dice', () => {
  const files = filesBelow(['packages/domain/src', 'packages/contracts/src', 'apps/api/src'], /\.ts$/)
    .filter(({ path }) => !path.endsWith('.test.ts') && !path.startsWith('apps/api/src/testing/'))
    .filter(({ path }) => !(path in allowed));
  expect(files.length).toBeGreaterThan(0);
  expect(files.flatMap(({ path, text }) => readsIn(path, text))).toEqual([]);
});
