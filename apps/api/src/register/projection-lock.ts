import type { Tx } from '../platform/index.js';

/**
 * Waits until nobody else recomputes the same thing. The statements after it see what was committed before the lock, so
 * that the slower of two runs cannot put older figures over newer ones.
 */
export async function lockProjection(tx: Tx, noun: 'plan' | 'call' | 'organisation', id: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`register.${noun}:${id}`]);
}
