import {
  applyPostings,
  type Cents,
  cents,
  type LedgerAccount,
  type LineFigures,
  type Posting,
  type PostingCause,
  Problem,
  postingsFor,
} from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { newId, type Tx } from '../platform/index.js';

/** One movement of money on a plan line. */
export interface Movement {
  readonly cause: PostingCause;
  readonly lineId: string;
  readonly amountCents: Cents;
  /** What the money moves for: the call of a reservation, the decision of a commitment, the version of an allocation. */
  readonly subjectType: string;
  readonly subjectId: string;
  /** Of a commitment in a call: the call whose reservation it draws on. Without it, what is available. */
  readonly from?: { readonly account: 'reserved'; readonly subjectId: string };
}

/** The two postings of a movement, each on its account. */
interface Transfer {
  readonly movement: Movement;
  readonly postings: readonly [Posting, Posting];
  readonly keys: readonly [string, string];
}

const withoutSubject: readonly LedgerAccount[] = ['source', 'available'];

/** Moves money between the accounts of plan lines. The only writer of the ledger. */
@Injectable()
export class Ledger {
  /** Moves money once. Throws `ledger.overspent` with the account, the line and what is missing in cents. */
  async post(tx: Tx, movement: Movement): Promise<void> {
    await this.postAll(tx, [movement]);
  }

  /** Moves money many times, or not at all; the lines are locked in one order, so that two such calls only wait. */
  async postAll(tx: Tx, movements: readonly Movement[]): Promise<void> {
    if (movements.length === 0) return;
    const transfers = movements.map(transferOf);
    const lineIds = movements.map(({ lineId }) => lineId);
    await this.holdYears(tx, lineIds, { alone: movements.some(({ cause }) => cause === 'pay') });
    const accounts = await this.lock(tx, [...new Set(transfers.flatMap((transfer) => transfer.keys))]);
    assertCovered(transfers, accounts);
    await this.write(tx, transfers, accounts);
  }

  /**
   * Holds the ledgers of these lines' years until the transaction ends: alone for whoever pays or closes, so that what is
   * read afterwards stays true; beside others for every other movement. Always taken before lines are locked.
   */
  async holdYears(tx: Tx, lineIds: readonly string[], { alone }: { readonly alone: boolean }): Promise<void> {
    await tx.query(
      `SELECT pg_advisory_xact_lock${alone ? '' : '_shared'}(hashtext('ledger-year'), years.year)
       FROM (SELECT DISTINCT p.year FROM plan_line l JOIN plan p ON p.id = l.plan_id WHERE l.id = ANY ($1)
         ORDER BY p.year) years`,
      [[...new Set(lineIds)]],
    );
  }

  /** The figures of a line, in cents; zeros for a line that never had money. */
  async figures(tx: Tx, lineId: string): Promise<LineFigures> {
    const [row] = await tx.query<Record<string, string>>('SELECT * FROM ledger_line WHERE line_id = $1', [lineId]);
    const figure = (name: string) => cents(Number(row?.[name] ?? 0));
    return {
      allocatedCents: figure('allocated_cents'),
      reservedCents: figure('reserved_cents'),
      committedCents: figure('committed_cents'),
      paidCents: figure('paid_cents'),
      availableCents: figure('available_cents'),
    };
  }

  /** What the call still holds of its reservation on the line. */
  async reservedFor(tx: Tx, lineId: string, callId: string): Promise<Cents> {
    const [row] = await tx.query<{ balance: string }>(
      `SELECT balance_cents AS balance FROM ledger_account WHERE line_id = $1 AND kind = 'reserved' AND subject_id = $2`,
      [lineId, callId],
    );
    return cents(Number(row?.balance ?? 0));
  }

  /** What the plan in force gives to each of these lines; lines that never had money are left out. */
  async allocations(tx: Tx, lineIds: readonly string[]): Promise<Map<string, Cents>> {
    const rows = await tx.query<{ line_id: string; allocated: string }>(
      `SELECT a.line_id, -a.balance_cents - coalesce((SELECT sum(CASE WHEN e.cause IN ('authorise', 'carry-in')
           THEN e.amount_cents ELSE -e.amount_cents END) FROM ledger_entry e
         WHERE e.line_id = a.line_id AND e.cause IN ('authorise', 'carry-in', 'carry-out', 'give-back')), 0) AS allocated
       FROM ledger_account a WHERE a.kind = 'source' AND a.line_id = ANY ($1)`,
      [[...lineIds]],
    );
    return new Map(rows.map((row) => [row.line_id, cents(Number(row.allocated))]));
  }

