import assert from 'node:assert/strict';
import { test } from 'node:test';
import { collectTests } from './collect-tests.mjs';
import { changeOf, explainedChanges } from './survivors.mjs';

const source = ['const a = 1;', 'if (a > 0) {', '  go(a);', '}', ''].join('\n');
const at = (line, column, endLine, endColumn) => ({
  start: { line, column },
  end: { line: endLine, column: endColumn },
});

test('a change is told by its line before and after, wherever the line stands', () => {
  const change = 'a.ts\n- if (a > 0) {\n+ if (a >= 0) {';
  assert.equal(changeOf('a.ts', source, at(2, 5, 2, 10), 'a >= 0'), change);
  assert.equal(changeOf('a.ts', `\n\n${source}`, at(4, 5, 4, 10), 'a >= 0'), change);
});

test('a change of several lines is told in one', () => {
  assert.equal(changeOf('a.ts', source, at(2, 12, 4, 2), '{}'), 'a.ts\n- if (a > 0) { go(a); }\n+ if (a > 0) {}');
});

test('what is explained is what stands below the heading of its file, with a reason behind it', () => {
  const markdown = [
    '## `a.ts`',
    ...['', '```diff', '- x', '+ y', '- x', '+ z', '```', '', 'Because.'],
    ...['', '## `b.ts`', '', '```diff', '- x', '+ y', '```', ''],
  ].join('\n');
  assert.deepEqual([...explainedChanges(markdown)], ['a.ts\n- x\n+ y', 'a.ts\n- x\n+ z']);
});

test('the tests of a file are collected as Jest would, each with an id of its own', async () => {
  const seen = [];
  const tests = await collectTests('a.test.ts', {}, async () => {
    const { describe, it, test: define } = globalThis;
    define('alone', () => seen.push('alone'));
    describe('a group', () => {
      it.each([
        [1, 'one'],
        [2, 'two'],
      ])('of %i', (number, word) => seen.push(`${number} ${word}`));
      it.each(['x', 'x'])('with %s', (text) => seen.push(text));
    });
  });
  assert.deepEqual(
    tests.map(({ id }) => id),
    [
      'a.test.ts alone',
      'a.test.ts a group of 1',
      'a.test.ts a group of 2',
      'a.test.ts a group with x',
      'a.test.ts a group with x (2)',
    ],
  );
  for (const { body } of tests) await body();
  assert.deepEqual(seen, ['alone', '1 one', '2 two', 'x', 'x']);
});
