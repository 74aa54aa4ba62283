import { createHash, randomBytes, randomUUID } from 'node:crypto';

/** Somebody with these roles, signed in: as a sign-in leaves it, and without the work of a password. */
export async function givenPerson(machine, name, roles = []) {
  const [id, token] = [randomUUID(), randomBytes(32).toString('base64url')];
  await machine.sql(
    `INSERT INTO person (id, email, name, screen_language, state) VALUES ($1::uuid, $1 || '@example.org', $2, 'nl', 'unconfirmed')`,
    [id, name],
  );
  await machine.sql(`UPDATE person SET state = 'active', confirmed_at = now() WHERE id = $1`, [id]);
  await machine.sql('INSERT INTO person_role (person_id, role) SELECT $1, unnest($2::text[])', [id, roles]);
  await machine.sql(
    `INSERT INTO session (id, token_hash, person_id, expires_at) VALUES (gen_random_uuid(), $2, $1, now() + interval '1 day')`,
    [id, createHash('sha256').update(token).digest('hex')],
  );
  return { id, name, token };
}

const words = (text) => ({ nl: text, fr: text, de: text, en: text });
const key = () => randomUUID();

/** A plan in force and a call that is open, made by the people who make them, through the API. Returns its number. */
export async function givenOpenCall(machine, http) {
  const drafter = await givenPerson(machine, 'Dana Drafter', ['minister']);
  const approver = await givenPerson(machine, 'Arno Approver', ['minister']);
  const officer = await givenPerson(machine, 'Odette Officer', ['officer']);
  const [{ day, year }] = await machine.sql(
    `SELECT to_char(now() AT TIME ZONE 'Europe/Brussels', 'YYYY-MM-DD') AS day, extract(year FROM now())::int AS year`,
  );
  const lineId = await givenLine(http, { drafter, approver, year, decreeOn: `${year}-01-01` });
  const { id } = await http.ok('POST', '/calls', { as: officer, key: key(), body: { lineId, title: words('Zingen') } });
  const draft = await http.ok('GET', `/calls/${id}`, { as: officer });
  const body = {
    ...{ lineId, title: words('Zingen'), summary: words('Steun voor koren.'), description: words('Zing mee.') },
    ...{ eligibility: words('Verenigingen.'), opensOn: shift(day, -1), opensAtClock: '09:00' },
    ...{ closesOn: shift(day, 14), closesAtClock: '12:00', envelopeCents: 10_000_000, maxAmountCents: 2_500_000 },
    ...{ maxSharePercent: 80, criteria: draft.criteria, form: draft.form, revision: draft.revision },
  };
  const { revision } = await http.ok('PUT', `/calls/${id}`, { as: officer, body });
  await http.ok('POST', `/calls/${id}/publication`, { as: officer, body: { revision } });
  return (await http.ok('GET', `/calls/${id}`, { as: officer })).number;
}

async function givenLine(http, { drafter, approver, year, decreeOn }) {
  const totalCents = 100_000_000;
  const head = { year, stage: 'provisional', totalCents, source: '', remark: null, fromVersionId: null };
  const { id, revision } = await http.ok('POST', '/plan-versions', { as: drafter, key: key(), body: head });
  const line = (code, change) => ({ lineId: null, code, label: words(code), isPm: false, legalGround: '', ...change });
  const lines = [
    line('1', { kind: 'heading', amountCents: null, beneficiaryNumber: null }),
    line('1.1', { kind: 'call-envelope', amountCents: totalCents, beneficiaryNumber: null }),
  ];
  const path = `/plan-versions/${id}`;
  const saved = await http.ok('PUT', `${path}/lines`, { as: drafter, body: { totalCents, lines, revision } });
  const submitted = await http.ok('POST', `${path}/submission`, { as: drafter, body: { revision: saved.revision } });
  const approved = await http.ok('POST', `${path}/approval`, { as: approver, body: submitted });
  const decree = { ...approved, decreeReference: 'Royal Decree 1', decreeOn };
  await http.ok('POST', `${path}/entry-into-force`, { as: approver, body: decree });
  const version = await http.ok('GET', path, { as: approver });
  return version.lines.find(({ code }) => code === '1.1').lineId;
}

function shift(day, days) {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
