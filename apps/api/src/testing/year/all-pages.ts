import { payments, type ResponseOf, register } from '@commonlot/contracts';
import type { Game } from './game.js';

type Page<R> = (query: { limit: number; after?: string }) => Promise<{ rows: readonly R[]; next: string | null }>;

/** The rows of all pages of a list, in pages small enough that there are several. */
async function allOf<R>(page: Page<R>): Promise<R[]> {
  const all: R[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const { rows, next } = await page(after === undefined ? { limit: 60 } : { limit: 60, after });
    all.push(...rows);
    after = next;
  }
  return all;
}

type Payment = ResponseOf<typeof payments.listPayments>['rows'][number];
type Award = ResponseOf<typeof register.listAwards>['rows'][number];

export const allPayments = (game: Game, by = 'auditor'): Promise<Payment[]> =>
  allOf((query) => game.read(payments.listPayments, { query }, by));

export const allAwards = (game: Game): Promise<Award[]> =>
  allOf((query) => game.read(register.listAwards, { query }, 'auditor'));
