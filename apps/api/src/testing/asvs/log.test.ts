import { access, calls, decisions } from '@commonlot/contracts';
import { Log } from '../../platform/log.js';
import { givenAccount, goodPassword } from '../given-access.js';
import { heardLog } from '../heard-log.js';
import { TestApi } from '../test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.start({ settings: { LOG: 'on' } });
});
afterAll(() => api.stop());

const linesOf = (log: string) =>
  log
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);

it.each([
  ['a second line', 'a\n{"level":"info","event":"forged"}'],
  ['a second line of a Mac', 'a\r{"level":"info"}'],
  ['a line separator', 'a\u2028{"event":"forged"}\u2029'],
  ['the end of the text', '"}\n{"event":"forged"}'],
  ['a colour of a terminal', '\u001b[31mred\u001b[2J'],
  ['a command of a terminal in one sign', '\u009b2J\u009d0;title\u0007'],
  ['a backspace', 'forged\b\b\b'],
  ['a null', 'a\u0000b'],
  ['a mark of direction', '\u202eforged'],
  ['half a letter', '\ud800'],
])('no text writes %s into the log', async (_what, text) => {
  const log = await heardLog(async () => {
    api.get(Log).info('tried', { text, error: undefined });
    api.get(Log).error('failed', { error: new Error(text) });
    await api.raw({
      method: 'GET',
      url: `/api/calls/${encodeURIComponent(text.toWellFormed())}`,
      headers: { 'user-agent': 'x', 'x-request-id': 'x' },
    });
  });
  expect(log.replaceAll('\n', '')).toMatch(/^[^\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/);
  expect(linesOf(log).map(({ event }) => event)).toEqual(['tried', 'failed', 'request']);
});

it('says of each sign-in that failed, and of each refused request, when it was, what was asked and by whom', async () => {
  const person = await givenAccount(api);
  const log = await heardLog(async () => {
    await api.call(access.signIn, { body: { email: person.email, password: 'wrong' } });
    await api.call(access.signIn, { body: { email: 'nobody@choir.example', password: 'wrong' } });
    await api.call(access.signIn, { body: { email: person.email, password: goodPassword } });
    await api.call(calls.listCalls);
    await api.call(decisions.listBatches, {}, { as: person });
    await api.call(access.signOut, {}, { as: person, headers: { 'sec-fetch-site': 'cross-site' } });
  });
  const lines = linesOf(log);
  for (const line of lines) expect(String(line['at'])).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  const failed = lines.filter(({ event }) => event === 'sign-in.refused');
  expect(failed).toMatchObject([{ personId: person.id }, { personId: null }]);
  const requests = lines.filter(({ event }) => event === 'request');
  expect(requests).toMatchObject([
    { method: 'POST', route: '/api/session', status: 401 },
    { method: 'POST', route: '/api/session', status: 401 },
    { method: 'POST', route: '/api/session', status: 200 },
    { method: 'GET', route: '/api/calls', status: 401 },
    { method: 'GET', route: '/api/decision-batches', status: 403, person: person.id },
  ]);
  expect(lines.filter(({ event }) => event === 'request.refused')).toMatchObject([
    { code: 'request.cross-site', method: 'DELETE', route: '/api/session' },
  ]);
});
