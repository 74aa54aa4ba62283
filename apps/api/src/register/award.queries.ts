import type { AnswerOf, register as contract } from '@commonlot/contracts';
import { Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { RegisterDatabase } from '../platform/index.js';

type PublicAward = AnswerOf<typeof contract.readAward>;
type PublicOrganisation = AnswerOf<typeof contract.readPublicOrganisation>;
export type AwardHead = AnswerOf<typeof contract.listAwards>['rows'][number];

/** The columns of an award in a list. */
export const awardHead = `number, title, language, organisation_name AS "organisationName",
  enterprise_number AS "enterpriseNumber", municipality, municipality_nis AS "municipalityNis", region,
  amount_cents AS "amountCents", decided_on AS "decidedOn", line_code AS "lineCode", line_label AS "lineLabel",
  call_number AS "callNumber"`;

const otherAwardsShown = 10;

/** Single awards, and those of an organisation. */
@Injectable()
export class AwardQueries {
  constructor(private readonly database: RegisterDatabase) {}

  /** An award with its corrections (newest first) and the latest other awards of the organisation. */
  async read(number: string): Promise<PublicAward> {
    const award = await this.database.row<Omit<PublicAward, 'otherAwards'>>(
      `SELECT ${awardHead}, reason, year, paid_cents AS "paidCents",
         repaid_cents AS "repaidCents", reductions, call_title AS "callTitle",
         released_at AS "releasedAt", line_id AS "lineId",
         (SELECT coalesce(jsonb_agg(jsonb_build_object('field', k.field, 'formerValue', k.former_value,
             'newValue', k.new_value, 'explanation', k.explanation, 'correctedAt', k.corrected_at)
             ORDER BY k.sequence DESC), '[]')
           FROM register.correction k WHERE k.decision_id = award.decision_id) AS corrections
       FROM register.award WHERE number = $1`,
      [number],
    );
    if (award === null) throw new Problem('record.missing');
    const otherAwards = await this.database.rows<AwardHead>(
      `SELECT ${awardHead} FROM register.award
       WHERE organisation_id = (SELECT organisation_id FROM register.award WHERE number = $1) AND number <> $1
       ORDER BY decided_on DESC, number DESC LIMIT ${otherAwardsShown}`,
      [number],
    );
    return { ...award, otherAwards };
  }

  /** An organisation that received support, with all its awards, newest first. */
  async readOrganisation(enterpriseNumber: string): Promise<PublicOrganisation> {
    const organisation = await this.database.row<Omit<PublicOrganisation, 'awards'>>(
      `SELECT enterprise_number AS "enterpriseNumber", name, legal_form AS "legalForm", language, municipality, region,
         website, awarded_cents AS "awardedCents", paid_cents AS "paidCents"
       FROM register.organisation WHERE enterprise_number = $1`,
      [enterpriseNumber],
    );
    if (organisation === null) throw new Problem('record.missing');
    const awards = await this.database.rows<AwardHead>(
      `SELECT ${awardHead} FROM register.award
       WHERE organisation_id = (SELECT organisation_id FROM register.organisation WHERE enterprise_number = $1)
       ORDER BY decided_on DESC, number DESC`,
      [enterpriseNumber],
    );
    return { ...organisation, awards };
  }
}
