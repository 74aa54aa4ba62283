import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seed } from './chance.mjs';
import { backWithinMs, restartUnderLoad } from './restarts.mjs';

test('through 25 kills no receipt is lost, nothing is done twice, and the service comes back by itself', async (t) => {
  const { complaints, receipts, unknowns, slowestReturnMs } = await restartUnderLoad({ rounds: 25, seed });
  t.diagnostic(`seed ${seed}: ${receipts} receipts, ${unknowns} unknown outcomes, back within ${slowestReturnMs} ms`);
  assert.deepEqual({ seed, complaints }, { seed, complaints: [] });
  assert.ok(receipts > 25, 'there was load');
  assert.ok(unknowns > 25, 'the kills were felt');
  assert.ok(slowestReturnMs < backWithinMs, `back within ${slowestReturnMs} ms`);
});
