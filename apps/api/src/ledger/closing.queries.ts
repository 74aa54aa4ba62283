import type { AnswerOf, ledger as contract } from '@commonlot/contracts';
import {
  blockersOfYear,
  type Cents,
  compareCodes,
  type LocalisedText,
  monthEndsAt,
  monthsOfYear,
  Problem,
  type YearToClose,
} from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Clock, Database } from '../platform/index.js';
import { nextLines, yearFacts } from './closing.repository.js';

type Answer = AnswerOf<typeof contract.readYearClosing>;
type Month = Answer['months'][number];
type Closing = Answer['closings'][number];
type Balance = Answer['balances'][number];
type NextLine = Answer['nextLines'][number];

interface YearRow extends YearToClose {
  readonly planId: string;
  readonly year: number;
  readonly versionId: string;
  readonly isClosed: boolean;
  readonly now: Date;
}
type MonthRow = NonNullable<Month['closing']> & { readonly month: number };
type ClosingRow = Omit<Closing, 'totalCents' | 'may'> & { readonly preparedById: string };

/** The label of line `line` in the last version that has it, as `label`, with its code. */
const named = (line: string) => `LATERAL (SELECT l.code, l.label FROM plan_version_line l
  JOIN plan_version v ON v.id = l.version_id WHERE l.line_id = ${line}
  ORDER BY v.state = 'in-force' DESC, v.state = 'superseded' DESC, v.number DESC LIMIT 1)`;

/** Reads of closings. */
@Injectable()
export class ClosingQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Everything about the closing of a year; throws `record.missing` while no version of its plan is in force. */
  async year(actor: Actor, year: number): Promise<Answer> {
    const plan = await this.database.row<YearRow>(
      `SELECT p.id AS "planId", p.year, v.id AS "versionId", ${yearFacts}, coalesce($2::timestamptz, now()) AS now,
         EXISTS (SELECT 1 FROM year_closing y WHERE y.plan_id = p.id AND y.state = 'signed') AS "isClosed"
       FROM plan p JOIN plan_version v ON v.plan_id = p.id AND v.state = 'in-force' WHERE p.year = $1`,
      [year, this.clock.shown()],
    );
    if (plan === null) throw new Problem('record.missing');
    const [months, balances, takers, closings] = await Promise.all([
      this.months(plan),
      this.balances(plan),
      this.database.rows<NextLine & { label: LocalisedText }>(nextLines, [year + 1]),
      this.closings(plan, actor),
    ]);
    const blockers = blockersOfYear(plan);
    const isWaiting = closings.some(({ state }) => state === 'prepared');
    const mayClose = actor.permissions.has('ledger:close');
    return {
      year,
      versionId: plan.versionId,
      isClosed: plan.isClosed,
      months,
      blockers,
      balances,
      nextLines: takers.toSorted((a, b) => compareCodes(a.code, b.code)),
      closings,
      may: {
        closeMonth: mayClose && months.some(({ state }) => state === 'next'),
        prepare: mayClose && blockers.length === 0 && !isWaiting && (!plan.isClosed || balances.length > 0),
      },
    };
  }

  private async months({ planId, year, now }: YearRow): Promise<Month[]> {
    const rows = await this.database.rows<MonthRow>(
      `SELECT m.month, m.closed_at AS "closedAt", p.name AS "closedBy", m.entry_count AS "entryCount",
         m.entries_hash AS "entriesHash", m.seal_number::text AS "sealNumber", m.seal_hash AS "sealHash",
         (m.entry_count, m.entries_hash, m.figures) IS NOT DISTINCT FROM (s.entry_count, s.entries_hash, s.figures)
           AS "isEqual",
         json_build_object(${['allocated', 'reserved', 'committed', 'paid', 'available']
           .map(
             (name) =>
               `'${name}Cents', (SELECT coalesce(sum((f ->> '${name}Cents')::bigint), 0) FROM jsonb_array_elements(m.figures) f)`,
           )
           .join(', ')}) AS figures
       FROM month_closing m JOIN person p ON p.id = m.closed_by CROSS JOIN LATERAL ledger_state_at(m.plan_id, m.ends_at) s
       WHERE m.plan_id = $1 ORDER BY m.month`,
      [planId],
    );
    const closed = new Map(rows.map(({ month, ...closing }) => [month, closing]));
    return monthsOfYear.map((month) => {
      const closing = closed.get(month) ?? null;
      if (closing !== null) return { month, state: 'closed', closing };
      if (now < monthEndsAt(year, month)) return { month, state: 'running', closing };
      return { month, state: month === closed.size + 1 ? 'next' : 'waiting', closing };
    });
  }

  private async balances({ planId, year }: YearRow): Promise<Balance[]> {
    const rows = await this.database.rows<Balance & { availableCents: Cents }>(
      `SELECT a.line_id AS "lineId", name.code, name.label, a.balance_cents AS "availableCents",
         CASE WHEN array_length(heirs.ids, 1) = 1 THEN heirs.ids[1] END AS "continuedById"
       FROM ledger_account a JOIN plan_line own ON own.id = a.line_id CROSS JOIN ${named('a.line_id')} name
         CROSS JOIN LATERAL (SELECT array_agg(h.line_id) AS ids FROM plan_version_line_predecessor h
           JOIN plan_version v ON v.id = h.version_id AND v.state = 'in-force' JOIN plan p ON p.id = v.plan_id
           WHERE h.predecessor_id = a.line_id AND p.year = $2) heirs
       WHERE own.plan_id = $1 AND a.kind = 'available' AND a.balance_cents > 0`,
      [planId, year + 1],
    );
    return rows.toSorted((a, b) => compareCodes(a.code, b.code));
  }

  private async closings({ planId }: YearRow, actor: Actor): Promise<Closing[]> {
    const rows = await this.database.rows<ClosingRow>(
      `SELECT y.id, y.number, y.state, y.decision_reference AS "decisionReference", preparer.name AS "preparedBy",
         y.prepared_at AS "preparedAt", signer.name AS "signedBy", y.signed_at AS "signedAt",
         returner.name AS "returnedBy", y.returned_at AS "returnedAt", y.return_reason AS "returnReason", y.revision,
         y.prepared_by AS "preparedById", coalesce((
           SELECT json_agg(json_build_object('lineId', d ->> 'lineId', 'code', source.code, 'label', source.label,
             'amountCents', (d ->> 'amountCents')::bigint, 'toLineId', d ->> 'toLineId', 'toCode', target.code,
             'toLabel', target.label) ORDER BY place)
           FROM jsonb_array_elements(y.destinations) WITH ORDINALITY AS each (d, place)
             CROSS JOIN ${named(`(d ->> 'lineId')::uuid`)} source
             LEFT JOIN ${named(`(d ->> 'toLineId')::uuid`)} target ON true), '[]') AS destinations
       FROM year_closing y JOIN person preparer ON preparer.id = y.prepared_by LEFT JOIN person signer ON signer.id = y.signed_by
         LEFT JOIN person returner ON returner.id = y.returned_by
       WHERE y.plan_id = $1 ORDER BY y.number DESC`,
      [planId],
    );
    return rows.map(({ preparedById, ...row }) => {
      const isWaiting = row.state === 'prepared';
      const sign = isWaiting && actor.permissions.has('ledger:sign') && preparedById !== actor.personId;
      return {
        ...row,
        totalCents: row.destinations.reduce((sum, { amountCents }) => sum + amountCents, 0),
        may: { sign, sendBack: sign, withdraw: isWaiting && actor.permissions.has('ledger:close') },
      };
    });
  }
}
