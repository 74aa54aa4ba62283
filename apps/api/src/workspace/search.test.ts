import { workspace } from '@commonlot/contracts';
import { Clock } from '../platform/index.js';
import { givenDraft, givenSubmittedApplication } from '../testing/given-application.js';
import { givenCompleteCall, givenOpenCall } from '../testing/given-call.js';
import { type GivenReleasedAward, givenDirectFileAwarded, givenDraftBatch } from '../testing/given-decision.js';
import { givenMember, givenOrganisation } from '../testing/given-organisations.js';
import {
  type GivenAssignedCall,
  givenAssignedCall,
  givenRankedCall,
  givenSentReview,
  givenSharedPlan,
} from '../testing/given-review.js';
import { TestApi, type TestPerson } from '../testing/test-api.js';

let api: TestApi;
let direct: GivenReleasedAward;
let assigned: GivenAssignedCall;
beforeAll(async () => {
  api = await TestApi.start();
  direct = await givenDirectFileAwarded(api);
  assigned = await givenAssignedCall(api, { files: 2 });
  api.get(Clock).set(null);
});
afterAll(() => api.stop());

const find = async (text: string, as: TestPerson) =>
  (await api.ok(workspace.searchWorkspace, { query: { text } }, { as })).rows;
const kinds = async (text: string, as: TestPerson) =>
  [...new Set((await find(text, as)).map(({ subjectType }) => subjectType))].sort();
const firstFile = () => {
  const [file] = assigned.applications;
  if (file === undefined) throw new Error('no file');
  return file;
};

test('an exact number is found first, with what leads to its page', async () => {
  const file = firstFile();
  const [first] = await find(file.number, assigned.officer);
  expect(first).toEqual({
    subjectType: 'application',
    subjectId: file.id,
    parentId: assigned.call.id,
    title: 'Een koor in het rusthuis',
    detail: `${file.number} · ${file.organisation.name}`,
  });
  const [call] = await find(assigned.call.number.toLowerCase(), assigned.officer);
  expect(call).toMatchObject({ subjectType: 'call', subjectId: assigned.call.id, title: 'Samen zingen' });
});

test('each role finds what it may open', async () => {
  const { officer } = assigned;
  expect(await kinds('fonctionnement', officer)).toEqual(['decision', 'direct-file']);
  expect(await kinds('singing', officer)).toEqual(['call']);
  expect(await kinds('Lijn 1.3', officer)).toEqual(['plan-line']);
  expect(await kinds(direct.organisation.enterpriseNumber, officer)).toEqual(['organisation']);
  const controller = await api.person(['controller']);
  expect(await kinds('Fonctionnement', controller)).toEqual(['decision', 'direct-file']);
  expect(await kinds('singing', controller)).toEqual([]);
  const { number } = firstFile();
  expect(await kinds(number, controller)).toEqual([]);
  expect(await kinds(number, await api.person(['auditor']))).toEqual(['application']);
  for (const role of ['administrator', 'reviewer'] as const) {
    const person = await api.person([role]);
    for (const text of ['fonctionnement', 'singing', 'rusthuis', 'Lijn', direct.organisation.name]) {
      expect(await find(text, person)).toEqual([]);
    }
  }
});

test('members find their own organisation and files, drafts too, and nothing of others', async () => {
  const call = await givenOpenCall(api, { lineId: (await givenSharedPlan(api)).lineId('1.3') });
  const draft = await givenDraft(api, call, { answers: { title: 'Geheim plan' } });
  const viewer = await givenMember(api, draft.organisation, 'viewer');
  expect(await find('geheim', viewer)).toMatchObject([{ subjectType: 'application', subjectId: draft.id }]);
  expect(await find(draft.organisation.name, viewer)).toMatchObject([{ subjectType: 'organisation' }]);
  const other = (await givenOrganisation(api)).representative;
  expect(await find('geheim', other)).toEqual([]);
  expect(await find(draft.organisation.name, other)).toEqual([]);
  expect(await find('rusthuis', other)).toEqual([]);
  // A draft is nobody's business but the applicant's.
  expect(await find('geheim', assigned.officer)).toEqual([]);
  expect(await find('geheim', await api.person(['auditor']))).toEqual([]);
});

test('an applicant finds no decision on the own file, whatever its state', async () => {
  const ranked = await givenRankedCall(api, { files: 1 });
  const batch = await givenDraftBatch(api, ranked.officer, { callId: ranked.call.id, directFileIds: [] });
  api.get(Clock).set(null);
  const [file] = ranked.applications;
  const [decision] = batch.decisions;
  if (file === undefined || decision === undefined) throw new Error('no decision');
  expect(await kinds(decision.number, file.organisation.representative)).not.toContain('decision');
  expect(await kinds(decision.number, ranked.officer)).toContain('decision');
});

test('a reviewer finds a file only once the declaration was made', async () => {
  const [reviewer] = assigned.reviewers;
  const file = firstFile();
  if (reviewer === undefined) throw new Error('no reviewer');
  expect(await find(file.number, reviewer)).toEqual([]);
  await givenSentReview(api, reviewer, file, assigned.criteria, 80);
  expect(await find(file.number, reviewer)).toMatchObject([
    { subjectType: 'review-assignment', parentId: assigned.call.id },
  ]);
  expect(await find('rusthuis', reviewer)).toHaveLength(1);
});

test('accents and capitals do not matter, and every sign means itself', async () => {
  const call = await givenOpenCall(api, { lineId: (await givenSharedPlan(api)).lineId('1.3') });
  const title = `100%_sûr \\ l'été '; DROP TABLE call;--`;
  await givenSubmittedApplication(api, call, { answers: { title } });
  expect(await find('SUR', assigned.officer)).toMatchObject([{ title }]);
  expect(await find('100%_s', assigned.officer)).toMatchObject([{ title }]);
  expect(await find(`\\ l'ete`, assigned.officer)).toMatchObject([{ title }]);
  expect(await find('%%', assigned.officer)).toEqual([]);
  expect(await find('__', assigned.officer)).toEqual([]);
  expect(await find(`'; DROP TABLE call;--`, assigned.officer)).toHaveLength(1);
});

test('an enterprise number is found with its dots, and shown with them', async () => {
  const { enterpriseNumber, name } = direct.organisation;
  const dotted = `${enterpriseNumber.slice(0, 4)}.${enterpriseNumber.slice(4, 7)}.${enterpriseNumber.slice(7)}`;
  expect(await find(dotted, assigned.officer)).toMatchObject([{ title: name, detail: dotted }]);
});

test('at most twenty are shown', async () => {
  for (let count = 0; count < 22; count += 1) {
    await givenCompleteCall(api, { lineId: (await givenSharedPlan(api)).lineId('1.3'), officer: assigned.officer });
  }
  expect(await find('Samen zingen', assigned.officer)).toHaveLength(20);
});

test.each([
  ['one character', 'x'],
  ['blanks', '     '],
  ['a hundred and one characters', 'x'.repeat(101)],
  ['a zero byte', 'a\u0000b'],
])('%s is no search', async (_case, text) => {
  const refused = await api.refused(workspace.searchWorkspace, { query: { text } }, { as: assigned.officer });
  expect(refused.code).toBe('request.malformed');
});
