import type { AnswerOf, ledger as contract } from '@commonlot/contracts';
import {
  compareCodes,
  type LineStatement,
  type LocalDate,
  type LocalisedText,
  type MovementTotal,
  Problem,
  statementOf,
  statementStart,
} from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { Clock, Database } from '../platform/index.js';

type LineAnswer = AnswerOf<typeof contract.readLineStatement>;
type YearAnswer = AnswerOf<typeof contract.readYearStatement>;
type LineRow = Omit<YearAnswer['rows'][number], keyof LineStatement> & { readonly label: LocalisedText };

interface TotalRow extends MovementTotal {
  readonly lineId: string;
  /** Whether it was made before the first of January of the day's year. */
  readonly isBefore: boolean;
}

/** SQL: what a set of entries `e` did until the end of a day in Brussels ($1), by line, cause and half of the statement. */
const sums = `e.line_id, e.cause, e.at < date_trunc('year', $1::date::timestamp) AT TIME ZONE 'Europe/Brussels' AS is_before,
    count(*) AS count, sum(e.amount_cents) AS amount_cents`;
const untilTheDay = `e.at < ($1::date + 1)::timestamp AT TIME ZONE 'Europe/Brussels'`;

/**
 * The movements of lines, added up by what they did. They are read from the entries, never from the balances: a
 * statement that repeats the balance would prove nothing. From where a commitment came is known by its postings alone:
 * what was drawn from reserved money is looked for there and taken from the rest, so that the postings of all other
 * entries, most of a ledger, are left unread.
 */
const totals = (ofLines: string) => `
  WITH moved AS (SELECT ${sums} FROM ledger_entry e WHERE e.line_id ${ofLines} AND ${untilTheDay} GROUP BY 1, 2, 3),
    drawn AS (
      SELECT ${sums}
      FROM ledger_account a JOIN ledger_posting debit ON debit.account_id = a.id AND debit.amount_cents < 0
        JOIN ledger_entry e ON e.id = debit.entry_id AND e.cause = 'commit'
      WHERE a.line_id ${ofLines} AND a.kind = 'reserved' AND ${untilTheDay} GROUP BY 1, 2, 3)
  SELECT line_id AS "lineId", cause, source AS "from", is_before AS "isBefore", sum(count)::int AS count,
    sum(amount_cents)::bigint AS "amountCents"
  FROM (SELECT *, 'available' AS source FROM moved
    UNION ALL SELECT *, 'reserved' FROM drawn
    UNION ALL SELECT line_id, cause, is_before, -count, -amount_cents, 'available' FROM drawn) side
  GROUP BY 1, 2, 3, 4 HAVING sum(count) > 0`;

const totalsOfLine = totals('= $2');
const totalsOfPlan = totals('IN (SELECT id FROM plan_line WHERE plan_id = $2)');

/** SQL: the day that was asked for, or today as the demonstration ($2) or the clock shows it. */
const theDay = `coalesce($1::date, (coalesce($2::timestamptz, now()) AT TIME ZONE 'Europe/Brussels')::date)::text`;

/** Statements of lines and of years, at the end of any day. */
@Injectable()
export class StatementsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The statement of a line; throws `record.missing` for one that no plan has. */
  async line(lineId: string, on?: LocalDate): Promise<LineAnswer> {
    const line = await this.database.row<{ on: LocalDate }>(`SELECT ${theDay} AS "on" FROM plan_line WHERE id = $3`, [
      on ?? null,
      this.clock.shown(),
      lineId,
    ]);
    if (line === null) throw new Problem('record.missing');
    const rows = await this.database.rows<TotalRow>(totalsOfLine, [line.on, lineId]);
    return { ...periodOf(line.on), ...answerOf(statementOfRows(rows)) };
  }

  /** The statement of a year; throws `record.missing` while no version of its plan is in force. */
  async year(year: number, on?: LocalDate): Promise<YearAnswer> {
    const plan = await this.database.row<{ on: LocalDate; planId: string; versionId: string }>(
      `SELECT ${theDay} AS "on", p.id AS "planId", v.id AS "versionId"
       FROM plan p JOIN plan_version v ON v.plan_id = p.id AND v.state = 'in-force' WHERE p.year = $3`,
      [on ?? null, this.clock.shown(), year],
    );
    if (plan === null) throw new Problem('record.missing');
    const [lines, rows] = await Promise.all([
      this.lines(plan.planId),
      this.database.rows<TotalRow>(totalsOfPlan, [plan.on, plan.planId]),
    ]);
    const below = totalsBelow(lines, rows);
    return {
      ...periodOf(plan.on),
      year,
      versionId: plan.versionId,
      rows: lines.map((line) => ({ ...line, ...answerOf(statementOfRows(below.get(line.lineId) ?? [])) })),
      total: answerOf(statementOfRows(rows)),
    };
  }

  /** The lines of the version in force, and those of earlier ones that money moved on, as they were named last. */
  private async lines(planId: string): Promise<LineRow[]> {
    const rows = await this.database.rows<LineRow>(
      `SELECT DISTINCT ON (l.line_id) l.line_id AS "lineId", l.parent_line_id AS "parentLineId", l.code, l.kind, l.label,
         l.is_pm AS "isPm", v.state = 'in-force' AS "isInForce"
       FROM plan_version v JOIN plan_version_line l ON l.version_id = v.id
       WHERE v.plan_id = $1 AND (v.state = 'in-force' OR v.state = 'superseded'
         AND EXISTS (SELECT 1 FROM ledger_entry e WHERE e.line_id = l.line_id))
       ORDER BY l.line_id, v.state = 'in-force' DESC, v.number DESC`,
      [planId],
    );
    return rows.toSorted((a, b) => compareCodes(a.code, b.code));
  }
}

const periodOf = (on: LocalDate) => ({ startsOn: statementStart(on), on });

const statementOfRows = (rows: readonly TotalRow[]): LineStatement =>
  statementOf(
    rows.filter(({ isBefore }) => isBefore),
    rows.filter(({ isBefore }) => !isBefore),
  );

const answerOf = ({ opening, movements, closing }: LineStatement) => ({ opening, movements: [...movements], closing });

/** The totals of each line and of all that stand under it. */
function totalsBelow(lines: readonly LineRow[], rows: readonly TotalRow[]): ReadonlyMap<string, TotalRow[]> {
  const byId = new Map(lines.map((line) => [line.lineId, line]));
  const below = new Map<string, TotalRow[]>(lines.map((line) => [line.lineId, []]));
  for (const row of rows) {
    for (let at = byId.get(row.lineId); at !== undefined; at = byId.get(at.parentLineId ?? '')) {
      below.get(at.lineId)?.push(row);
    }
  }
  return below;
}
