import type { AnswerOf, workspace as contract } from '@commonlot/contracts';
import {
  advanceCeiling,
  type Cents,
  cents,
  type LineFigures,
  type LocalDate,
  localDate,
  type OutstandingPayment,
  type PastCall,
  Problem,
  sameDayYearBefore,
  sumFigures,
  yearEndForecast,
} from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { StatementsQueries } from '../../ledger/index.js';
import { type Actor, Clock, Database } from '../../platform/index.js';
import { type LineFacts, lineFacts, lineGroups, type YearStatement } from './line-groups.js';
import { type ReceivedRow, receivedBy, receivedByGroup } from './recipients.js';
import { waitingSteps } from './waiting.js';

type Dashboard = AnswerOf<typeof contract.readDashboard>;
type Waiting = Dashboard['waiting'][number];

interface Chosen {
  readonly year: number;
  readonly years: readonly number[];
  readonly on: LocalDate;
}

/** $1 the year that was asked for, if any; $2 the shown instant. */
const chosenYear = `
  WITH today AS (SELECT (coalesce($2::timestamptz, now()) AT TIME ZONE 'Europe/Brussels')::date AS "on"),
    known AS (SELECT p.year FROM plan p JOIN plan_version v ON v.plan_id = p.id AND v.state = 'in-force')
  SELECT k.year, t."on"::text AS "on", (SELECT json_agg(year ORDER BY year DESC) FROM known) AS years
  FROM known k CROSS JOIN today t WHERE $1::int IS NULL OR k.year = $1
  ORDER BY k.year <= extract(year FROM t."on") DESC, k.year DESC LIMIT 1`;

/** Instalments that are not paid, of decisions that stand, by day; $1 is the year. */
const outstandingPayments = `
  SELECT y.state, y.due_on AS "dueOn", sum(y.amount_cents)::bigint AS "amountCents"
  FROM payment y JOIN decision d ON d.id = y.decision_id AND d.lapsed_at IS NULL
    JOIN plan_line l ON l.id = d.line_id JOIN plan p ON p.id = l.plan_id
  WHERE p.year = $1 AND y.state IN ('planned', 'prepared', 'approved') GROUP BY y.state, y.due_on`;

/** The last calls of which everything is announced. */
const pastCalls = `
  SELECT c.envelope_cents::bigint AS "envelopeCents",
    (SELECT coalesce(sum(d.amount_cents), 0)::bigint FROM released_award d WHERE d.call_id = c.id) AS "awardedCents"
  FROM call c WHERE c.state = 'settled'
    AND NOT EXISTS (SELECT 1 FROM decision_batch b WHERE b.call_id = c.id AND b.state NOT IN ('released', 'discarded'))
  ORDER BY c.closes_at DESC LIMIT 20`;

/**
 * Where the money of a year stands, for the people of the office. Lines are read from the entries of the ledger, as every
 * statement is, for today and for the same day of the year before.
 */
@Injectable()
export class DashboardQueries {
  constructor(
    private readonly database: Database,
    private readonly statements: StatementsQueries,
    private readonly clock: Clock,
  ) {}

  /** Throws `record.missing` while no plan of that year, or of any, is in force. */
  async read(actor: Actor, wanted?: number): Promise<Dashboard> {
    const chosen = await this.database.row<Chosen>(chosenYear, [wanted ?? null, this.clock.shown()]);
    if (chosen === null) throw new Problem('record.missing');
    const { year, years, on } = chosen;
    const beforeOn = sameDayYearBefore(on);
    const [now, before, facts, received, waiting] = await Promise.all([
      this.statements.year(year, on),
      years.includes(year - 1) ? this.statements.year(year - 1, beforeOn) : null,
      this.database.rows<LineFacts>(lineFacts, [[year, year - 1]]),
      this.database.rows<ReceivedRow>(receivedByGroup, [year, on, beforeOn]),
      this.database.rows<Waiting>(waitingSteps, [this.clock.shown(), [...actor.permissions]]),
    ]);
    return {
      year,
      years: [...years],
      versionId: now.versionId,
      on,
      beforeOn,
      total: {
        now: sumFigures([now.total.closing]),
        before: before === null ? null : sumFigures([before.total.closing]),
      },
      ...lineGroups(now, before, facts),
      regions: receivedBy(received, ({ region }) => region),
      languages: receivedBy(received, ({ language }) => language),
      ceilings: await this.ceilings(year, on, now),
      waiting,
      forecast: await this.forecast(year, on, now),
    };
  }

  /** The two ceilings of a year. One that is past is held against what was paid by its day. */
  private ceilings(year: number, on: LocalDate, now: YearStatement): Promise<Dashboard['ceilings']> {
    return Promise.all(
      [`${year}-06-30`, `${year}-12-31`].map(localDate).map(async (until) => {
        const isPast = on > until;
        const { closing } = isPast ? (await this.statements.year(year, until)).total : now.total;
        // What the plan foresees: what a minister authorised beside it, or another year gave, raises no ceiling.
        const foreseen = cents(Math.max(0, closing.plannedCents));
        return {
          until,
          percent: until.endsWith('06-30') ? 50 : 80,
          ceilingCents: advanceCeiling(foreseen, until, year) ?? foreseen,
          paidCents: closing.paidCents,
          isPast,
        };
      }),
    );
  }

  private async forecast(year: number, on: LocalDate, { total }: YearStatement): Promise<Dashboard['forecast']> {
    const [outstanding, calls] = await Promise.all([
      this.database.rows<OutstandingPayment>(outstandingPayments, [year]),
      this.database.rows<PastCall>(pastCalls),
    ]);
    const figures = neverBelowZero(sumFigures([total.closing]));
    const forecast = yearEndForecast({ year, on, ...figures, outstanding, pastCalls: calls });
    return { ...forecast, reservedCents: figures.reservedCents, pastCalls: calls.length };
  }
}

/** Figures of a day may be below zero for a moment (see the contract of statements), and nothing is foreseen from that. */
function neverBelowZero(figures: LineFigures): LineFigures {
  const atLeastZero = (amount: Cents) => cents(Math.max(0, amount));
  return {
    allocatedCents: atLeastZero(figures.allocatedCents),
    reservedCents: atLeastZero(figures.reservedCents),
    committedCents: atLeastZero(figures.committedCents),
    paidCents: atLeastZero(figures.paidCents),
    availableCents: atLeastZero(figures.availableCents),
  };
}
