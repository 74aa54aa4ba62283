import { placesOf, sampleOf } from '../hostile.js';
import { TestApi } from '../test-api.js';
import { type AllowedRequest, allowedRequests } from './allowed-requests.js';
import { Rehearsal } from './rehearsal.js';
import { Requests } from './requests.js';
import { routeOf } from './rows.js';
import { givenMatrixWorld } from './world.js';

let api: TestApi;
let requests: Requests;
let rehearsal: Rehearsal;
let changes: AllowedRequest[];
let columns: Map<string, string[]>;
beforeAll(async () => {
  api = await TestApi.start();
  const world = await givenMatrixWorld(api);
  requests = new Requests(api, world);
  rehearsal = new Rehearsal(api);
  changes = await allowedRequests(world, requests);
  const found = await api.sql<{ table: string; names: string[] }>(
    `SELECT table_name AS "table", array_agg(column_name::text) AS names FROM information_schema.columns
     WHERE table_schema = 'public' GROUP BY 1`,
  );
  columns = new Map(found.map(({ table, names }) => [table, names]));
}, 60_000);
afterAll(() => api.stop());

const camelCase = (column: string) => column.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** What attackers add to any form, whatever the tables are called. */
const wishes = [
  ...['id', 'state', 'role', 'roles', 'permissions', 'isAdmin', 'isAdministrator', 'admin', 'ownerId', 'owner_id'],
  ...['userId', 'personId', 'organisationId', 'actorId', 'createdAt', 'now', 'score', 'scores', 'amountCents', 'total'],
  ...['releasedState', 'released_state', 'isVerified', 'verified', 'approvedBy', 'signedBy', 'scanState', 'nonsense'],
  ...['constructor', 'prototype', 'toString', 'hasOwnProperty', 'length', '$where', '$set', '$ne', '_method', 'query'],
];

/** Tables that every change writes: what stands in them comes from no body. */
const machinery: readonly string[] = ['journal', 'idempotency', 'outgoing_mail', 'notice'];

/** A value that would do harm where the field were taken. */
const harm = (field: string): unknown => {
  if (/roles|permissions/i.test(field)) return ['administrator'];
  if (/^is|verified|admin/i.test(field)) return true;
  if (/state/i.test(field)) return 'awarded';
  if (/at$|_at|on$|_on/i.test(field)) return '2020-01-01T00:00:00Z';
  return /cents|score|total|position|revision/i.test(field) ? 1 : '00000000-0000-4000-8000-000000000000';
};

/** Sends a body as text, so that names of every kind arrive as they are; returns the code, and what would change. */
async function sendBody({ asked, as }: AllowedRequest, body: string) {
  const path = asked.endpoint.path.replaceAll(/:([A-Za-z]+)/g, (_, name: string) => asked.params[name] ?? '');
  const query = new URLSearchParams(
    Object.entries(asked.query).map(([name, value]): [string, string] => [name, String(value)]),
  );
  const headers = {
    'content-type': 'application/json',
    'idempotency-key': '00000000-0000-4000-8000-00000000beef',
    'x-forwarded-for': '2001:db8::1',
    ...(as === null ? {} : { cookie: `session=${as.token}` }),
  };
  const { method, status } = asked.endpoint;
  const url = `/api${path}${query.size === 0 ? '' : `?${query}`}`;
  const { answer, changes } = await rehearsal.of(() => api.raw({ method, url, headers, payload: body }));
  const { code = `status ${answer.status}` } = (answer.body ?? {}) as { code?: string };
  return { code: answer.status === status ? 'ok' : code, changes };
}

const withField = (body: object, field: string, value: unknown) => {
  const rest = JSON.stringify(body).slice(1, -1);
  return `{${rest}${rest === '' ? '' : ','}${JSON.stringify(field)}:${JSON.stringify(value)}}`;
};

const jsonOnes = () => changes.filter(({ asked }) => asked.endpoint.accepts === 'json');

