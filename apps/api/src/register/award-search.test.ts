import { type RequestOf, register } from '@commonlot/contracts';
import { givenOrganisation } from '../testing/given-organisations.js';
import { type GivenAward, givenAward, givenPlanRows } from '../testing/given-rows.js';
import { TestApi } from '../testing/test-api.js';
import { RefreshAward } from './index.js';

type Query = Partial<RequestOf<typeof register.listAwards>['query']>;

let api: TestApi;
const awards: Record<'choir' | 'bicycle' | 'museum' | 'quote', GivenAward> = Object.create(null);
beforeAll(async () => {
  api = await TestApi.start();
  const recent = await givenPlanRows(api, 2026);
  const earlier = await givenPlanRows(api, 2025);
  const inLiege = await givenOrganisation(api, { name: 'Académie de musique asbl', municipalityNis: '62063' });
  awards.choir = await givenAward(api, recent, {
    title: 'Un chœur à l’école/Koor 2026-2027',
    organisation: inLiege,
    amountCents: 30_000_00,
  });
  awards.bicycle = await givenAward(api, recent, {
    title: 'Fietsen voor allen',
    reason: 'Mobiliteit',
    amountCents: 20_000_00,
  });
  awards.museum = await givenAward(api, earlier, { title: 'Saint-Gilles au musée', amountCents: 25_000_00 });
  awards.quote = await givenAward(api, earlier, {
    title: `O'Brien & "Söhne" <b>100%</b> \\ _x_`,
    amountCents: 25_000_00,
  });
  for (const { decisionId } of Object.values(awards)) await api.get(RefreshAward).run(decisionId);
});
afterAll(() => api.stop());

const search = (query: Query = {}) => api.ok(register.listAwards, { query });

async function found(query: Query): Promise<string[]> {
  const { rows } = await search(query);
  return Object.entries(awards)
    .filter(([, award]) => rows.some(({ number }) => number === award.number))
    .map(([name]) => name);
}

it.each<[string, string[]]>([
  ['choeur', ['choir']],
  ['CHŒUR', ['choir']],
  ['choe', ['choir']],
  ['école koor', ['choir']],
  ['2027', ['choir']],
  ['Luik', ['choir']],
  ['LÜTTICH', ['choir']],
  ['liege aca', ['choir']],
  ['aca liege', []],
  ['liege musique acad', ['choir']],
  ['mobilitë', ['bicycle']],
  ['saint gilles', ['museum']],
  ['Saint-Gil', ['museum']],
  ['sohne o’brien', ['quote']],
  ['Brussel', ['bicycle', 'museum', 'quote']],
  ['Muziekhuis', ['choir', 'bicycle', 'museum', 'quote']],
  ['maison', ['choir', 'bicycle', 'museum', 'quote']],
  ['nothing like it', []],
])('finds by %j: %j', async (text, names) => {
  expect(await found({ search: text })).toEqual(names);
});

it('finds by the number of the award and of the organisation, with and without dots', async () => {
  const { number, organisation } = awards.choir;
  const digits = organisation.enterpriseNumber;
  expect(await found({ search: number })).toEqual(['choir']);
  expect(await found({ search: digits })).toEqual(['choir']);
  expect(await found({ search: `${digits.slice(0, 4)}.${digits.slice(4, 7)}.${digits.slice(7)}` })).toEqual(['choir']);
});

it.each([
  "'",
  "' | ''",
  'a & !b',
  ':*',
  '<->',
  "x'); DROP TABLE register.award; --",
  '\\',
  '%',
  '_',
  '"',
  '(',
  '🎻',
  '́',
])('takes the hostile text %j as words or as nothing', async (text) => {
  const answer = await search({ search: text });
  expect(answer.count).toBe(answer.rows.length);
});

it('filters by year, heading or line, region, municipality and amount, each alone and together', async () => {
  expect(await found({ year: 2025 })).toEqual(['museum', 'quote']);
  expect(await found({ line: '1' })).toHaveLength(4);
  expect(await found({ line: '1.2' })).toHaveLength(4);
  expect(await found({ line: '1.' })).toEqual([]);
  expect(await found({ line: '%' })).toEqual([]);
  expect(await found({ call: '2026-C01' })).toEqual([]);
  expect(await found({ region: 'wallonia' })).toEqual(['choir']);
  expect(await found({ municipality: '62063' })).toEqual(['choir']);
  expect(await found({ minimumCents: 25_000_00, maximumCents: 25_000_00 })).toEqual(['museum', 'quote']);
  expect(await found({ year: 2025, region: 'brussels', search: 'musee', minimumCents: 1 })).toEqual(['museum']);
});

it('counts and sums what was found, and each facet as if its own filter were not set', async () => {
  const all = await search();
  expect(all).toMatchObject({ count: 4, sumCents: 100_000_00 });
  const { facets, ...some } = await search({ year: 2026, region: 'brussels' });
  expect(some).toMatchObject({ count: 1, sumCents: 20_000_00 });
  expect(facets.years).toEqual([
    { year: 2026, count: 1 },
    { year: 2025, count: 2 },
  ]);
  expect(facets.regions).toEqual([
    { region: 'brussels', count: 1 },
    { region: 'wallonia', count: 1 },
  ]);
  expect(facets.lines).toEqual([{ code: '1.2', count: 1, label: { nl: 'Muziekhuis', fr: 'Maison de la musique' } }]);
  expect(await search({ year: 1999 })).toMatchObject({ count: 0, sumCents: 0, rows: [], next: null });
});

it.each(['newest', 'highest'] as const)('pages by key in the order %s, without a gap or a double', async (order) => {
  const whole = (await search({ order, limit: 200 })).rows.map(({ number }) => number);
  expect(whole).toHaveLength(4);
  if (order === 'highest') {
    expect(whole[0]).toBe(awards.choir.number);
    expect(whole[3]).toBe(awards.bicycle.number);
  }
  const paged: string[] = [];
  let after: string | undefined;
  do {
    const page = await search({ order, limit: 1, ...(after === undefined ? {} : { after }) });
    paged.push(...page.rows.map(({ number }) => number));
    after = page.next ?? undefined;
  } while (after !== undefined);
  expect(paged).toEqual(whole);
});

it.each([
  '',
  'x',
  '2026-01-01',
  '~',
  `2026-01-01~${'x'.repeat(150)}`,
  "1~' OR 1=1",
])('refuses the page key %j or finds nothing odd behind it', async (after) => {
  const answer = await api.call(register.listAwards, { query: { after } });
  expect([200, 400]).toContain(answer.status);
});

it('refuses amounts, years and regions that are none', async () => {
  for (const query of [
    { minimumCents: -1 },
    { year: 3 },
    { region: 'mars' },
    { limit: 0 },
    { limit: 201 },
    { order: 'random' },
  ]) {
    expect(await api.refused(register.listAwards, { query: query as object })).toMatchObject({
      code: 'request.malformed',
    });
  }
});
