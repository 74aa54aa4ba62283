import type { AnswerOf, register as contract } from '@commonlot/contracts';
import { Injectable } from '@nestjs/common';
import { RegisterDatabase } from '../platform/index.js';
import { type AwardHead, awardHead } from './award.queries.js';
import { AwardSums } from './award-sums.js';
import { PublicCallQueries } from './public-call.queries.js';
import { PublicPlanQueries } from './public-plan.queries.js';

type Home = AnswerOf<typeof contract.readHome>;

const latestAwardsShown = 6;

/** What the first page shows. */
@Injectable()
export class HomeQueries {
  constructor(
    private readonly database: RegisterDatabase,
    private readonly sums: AwardSums,
    private readonly plans: PublicPlanQueries,
    private readonly calls: PublicCallQueries,
  ) {}

  async read(): Promise<Home> {
    const [plan, figures, latestAwards, openCalls] = await Promise.all([
      this.plans.readCurrent(),
      this.sums.of('home', () => this.figures()),
      this.database.rows<AwardHead>(
        `SELECT ${awardHead} FROM register.award ORDER BY decided_on DESC, number DESC LIMIT ${latestAwardsShown}`,
      ),
      this.calls.listOpen(),
    ]);
    return { plan, figures, latestAwards, openCalls };
  }

  private async figures(): Promise<Home['figures']> {
    const figures = await this.database.row<Home['figures']>(
      `SELECT coalesce(sum(awards), 0)::int AS awards, coalesce(sum(awarded_cents), 0)::bigint AS "awardedCents",
         count(*)::int AS organisations,
         (SELECT count(DISTINCT municipality_nis)::int FROM register.award) AS municipalities
       FROM register.organisation`,
    );
    if (figures === null) throw new Error('Sums without a row.');
    return figures;
  }
}