  /** Holds the lines, makes the accounts that do not exist yet and reads what they hold. */
  private async lock(tx: Tx, keys: readonly string[]): Promise<Map<string, Account>> {
    const parts = keys.map((key) => key.split('|'));
    const column = (index: number) => parts.map((part) => part[index] || null);
    const values = [column(0), column(1), column(2)];
    await tx.query('SELECT lock_ledger_lines($1)', [[...new Set(column(0))]]);
    await tx.query(
      `INSERT INTO ledger_account (line_id, kind, subject_id)
       SELECT * FROM unnest($1::uuid[], $2::text[], $3::uuid[]) AS wanted (line_id, kind, subject_id)
       ON CONFLICT DO NOTHING`,
      values,
    );
    const rows = await tx.query<{
      id: string;
      line_id: string;
      kind: LedgerAccount;
      subject_id: string | null;
      balance: string;
    }>(
      `SELECT a.id, a.line_id, a.kind, a.subject_id, a.balance_cents AS balance
       FROM ledger_account a JOIN unnest($1::uuid[], $2::text[], $3::uuid[]) AS w (line_id, kind, subject_id)
         ON a.line_id = w.line_id AND a.kind = w.kind AND a.subject_id IS NOT DISTINCT FROM w.subject_id`,
      values,
    );
    return new Map(
      rows.map((row) => [
        keyOf(row.line_id, row.kind, row.subject_id),
        { id: row.id, balanceCents: cents(Number(row.balance)) },
      ]),
    );
  }

  private async write(tx: Tx, transfers: readonly Transfer[], accounts: ReadonlyMap<string, Account>): Promise<void> {
    const entries = transfers.map((transfer) => ({ id: newId(), ...transfer }));
    await tx.query(
      `INSERT INTO ledger_entry (id, line_id, cause, amount_cents, subject_type, subject_id, actor_id)
       SELECT id, line_id, cause, amount_cents, subject_type, subject_id, $7
       FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::bigint[], $5::text[], $6::uuid[]) WITH ORDINALITY
         AS e (id, line_id, cause, amount_cents, subject_type, subject_id, place) ORDER BY place`,
      [
        entries.map(({ id }) => id),
        entries.map(({ movement }) => movement.lineId),
        entries.map(({ movement }) => movement.cause),
        entries.map(({ movement }) => movement.amountCents),
        entries.map(({ movement }) => movement.subjectType),
        entries.map(({ movement }) => movement.subjectId),
        tx.actor.personId,
      ],
    );
    const postings = entries.flatMap(({ id, postings: both, keys }) =>
      both.map((posting, side) => ({ entryId: id, amountCents: posting.amountCents, key: keys[side] ?? '' })),
    );
    await tx.query(
      `INSERT INTO ledger_posting (entry_id, account_id, amount_cents)
       SELECT entry_id, account_id, amount_cents FROM unnest($1::uuid[], $2::uuid[], $3::bigint[]) WITH ORDINALITY
         AS p (entry_id, account_id, amount_cents, place) ORDER BY place`,
      [
        postings.map((posting) => posting.entryId),
        postings.map((posting) => accounts.get(posting.key)?.id),
        postings.map((posting) => posting.amountCents),
      ],
    );
  }
}

interface Account {
  readonly id: string;
  readonly balanceCents: Cents;
}

const keyOf = (lineId: string, kind: LedgerAccount, subjectId: string | null) => `${lineId}|${kind}|${subjectId ?? ''}`;

function transferOf(movement: Movement): Transfer {
  const { cause, amountCents, from } = movement;
  const postings =
    cause === 'commit'
      ? postingsFor(cause, amountCents, from?.account ?? 'available')
      : postingsFor(cause, amountCents);
  const key = ({ account }: Posting) => keyOf(movement.lineId, account, subjectOf(account, movement));
  return { movement, postings, keys: [key(postings[0]), key(postings[1])] };
}

/** Reserved money belongs to a call, committed and paid money to a decision, the rest to the line itself. */
function subjectOf(account: LedgerAccount, { from, subjectId }: Movement): string | null {
  if (withoutSubject.includes(account)) return null;
  return account === from?.account ? from.subjectId : subjectId;
}

/** Refuses before writing, with the words of the domain; the constraint of the table refuses whatever gets past here. */
function assertCovered(transfers: readonly Transfer[], accounts: ReadonlyMap<string, Account>): void {
  const balances = new Map([...accounts].map(([key, account]) => [key, account.balanceCents]));
  for (const { movement, postings, keys } of transfers) {
    const [debit, credit] = postings;
    const before = { [debit.account]: balances.get(keys[0]), [credit.account]: balances.get(keys[1]) };
    try {
      const after = applyPostings(before, postings);
      balances.set(keys[0], after[debit.account] ?? cents(0)).set(keys[1], after[credit.account] ?? cents(0));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      throw new Problem(error.code, { ...error.details, lineId: movement.lineId });
    }
  }
}
