import { randomInt, randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** An address that nobody else has, so that limits per address do not count the whole run as one visitor. */
const anyAddress = () => `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`;

/**
 * Calls the API over HTTP as a person of the demonstration.
 *
 * @returns {Promise<{ status: number, headers: object, text: string, body: any }>} fails when the status is 400 or more,
 *   unless `status` says which one is right.
 */
export async function call(base, method, path, { body, bytes, as, status } = {}) {
  const payload = bytes ?? (method === 'GET' || method === 'DELETE' ? undefined : JSON.stringify(body ?? {}));
  const answer = await exchange(`${base}${path}`, method, payload, {
    'x-forwarded-for': anyAddress(),
    'idempotency-key': randomUUID(),
    ...(payload === undefined ? {} : { 'content-type': bytes ? 'application/octet-stream' : 'application/json' }),
    ...(as ? { cookie: as } : {}),
  });
  const isRight = status === undefined ? answer.status < 400 : answer.status === status;
  if (!isRight) throw new Error(`${method} ${path} answered ${answer.status}: ${answer.text.slice(0, 300)}`);
  return answer;
}

function exchange(url, method, payload, headers) {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, headers, agent }, (incoming) => {
      const chunks = [];
      incoming.on('data', (chunk) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const isJson = String(incoming.headers['content-type']).includes('json');
        resolve({
          status: incoming.statusCode,
          headers: incoming.headers,
          text,
          body: isJson && text ? JSON.parse(text) : null,
        });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(payload);
  });
}

/** The people of the demonstration as cookies: by role, and reviewers as a list. */
export async function signInPeople(base) {
  const { rows: personas } = (await call(base, 'GET', '/api/personas')).body;
  const signIn = async (person) => {
    const { headers } = await call(base, 'POST', `/api/personas/${person.id}/session`);
    return headers['set-cookie'].map((cookie) => cookie.split(';')[0]).join('; ');
  };
  const people = { reviewers: [] };
  for (const person of personas) {
    const [role = 'applicant'] = person.roles;
    const cookie = await signIn(person);
    if (role === 'reviewer') people.reviewers.push({ id: person.id, cookie });
    else people[role] ??= cookie;
  }
  return people;
}
