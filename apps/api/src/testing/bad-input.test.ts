import { randomUUID } from 'node:crypto';
import type { Endpoint } from '@commonlot/contracts';
import { givenEverything, type Target, writesFirst } from './given-everything.js';
import { nextEnterpriseNumber } from './given-organisations.js';
import { hostileValues, type Place, placesOf, strayFields, withAt } from './hostile.js';
import { faultOf } from './hostile-answers.js';
import { TestApi } from './test-api.js';

let api: TestApi;
let targetOf: (name: string) => Target;
beforeAll(async () => {
  api = await TestApi.start();
  targetOf = await givenEverything(api);
}, 60_000);
afterAll(() => api.stop());

const withBody = writesFirst().filter(([, endpoint]) => endpoint.method !== 'GET' && endpoint.accepts === 'json');
let turn = 0;

/** A body that would be taken now: at the revision of its record, and new where it must be. */
async function rightBody(name: string): Promise<Record<string, unknown>> {
  const { body, row } = targetOf(name);
  if (name === 'organisations.createOrganisation') return { ...body, enterpriseNumber: nextEnterpriseNumber() };
  if (name === 'access.signUp') return { ...body, email: `${randomUUID()}@example.org` };
  if (row === null || !('revision' in body)) return body;
  const [current] = await api.sql<{ revision: number }>(`SELECT revision FROM ${row.table} WHERE id = $1`, [row.id]);
  return { ...body, revision: current?.revision ?? 0 };
}

function sendBody(name: string, endpoint: Endpoint, payload: string) {
  const { as, params } = targetOf(name);
  turn += 1;
  const path = endpoint.path.replaceAll(/:([A-Za-z]+)/g, (_, parameter: string) => params[parameter] ?? '');
  return api.raw({
    method: endpoint.method,
    url: `/api${path}`,
    headers: {
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      // From another address each time: the limits on an address are not what is tried here.
      'x-forwarded-for': `10.0.${Math.floor(turn / 250)}.${turn % 250}`,
      ...(as === null ? {} : { cookie: `session=${as.token}` }),
    },
    payload,
  });
}

/**
 * Some of the values that the contract takes, others at each place, and one of those that it refuses: behind it they
 * are all the same. `undefined` stands for the field being left out.
 */
function worthSending(endpoint: Endpoint, body: object, place: Place, from: number): unknown[] {
  const fits = (value: unknown) => endpoint.body.safeParse(withAt(body, place, value)).success;
  const [accepted, refused]: [unknown[], unknown[]] = [[], []];
  for (const value of [undefined, ...hostileValues]) (fits(value) ? accepted : refused).push(value);
  return [...someOf(accepted, 3, from), ...someOf(refused, 1, from)];
}

const someOf = <T>(all: readonly T[], count: number, from: number): T[] =>
  all.length <= count ? [...all] : [...all, ...all].slice((from * count) % all.length).slice(0, count);

it('takes a right body on every endpoint, or refuses it for the state of the record', async () => {
  for (const [name, endpoint] of withBody) {
    const { body } = targetOf(name);
    expect([name, endpoint.body.safeParse(body).error?.issues ?? []]).toEqual([name, []]);
  }
});

it('stumbles over nothing in any field of any body', async () => {
  const faults: unknown[] = [];
  let place = 0;
  for (const [name, endpoint] of withBody) {
    for (const at of placesOf(targetOf(name).body)) {
      place += 1;
      for (const value of worthSending(endpoint, targetOf(name).body, at, place)) {
        const payload = JSON.stringify(withAt(await rightBody(name), at, value));
        const fault = faultOf(endpoint, await sendBody(name, endpoint, payload));
        if (fault !== null) faults.push([name, at.join('.'), JSON.stringify(value)?.slice(0, 100), fault]);
      }
    }
  }
  expect(faults).toEqual([]);
}, 60_000);

it('refuses a body that is no object', async () => {
  for (const [name, endpoint] of withBody) {
    for (const payload of ['[]', '[{}]', 'null', '"text"', '5', 'true', '[[[[[[]]]]]]']) {
      const answer = await sendBody(name, endpoint, payload);
      // A body that says nothing is as good as none, where none is needed.
      const isNone = payload === 'null' && endpoint.body.safeParse({}).success;
      const code = (answer.body as { code?: string }).code;
      expect([name, payload, code, faultOf(endpoint, answer)]).toEqual([
        name,
        payload,
        isNone ? code : 'request.malformed',
        null,
      ]);
    }
  }
});

it('refuses fields that nobody asked for, in every body', async () => {
  for (const [name, endpoint] of withBody) {
    const body = await rightBody(name);
    for (const stray of strayFields) {
      if (Object.keys(stray as object).every((field) => Object.hasOwn(body, field))) continue;
      const parts = [body, stray].map((part) => JSON.stringify(part).slice(1, -1));
      const answer = await sendBody(name, endpoint, `{${parts.filter(Boolean).join(',')}}`);
      expect([name, stray, faultOf(endpoint, answer)]).toEqual([name, stray, null]);
      expect([name, stray, answer.body]).toMatchObject([name, stray, { code: 'request.malformed' }]);
    }
  }
});
