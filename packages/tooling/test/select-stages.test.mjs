import assert from 'node:assert/strict';
import { test } from 'node:test';
import { selectStages } from './select-stages.mjs';

const stages = [
  { name: 'format' },
  { name: 'build' },
  { name: 'domain', takesPattern: true },
  { name: 'api', takesPattern: true, needs: ['build'] },
];
const select = (...words) => {
  const { chosen, pattern } = selectStages(stages, words);
  return [chosen.map((stage) => stage.name), pattern];
};

test('without a word every stage runs', () => {
  assert.deepEqual(select(), [['format', 'build', 'domain', 'api'], undefined]);
});

test('a stage brings what it needs, in the order of the whole', () => {
  assert.deepEqual(select('api'), [['build', 'api'], undefined]);
  assert.deepEqual(select('api', 'format'), [['format', 'build', 'api'], undefined]);
});

test('another word is a pattern, for the stage that is named or for all that are made of tests', () => {
  assert.deepEqual(select('domain', 'money'), [['domain'], 'money']);
  assert.deepEqual(select('money'), [['build', 'domain', 'api'], 'money']);
});

test('a flag and a second pattern are refused with the names of the stages', () => {
  assert.throws(() => select('--watch'), /Name stages \(format, build, domain, api\)/);
  assert.throws(() => select('money', 'plan'), /One pattern at a time/);
});
