import { Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { newId, type Tx } from '../platform/index.js';
import { hashToken, newToken } from './tokens.js';

const hours = { 'confirm-email': 48, 'reset-password': 2 } as const;
type Purpose = keyof typeof hours;

/** Links that are mailed and work once. */
@Injectable()
export class OneTimeLinks {
  /** Makes a link and ends the earlier ones of the person: only the newest mail works. */
  async make(tx: Tx, purpose: Purpose, personId: string): Promise<string> {
    await this.endAll(tx, personId);
    const token = newToken();
    await tx.query(
      `INSERT INTO one_time_link (id, purpose, token_hash, person_id, expires_at)
       VALUES ($1, $2, $3, $4, app_now() + make_interval(hours => $5))`,
      [newId(), purpose, hashToken(token), personId, hours[purpose]],
    );
    return token;
  }

  /** Uses a link up and returns whose it was. Of two at once one gets `link.expired`, as for a link that is not there. */
  async use(tx: Tx, purpose: Purpose, token: string): Promise<string> {
    const [link] = await tx.query<{ person_id: string }>(
      `WITH used AS (UPDATE one_time_link SET used_at = app_now()
         WHERE token_hash = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > app_now() RETURNING person_id)
       SELECT person_id FROM used`,
      [hashToken(token), purpose],
    );
    if (link === undefined) throw new Problem('link.expired');
    return link.person_id;
  }

  async endAll(tx: Tx, personId: string): Promise<void> {
    await tx.query('UPDATE one_time_link SET used_at = app_now() WHERE person_id = $1 AND used_at IS NULL', [personId]);
  }
}
