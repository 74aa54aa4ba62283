import { endpoints } from '@commonlot/contracts';
import { RegisterDatabase } from '../platform/index.js';
import { givenAward, givenCallRow, givenPlanRows } from '../testing/given-rows.js';
import { TestApi } from '../testing/test-api.js';
import { RefreshAward, RefreshCall, RefreshPlan } from './index.js';

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.start();
});
afterAll(() => api.stop());

it('names no natural person, no mail address and no street in any public answer', async () => {
  const plan = await givenPlanRows(api, 2026);
  const call = await givenCallRow(api, plan, '2026-C01');
  const award = await givenAward(api, plan);
  await api.get(RefreshPlan).run(plan.versionId);
  await api.get(RefreshCall).run(call.id);
  await api.get(RefreshAward).run(award.decisionId);

  const params: Record<string, object> = {
    'register.readPublicPlan': { year: 2026 },
    'register.readPublicPlanDifference': { year: 2026 },
    'register.readAward': { number: award.number },
    'register.readPublicOrganisation': { enterpriseNumber: award.organisation.enterpriseNumber },
    'register.readPublicCall': { number: call.number },
  };
  const queries: Record<string, object> = { 'register.readPublicPlanDifference': { from: 1, to: 1 } };
  const names = (await api.sql<{ name: string }>('SELECT name FROM person')).map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining(['Odette Officer', 'Mira Minister', award.organisation.representative.name]),
  );
  const publicReads = [...endpoints].filter(
    ([, { path, method }]) => path.startsWith('/register/') && method === 'GET',
  );
  expect(publicReads).toHaveLength(9);
  for (const [name, endpoint] of publicReads) {
    const answer = await api.call(endpoint, { params: params[name] ?? {}, query: queries[name] ?? {} });
    expect([name, answer.status]).toEqual([name, 200]);
    const text = answer.raw.toString();
    expect(text.length).toBeGreaterThan(50);
    expect(text).not.toMatch(/[\w.+-]+@[\w-]+\.\w+/);
    for (const secret of [...names, 'Geheimstraat', '1234"', 'BE68']) expect(text).not.toContain(secret);
  }
});

it.each([
  'application',
  'person',
  'decision',
  'payment',
  'released_award',
  'ledger_line',
  'ledger_line_balance',
  'award_correction',
  'award_reduction',
  'repayment',
  'repayment_receipt',
  'session',
])('answers a mistaken query of the public site to %s with an error and not with rows', async (table) => {
  const database = api.get(RegisterDatabase);
  await expect(database.rows(`SELECT * FROM public.${table}`)).rejects.toMatchObject({ code: '42501' });
});

it('lets the public site write nothing, not even in its own tables', async () => {
  const database = api.get(RegisterDatabase);
  await expect(database.rows('DELETE FROM register.award')).rejects.toMatchObject({ code: '25006' });
  await expect(database.rows('SELECT 1; DELETE FROM register.award')).rejects.toMatchObject({ code: '42601' });
  const grants = await api.sql(
    `SELECT table_schema, privilege_type FROM information_schema.role_table_grants
     WHERE grantee = 'commonlot_register' AND (privilege_type <> 'SELECT' OR table_schema <> 'register')`,
  );
  expect(grants).toEqual([]);
});
