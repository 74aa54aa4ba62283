import { type Endpoint, endpoints } from '@commonlot/contracts';
import { givenEverything, type Target } from './given-everything.js';
import { type Place, placesOf, scriptText, withAt } from './hostile.js';
import { TestApi } from './test-api.js';

let api: TestApi;
let targetOf: (name: string) => Target;
beforeAll(async () => {
  api = await TestApi.start();
  targetOf = await givenEverything(api);
}, 60_000);
afterAll(() => api.stop());

const named = (name: string): Endpoint => {
  const endpoint = endpoints.get(name);
  if (endpoint === undefined) throw new Error(`No endpoint ${name}.`);
  return endpoint;
};
const valueAt = (value: unknown, place: Place): unknown =>
  place.reduce<unknown>((inner, step) => (inner as Record<string | number, unknown> | null)?.[step], value);

/** Texts that mean something to a page, a formula, a template or a statement, and to nobody here. */
const texts = [
  scriptText,
  `'; DELETE FROM person; -- \\' OR 1=1`,
  '<b onmouseover=alert(1)>é</b> &lt;&amp;#39; \u00abŒuvre\u00bb ĳ 🎺 עברית',
  'javascript:alert(1) \\u0000 %0d%0aX: y #{1} <%= 1 %>',
];

/** Where a text of a write stands in what is read back afterwards; elsewhere it is the same place. */
const reads: readonly (readonly [write: string, read: string])[] = [
  ['organisations.updateOrganisation', 'organisations.readOrganisation'],
  ['plan.savePlanLines', 'plan.readPlanVersion'],
  ['calls.saveCall', 'calls.readCall'],
  ['applications.saveDraft', 'applications.readOwnApplication'],
  ['reviews.saveReview', 'reviews.readAssignment'],
  ['decisions.saveDecision', 'decisions.readDecision'],
  ['decisions.saveDirectFile', 'decisions.readDirectFile'],
];

it.each(reads)('%s keeps markup, formulas and statements as they were typed', async (write, read) => {
  const { as, params, body, row } = targetOf(write);
  const endpoint = named(write);
  const fields = placesOf(body).filter((place) => {
    const isText = typeof valueAt(body, place) === 'string' || valueAt(body, place) === null;
    return isText && endpoint.body.safeParse(withAt(body, place, scriptText)).success;
  });
  expect(fields.length).toBeGreaterThan(1);
  for (const text of texts) {
    const [{ revision = 0 } = {}] = await api.sql<{ revision: number }>(
      `SELECT revision FROM ${row?.table} WHERE id = $1`,
      [row?.id],
    );
    const typed = fields.reduce<unknown>((now, place) => withAt(now, place, text), { ...body, revision });
    await api.ok(endpoint, { params, body: typed as never }, { as });
    const kept = await api.ok(named(read), { params }, { as });
    expect(fields.map((place) => [place.join('.'), valueAt(kept, place)])).toEqual(
      fields.map((place) => [place.join('.'), text]),
    );
  }
});

it('keeps names and hands them out as JSON that no browser takes for a page', async () => {
  for (const name of texts) {
    const { as } = targetOf('access.savePreferences');
    await api.ok(named('access.savePreferences'), { body: { name, screenLanguage: 'nl' } as never }, { as });
    const answer = await api.call(named('access.readSession'), {}, { as });
    expect(answer.body).toMatchObject({ person: { name } });
    expect(answer.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
  }
});
