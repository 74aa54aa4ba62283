import type { AnswerOf, register as contract } from '@commonlot/contracts';
import { type PublishedTotal, planYears } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { Clock, RegisterDatabase } from '../platform/index.js';

/** The totals of all years: what this system published, and what is known of the years before it. */
@Injectable()
export class PlanYearsQueries {
  constructor(
    private readonly database: RegisterDatabase,
    private readonly clock: Clock,
  ) {}

  async read(): Promise<AnswerOf<typeof contract.readPlanYears>> {
    const [today, published] = await Promise.all([
      this.database.row<{ year: number }>(
        `SELECT extract(year FROM coalesce($1::timestamptz, now()) AT TIME ZONE 'Europe/Brussels')::int AS year`,
        [this.clock.shown()],
      ),
      this.database.rows<PublishedTotal>(
        `SELECT year, number, stage, total_cents AS "totalCents", decree_reference AS "decreeReference"
         FROM register.plan_version`,
      ),
    ]);
    if (today === null) throw new Error('A clock without a year.');
    return { years: planYears(published, today.year).map(({ year, totals }) => ({ year, totals: [...totals] })) };
  }
}
