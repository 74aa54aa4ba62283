import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seed } from './chance.mjs';
import { restartUnderLoad } from './restarts.mjs';

test('what was acknowledged before PostgreSQL or the API was killed is there afterwards, byte for byte, and nothing twice', async () => {
  const { complaints, receipts } = await restartUnderLoad({ rounds: 2, seed });
  assert.deepEqual({ seed, complaints }, { seed, complaints: [] });
  assert.ok(receipts > 0, 'somebody got a receipt');
});
