import { endpoints } from '@commonlot/contracts';
import { TestApi } from '../test-api.js';
import { type AllowedRequest, allowedRequests } from './allowed-requests.js';
import { Rehearsal } from './rehearsal.js';
import { Requests } from './requests.js';
import { givenMatrixWorld, type MatrixWorld } from './world.js';

let api: TestApi;
let world: MatrixWorld;
let requests: Requests;
let rehearsal: Rehearsal;
let changes: AllowedRequest[];
beforeAll(async () => {
  api = await TestApi.start({ settings: { PUBLIC_URL: 'http://commonlot.example' } });
  world = await givenMatrixWorld(api);
  requests = new Requests(api, world);
  rehearsal = new Rehearsal(api);
  changes = await allowedRequests(world, requests);
}, 60_000);
afterAll(() => api.stop());

/** What comes of a request that would be taken, sent with these headers; and what it would have changed. */
async function outcome({ asked, as }: AllowedRequest, headers: Record<string, string>) {
  const call = () => requests.send(asked, as, { host: 'commonlot.example', ...headers });
  const { answer, changes: changed } = await rehearsal.of(call);
  const { code = 'ok' } = (answer.body ?? {}) as { code?: string };
  return { code: answer.status === asked.endpoint.status ? 'ok' : code, changed };
}

it('takes every one of these changes from the own site', async () => {
  const refused: unknown[] = [];
  for (const request of changes) {
    const headers = { origin: 'http://commonlot.example', 'sec-fetch-site': 'same-origin' };
    const { code } = await outcome(request, headers);
    if ((code === 'ok') !== request.isTaken) refused.push([request.name, code]);
  }
  expect(refused).toEqual([]);
  expect(changes.filter(({ isTaken }) => !isTaken).map(({ name }) => name)).toEqual([
    'access.confirmEmail',
    'access.resetPassword',
    'access.signIn',
    'access.signInAsPersona',
  ]);
  expect(changes).toHaveLength([...endpoints.values()].filter(({ method }) => method !== 'GET').length);
});

it.each<[string, Record<string, string>]>([
  ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
  ['another site that names no origin', { 'sec-fetch-site': 'cross-site' }],
  ['a neighbour under the same domain', { origin: 'http://other.commonlot.example', 'sec-fetch-site': 'same-site' }],
  ['another site, in an old browser', { origin: 'https://evil.example' }],
  ['a sandbox or a file, in an old browser', { origin: 'null' }],
  ['a host that begins alike', { origin: 'http://commonlot.example.evil.example' }],
  ['a host that ends alike', { origin: 'http://evil-commonlot.example' }],
  ['a host below the own', { origin: 'http://sub.commonlot.example' }],
  ['a host with the own as its user', { origin: 'http://commonlot.example@evil.example' }],
  ['a host that looks alike', { origin: 'http://c\u043emmonlot.example' }],
  ['another port', { origin: 'http://commonlot.example:8080' }],
  ['an extension', { origin: 'chrome-extension://abcdefgh' }],
  ['no origin at all, spelled out', { origin: '', 'sec-fetch-site': 'cross-site' }],
  ['two origins', { origin: 'http://commonlot.example, https://evil.example' }],
  ['a site that says two things', { 'sec-fetch-site': 'same-origin, cross-site' }],
  ['a site that says what no browser says', { 'sec-fetch-site': 'own-site' }],
  ['a form that hides behind a method', { origin: 'https://evil.example', 'x-http-method-override': 'GET' }],
  [
    'a page that hands on a host',
    { origin: 'http://evil.example', 'x-forwarded-host': 'evil.example', 'sec-fetch-site': 'cross-site' },
  ],
])('refuses every change from %s, and makes none', async (_case, headers) => {
  const wrong: unknown[] = [];
  for (const request of changes) {
    const { code, changed } = await outcome(request, headers);
    if (code !== 'request.cross-site' || changed.length > 0) wrong.push([request.name, code, changed]);
  }
  expect(wrong).toEqual([]);
});

it('changes nothing by reading anything, though the link stood on another site', async () => {
  const before = await rehearsal.checksum();
  const things = Object.values(world.records).flatMap((states) => Object.values(states));
  const params: Record<string, string> = Object.assign({}, ...things.map((thing) => thing.params));
  const subject = { subjectType: 'application', subjectId: params['applicationId'] ?? '' };
  for (const [name, { method }] of endpoints) {
    if (method !== 'GET') continue;
    const asked = await requests.about(name, { params, mark: 'Koor' });
    const all = name === 'workspace.readHistory' ? subject : asked.params;
    for (const caller of ['officer', 'representative', 'anonymous'] as const) {
      const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', host: 'commonlot.example' };
      await requests.send({ ...asked, params: all }, world.people[caller], headers);
    }
  }
  expect(await rehearsal.checksum()).toEqual(before);
});
