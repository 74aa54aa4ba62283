import { formatEnterpriseNumber, searchWords } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/index.js';
import { lockProjection } from './projection-lock.js';

/** An award as the public may read it, from the truth: $1 organisation, $2 one decision or null for all of them. */
const publicAward = `
  SELECT d.id AS decision_id, d.number, (d.signed_at AT TIME ZONE 'Europe/Brussels')::date AS decided_on, d.released_at,
    p.year, d.line_id, l.code AS line_code, l.label AS line_label, c.number AS call_number, c.title AS call_title,
    o.id AS organisation_id, o.name AS organisation_name, o.enterprise_number, m.nis AS municipality_nis,
    m.name AS municipality, m.region, m.latitude, m.longitude, d.language,
    coalesce(fixed.title, a.title, f.title) AS title, coalesce(fixed.reason, d.public_reason) AS reason,
    d.current_cents AS amount_cents, d.paid_cents, d.repaid_cents,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('amountCents', r.amount_cents, 'kind', r.kind,
        'reducedOn', (r.closed_at AT TIME ZONE 'Europe/Brussels')::date) ORDER BY r.closed_at, r.id), '[]')
      FROM award_reduction r WHERE r.decision_id = d.id AND r.state = 'confirmed') AS reductions
  FROM released_award d
    JOIN organisation o ON o.id = d.organisation_id
    JOIN plan_version v ON v.id = d.plan_version_id JOIN plan p ON p.id = v.plan_id
    JOIN plan_version_line l ON l.version_id = v.id AND l.line_id = d.line_id
    LEFT JOIN application a ON a.id = d.application_id
    LEFT JOIN direct_file f ON f.id = d.direct_file_id
    LEFT JOIN call c ON c.id = coalesce(d.call_id, a.call_id)
    LEFT JOIN LATERAL (
      SELECT (array_agg(new_value ORDER BY sequence DESC) FILTER (WHERE field = 'title'))[1] AS title,
        (array_agg(new_value ORDER BY sequence DESC) FILTER (WHERE field = 'reason'))[1] AS reason,
        (array_agg(new_value ORDER BY sequence DESC) FILTER (WHERE field = 'municipality'))[1] AS municipality
      FROM award_correction k WHERE k.decision_id = d.id) fixed ON true
    JOIN municipality m ON m.nis = coalesce(fixed.municipality, a.municipality_nis, o.municipality_nis)
  WHERE d.organisation_id = $1 AND ($2::uuid IS NULL OR d.id = $2)`;

const columns = `decision_id, number, decided_on, released_at, year, line_id, line_code, line_label, call_number,
  call_title, organisation_id, organisation_name, enterprise_number, municipality_nis, municipality, region, latitude,
  longitude, language, title, reason, amount_cents, paid_cents, repaid_cents,
  reductions, search`;

const upsertOrganisation = `
  INSERT INTO register.organisation (organisation_id, enterprise_number, name, legal_form, language, municipality_nis,
    municipality, region, website, awards, awarded_cents, paid_cents)
  SELECT o.id, o.enterprise_number, o.name, o.legal_form, o.language, m.nis, m.name, m.region, o.website,
    count(*), sum(d.current_cents), sum(d.paid_cents)
  FROM organisation o JOIN municipality m ON m.nis = o.municipality_nis JOIN released_award d ON d.organisation_id = o.id
  WHERE o.id = $1 GROUP BY o.id, m.nis
  ON CONFLICT (organisation_id) DO UPDATE SET enterprise_number = excluded.enterprise_number, name = excluded.name,
    legal_form = excluded.legal_form, language = excluded.language, municipality_nis = excluded.municipality_nis,
    municipality = excluded.municipality, region = excluded.region, website = excluded.website,
    awards = excluded.awards, awarded_cents = excluded.awarded_cents, paid_cents = excluded.paid_cents`;

interface AwardWords {
  id: string;
  texts: (string | null)[];
  enterpriseNumber: string;
}

/** Recomputes what the register shows of an organisation and of its awards. */
@Injectable()
export class AwardProjection {
  /** All awards of the organisation, or the one of `decisionId`; and always the organisation with its sums. */
  async project(tx: Tx, organisationId: string, decisionId: string | null): Promise<void> {
    await lockProjection(tx, 'organisation', organisationId);
    const scope = [organisationId, decisionId];
    const awards = await tx.query<AwardWords>(
      `SELECT decision_id AS id, enterprise_number AS "enterpriseNumber", ARRAY[title, organisation_name, reason, number,
         line_code, line_label ->> 'nl', line_label ->> 'fr', line_label ->> 'de', line_label ->> 'en', call_number,
         call_title ->> 'nl', call_title ->> 'fr', call_title ->> 'de', call_title ->> 'en', municipality ->> 'nl',
         municipality ->> 'fr', municipality ->> 'de', municipality ->> 'en'] AS texts
       FROM (${publicAward}) award`,
      scope,
    );
    await tx.query(upsertOrganisation, [organisationId]);
    await tx.query(
      `DELETE FROM register.award WHERE organisation_id = $1 AND ($2::uuid IS NULL OR decision_id = $2)
         AND decision_id <> ALL ($3::uuid[])`,
      [...scope, awards.map(({ id }) => id)],
    );
    await this.upsertAwards(tx, scope, awards);
    await this.copyCorrections(tx, scope);
    await tx.query(
      `DELETE FROM register.organisation o WHERE organisation_id = $1
         AND NOT EXISTS (SELECT 1 FROM released_award d WHERE d.organisation_id = o.organisation_id)`,
      [organisationId],
    );
    // Last, because whoever recomputes another organisation waits for this row until the commit.
    await tx.query('UPDATE register.award_change SET number = number + 1');
  }

  private async upsertAwards(tx: Tx, scope: (string | null)[], awards: AwardWords[]): Promise<void> {
    const wordsOf = ({ texts, enterpriseNumber }: AwardWords) =>
      searchWords([...texts, enterpriseNumber, formatEnterpriseNumber(enterpriseNumber)].join(' ')).join(' ');
    const changes = columns
      .split(/,\s*/)
      .filter((column) => column !== 'decision_id')
      .map((column) => `${column} = excluded.${column}`);
    await tx.query(
      `INSERT INTO register.award (${columns})
       SELECT award.*, array_to_tsvector(string_to_array(found.words, ' '))
       FROM (${publicAward}) award JOIN unnest($3::uuid[], $4::text[]) AS found (id, words) ON found.id = award.decision_id
       ON CONFLICT (decision_id) DO UPDATE SET ${changes.join(', ')}`,
      [...scope, awards.map(({ id }) => id), awards.map(wordsOf)],
    );
  }

  private async copyCorrections(tx: Tx, scope: (string | null)[]): Promise<void> {
    await tx.query(
      `INSERT INTO register.correction (id, sequence, decision_id, field, former_value, new_value, explanation, corrected_at)
       SELECT k.id, k.sequence, k.decision_id, k.field, k.former_value, k.new_value, k.explanation, k.corrected_at
       FROM award_correction k JOIN register.award r ON r.decision_id = k.decision_id
       WHERE r.organisation_id = $1 AND ($2::uuid IS NULL OR r.decision_id = $2)
       ON CONFLICT (id) DO NOTHING`,
      scope,
    );
  }
}
