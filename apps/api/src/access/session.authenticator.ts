import { permissionsOf, type Role } from '@commonlot/domain';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { type Actor, Authenticator, CONFIG, type Config, Database } from '../platform/index.js';
import { hashToken } from './tokens.js';

export { hashToken } from './tokens.js';

interface SessionRow {
  session_id: string;
  person_id: string;
  name: string;
  roles: Role[];
  was_seen_before: boolean;
}

/**
 * Sessions are rows: ended, expired, unused for too long or suspended takes effect with the next request, and so does a
 * role that is taken.
 */
@Injectable()
export class SessionAuthenticator extends Authenticator {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    @InjectDataSource() private readonly source: DataSource,
  ) {
    super();
  }

  async actorOf(token: string | undefined): Promise<Actor | null> {
    if (token === undefined || token.length < 20 || token.length > 200) return null;
    const row = await this.database.row<SessionRow>(
      `SELECT s.id AS session_id, p.id AS person_id, p.name,
         coalesce((SELECT array_agg(role ORDER BY role) FROM person_role r WHERE r.person_id = p.id), '{}') AS roles,
         s.last_seen_at < now() - interval '1 minute' AS was_seen_before
       FROM session s JOIN person p ON p.id = s.person_id
       WHERE s.token_hash = $1 AND s.revoked_at IS NULL AND s.expires_at > now() AND p.state = 'active'
         AND s.last_seen_at > now() - make_interval(mins => $2)`,
      [hashToken(token), this.config.SESSION_IDLE_MINUTES],
    );
    if (row === null) return null;
    if (row.was_seen_before) await this.see(row.session_id);
    return {
      personId: row.person_id,
      sessionId: row.session_id,
      name: row.name,
      roles: row.roles,
      permissions: permissionsOf(row.roles),
      attempt: null,
      address: '',
    };
  }

  /** At most one write a minute: reading pages stays cheap. */
  private async see(sessionId: string): Promise<void> {
    await this.source.query(
      `UPDATE session SET last_seen_at = now() WHERE id = $1 AND last_seen_at < now() - interval '1 minute'`,
      [sessionId],
    );
  }
}
