import { register } from '@commonlot/contracts';
import { Clock } from '../platform/index.js';
import { type GivenRows, givenAward, givenCallRow, givenPlanRows, release, takeBack } from '../testing/given-rows.js';
import { TestApi } from '../testing/test-api.js';
import { RefreshAward, RefreshCall, RefreshOrganisation, RefreshPlan } from './index.js';

const day = 86_400_000;
const missing = expect.objectContaining({ code: 'record.missing', status: 404 });

let api: TestApi;
let plan: GivenRows;
beforeAll(async () => {
  api = await TestApi.start();
  plan = await givenPlanRows(api, 2026);
  await api.get(RefreshPlan).run(plan.versionId);
});
afterEach(() => api.get(Clock).set(null));
afterAll(() => api.stop());

/** An award whose jobs have run. */
async function shownAward(change: Parameters<typeof givenAward>[2] = {}) {
  const award = await givenAward(api, plan, change);
  await api.get(RefreshAward).run(award.decisionId);
  return award;
}

const readAward = (number: string) => api.ok(register.readAward, { params: { number } });
const readOrganisation = (enterpriseNumber: string) =>
  api.ok(register.readPublicOrganisation, { params: { enterpriseNumber } });

it('shows the plan in force, its headings as the sums of what was announced and released', async () => {
  const other = await givenPlanRows(api, 2030);
  await givenCallRow(api, other, '2030-C01');
  const award = await givenAward(api, other, { amountCents: 10_000_00 });
  await givenAward(api, other, { amountCents: 70_000_00, isReleased: false });
  await api.get(RefreshPlan).run(award.batchId);

  const shown = await api.ok(register.readPublicPlan, { params: { year: 2030 } });
  expect(shown).toMatchObject({ year: 2030, number: 1, stage: 'provisional', totalCents: 1_000_000_00 });
  expect(shown.years).toEqual(expect.arrayContaining([2026, 2030]));
  expect(shown.versions).toEqual([expect.objectContaining({ number: 1, isCurrent: true })]);
  const lines = shown.lines.map(
    ({ code, amountCents, subtotalCents, reservedCents, awardedCents, paidCents, awards }) => [
      code,
      amountCents,
      subtotalCents,
      reservedCents,
      awardedCents,
      paidCents,
      awards,
    ],
  );
  expect(lines).toEqual([
    ['1', null, 1_000_000_00, 100_000_00, 10_000_00, 0, 1],
    ['1.1', 600_000_00, 600_000_00, 100_000_00, 0, 0, 0],
    ['1.2', 400_000_00, 400_000_00, 0, 10_000_00, 0, 1],
    ['2', null, 0, 0, 0, 0, 0],
  ]);
});

it('knows no plan of another year and no version that was never in force', async () => {
  expect(await api.refused(register.readPublicPlan, { params: { year: 1995 } })).toEqual(missing);
  expect(await api.refused(register.readPublicPlan, { params: { year: 2026 }, query: { version: 2 } })).toEqual(
    missing,
  );
});

it('keeps a version readable that is no longer in force', async () => {
  const old = await givenPlanRows(api, 2024);
  await api.sql(`UPDATE plan_version SET state = 'superseded' WHERE id = $1`, [old.versionId]);
  await api.get(RefreshPlan).run(old.versionId);
  const shown = await api.ok(register.readPublicPlan, { params: { year: 2024 }, query: { version: 1 } });
  expect(shown).toMatchObject({ number: 1, versions: [{ number: 1, isCurrent: false }] });
  expect(await api.refused(register.readPublicPlan, { params: { year: 2024 } })).toEqual(missing);
});

it('shows a released award with its reason', async () => {
  const award = await shownAward({ title: 'Le chœur d’Été' });
  expect(await readAward(award.number)).toMatchObject({
    title: 'Le chœur d’Été',
    language: 'fr',
    organisationName: award.organisation.name,
    amountCents: 10_000_00,
    paidCents: 0,
    lineCode: '1.2',
    lineId: plan.directLineId,
    municipalityNis: '21004',
    region: 'brussels',
    callNumber: null,
    callTitle: null,
    year: 2026,
    reason: 'Une chorale ouverte à tous.',
    corrections: [],
    otherAwards: [],
  });
});

it('says nothing of an award that is signed and not released', async () => {
  const before = await api.ok(register.listAwards);
  const signed = await shownAward({ isReleased: false, amountCents: 77_000_00 });
  const { enterpriseNumber } = signed.organisation;
  expect(await api.refused(register.readAward, { params: { number: signed.number } })).toEqual(missing);
  expect(await api.refused(register.readPublicOrganisation, { params: { enterpriseNumber } })).toEqual(missing);
  expect(await api.ok(register.listAwards)).toEqual(before);
});

it('shows an award once it is released, however often and in whatever order the jobs run', async () => {
  const award = await shownAward({ amountCents: 10_000_00 });
  const { organisation } = award;
  const late = await givenAward(api, plan, { isReleased: false, organisation, amountCents: 5_000_00 });
  await release(api, late);
  await Promise.all([
    ...[late, award, late].map(({ decisionId }) => api.get(RefreshAward).run(decisionId)),
    ...[late, award, late].map(() => api.get(RefreshOrganisation).run(organisation.id)),
    api.get(RefreshPlan).run(late.decisionId),
    api.get(RefreshPlan).run(late.batchId),
  ]);
  const shown = await readOrganisation(organisation.enterpriseNumber);
  expect(shown).toMatchObject({ name: organisation.name, awardedCents: 15_000_00, paidCents: 0 });
  expect(shown.awards.map(({ number }) => number).sort()).toEqual([award.number, late.number].sort());
  expect((await readAward(award.number)).otherAwards.map(({ number }) => number)).toEqual([late.number]);
});

