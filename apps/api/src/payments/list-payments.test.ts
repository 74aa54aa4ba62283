import { payments } from '@commonlot/contracts';
import type { Role } from '@commonlot/domain';
import { GivenPayments } from '../testing/given-payment.js';
import { TestApi, type TestPerson } from '../testing/test-api.js';

let api: TestApi;
let given: GivenPayments;
let officer: TestPerson;
beforeAll(async () => {
  api = await TestApi.start();
  given = await GivenPayments.start(api);
  ({ officer } = given);
});
afterAll(() => api.stop());

it.each<[Role, string]>([
  ['officer', 'BE68539007547034'],
  ['controller', 'BE68539007547034'],
  ['auditor', 'BE68 •••• •••• 7034'],
])('shows the account to the %s as %s', async (role, shown) => {
  const award = await given.planned();
  expect((await given.firstOf(award, await api.person([role]))).iban).toBe(shown);
});

it('lists by state, due first, and refuses a page key that is none', async () => {
  const award = await given.planned();
  const { rows } = await api.ok(payments.listPayments, { query: { state: 'planned', limit: 200 } }, { as: officer });
  expect(rows.every(({ state }) => state === 'planned')).toBe(true);
  const days = rows.map(({ dueOn }) => dueOn ?? '9999-12-31');
  expect(days).toEqual([...days].sort());
  expect(rows.some(({ decisionId }) => decisionId === award.decisionId)).toBe(true);
  for (const after of ['x', "2026-01-01' OR 1=1", '~']) {
    expect(await api.refused(payments.listPayments, { query: { after } }, { as: officer })).toMatchObject({
      code: 'request.malformed',
    });
  }
});
