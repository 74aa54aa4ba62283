import type { AnswerOf, access, InputOf } from '@commonlot/contracts';
import type { PersonState, Role } from '@commonlot/domain';
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, CONFIG, type Config, Database, idKey, pageOf } from '../platform/index.js';
import { personOf } from './person-of.js';
import { type SessionPersonRow, sessionPersonOf, sessionPersonSql } from './session-person.js';

interface PersonListRow {
  id: string;
  name: string;
  email: string;
  state: PersonState;
  roles: Role[];
  revision: number;
}

const rolesOf = `coalesce((SELECT array_agg(role ORDER BY role) FROM person_role r WHERE r.person_id = p.id), '{}')`;

/** Reads of accounts and sessions. */
@Injectable()
export class AccessQueries {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
  ) {}

  async session(actor: Actor): Promise<AnswerOf<typeof access.readSession>> {
    const row = await this.database.row<SessionPersonRow & { noticesUnread: number }>(
      `SELECT s.*, (SELECT count(*) FROM notice n WHERE n.person_id = s.id AND n.read_at IS NULL) AS "noticesUnread"
       FROM (${sessionPersonSql}) s`,
      [actor.personId],
    );
    return {
      person: row === null ? null : sessionPersonOf(row),
      noticesUnread: row?.noticesUnread ?? 0,
      demonstration: this.config.isDemonstration,
    };
  }

  async sessions(actor: Actor): Promise<AnswerOf<typeof access.listSessions>> {
    const rows = await this.database.rows<AnswerOf<typeof access.listSessions>['rows'][number]>(
      `SELECT id, device, created_at AS "createdAt", last_seen_at AS "lastSeenAt", id = $2 AS "isCurrent"
       FROM session WHERE person_id = $1 AND revoked_at IS NULL AND expires_at > now()
         AND last_seen_at > now() - make_interval(mins => $3)
       ORDER BY created_at DESC LIMIT 100`,
      [personOf(actor), actor.sessionId, this.config.SESSION_IDLE_MINUTES],
    );
    return { rows };
  }

  async personas(): Promise<AnswerOf<typeof access.listPersonas>> {
    const rows = await this.database.rows<AnswerOf<typeof access.listPersonas>['rows'][number]>(
      `SELECT p.id, p.name, p.email::text AS email, ${rolesOf} AS roles,
         (SELECT o.name FROM organisation_member m JOIN organisation o ON o.id = m.organisation_id
          WHERE m.person_id = p.id ORDER BY m.since, o.id LIMIT 1) AS organisation
       FROM person p WHERE p.is_persona AND p.state = 'active' ORDER BY p.created_at, p.name LIMIT 50`,
    );
    return { rows };
  }

  /** By name; the text is searched in name and address. */
  async people({ query }: InputOf<typeof access.listPeople>): Promise<AnswerOf<typeof access.listPeople>> {
    const limit = query.limit ?? 50;
    const rows = await this.database.rows<PersonListRow>(
      `SELECT p.id, p.name, p.email::text AS email, p.state, ${rolesOf} AS roles, p.revision
       FROM person p
       WHERE ($1::text = '' OR strpos(lower(unaccent(p.name || ' ' || p.email)), lower(unaccent($1))) > 0)
         AND ($2::uuid IS NULL OR (p.name, p.id) > (SELECT name, id FROM person WHERE id = $2))
       ORDER BY p.name, p.id LIMIT $3`,
      [query.search ?? '', idKey(query.after), limit + 1],
    );
    return pageOf(rows, limit, (row) => row.id);
  }
}
