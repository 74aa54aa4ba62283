import { TestApi } from '../testing/test-api.js';
import { AwardSums } from './award-sums.js';

let api: TestApi;
let sums: AwardSums;
beforeAll(async () => {
  api = await TestApi.start();
  sums = api.get(AwardSums);
});
afterAll(() => api.stop());

const change = () => api.sql('UPDATE register.award_change SET number = number + 1');

test('sums are made once for all who ask at once and later, and anew after each change', async () => {
  let made = 0;
  const ask = () => sums.of('all', async () => (made += 1));
  expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 1, 1]);
  expect(await ask()).toBe(1);
  expect(await sums.of('other', async () => 'another question')).toBe('another question');
  await change();
  expect(await ask()).toBe(2);
});

test('sums that failed are not kept', async () => {
  await expect(sums.of('away', () => Promise.reject(new Error('the database is away')))).rejects.toThrow('away');
  expect(await sums.of('away', async () => 'back')).toBe('back');
});

test('the questions that are kept have an end; the oldest goes first', async () => {
  await sums.of('first', async () => 1);
  for (let place = 0; place < 500; place += 1) await sums.of(`question ${place}`, async () => place);
  expect(await sums.of('first', async () => 2)).toBe(2);
  expect(await sums.of('question 499', async () => -1)).toBe(499);
});
