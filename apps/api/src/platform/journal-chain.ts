import { createHash } from 'node:crypto';

/** An entry of the journal with its seal, every column as the text that PostgreSQL gives. */
export interface SealedEntry {
  readonly number: string;
  readonly sealedAt: string;
  readonly id: string;
  readonly at: string;
  readonly writtenAt: string;
  readonly actorId: string | null;
  readonly actorRoles: string;
  readonly type: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly data: string;
}

const text = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')`;

/** SQL: the columns of a sealed entry (`s` the seal, `j` the journal) as texts; the instants in UTC. */
export const sealedEntryColumns = `s.number::text AS number, ${text('s.sealed_at')} AS "sealedAt", j.id::text AS id,
  ${text('j.at')} AS at, ${text('j.written_at')} AS "writtenAt", j.actor_id::text AS "actorId",
  j.actor_roles::text AS "actorRoles", j.type, j.subject_type AS "subjectType", j.subject_id::text AS "subjectId",
  j.data::text AS data`;

/**
 * The hash that seals an entry: SHA-256 over the hash of the seal before it (nothing for the first), a line break, and
 * the entry as PostgreSQL writes a JSON array of texts. The function `seal_journal` of the database does the same sum.
 */
export function sealOf(previousHash: string, entry: SealedEntry): string {
  const fields = [
    entry.number,
    entry.sealedAt,
    entry.id,
    entry.at,
    entry.writtenAt,
    entry.actorId,
    entry.actorRoles,
    entry.type,
    entry.subjectType,
    entry.subjectId,
    entry.data,
  ];
  const line = `[${fields.map((field) => JSON.stringify(field)).join(', ')}]`;
  return createHash('sha256').update(`${previousHash}\n${line}`).digest('hex');
}
