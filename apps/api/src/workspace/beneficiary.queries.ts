import type { AnswerOf, workspace as contract, InputOf } from '@commonlot/contracts';
import { cents, compareCodes, type LocalDate, Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { withoutConflict } from '../applications/index.js';
import { type Actor, Clock, Database, keyParts, pageOf } from '../platform/index.js';

type Statement = AnswerOf<typeof contract.readBeneficiaryStatement>;
type Row = Statement['rows'][number];
type Entry = AnswerOf<typeof contract.listBeneficiaryEntries>['rows'][number];

interface Head {
  readonly id: string;
  readonly enterpriseNumber: string;
  readonly name: string;
  readonly on: LocalDate;
}

/**
 * The entries about decisions for an organisation ($1) until the end of a day in Brussels ($2), as far as the reader ($3)
 * may know of them: whoever has a conflict of interest on a file, or acts for the organisation, knows what is public.
 */
const itsEntries = `
  FROM decision d JOIN decision_batch b ON b.id = d.batch_id
    JOIN ledger_entry e ON e.subject_id = d.id AND e.subject_type = 'decision'
    JOIN plan_version_line l ON l.version_id = d.plan_version_id AND l.line_id = e.line_id
    JOIN plan_line pl ON pl.id = e.line_id JOIN plan p ON p.id = pl.plan_id
  WHERE d.organisation_id = $1 AND e.at < ($2::date + 1)::timestamp AT TIME ZONE 'Europe/Brussels'
    AND (b.state = 'released' AND d.lapsed_at IS NULL OR ${withoutConflict('d.application_id', '$3::uuid')}
      AND NOT EXISTS (SELECT 1 FROM organisation_member own WHERE own.organisation_id = $1 AND own.person_id = $3))`;

/** By line; a line that versions name differently is called as the newest of them calls it. */
const byLine = `
  SELECT p.year, e.line_id AS "lineId", (array_agg(l.code ORDER BY e.sequence DESC))[1] AS code,
    (array_agg(l.label::jsonb ORDER BY e.sequence DESC))[1] AS label, count(DISTINCT d.id)::int AS awards,
    coalesce(sum(e.amount_cents) FILTER (WHERE e.cause = 'commit'), 0)::bigint AS "awardedCents",
    coalesce(sum(e.amount_cents) FILTER (WHERE e.cause = 'release-commitment'), 0)::bigint AS "reducedCents",
    coalesce(sum(e.amount_cents) FILTER (WHERE e.cause = 'pay'), 0)::bigint AS "paidCents",
    coalesce(sum(e.amount_cents) FILTER (WHERE e.cause = 'return'), 0)::bigint AS "returnedCents"
  ${itsEntries} GROUP BY p.year, e.line_id`;

const newestFirst = `
  SELECT e.id, e.sequence::text AS sequence, e.at, e.cause, e.amount_cents AS "amountCents", p.year,
    e.line_id AS "lineId", l.code, d.id AS "decisionId", d.number AS "decisionNumber",
    (SELECT coalesce(a.title, f.title) FROM (SELECT 1) one LEFT JOIN application a ON a.id = d.application_id
      LEFT JOIN direct_file f ON f.id = d.direct_file_id) AS title, d.language AS "titleLanguage",
    (SELECT name FROM person WHERE id = e.actor_id) AS actor
  ${itsEntries} AND ($4::bigint IS NULL OR e.sequence < $4) AND ($5::uuid IS NULL OR e.line_id = $5)
  ORDER BY e.sequence DESC LIMIT $6`;

/** What an organisation got of all plans. Read from the entries, as every statement is. */
@Injectable()
export class BeneficiaryQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Throws `record.missing` for an organisation that is not there; one that got nothing has no rows. */
  async statement(
    actor: Actor,
    { params, query }: InputOf<typeof contract.readBeneficiaryStatement>,
  ): Promise<Statement> {
    const { on, ...organisation } = await this.head(params.organisationId, query.on);
    const found = await this.database.rows<Omit<Row, 'openCents'>>(byLine, [organisation.id, on, actor.personId]);
    const rows = found
      .map((row) => ({ ...row, openCents: open(row) }))
      .toSorted((a, b) => b.year - a.year || compareCodes(a.code, b.code));
    return { organisation, on, rows, total: totalOf(rows) };
  }

  /** Newest first; the key of a page is the sequence number of an entry. Throws `record.missing`. */
  async entries(
    actor: Actor,
    { params, query: { after, limit = 50, on: day, lineId } }: InputOf<typeof contract.listBeneficiaryEntries>,
  ): Promise<AnswerOf<typeof contract.listBeneficiaryEntries>> {
    const [before = null] = after === undefined ? [] : keyParts(after, /^(\d{1,18})$/);
    const { id, on } = await this.head(params.organisationId, day);
    const values = [id, on, actor.personId, before, lineId ?? null, limit + 1];
    const rows = await this.database.rows<Entry>(newestFirst, values);
    return pageOf(rows, limit, (row) => row.sequence);
  }

  private async head(organisationId: string, on: LocalDate | undefined): Promise<Head> {
    const head = await this.database.row<Head>(
      `SELECT id, enterprise_number AS "enterpriseNumber", name,
         coalesce($2::date, (coalesce($3::timestamptz, now()) AT TIME ZONE 'Europe/Brussels')::date)::text AS "on"
       FROM organisation WHERE id = $1`,
      [organisationId, on ?? null, this.clock.shown()],
    );
    if (head === null) throw new Problem('record.missing');
    return head;
  }
}

type Figures = Pick<Row, 'awardedCents' | 'reducedCents' | 'paidCents' | 'returnedCents'>;

const open = ({ awardedCents, reducedCents, paidCents }: Figures) => cents(awardedCents - reducedCents - paidCents);

function totalOf(rows: readonly Row[]): Statement['total'] {
  const sumOf = (of: (row: Row) => number) => cents(rows.reduce((total, row) => total + of(row), 0));
  return {
    awardedCents: sumOf((row) => row.awardedCents),
    reducedCents: sumOf((row) => row.reducedCents),
    paidCents: sumOf((row) => row.paidCents),
    returnedCents: sumOf((row) => row.returnedCents),
    openCents: sumOf((row) => row.openCents),
  };
}