it('refuses every column of every table that a route writes, and all that attackers wish for, in each body', async () => {
  const taken: unknown[] = [];
  let tried = 0;
  for (const request of jsonOnes()) {
    const { body } = request.asked;
    const plain = await sendBody(request, JSON.stringify(body));
    if (request.isTaken && plain.code !== 'ok') taken.push([request.name, 'a good body', plain.code]);
    const written = plain.changes
      .filter((table) => !machinery.includes(table))
      .flatMap((table) => columns.get(table) ?? []);
    const fields = new Set(
      [...wishes, ...written, ...written.map(camelCase)].filter((field) => !Object.hasOwn(body, field)),
    );
    for (const field of fields) {
      tried += 1;
      const { code, changes } = await sendBody(request, withField(body, field, harm(field)));
      if (code !== 'request.malformed' || changes.length > 0) taken.push([request.name, field, code, changes]);
    }
  }
  expect(taken).toEqual([]);
  expect(tried).toBeGreaterThan(1500);
}, 120_000);

it('refuses a prototype, spelled in every way, in each body', async () => {
  const taken: unknown[] = [];
  for (const request of jsonOnes()) {
    for (const name of ['"__proto__"', '"\\u005f_proto__"', '"__pro\\u0074o__"', '"constructor"']) {
      const rest = JSON.stringify(request.asked.body).slice(1, -1);
      const body = `{${name}:{"prototype":{"roles":["administrator"]},"isTaken":true}${rest === '' ? '' : `,${rest}`}}`;
      const { code, changes } = await sendBody(request, body);
      if (code !== 'request.malformed' || changes.length > 0) taken.push([request.name, name, code, changes]);
    }
  }
  expect(taken).toEqual([]);
  expect(({} as { isTaken?: boolean }).isTaken).toBeUndefined();
});

it('takes no column deeper in a body: it is refused or dropped before anything sees it', () => {
  const all = [...new Set([...columns.values()].flat().flatMap((column) => [column, camelCase(column)])), ...wishes];
  const taken: unknown[] = [];
  for (const { name, asked } of jsonOnes()) {
    const { body: contract } = asked.endpoint;
    const plain = JSON.stringify(contract.parse(asked.body));
    const objects = placesOf(asked.body).filter((place) => isObject(at(asked.body, place)));
    for (const place of objects) {
      // With the fields that the contract fills in where they are left out.
      const known = { ...(at(asked.body, place) as object), ...(at(contract.parse(asked.body), place) as object) };
      const strange = all.filter((field) => !Object.hasOwn(known, field));
      const withAll = contract.safeParse(withFields(asked.body, place, strange));
      const refused = new Set(withAll.error?.issues.flatMap((issue) => ('keys' in issue ? issue.keys : [])));
      if (withAll.success && JSON.stringify(withAll.data) === plain) continue;
      for (const field of strange.filter((each) => !refused.has(each))) {
        const parsed = contract.safeParse(withFields(asked.body, place, [field]));
        if (parsed.success && JSON.stringify(parsed.data) !== plain) taken.push([name, place.join('.'), field]);
      }
    }
  }
  // Answers and reasons are open by the name of their question: what is no question is refused behind the contract.
  const open = new Set(taken.map((each) => (each as string[]).slice(0, 2).join(' ')));
  expect([...open].sort()).toEqual(['applications.saveDraft answers', 'decisions.saveDecision criterionReasons']);
});

/**
 * Every field of a body that names a record, a person, a state, a role, an amount, a score or a time: written by hand,
 * so that a contract that takes one more is noticed by somebody.
 */
