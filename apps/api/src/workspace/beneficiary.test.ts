import { randomUUID } from 'node:crypto';
import { ledger, workspace } from '@commonlot/contracts';
import { localDate } from '@commonlot/domain';
import { givenDraftBatch, givenSignedBatch } from '../testing/given-decision.js';
import { givenOrganisation } from '../testing/given-organisations.js';
import { givenRankedCall } from '../testing/given-review.js';
import { type GivenAward, type GivenRows, givenAward, givenPlanRows, post, takeBack } from '../testing/given-rows.js';
import { TestApi, type TestPerson } from '../testing/test-api.js';

let api: TestApi;
let plan: GivenRows;
let auditor: TestPerson;
beforeAll(async () => {
  api = await TestApi.start();
  plan = await givenPlanRows(api, 2026);
  auditor = await api.person(['auditor']);
});
/** Nobody ordered the payments of these tests: the money goes back the way it came. */
afterAll(async () => {
  for (const award of paid) await pay(award, 'return');
  const ids = [...paid, ...returned].map(({ decisionId }) => decisionId);
  await api.sql('UPDATE decision SET lapsed_at = now() WHERE id = ANY ($1)', [ids]);
  await api.stop();
});

const paid: GivenAward[] = [];
const returned: GivenAward[] = [];
const pay = ({ decisionId, amountCents }: GivenAward, cause: 'pay' | 'return' = 'pay') =>
  post(api, { cause, lineId: plan.directLineId, amountCents, subjectType: 'decision', subjectId: decisionId });
async function givenPaidAward(change: Parameters<typeof givenAward>[2]): Promise<GivenAward> {
  const award = await givenAward(api, plan, change);
  await pay(award);
  paid.push(award);
  return award;
}

const statement = (organisationId: string, as = auditor, on?: string) =>
  api.ok(
    workspace.readBeneficiaryStatement,
    { params: { organisationId }, query: on === undefined ? {} : { on: localDate(on) } },
    { as },
  );
const entries = (organisationId: string, query = {}, as = auditor) =>
  api.ok(workspace.listBeneficiaryEntries, { params: { organisationId }, query }, { as });

test('what was awarded, reduced, paid and paid back stands by year and line, newest year first', async () => {
  const organisation = await givenOrganisation(api);
  const next = await givenPlanRows(api, 2027);
  await givenPaidAward({ organisation, amountCents: 100 });
  const back = await givenAward(api, plan, { organisation, amountCents: 30 });
  await pay(back);
  await pay(back, 'return');
  returned.push(back);
  await takeBack(api, plan, await givenAward(api, plan, { organisation, amountCents: 7, isReleased: false }));
  await givenAward(api, next, { organisation, amountCents: 50 });

  const { rows, total, on, organisation: named } = await statement(organisation.id);
  expect(named).toEqual({
    id: organisation.id,
    enterpriseNumber: organisation.enterpriseNumber,
    name: organisation.name,
  });
  expect(on).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  const line = { code: '1.2', label: { nl: 'Muziekhuis', fr: 'Maison de la musique' } };
  expect(rows).toEqual([
    {
      ...{ ...line, year: 2027, lineId: next.directLineId, awards: 1 },
      ...{ awardedCents: 50, reducedCents: 0, paidCents: 0, returnedCents: 0, openCents: 50 },
    },
    {
      ...{ ...line, year: 2026, lineId: plan.directLineId, awards: 3 },
      ...{ awardedCents: 137, reducedCents: 7, paidCents: 130, returnedCents: 30, openCents: 0 },
    },
  ]);
  expect(total).toEqual({ awardedCents: 187, reducedCents: 7, paidCents: 130, returnedCents: 30, openCents: 50 });
});

test('the statement of a day before the first award is empty, and so are its entries', async () => {
  const { organisation } = await givenAward(api, plan);
  const { rows, total, on } = await statement(organisation.id, auditor, '2020-01-01');
  expect({ rows, on, awarded: total.awardedCents }).toEqual({ rows: [], on: '2020-01-01', awarded: 0 });
  expect((await entries(organisation.id, { on: '2020-01-01' })).rows).toEqual([]);
});

test('an organisation that got nothing has an empty statement; one that is not there has none', async () => {
  const { id } = await givenOrganisation(api);
  expect((await statement(id)).rows).toEqual([]);
  const nobody = { params: { organisationId: randomUUID() } };
  for (const endpoint of [workspace.readBeneficiaryStatement, workspace.listBeneficiaryEntries]) {
    expect(await api.refused(endpoint, nobody, { as: auditor })).toMatchObject({ code: 'record.missing' });
  }
});

