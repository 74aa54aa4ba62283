import type { AnswerOf, register as contract } from '@commonlot/contracts';
import { Injectable } from '@nestjs/common';
import { RegisterDatabase } from '../platform/index.js';
import { type AwardHead, awardHead } from './award.queries.js';
import { PublicCallQueries } from './public-call.queries.js';
import { PublicPlanQueries } from './public-plan.queries.js';

type Home = AnswerOf<typeof contract.readHome>;

const latestAwardsShown = 6;

/** What the first page shows. */
@Injectable()
export class HomeQueries {
  constructor(
    private readonly database: RegisterDatabase,
    private readonly plans: PublicPlanQueries,
    private readonly calls: PublicCallQueries,
  ) {}

  async read(): Promise<Home> {
    const [plan, figures, latestAwards, openCalls] = await Promise.all([
      this.plans.readCurrent(),
      this.database.row<Home['figures']>(
        `SELECT coalesce(sum(awards), 0)::int AS awards, coalesce(sum(awarded_cents), 0)::bigint AS "awardedCents",
           count(*)::int AS organisations,
           (SELECT count(DISTINCT municipality_nis)::int FROM register.award) AS municipalities
         FROM register.organisation`,
      ),
      this.database.rows<AwardHead>(
        `SELECT ${awardHead} FROM register.award ORDER BY decided_on DESC, number DESC LIMIT ${latestAwardsShown}`,
      ),
      this.calls.listOpen(),
    ]);
    if (figures === null) throw new Error('Sums without a row.');
    return { plan, figures, latestAwards, openCalls };
  }
}
