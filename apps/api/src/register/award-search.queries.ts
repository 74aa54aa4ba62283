import type { AnswerOf, register as contract, InputOf } from '@commonlot/contracts';
import { searchWords } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { keyParts, pageOf, RegisterDatabase } from '../platform/index.js';
import { type AwardHead, awardHead } from './award.queries.js';
import { AwardSums } from './award-sums.js';

type Answer = AnswerOf<typeof contract.listAwards>;
type Query = InputOf<typeof contract.listAwards>['query'];
type Filter = 'search' | 'year' | 'line' | 'call' | 'region' | 'municipality' | 'minimumCents' | 'maximumCents';
type Order = NonNullable<Query['order']>;

/** Each filter as a constant condition on its parameter. A heading's code finds all that stands under it. */
const conditions: Record<Filter, (parameter: string) => string> = {
  search: (p) => `search @@ ${p}::tsquery`,
  year: (p) => `year = ${p}::int`,
  line: (p) => `(line_code = ${p}::text OR starts_with(line_code, ${p}::text || '.'))`,
  call: (p) => `call_number = ${p}::text`,
  region: (p) => `region = ${p}::text`,
  municipality: (p) => `municipality_nis = ${p}::text`,
  minimumCents: (p) => `amount_cents >= ${p}::bigint`,
  maximumCents: (p) => `amount_cents <= ${p}::bigint`,
};

const orders: Record<Order, { by: string; after: string; shape: RegExp; keyOf: (row: AwardHead) => string }> = {
  newest: {
    by: 'decided_on DESC, number DESC',
    after: '(decided_on, number) < ($2::date, $3::text)',
    shape: /^(\d{4}-\d{2}-\d{2})~(.{1,100})$/su,
    keyOf: (row) => `${row.decidedOn}~${row.number}`,
  },
  highest: {
    by: 'amount_cents DESC, number DESC',
    after: '(amount_cents, number) < ($2::bigint, $3::text)',
    shape: /^(\d{1,15})~(.{1,100})$/su,
    keyOf: (row) => `${row.amountCents}~${row.number}`,
  },
};

/** Words as lexemes in quotes: letters and digits only, so that no sign of a question reaches the query language. */
function tsquery(search: string): string | null {
  const words = searchWords(search).map((word) => `'${word}'`);
  return words.length === 0 ? null : `${words.join(' & ')}:*`;
}

/** Searches the awards. */
@Injectable()
export class AwardSearchQueries {
  constructor(
    private readonly database: RegisterDatabase,
    private readonly sums: AwardSums,
  ) {}

  /** A page of what was found, with count, sum and facets. A facet counts as if its own filter were not set. */
  async list(query: Query): Promise<Answer> {
    const filters = this.filtersOf(query);
    const question = JSON.stringify([...filters]);
    const [page, totals] = await Promise.all([
      this.page(query, filters),
      this.sums.of(question, () => this.totals(filters)),
    ]);
    return { ...page, ...totals };
  }

  private filtersOf(query: Query): Map<Filter, unknown> {
    const search = query.search === undefined ? null : tsquery(query.search);
    const values: [Filter, unknown][] = [
      ['search', search],
      ['year', query.year],
      ['line', query.line],
      ['call', query.call],
      ['region', query.region],
      ['municipality', query.municipality],
      ['minimumCents', query.minimumCents],
      ['maximumCents', query.maximumCents],
    ];
    return new Map(values.filter(([, value]) => value !== undefined && value !== null));
  }

  private async page(query: Query, filters: ReadonlyMap<Filter, unknown>): Promise<Pick<Answer, 'rows' | 'next'>> {
    const order = orders[query.order ?? 'newest'];
    const limit = query.limit ?? 25;
    const after = query.after === undefined ? [] : keyParts(query.after, order.shape);
    const where = [
      ...(after.length > 0 ? [order.after] : []),
      ...[...filters.keys()].map((filter, index) => conditions[filter](`$${index + after.length + 2}`)),
    ];
    const rows = await this.database.rows<AwardHead>(
      `SELECT ${awardHead} FROM register.award ${whereAll(where)} ORDER BY ${order.by} LIMIT $1`,
      [limit + 1, ...after, ...filters.values()],
    );
    return pageOf(rows, limit, order.keyOf);
  }

  /** One pass over the awards makes a small cube of year, region and line; count, sum and facets are read from it. */
  private async totals(filters: ReadonlyMap<Filter, unknown>): Promise<Pick<Answer, 'count' | 'sumCents' | 'facets'>> {
    const isFacet = (filter: Filter) => filter === 'year' || filter === 'region' || filter === 'line';
    const conditionOf = new Map(
      [...filters.keys()].map((filter, index) => [filter, conditions[filter](`$${index + 1}`)]),
    );
    const wide = [...conditionOf].filter(([filter]) => !isFacet(filter)).map(([, condition]) => condition);
    const chosen = (filter: Filter) => conditionOf.get(filter) ?? 'true';
    const row = await this.database.row<Pick<Answer, 'count' | 'sumCents'> & Answer['facets']>(
      `WITH cube AS MATERIALIZED (
         SELECT year, region, line_code, count(*) AS awards, sum(amount_cents) AS cents
         FROM register.award ${whereAll(wide)} GROUP BY year, region, line_code),
       marked AS (
         SELECT *, ${chosen('year')} AS of_year, ${chosen('region')} AS of_region, ${chosen('line')} AS of_line FROM cube),
       y AS (SELECT year, sum(awards)::int AS count FROM marked WHERE of_region AND of_line GROUP BY year),
       r AS (SELECT region, sum(awards)::int AS count FROM marked WHERE of_year AND of_line GROUP BY region),
       l AS (SELECT line_code AS code, sum(awards)::int AS count FROM marked WHERE of_year AND of_region GROUP BY line_code)
       SELECT coalesce(sum(awards) FILTER (WHERE of_year AND of_region AND of_line), 0)::int AS count,
         coalesce(sum(cents) FILTER (WHERE of_year AND of_region AND of_line), 0)::bigint AS "sumCents",
         (SELECT coalesce(jsonb_agg(to_jsonb(y) ORDER BY year DESC), '[]') FROM y) AS years,
         (SELECT coalesce(jsonb_agg(to_jsonb(r) ORDER BY region), '[]') FROM r) AS regions,
         (SELECT coalesce(jsonb_agg(to_jsonb(l) || jsonb_build_object('label', (
             SELECT line_label FROM register.award a WHERE a.line_code = l.code ORDER BY decided_on DESC, number DESC LIMIT 1))
             ORDER BY count DESC, code), '[]') FROM l) AS lines
       FROM marked`,
      [...filters.values()],
    );
    if (row === null) throw new Error('Sums without a row.');
    const { count, sumCents, ...facets } = row;
    return { count, sumCents, facets };
  }
}

const whereAll = (all: readonly string[]) => (all.length === 0 ? '' : `WHERE ${all.join(' AND ')}`);
