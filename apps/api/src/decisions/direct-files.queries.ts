import type { AnswerOf, decisions as contract, InputOf } from '@commonlot/contracts';
import { Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Database, pageOf } from '../platform/index.js';

type File = z.input<typeof contract.directFile>;

const columns = `
  f.id, f.number, f.line_id AS "lineId", f.organisation_id AS "organisationId", f.file_language AS "fileLanguage",
  f.title, f.purpose, f.requested_cents AS "requestedCents", l.code AS "lineCode", l.label AS "lineLabel",
  coalesce(g.available_cents, 0) AS "lineAvailableCents", o.name AS "organisationName",
  o.enterprise_number AS "enterpriseNumber", f.state, d.batch_id AS "batchId", d.id AS "decisionId",
  f.created_at AS "createdAt", f.revision`;
const source = `
  direct_file f JOIN organisation o ON o.id = f.organisation_id
  CROSS JOIN LATERAL (SELECT l.code, l.label FROM plan_version_line l JOIN plan_version v ON v.id = l.version_id
    WHERE l.line_id = f.line_id ORDER BY (v.state = 'in-force') DESC, v.number DESC LIMIT 1) l
  LEFT JOIN ledger_line g ON g.line_id = f.line_id
  LEFT JOIN decision d ON d.direct_file_id = f.id AND d.corrects_decision_id IS NULL`;

@Injectable()
export class DirectFilesQueries {
  constructor(private readonly database: Database) {}

  /** Direct files, newest number first. */
  async list({ query }: InputOf<typeof contract.listDirectFiles>): Promise<AnswerOf<typeof contract.listDirectFiles>> {
    const limit = query.limit ?? 50;
    const rows = await this.database.rows<File>(
      `SELECT ${columns} FROM ${source}
       WHERE ($1::text IS NULL OR f.state = $1) AND ($2::text IS NULL OR f.number < $2) ORDER BY f.number DESC LIMIT $3`,
      [query.state ?? null, query.after ?? null, limit + 1],
    );
    return pageOf(rows, limit, ({ number }) => number);
  }

  async read({ params }: InputOf<typeof contract.readDirectFile>): Promise<File> {
    const file = await this.database.row<File>(`SELECT ${columns} FROM ${source} WHERE f.id = $1`, [
      params.directFileId,
    ]);
    if (file === null) throw new Problem('record.missing');
    return file;
  }
}