const delicate = /^(?:id|is[A-Z].*|.*(?:Id|Ids|At|On|By|Cents|[sS]tate|[rR]oles?|[sS]cores?|[oO]utcome|[pP]ercent))$/;
const taken: Readonly<Record<string, string>> = {
  'access.setRoles': 'roles',
  'access.setSuspension': 'isSuspended',
  'organisations.addMember': 'role',
  'organisations.answerInvitation': 'isAccepted',
  'organisations.judgeBankAccount': 'isVerified',
  'organisations.setMember': 'role',
  'plan.changePlanComment': 'mentionIds',
  'plan.createPlanComment': 'lineId mentionIds',
  'plan.createPlanVersion': 'fromVersionId totalCents',
  'plan.enterPlanVersionIntoForce': 'decreeOn',
  'plan.recordPlanStep': 'doneOn',
  'plan.savePlanLines': 'amountCents askedOn givenOn isExtraSupport isPm lineId predecessorIds totalCents',
  'calls.createCall': 'lineId',
  'calls.saveCall': 'closesOn envelopeCents id lineId maxAmountCents maxScore maxSharePercent opensOn',
  'applications.startApplication': 'organisationId',
  'reviews.assignReviewers': 'applicationId dueAt reviewerId',
  'reviews.saveReview': 'score scores',
  'decisions.createBatch': 'callId directFileIds',
  'decisions.createDirectFile': 'lineId organisationId requestedCents',
  'decisions.saveDecision': 'amountCents dueOn outcome percent',
  'decisions.saveDirectFile': 'lineId organisationId requestedCents',
  'ledger.prepareYearClosing': 'amountCents lineId toLineId',
  'ledger.proposeOverrun': 'amountCents',
  'payments.askRepayment': 'amountCents dueOn',
  'payments.confirmBankStatement': 'sumCents',
  'payments.confirmPayment': 'paidOn',
  'payments.explainBankDifference': 'subjectId',
  'payments.proposeReduction': 'amountCents',
  'payments.recordReceipt': 'amountCents receivedOn',
};

it('takes these delicate fields and no other', () => {
  const found = jsonOnes().flatMap(({ asked, name }) => {
    const names = placesOf(sampleOf(asked.endpoint.body)).map((place) => String(place.at(-1)));
    const those = [...new Set(names.filter((each) => delicate.test(each)))].sort().join(' ');
    return those === '' ? [] : [[routeOf(name), those] as const];
  });
  expect(Object.fromEntries(found)).toEqual(taken);
});

it('refuses what is no question, no criterion, in the bodies that are open by name', async () => {
  const outcomes: unknown[] = [];
  for (const [name, field, value] of [
    ['applications.saveDraft', 'answers', 'awarded'],
    ['reviews.saveReview', 'scores', { score: 1, comment: '' }],
    ['decisions.saveDecision', 'criterionReasons', 'awarded'],
  ] as const) {
    const request = changes.find((each) => each.name === name);
    if (request === undefined) throw new Error(`No request ${name}.`);
    const inner = { ...(request.asked.body[field] as object), state: value };
    outcomes.push([name, await sendBody(request, JSON.stringify({ ...request.asked.body, [field]: inner }))]);
  }
  expect(outcomes).toEqual([
    ['applications.saveDraft', { code: 'application.answers-invalid', changes: [] }],
    ['reviews.saveReview', { code: 'review.invalid', changes: [] }],
    ['decisions.saveDecision', { code: 'decision.invalid', changes: [] }],
  ]);
});

it('refuses a body where none belongs, and every wish in the query of every change', async () => {
  const taken: unknown[] = [];
  for (const request of changes) {
    for (const wish of wishes) {
      const asked = { ...request.asked, query: { ...request.asked.query, [wish]: String(harm(wish)) } };
      if (Object.hasOwn(request.asked.query, wish)) continue;
      const { answer, changes: changed } = await rehearsal.of(() => requests.send(asked, request.as));
      const { code } = (answer.body ?? {}) as { code?: string };
      if (code !== 'request.malformed' || changed.length > 0) taken.push([request.name, wish, code]);
    }
  }
  expect(taken).toEqual([]);
});

/** A copy of the body with these fields in the object at this place. */
function withFields(body: object, place: Path, fields: readonly string[]): object {
  const copy = structuredClone(body);
  Object.assign(at(copy, place) as object, Object.fromEntries(fields.map((field) => [field, harm(field)])));
  return copy;
}

type Path = readonly (string | number)[];
const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);
function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, step) => (inner as Record<string | number, unknown>)[step], value);
}
