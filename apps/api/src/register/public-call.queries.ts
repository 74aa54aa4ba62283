import type { AnswerOf, register as contract } from '@commonlot/contracts';
import { type CallPhase, type CallState, callPhase, Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { Clock, RegisterDatabase } from '../platform/index.js';

type PublicCall = AnswerOf<typeof contract.readPublicCall>;
type PublicCallHead = AnswerOf<typeof contract.listPublicCalls>['rows'][number];

interface Timed {
  state: CallState;
  opensAt: Date;
  closesAt: Date;
  now: Date;
}

const head = `number, state, title, summary, line_code AS "lineCode", line_label AS "lineLabel", opens_at AS "opensAt",
  closes_at AS "closesAt", envelope_cents AS "envelopeCents", max_amount_cents AS "maxAmountCents",
  max_share_percent AS "maxSharePercent", filed, admissible, awarded, awarded_cents AS "awardedCents",
  coalesce($1::timestamptz, now()) AS now`;

const openFirst: readonly CallPhase[] = ['open', 'announced', 'closed', 'settled', 'cancelled'];

const withPhase = <R extends Timed>(call: R) => ({ ...call, phase: callPhase(call, call.now) });

/** Calls that were published, as anybody may read them. */
@Injectable()
export class PublicCallQueries {
  constructor(
    private readonly database: RegisterDatabase,
    private readonly clock: Clock,
  ) {}

  /** Open calls first, those that close soonest on top; then announced ones; then past ones, the latest on top. */
  async list(): Promise<{ rows: PublicCallHead[] }> {
    const rows = await this.database.rows<Omit<PublicCallHead, 'phase'> & Timed>(
      `SELECT ${head} FROM register.call ORDER BY closes_at DESC, number DESC`,
      [this.clock.shown()],
    );
    const calls = rows.map(withPhase);
    const ofPhase = (phase: CallPhase) => calls.filter((call) => call.phase === phase);
    return { rows: openFirst.flatMap((phase) => (isAhead(phase) ? ofPhase(phase).reverse() : ofPhase(phase))) };
  }

  async listOpen(): Promise<PublicCallHead[]> {
    const { rows } = await this.list();
    return rows.filter(({ phase }) => phase === 'open');
  }

  /** Throws `record.missing` for a call that was never published, as for one that does not exist. */
  async read(number: string): Promise<PublicCall> {
    const call = await this.database.row<Omit<PublicCall, 'phase'> & Timed>(
      `SELECT ${head}, description, eligibility, criteria, form FROM register.call WHERE number = $2`,
      [this.clock.shown(), number],
    );
    if (call === null) throw new Problem('record.missing');
    return withPhase(call);
  }
}

const isAhead = (phase: CallPhase) => phase === 'open' || phase === 'announced';
