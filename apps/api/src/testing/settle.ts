import type { TestApi } from './test-api.js';

/** Does all jobs, those too that a busy database put off: nothing is under way afterwards. */
export async function settle(api: TestApi): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) {
    await api.work();
    const waiting = await api.sql('UPDATE graphile_worker._private_jobs SET run_at = now() RETURNING id');
    if (waiting.length === 0) return;
  }
  throw new Error('Jobs do not come to an end.');
}
