import type { AnswerOf, register as contract } from '@commonlot/contracts';
import { Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { Clock, RegisterDatabase } from '../platform/index.js';

type PublicPlan = AnswerOf<typeof contract.readPublicPlan>;

const head = `'year', x.year, 'number', x.number, 'stage', x.stage, 'totalCents', x.total_cents,
  'decreeReference', x.decree_reference, 'decreeOn', x.decree_on, 'accountsReference', x.accounts_reference,
  'isCurrent', x.is_current`;

const planWhere = (choice: string) => `
  SELECT v.year, v.number, v.stage, v.total_cents AS "totalCents", v.decree_reference AS "decreeReference",
    v.decree_on AS "decreeOn", v.accounts_reference AS "accountsReference", v.source, v.remark, v.in_force_at AS "inForceAt",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('lineId', l.line_id, 'parentLineId', l.parent_line_id, 'code', l.code,
        'kind', l.kind, 'label', l.label, 'isPm', l.is_pm, 'legalGround', l.legal_ground, 'amountCents', l.amount_cents,
        'subtotalCents', l.subtotal_cents, 'reservedCents', l.reserved_cents, 'awardedCents', l.awarded_cents,
        'paidCents', l.paid_cents, 'awards', l.awards) ORDER BY l.position, l.code), '[]')
      FROM register.plan_line l WHERE l.version_id = v.version_id) AS lines,
    (SELECT jsonb_agg(jsonb_build_object(${head}) ORDER BY x.number) FROM register.plan_version x WHERE x.year = v.year)
      AS versions,
    (SELECT jsonb_agg(DISTINCT x.year) FROM register.plan_version x) AS years
  FROM register.plan_version v WHERE ${choice} LIMIT 1`;

const ofYear = planWhere(`v.year = $1 AND CASE WHEN $2::int IS NULL THEN v.is_current ELSE v.number = $2 END`);
const ofNow = planWhere(`v.is_current
  ORDER BY v.year <= extract(year FROM coalesce($1::timestamptz, now()) AT TIME ZONE 'Europe/Brussels') DESC, v.year DESC`);

/** The plan as it is in force, or as it was. */
@Injectable()
export class PublicPlanQueries {
  constructor(
    private readonly database: RegisterDatabase,
    private readonly clock: Clock,
  ) {}

  /** The version in force of a year, or the version of that number. Throws `record.missing`. */
  async read(year: number, version: number | null): Promise<PublicPlan> {
    const plan = await this.database.row<PublicPlan>(ofYear, [year, version]);
    if (plan === null) throw new Problem('record.missing');
    return plan;
  }

  /** The plan of this year in Brussels, else the latest before it; null while there is none. */
  readCurrent(): Promise<PublicPlan | null> {
    return this.database.row<PublicPlan>(ofNow, [this.clock.shown()]);
  }
}