test('entries come newest first, page by page, of all lines or of one, with the file they are about', async () => {
  const organisation = await givenOrganisation(api);
  const award = await givenPaidAward({ organisation, amountCents: 40, title: 'Une fête' });
  const first = await entries(organisation.id, { limit: 1 });
  expect(first.rows).toEqual([
    expect.objectContaining({
      cause: 'pay',
      amountCents: 40,
      year: 2026,
      code: '1.2',
      decisionId: award.decisionId,
      decisionNumber: award.number,
      title: 'Une fête',
      titleLanguage: 'fr',
    }),
  ]);
  const second = await entries(organisation.id, { limit: 1, after: first.next });
  expect(second).toMatchObject({ rows: [{ cause: 'commit' }], next: null });
  expect((await entries(organisation.id, { lineId: plan.directLineId })).rows).toHaveLength(2);
  expect((await entries(organisation.id, { lineId: plan.callLineId })).rows).toEqual([]);
  const broken = { params: { organisationId: organisation.id }, query: { after: 'x' } };
  expect(await api.refused(workspace.listBeneficiaryEntries, broken, { as: auditor })).toMatchObject({
    code: 'request.malformed',
  });
});

test('all statements of organisations together are what the lines have committed and paid', async () => {
  const organisations = await api.sql<{ id: string }>('SELECT id FROM organisation');
  const all = await Promise.all(organisations.map(({ id }) => statement(id)));
  const rows = all.flatMap((each) => each.rows).filter(({ lineId }) => lineId === plan.directLineId);
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0);
  const figures = await api.ok(ledger.readLineFigures, { params: { lineId: plan.directLineId } }, { as: auditor });
  expect(sum((row) => row.paidCents - row.returnedCents)).toBe(figures.paidCents);
  expect(sum((row) => row.awardedCents - row.reducedCents - row.returnedCents)).toBe(figures.committedCents);
});

test('who acts for the organisation sees here what is public, whatever else the office lets that person see', async () => {
  const officer = await api.person(['officer']);
  const organisation = await givenOrganisation(api, { representative: officer });
  await givenAward(api, plan, { organisation, amountCents: 10 });
  await givenAward(api, plan, { organisation, amountCents: 20, isReleased: false });
  expect((await statement(organisation.id, officer)).total.awardedCents).toBe(10);
  expect((await entries(organisation.id, {}, officer)).rows.map((row) => row.amountCents)).toEqual([10]);
  expect((await statement(organisation.id)).total.awardedCents).toBe(30);
});

test('who declared a conflict of interest sees nothing of that file before its release', async () => {
  const own = { api, auditor };
  api = await TestApi.start();
  auditor = await api.person(['auditor']);
  try {
    await conflictIsHidden();
  } finally {
    await api.stop();
    ({ api, auditor } = own);
  }
});

/** In a database of its own: a ranked call brings its plan of the same year. */
async function conflictIsHidden(): Promise<void> {
  const ranked = await givenRankedCall(api, { files: 1 });
  const officer = await api.person(['officer']);
  const draft = await givenDraftBatch(api, officer, { callId: ranked.call.id, directFileIds: [] });
  await givenSignedBatch(api, draft);
  const applicationId = draft.decisions[0]?.applicationId ?? '';
  const [{ id: organisationId } = { id: '' }] = await api.sql<{ id: string }>(
    'SELECT organisation_id AS id FROM application WHERE id = $1',
    [applicationId],
  );
  const recused = await api.person(['minister']);
  await api.sql(
    `INSERT INTO review_assignment (id, application_id, reviewer_id, state, assigned_by)
     VALUES (gen_random_uuid(), $1, $2, 'assigned', $3)`,
    [applicationId, recused.id, officer.id],
  );
  await api.sql(
    `UPDATE review_assignment SET state = 'conflicted', conflict_kind = 'board', declared_at = now()
     WHERE application_id = $1 AND reviewer_id = $2`,
    [applicationId, recused.id],
  );
  expect((await statement(organisationId)).total.awardedCents).toBeGreaterThan(0);
  expect((await statement(organisationId, recused)).rows).toEqual([]);
  expect((await entries(organisationId, {}, recused)).rows).toEqual([]);
}
