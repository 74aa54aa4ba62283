import { type Cents, cents } from '../money.js';
import { type BankEntry, signedCents } from './bank-statement.js';
import type { PaymentState } from './payment-lifecycle.js';

/** Why a movement of the bank and the payments here do not agree. */
export const differenceKinds = [
  'amount-differs',
  'account-differs',
  'unknown-payment',
  'not-approved',
  'paid-twice',
  'returned-by-bank',
  'not-in-statement',
] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/**
 * What an entry is: it pays exactly one payment (`exact`), it is money that came in and concerns no payment (`incoming`),
 * or it is a difference. Only a payment, never an entry, can be `not-in-statement`.
 */
export const entryClasses = [
  'exact',
  'incoming',
  'amount-differs',
  'account-differs',
  'unknown-payment',
  'not-approved',
  'paid-twice',
  'returned-by-bank',
] as const;
export type EntryClass = (typeof entryClasses)[number];

export const isDifference = (entryClass: EntryClass): entryClass is Exclude<EntryClass, 'exact' | 'incoming'> =>
  entryClass !== 'exact' && entryClass !== 'incoming';

export interface EntryToMatch extends Pick<BankEntry, 'direction' | 'amountCents' | 'counterpartyAccount'> {
  readonly id: string;
  /** The payment whose number the references of the entry hold; null when they hold none that is known. */
  readonly paymentId: string | null;
}

export interface PaymentToMatch {
  readonly id: string;
  readonly state: PaymentState;
  readonly amountCents: Cents;
  /** Of the account that was approved for it; null before it was prepared. */
  readonly iban: string | null;
  /** The outgoing entry that pays it, once there is one. */
  readonly matchedEntryId: string | null;
}

/**
 * The class of every entry of a statement, one each, in the order given. An outgoing entry is exact when its reference,
 * amount and account are those of a payment that was approved, and no other entry pays that payment: of two that fit, the
 * first does, and the other was paid twice.
 */
export function classifyEntries(
  entries: readonly EntryToMatch[],
  payments: readonly PaymentToMatch[],
): { readonly entryId: string; readonly entryClass: EntryClass }[] {
  const byId = new Map(payments.map((payment) => [payment.id, payment]));
  const paidBy = new Map(payments.map(({ id, matchedEntryId }) => [id, matchedEntryId]));
  for (const entry of entries) {
    const payment = paymentOf(entry, byId);
    if (payment === null || entry.direction === 'in' || paidBy.get(payment.id) !== null) continue;
    if (differenceOf(entry, payment) === null) paidBy.set(payment.id, entry.id);
  }
  return entries.map((entry) => {
    const payment = paymentOf(entry, byId);
    const payer = payment === null ? null : (paidBy.get(payment.id) ?? null);
    return { entryId: entry.id, entryClass: classOf(entry, payment, payer) };
  });
}

function classOf(entry: EntryToMatch, payment: PaymentToMatch | null, payer: string | null): EntryClass {
  if (entry.direction === 'in') return payment === null ? 'incoming' : 'returned-by-bank';
  if (payment === null) return 'unknown-payment';
  if (payer === entry.id) return 'exact';
  // Nothing but another payer keeps an entry that fits from being exact.
  return payer === null ? (differenceOf(entry, payment) ?? 'paid-twice') : 'paid-twice';
}

/** The first thing that does not agree, the gravest first; null when all of it does. */
function differenceOf(
  entry: EntryToMatch,
  payment: PaymentToMatch,
): 'account-differs' | 'amount-differs' | 'not-approved' | null {
  if (payment.state !== 'approved' && payment.state !== 'paid') return 'not-approved';
  if (entry.counterpartyAccount !== payment.iban) return 'account-differs';
  return entry.amountCents === payment.amountCents ? null : 'amount-differs';
}

const paymentOf = (entry: EntryToMatch, byId: ReadonlyMap<string, PaymentToMatch>): PaymentToMatch | null =>
  (entry.paymentId === null ? undefined : byId.get(entry.paymentId)) ?? null;

/** Count and signed sum in cents by class; the sums add up to what the entries did to the balance. */
export function sumsByClass(
  entries: readonly (Pick<BankEntry, 'direction' | 'amountCents'> & { readonly entryClass: EntryClass })[],
): { readonly entryClass: EntryClass; readonly count: number; readonly sumCents: Cents }[] {
  const sums = new Map<EntryClass, { count: number; sum: number }>();
  for (const entry of entries) {
    const { count, sum } = sums.get(entry.entryClass) ?? { count: 0, sum: 0 };
    sums.set(entry.entryClass, { count: count + 1, sum: sum + signedCents(entry) });
  }
  return entryClasses.flatMap((entryClass) => {
    const found = sums.get(entryClass);
    return found === undefined ? [] : [{ entryClass, count: found.count, sumCents: cents(found.sum) }];
  });
}

const plainReference = (text: string): string => text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');

/** A number of a payment as banks give it back: capitals and digits only, for they drop or change the signs between. */
export const referenceOfPayment = (number: string): string => plainReference(number);

/**
 * The references that an entry may hold, in the spelling of `referenceOfPayment`, the surest first: its end-to-end id,
 * its structured communication, then each word of its free communication. At most 50.
 */
export function referencesOf(entry: Pick<BankEntry, 'endToEndId' | 'structured' | 'communication'>): string[] {
  const words = [entry.endToEndId, entry.structured, ...entry.communication.split(/[\s,;:]+/)];
  return [...new Set(words.map(plainReference).filter((word) => word.length >= 4))].slice(0, 50);
}
