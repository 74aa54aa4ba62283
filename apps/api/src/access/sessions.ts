import { Problem } from '@commonlot/domain';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config, newId, type Tx } from '../platform/index.js';
import { type SessionPerson, type SessionPersonRow, sessionPersonOf, sessionPersonSql } from './session-person.js';
import { hashToken, newToken } from './tokens.js';

/** A session as it leaves the server: the token goes into the cookie and is written down nowhere. */
export interface OpenedSession {
  readonly token: string;
  readonly person: SessionPerson;
}

/** Opens and ends sessions. Every way of signing in comes to `open` once it knows who somebody is. */
@Injectable()
export class Sessions {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /**
   * Opens a session with a new token and ends the one that the request carried, so that a token that somebody planted
   * is worth nothing. Sessions live by the real clock, also in the demonstration.
   */
  async open(tx: Tx, personId: string, device: string): Promise<OpenedSession> {
    const token = newToken();
    if (tx.actor.sessionId !== null) await this.end(tx, tx.actor.sessionId);
    await tx.query(
      `INSERT INTO session (id, token_hash, person_id, expires_at, device)
       VALUES ($1, $2, $3, now() + make_interval(secs => $4), $5)`,
      [newId(), hashToken(token), personId, this.config.SESSION_HOURS * 3600, device],
    );
    const [row] = await tx.query<SessionPersonRow>(sessionPersonSql, [personId]);
    if (row === undefined) throw new Problem('record.missing');
    return { token, person: sessionPersonOf(row) };
  }

  async end(tx: Tx, sessionId: string): Promise<void> {
    await tx.query('UPDATE session SET revoked_at = now() WHERE id = $1 AND revoked_at IS NULL', [sessionId]);
  }

  async endAll(tx: Tx, personId: string): Promise<void> {
    await tx.query('UPDATE session SET revoked_at = now() WHERE person_id = $1 AND revoked_at IS NULL', [personId]);
  }

  /** Ends one open session of the person; false when there is none with that id. */
  async endOwn(tx: Tx, personId: string, sessionId: string): Promise<boolean> {
    const ended = await tx.query<{ id: string }>(
      `WITH ended AS (UPDATE session SET revoked_at = now()
         WHERE id = $1 AND person_id = $2 AND revoked_at IS NULL AND expires_at > now() RETURNING id)
       SELECT id FROM ended`,
      [sessionId, personId],
    );
    return ended.length > 0;
  }
}