it('gives an award the new name of its organisation', async () => {
  const { number, organisation } = await shownAward();
  await api.sql(`UPDATE organisation SET name = 'Nieuwe naam vzw' WHERE id = $1`, [organisation.id]);
  await api.get(RefreshOrganisation).run(organisation.id);
  expect(await readAward(number)).toMatchObject({ organisationName: 'Nieuwe naam vzw' });
  expect((await api.ok(register.listAwards, { query: { search: 'nieuwe naam' } })).count).toBe(1);
});

it('lets go of an award that lapsed', async () => {
  const gone = await shownAward();
  await readAward(gone.number);
  await takeBack(api, plan, gone);
  await api.get(RefreshAward).run(gone.decisionId);
  const { enterpriseNumber } = gone.organisation;
  expect(await api.refused(register.readAward, { params: { number: gone.number } })).toEqual(missing);
  expect(await api.refused(register.readPublicOrganisation, { params: { enterpriseNumber } })).toEqual(missing);
});

it('shows a published call in its phase of the moment, without counts before its decisions are released', async () => {
  const call = await givenCallRow(api, plan, '2026-C01');
  await api.get(RefreshCall).run(call.id);
  const shown = await api.ok(register.readPublicCall, { params: { number: call.number } });
  expect(shown).toMatchObject({ number: '2026-C01', phase: 'open', lineCode: '1.1', envelopeCents: 100_000_00 });
  expect(shown).toMatchObject({
    filed: null,
    admissible: null,
    awarded: null,
    awardedCents: null,
    form: { sections: [] },
  });
  const phase = async () => {
    const { rows } = await api.ok(register.listPublicCalls);
    return rows.find(({ number }) => number === call.number)?.phase;
  };
  const isOnFirstPage = async () =>
    (await api.ok(register.readHome)).openCalls.some(({ number }) => number === call.number);
  expect([await phase(), await isOnFirstPage()]).toEqual(['open', true]);
  api.get(Clock).set(new Date(Date.now() - 2 * day));
  expect([await phase(), await isOnFirstPage()]).toEqual(['announced', false]);
  api.get(Clock).set(new Date(Date.now() + 11 * day));
  expect([await phase(), await isOnFirstPage()]).toEqual(['closed', false]);
});

it('shows no call that is a draft', async () => {
  const { id } = await givenCallRow(api, plan, '2026-C70');
  const [draft] = await api.sql<{ id: string }>(
    `INSERT INTO call (id, number, line_id, state, title, summary, description, eligibility, form, drafted_by)
     SELECT gen_random_uuid(), '2026-C77', line_id, 'draft', title, summary, description, eligibility, form, drafted_by
     FROM call WHERE id = $1 RETURNING id`,
    [id],
  );
  await api.get(RefreshCall).run(draft?.id ?? '');
  expect(await api.refused(register.readPublicCall, { params: { number: '2026-C77' } })).toEqual(missing);
});

it('answers the first page with the plan of this year and sums that agree with the search', async () => {
  await shownAward();
  const home = await api.ok(register.readHome);
  const all = await api.ok(register.listAwards, { query: { limit: 200 } });
  expect(home.plan).toMatchObject({ year: 2026 });
  expect(home.figures).toMatchObject({ awards: all.count, awardedCents: all.sumCents });
  expect(home.figures.organisations).toBe(new Set(all.rows.map((row) => row.enterpriseNumber)).size);
  expect(home.latestAwards).toEqual(all.rows.slice(0, 6));
});

it('refuses what is no year, no enterprise number and no known filter', async () => {
  const malformed = expect.objectContaining({ code: 'request.malformed', status: 400 });
  expect(await api.refused(register.readPublicPlan, { params: { year: 'x' as unknown as number } })).toEqual(malformed);
  expect(await api.refused(register.readPublicOrganisation, { params: { enterpriseNumber: '1; DROP' } })).toEqual(
    malformed,
  );
  expect(await api.refused(register.listAwards, { query: { sort: 'x' } as object })).toEqual(malformed);
});

it('answers 304 to a cache that holds the same answer, and the new one after a change', async () => {
  const { number, organisation, decisionId } = await shownAward();
  const ask = (asked: string, headers: Record<string, string> = {}) =>
    api.call(register.readAward, { params: { number: asked } }, { headers });
  const first = await ask(number);
  const tag = String(first.headers['etag']);
  expect(tag).toMatch(/^W\/"[\w-]{27}"$/);
  expect(first.headers['cache-control']).toBe('public, no-cache');
  for (const known of [tag, tag.slice(2), `"other", ${tag}`, '*']) {
    const again = await ask(number, { 'if-none-match': known });
    expect([again.status, again.raw.length, again.headers['etag']]).toEqual([304, 0, tag]);
  }
  await api.sql(`UPDATE organisation SET name = 'Anders' WHERE id = $1`, [organisation.id]);
  await api.get(RefreshAward).run(decisionId);
  const changed = await ask(number, { 'if-none-match': tag });
  expect([changed.status, changed.headers['etag'] === tag]).toEqual([200, false]);
  const refused = await ask('none', { 'if-none-match': '*' });
  expect([refused.status, refused.headers['etag'], refused.headers['cache-control']]).toEqual([
    404,
    undefined,
    'no-store',
  ]);
});
