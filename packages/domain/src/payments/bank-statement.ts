import { type Cents, cents, sumCents } from '../money.js';
import type { LocalDate } from '../time.js';

/** One movement on the account of the Lottery, as the bank tells it. Texts are those of the bank; empty when it has none. */
export interface BankEntry {
  /** From 1, in the order of the statement. */
  readonly position: number;
  readonly direction: 'out' | 'in';
  /** In cents, above zero; the direction says which way. */
  readonly amountCents: Cents;
  readonly bookedOn: LocalDate;
  readonly valueOn: LocalDate | null;
  readonly bankReference: string;
  readonly endToEndId: string;
  readonly structured: string;
  readonly communication: string;
  readonly counterpartyName: string;
  /** In the spelling of `parseIban` where it is one. */
  readonly counterpartyAccount: string;
}

export interface BankStatement {
  readonly account: string;
  /** The name that the bank gives the statement; with the account it is unique. */
  readonly reference: string;
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
  readonly openingCents: Cents;
  readonly closingCents: Cents;
  readonly entries: readonly BankEntry[];
}

/** What an entry does to the balance, in cents: below zero when money leaves. */
export function signedCents({ direction, amountCents }: Pick<BankEntry, 'direction' | 'amountCents'>): Cents {
  return direction === 'out' ? cents(-amountCents) : amountCents;
}

/**
 * Closing balance minus opening balance minus entries, in cents: zero when the statement adds up. Anything else means
 * that an entry is missing, double or changed, and the statement is not taken.
 */
export function statementGap(statement: Pick<BankStatement, 'openingCents' | 'closingCents' | 'entries'>): Cents {
  const moved = sumCents(statement.entries.map(signedCents));
  return cents(statement.closingCents - statement.openingCents - moved);
}
