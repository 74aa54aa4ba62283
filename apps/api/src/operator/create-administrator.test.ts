import { CONFIG, type Config } from '../platform/config.js';
import { TestApi } from '../testing/test-api.js';
import { createAdministratorBy } from './create-administrator.js';

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.start();
});
afterAll(() => api.stop());

const config = () => api.get(CONFIG as never) as Config;
const administrators = () =>
  api.sql(`SELECT p.email, p.name, p.state FROM person p JOIN person_role r ON r.person_id = p.id
    WHERE r.role = 'administrator'`);

it('makes the first administrator once, with a journal entry and without a password', async () => {
  await createAdministratorBy(config(), ['first@lottery.example', ' Léa Peeters ']);
  await createAdministratorBy(config(), ['first@lottery.example', 'Somebody else']);
  expect(await administrators()).toEqual([{ email: 'first@lottery.example', name: 'Léa Peeters', state: 'active' }]);
  expect(await api.sql(`SELECT count(*)::int AS n FROM journal WHERE type = 'person.roles-set'`)).toEqual([{ n: 1 }]);
});

it.each([
  [[]],
  [['first@lottery.example']],
  [['nobody', 'Léa']],
  [['a@b.example', '  ']],
])('asks for what is missing in %j', async (words) => {
  await expect(createAdministratorBy(config(), words)).rejects.toThrow('needs an e-mail address and a name');
});
