import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inTurn, median, percentile } from './rounds.mjs';

test('the median is the middle, or between the two in the middle', () => {
  assert.equal(median([9, 1, 5]), 5);
  assert.equal(median([4, 1, 9, 2]), 3);
});

test('a percentile is the least value that so many do not exceed', () => {
  const values = Array.from({ length: 40 }, (_, place) => 40 - place);
  assert.equal(percentile(values, 0.95), 38);
  assert.equal(percentile([7], 0.95), 7);
});

test('subjects are measured in turn, and the first round does not count', async () => {
  const order = [];
  const counter = { a: 0, b: 0 };
  const measure = (name) => () => {
    order.push(name);
    counter[name] += 1;
    return Promise.resolve(counter[name]);
  };
  const found = await inTurn({ a: measure('a'), b: measure('b') }, 3);
  assert.equal(order.join(''), 'abababab');
  assert.deepEqual(found.a, { median: 3, least: 2, most: 4 });
});
