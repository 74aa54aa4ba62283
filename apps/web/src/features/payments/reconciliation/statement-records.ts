import type { payments, ResponseOf } from '@commonlot/contracts';

export type StatementRow = ResponseOf<typeof payments.listBankStatements>['rows'][number];
export type Statement = ResponseOf<typeof payments.readBankStatement>;
export type Entry = Statement['entries'][number];
export type MissingPayment = Statement['missing'][number];

/** A difference as a row of the work on a statement: an entry, or a payment that no entry pays. */
export interface Difference {
  readonly kind: Exclude<Entry['entryClass'], 'exact' | 'incoming'> | 'not-in-statement';
  /** Of the entry or, for `not-in-statement`, of the payment. */
  readonly subjectId: string;
  readonly on: string | null;
  /** In cents; below zero when money left the account. */
  readonly amountCents: number;
  readonly entry: Entry | null;
  readonly payment: Entry['payment'];
  readonly explanation: Entry['explanation'];
}

/** The differences of a statement in its order, the payments without an entry last. */
export function differencesOf({ entries, missing }: Statement): Difference[] {
  const ofEntries = entries.flatMap((entry): Difference[] => {
    const { entryClass } = entry;
    if (entryClass === 'exact' || entryClass === 'incoming') return [];
    const amountCents = signed(entry);
    const { id: subjectId, bookedOn: on, payment, explanation } = entry;
    return [{ kind: entryClass, subjectId, on, amountCents, entry, payment, explanation }];
  });
  const ofPayments = missing.map(
    (payment): Difference => ({
      kind: 'not-in-statement',
      subjectId: payment.id,
      on: payment.paidOn,
      amountCents: -payment.amountCents,
      entry: null,
      payment,
      explanation: payment.explanation,
    }),
  );
  return [...ofEntries, ...ofPayments];
}

/** What an entry does to the balance, in cents. */
export const signed = ({ direction, amountCents }: Pick<Entry, 'direction' | 'amountCents'>): number =>
  direction === 'out' ? -amountCents : amountCents;
