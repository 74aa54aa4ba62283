import { maskIban } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/index.js';
import type { Change } from './history-policy.js';

/** What people call the records of an id: a number, a name or a code, the same in every language. */
const names = {
  person: 'SELECT id, name FROM person WHERE id = ANY ($1::uuid[])',
  organisation: 'SELECT id, name FROM organisation WHERE id = ANY ($1::uuid[])',
  call: 'SELECT id, number AS name FROM call WHERE id = ANY ($1::uuid[])',
  application: 'SELECT id, number AS name FROM application WHERE id = ANY ($1::uuid[])',
  batch: 'SELECT id, number AS name FROM decision_batch WHERE id = ANY ($1::uuid[])',
  file: 'SELECT id, name FROM stored_file WHERE id = ANY ($1::uuid[])',
  account: 'SELECT id, iban AS name FROM bank_account WHERE id = ANY ($1::uuid[])',
  version: `SELECT v.id, p.year || ' / ' || v.number AS name FROM plan_version v JOIN plan p ON p.id = v.plan_id
    WHERE v.id = ANY ($1::uuid[])`,
  scenario: 'SELECT id, name FROM plan_scenario WHERE id = ANY ($1::uuid[])',
  overrun: 'SELECT id, act_reference AS name FROM overrun WHERE id = ANY ($1::uuid[])',
  closing: 'SELECT id, decision_reference AS name FROM year_closing WHERE id = ANY ($1::uuid[])',
  // Words that people typed are not in the journal: they are read where they stand for good.
  closingReturn: 'SELECT id, return_reason AS name FROM year_closing WHERE id = ANY ($1::uuid[])',
  comment: `SELECT c.id, p.name || to_char(c.written_at AT TIME ZONE 'Europe/Brussels', ', YYYY-MM-DD HH24:MI') AS name
    FROM plan_comment c JOIN person p ON p.id = c.author_id WHERE c.id = ANY ($1::uuid[])`,
  line: `SELECT DISTINCT ON (l.line_id) l.line_id AS id, l.code AS name
    FROM plan_version_line l JOIN plan_version v ON v.id = l.version_id
    WHERE l.line_id = ANY ($1::uuid[]) ORDER BY l.line_id, v.number DESC`,
} as const;

/** The fields of the journal that hold an id; readers get a name, for the journal itself holds none. */
const kindOfField: Readonly<Record<string, keyof typeof names>> = {
  personId: 'person',
  reviewerId: 'person',
  organisationId: 'organisation',
  callId: 'call',
  applicationId: 'application',
  batchId: 'batch',
  fileId: 'file',
  bankAccountId: 'account',
  versionId: 'version',
  fromVersionId: 'version',
  lineId: 'line',
  scenarioId: 'scenario',
  overrunId: 'overrun',
  closingId: 'closing',
  returnReasonId: 'closingReturn',
  commentId: 'comment',
};

const isId = (id: string | null): id is string => id !== null && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);

/** Puts names in the place of the ids in changes. An id whose record is gone stays as it is. */
@Injectable()
export class HistoryNames {
  constructor(private readonly database: Database) {}

  async named(changes: readonly (readonly Change[])[]): Promise<Change[][]> {
    const found = await this.namesIn(changes.flat());
    return changes.map((row) =>
      row.map((change) => {
        const kind = kindOfField[change.field];
        if (kind === undefined) return change;
        const nameOf = (id: string | null) => (id === null ? null : (found.get(`${kind} ${id}`) ?? id));
        return { ...change, before: nameOf(change.before), after: nameOf(change.after) };
      }),
    );
  }

  /** The names by kind and id: one record may be called by several. */
  private async namesIn(changes: readonly Change[]): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    for (const kind of new Set(changes.map(({ field }) => kindOfField[field]))) {
      if (kind === undefined) continue;
      const ofKind = changes.filter(({ field }) => kindOfField[field] === kind);
      const ids = [...new Set(ofKind.flatMap(({ before, after }) => [before, after]))].filter(isId);
      if (ids.length === 0) continue;
      const rows = await this.database.rows<{ id: string; name: string }>(names[kind], [ids]);
      // A number of an account is whole for those alone who pay to it.
      for (const { id, name } of rows) found.set(`${kind} ${id}`, kind === 'account' ? maskIban(name) : name);
    }
    return found;
  }
}
