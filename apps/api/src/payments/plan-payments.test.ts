import { randomUUID } from 'node:crypto';
import { GivenPayments } from '../testing/given-payment.js';
import { givenAward, takeBack } from '../testing/given-rows.js';
import { TestApi } from '../testing/test-api.js';
import { PlanPayments } from './index.js';

let api: TestApi;
let given: GivenPayments;
beforeAll(async () => {
  api = await TestApi.start();
  given = await GivenPayments.start(api);
});
afterAll(() => api.stop());

it('plans the instalments of the act, to the cent, and only once', async () => {
  const award = await given.planned();
  await Promise.all([1, 2, 3].map(() => api.get(PlanPayments).run(award.decisionId)));
  const planned = await given.of(award);
  expect(
    planned.map((row) => [row.number, row.instalment, row.amountCents, row.dueOn, row.condition, row.state]),
  ).toEqual([
    [`${award.number}-P1`, 1, 800_001, '2020-03-01', 'Signature', 'planned'],
    [`${award.number}-P2`, 2, 200_000, null, 'Preuve', 'planned'],
  ]);
});

it('plans nothing for a decision that lapsed, and nothing of nothing', async () => {
  const gone = await givenAward(api, given.plan);
  await takeBack(api, given.plan, gone);
  await api.get(PlanPayments).run(gone.decisionId);
  expect(await given.of(gone)).toEqual([]);
  const cent = await given.planned({ amountCents: 1, percents: [50, 50] });
  expect((await given.of(cent)).map(({ amountCents }) => amountCents)).toEqual([1]);
  await api.get(PlanPayments).run(randomUUID());
});
