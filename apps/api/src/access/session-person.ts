import type { AnswerOf, access } from '@commonlot/contracts';
import { type Language, permissionsOf, type Role } from '@commonlot/domain';

/** Takes the id of a person as $1. */
export const sessionPersonSql = `SELECT p.id, p.name, p.email::text AS email, p.screen_language AS "screenLanguage",
    coalesce((SELECT array_agg(role ORDER BY role) FROM person_role r WHERE r.person_id = p.id), '{}') AS roles
  FROM person p WHERE p.id = $1`;

export interface SessionPersonRow {
  id: string;
  name: string;
  email: string;
  roles: Role[];
  screenLanguage: Language;
}

export type SessionPerson = AnswerOf<typeof access.signIn>['person'];

/** The person behind a session with what the roles allow. */
export function sessionPersonOf(row: SessionPersonRow): SessionPerson {
  return { ...row, permissions: [...permissionsOf(row.roles)] };
}
