import type { AnswerOf, InputOf, workspace } from '@commonlot/contracts';
import { formatEnterpriseNumber, inLanguage, type Language, type LocalisedText } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { personOf } from '../access/index.js';
import { withoutConflict } from '../applications/index.js';
import { type Actor, Database } from '../platform/index.js';

type Found = AnswerOf<typeof workspace.searchWorkspace>['rows'][number];

interface FoundRow extends Omit<Found, 'title'> {
  title: string | LocalisedText;
  screenLanguage: Language;
}

/** $1 is the person, $2 the permissions, $3 the text. Position, not LIKE: no sign of the text means anything else. */
const may = (permission: string) => `'${permission}' = ANY ($2)`;
const folded = (value: string) => `lower(unaccent(${value}))`;
const holds = (...values: string[]) => `strpos(${folded(`concat_ws(' ', ${values.join(', ')})`)}, ${folded('$3')}) > 0`;
const words = (column: string) => ['nl', 'fr', 'de', 'en'].map((language) => `${column} ->> '${language}'`);
const ofOwn = (column: string) => `${column} IN (SELECT organisation_id FROM organisation_member WHERE person_id = $1)`;

const organisations = (condition: string) => `
  SELECT 'organisation', o.id, NULL::uuid, to_jsonb(o.name), o.enterprise_number::text, o.enterprise_number::text
  FROM organisation o
  WHERE ${condition} AND (${holds('o.name')}
    OR strpos(o.enterprise_number, nullif(regexp_replace($3, '[ ./-]', '', 'g'), '')) > 0) LIMIT 20`;

/** Members find their own files, drafts too; staff find what was sent. */
const applications = (condition: string) => `
  SELECT 'application', a.id, a.call_id, to_jsonb(coalesce(nullif(a.title, ''), a.number)), a.number || ' · ' || o.name,
    a.number
  FROM application a JOIN organisation o ON o.id = a.organisation_id
  WHERE ${condition} AND ${holds('a.number', 'a.title')} ORDER BY a.number DESC LIMIT 20`;

const calls = `
  SELECT 'call', c.id, NULL::uuid, c.title::jsonb, c.number, c.number FROM call c
  WHERE ${may('call:read')} AND c.state <> 'discarded' AND ${holds('c.number', ...words('c.title'))}
  ORDER BY c.number DESC LIMIT 20`;

const directFiles = `
  SELECT 'direct-file', f.id, NULL::uuid, to_jsonb(f.title), f.number || ' · ' || o.name, f.number
  FROM direct_file f JOIN organisation o ON o.id = f.organisation_id
  WHERE ${may('decision:read')} AND f.state <> 'discarded' AND ${holds('f.number', 'f.title')}
  ORDER BY f.number DESC LIMIT 20`;

const decisions = `
  SELECT 'decision', d.id, d.batch_id, to_jsonb(coalesce(a.title, f.title)), d.number || ' · ' || o.name, d.number
  FROM decision d JOIN organisation o ON o.id = d.organisation_id
    LEFT JOIN application a ON a.id = d.application_id LEFT JOIN direct_file f ON f.id = d.direct_file_id
  WHERE ${may('decision:read')} AND ${withoutConflict('d.application_id', '$1')}
    AND ${holds('d.number', 'a.title', 'f.title')} ORDER BY d.number DESC LIMIT 20`;

const planLines = `
  SELECT 'plan-line', l.line_id, v.id, l.label::jsonb, p.year || ' · ' || l.code, l.code
  FROM plan_version_line l JOIN plan_version v ON v.id = l.version_id AND v.state = 'in-force'
    JOIN plan p ON p.id = v.plan_id
  WHERE ${may('plan:read')} AND (l.code = $3 OR ${holds(...words('l.label'))}) ORDER BY p.year DESC LIMIT 20`;

/** Only what the reviewer has accepted; before the declaration a file is not looked into. */
const assignments = `
  SELECT 'review-assignment', r.id, a.call_id, to_jsonb(a.title), a.number || ' · ' || o.name, a.number
  FROM review_assignment r JOIN application a ON a.id = r.application_id
    JOIN organisation o ON o.id = a.organisation_id
  WHERE ${may('review:own')} AND r.reviewer_id = $1 AND r.state IN ('accepted', 'sent')
    AND (a.state = 'admitted' OR (r.state = 'sent' AND a.state IN ('awarded', 'refused')))
    AND ${holds('a.number', 'a.title', 'o.name')} ORDER BY a.number DESC LIMIT 20`;

const parts = [
  organisations(`(${may('organisation:read')} OR ${ofOwn('o.id')})`),
  applications(
    `((${may('application:read')} AND a.submitted_at IS NOT NULL AND ${withoutConflict('a.id', '$1')}) OR (${ofOwn('a.organisation_id')} AND a.state <> 'discarded'))`,
  ),
  calls,
  directFiles,
  decisions,
  planLines,
  assignments,
];

/** An exact number first, then titles that begin with the text, then the rest. */
const search = `
  WITH found ("subjectType", "subjectId", "parentId", title, detail, number)
    AS (${parts.map((part) => `(${part})`).join(' UNION ALL ')})
  SELECT f."subjectType", f."subjectId", f."parentId", f.title, f.detail, p.screen_language AS "screenLanguage"
  FROM found f JOIN person p ON p.id = $1
  ORDER BY lower(f.number) <> lower($3), NOT starts_with(${folded(`f.title #>> '{}'`)}, ${folded('$3')}),
    f."subjectType", f.number DESC, f."subjectId" LIMIT 20`;

/** Search in everything that a person may see, and in nothing else. */
@Injectable()
export class SearchQueries {
  constructor(private readonly database: Database) {}

  async search(
    actor: Actor,
    { query }: InputOf<typeof workspace.searchWorkspace>,
  ): Promise<AnswerOf<typeof workspace.searchWorkspace>> {
    const rows = await this.database.rows<FoundRow>(search, [personOf(actor), [...actor.permissions], query.text]);
    return { rows: rows.map(foundOf) };
  }
}

function foundOf({ screenLanguage, title, ...row }: FoundRow): Found {
  const detail = row.subjectType === 'organisation' ? formatEnterpriseNumber(row.detail) : row.detail;
  return { ...row, detail, title: typeof title === 'string' ? title : inLanguage(title, screenLanguage).text };
}
