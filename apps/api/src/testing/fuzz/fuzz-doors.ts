import { hashToken } from '../../access/tokens.js';
import { givenAccount, goodPassword } from '../given-access.js';
import type { Target } from '../given-everything.js';
import type { TestApi } from '../test-api.js';

/** How often a door can be opened with a link that works once. */
const links = 60;

/** What opens a session: a password, a link that was mailed, a demonstration account. Each works when it is asked for. */
export async function givenDoors(api: TestApi): Promise<Readonly<Record<string, Partial<Target>>>> {
  const account = await givenAccount(api);
  const persona = await api.person([], 'A persona');
  await api.sql('UPDATE person SET is_persona = true WHERE id = $1', [persona.id]);
  const [confirmation, reset] = [await givenLinks(api, 'confirm-email'), await givenLinks(api, 'reset-password')];
  return {
    'access.signIn': { body: { email: account.email, password: goodPassword } },
    'access.signInAsPersona': { params: { personId: persona.id } },
    'access.revokeSession': { as: account, params: { sessionId: await sessionOf(api, account.id) } },
    'access.confirmEmail': { body: new Links(confirmation) },
    'access.resetPassword': { body: new Links(reset) },
  };
}

/** A body whose token is another one each time that it is read. */
class Links implements Readonly<Record<string, unknown>> {
  readonly [field: string]: unknown;
  readonly password = goodPassword;

  constructor(private readonly tokens: string[]) {}

  get token(): string {
    return this.tokens.pop() ?? 'the-last-link-has-been-used';
  }
}

async function givenLinks(api: TestApi, purpose: string): Promise<string[]> {
  const tokens = Array.from({ length: links }, (_, index) => `${purpose}-of-the-fuzz-${index}`);
  await api.sql(
    `WITH people AS (INSERT INTO person (id, email, name, screen_language, state)
         SELECT gen_random_uuid(), $1 || place || '@example.org', 'Link ' || place, 'nl', 'unconfirmed'
         FROM generate_series(1, $3::int) AS place RETURNING id),
       numbered AS (SELECT id, row_number() OVER () AS place FROM people)
     INSERT INTO one_time_link (id, purpose, token_hash, person_id, expires_at)
     SELECT gen_random_uuid(), $1, hash, id, now() + interval '1 year'
     FROM unnest($2::text[]) WITH ORDINALITY AS t (hash, place) JOIN numbered USING (place)`,
    [purpose, tokens.map(hashToken), links],
  );
  return tokens;
}

async function sessionOf(api: TestApi, personId: string): Promise<string> {
  const [row] = await api.sql<{ id: string }>(
    `WITH other AS (INSERT INTO session (id, token_hash, person_id, expires_at)
       SELECT gen_random_uuid(), md5(random()::text), $1, now() + interval '1 hour' RETURNING id) SELECT id FROM other`,
    [personId],
  );
  return row?.id ?? '';
}
