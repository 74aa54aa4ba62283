import { randomUUID } from 'node:crypto';
import { plan as contract, type RequestOf, workspace } from '@commonlot/contracts';
import { longestComment, mostMentions } from '@commonlot/domain';
import { givenComment, givenDraft, givenLine, usualLines } from '../testing/given-plan.js';
import { TestApi, type TestPerson } from '../testing/test-api.js';

let api: TestApi;
let drafter: TestPerson;
let officer: TestPerson;
let auditor: TestPerson;
beforeAll(async () => {
  api = await TestApi.start({ processes: 2 });
  drafter = await api.person(['minister'], 'Dana Drafter');
  officer = await api.person(['officer'], 'Oda Officer');
  auditor = await api.person(['auditor'], 'Aude Auditor');
});
afterAll(() => api.stop());

type Query = RequestOf<typeof contract.listPlanComments>['query'];
const page = (versionId: string, query: Query = {}, as = drafter) =>
  api.ok(contract.listPlanComments, { params: { versionId }, query }, { as });
const list = async (versionId: string, query: Query = {}, as = drafter) => (await page(versionId, query, as)).rows;
const counts = async (versionId: string) =>
  (await api.ok(contract.countPlanComments, { params: { versionId } }, { as: officer })).rows;
const change = (commentId: string, revision: number, text: string, mentionIds: string[] = [], as = drafter) =>
  api.call(contract.changePlanComment, { params: { commentId }, body: { text, mentionIds, revision } }, { as });
const withdraw = (commentId: string, revision: number, as = drafter) =>
  api.call(contract.withdrawPlanComment, { params: { commentId }, query: { revision } }, { as });
const resolve = (commentId: string, revision: number, as = officer, process = 0) =>
  api.call(contract.resolvePlanComment, { params: { commentId }, body: { revision } }, { as, process });
const reopen = (commentId: string, revision: number, as = officer) =>
  api.call(contract.reopenPlanComment, { params: { commentId }, query: { revision } }, { as });
const idsOf = async (versionId: string) => {
  const { lines } = await api.ok(contract.readPlanVersion, { params: { versionId } }, { as: drafter });
  return new Map(lines.map((line) => [line.code, line.lineId]));
};
const mailsAbout = (versionId: string) =>
  api.sql<{ recipient: string; subject: string; body: string }>(
    `SELECT recipient, subject, body FROM outgoing_mail WHERE about_id = $1 ORDER BY recipient`,
    [versionId],
  );

test('whoever reads plans may comment on a line and on the whole; the newest comes first, as it was typed', async () => {
  const { versionId } = await givenDraft(api, drafter, { year: 2041 });
  const lineId = (await idsOf(versionId)).get('1.2') ?? '';
  const whole = await givenComment(api, officer, versionId, { text: 'Eerst <b>dit</b>\nen dan dat.' });
  const ofLine = await givenComment(api, drafter, versionId, { lineId, mentionIds: [officer.id] });
  const rows = await list(versionId);
  expect(rows).toMatchObject([
    { id: ofLine.id, lineId, code: '1.2', versionNumber: 1, author: 'Dana Drafter', text: 'Klopt dit bedrag nog?' },
    { id: whole.id, lineId: null, code: null, author: 'Oda Officer', text: 'Eerst <b>dit</b>\nen dan dat.' },
  ]);
  expect(rows[0]?.mentions).toEqual([{ id: officer.id, name: 'Oda Officer' }]);
  expect(rows.map(({ may }) => may)).toEqual([
    { change: true, resolve: true, reopen: false },
    { change: false, resolve: true, reopen: false },
  ]);
  expect((await list(versionId, { lineId })).map(({ id }) => id)).toEqual([ofLine.id]);
  expect(await counts(versionId)).toEqual([
    { lineId: null, open: 1 },
    { lineId, open: 1 },
  ]);
});

test('a mention sends one notice and one mail with a link, and not a word of the comment', async () => {
  const { versionId } = await givenDraft(api, drafter, { year: 2042 });
  const mentionIds = [officer.id, auditor.id, drafter.id];
  const { id } = await givenComment(api, drafter, versionId, { text: 'Geheimpje over de lotto.', mentionIds });
  expect((await change(id, 0, 'Nog een geheimpje.', [officer.id])).status).toBe(200);
  expect((await change(id, 1, 'En nog een geheimpje.', mentionIds)).status).toBe(200);
  const mails = await mailsAbout(versionId);
  expect(mails.map(({ recipient }) => recipient)).toEqual([auditor.email, officer.email].sort());
  for (const { subject, body } of mails) {
    expect(body).toContain(`/work/plans/${versionId}#comments`);
    expect(`${subject} ${body}`).not.toMatch(/geheimpje|lotto|Dana/i);
  }
  const notices = await api.ok(workspace.listNotices, {}, { as: officer });
  const ofVersion = notices.rows.filter(({ subjectId }) => subjectId === versionId);
  expect(ofVersion).toMatchObject([{ type: 'plan-version.comment-mentioned', data: { year: 2042, number: 1 } }]);
});

test('only people who may read plans are mentioned, and the list names exactly them', async () => {
  const { versionId } = await givenDraft(api, drafter, { year: 2042 });
  const reviewer = await api.person(['reviewer'], 'Rik Reviewer');
  const outsider = await api.person([], 'Nobody');
  for (const id of [reviewer.id, outsider.id, randomUUID()]) {
    const body = { lineId: null, text: 'Kijk eens.', mentionIds: [officer.id, id] };
    const answer = await api.call(contract.createPlanComment, { params: { versionId }, body }, { as: drafter });
    expect(answer).toMatchObject({ status: 422, body: { code: 'plan.mention-unfit' } });
  }
  expect(await list(versionId)).toEqual([]);
  expect(await mailsAbout(versionId)).toEqual([]);
  const { id } = await givenComment(api, drafter, versionId);
  expect(await change(id, 0, 'Kijk eens.', [reviewer.id])).toMatchObject({ body: { code: 'plan.mention-unfit' } });
  expect((await list(versionId))[0]).toMatchObject({ revision: 0, text: 'Klopt dit bedrag nog?', changedAt: null });
  const { rows } = await api.ok(contract.listPlanReaders, {}, { as: officer });
  const names = rows.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['Aude Auditor', 'Dana Drafter', 'Oda Officer']));
  expect(names).not.toContain('Rik Reviewer');
});

test('a line or version that is not there, and a line of another version, cannot be commented on', async () => {
  const { versionId } = await givenDraft(api, drafter, { year: 2043 });
  const other = await givenDraft(api, drafter, { year: 2044 });
  const lineId = (await idsOf(other.versionId)).get('1.2') ?? '';
  const create = (version: string, line: string | null) =>
    api.call(
      contract.createPlanComment,
      { params: { versionId: version }, body: { lineId: line, text: 'Hm.', mentionIds: [] } },
      { as: drafter },
    );
  for (const [version, line] of [
    [randomUUID(), null],
    [versionId, randomUUID()],
    [versionId, lineId],
  ] as const) {
    expect(await create(version, line)).toMatchObject({ status: 404, body: { code: 'record.missing' } });
  }
  const params = { versionId: randomUUID() };
  const gone = randomUUID();
  for (const answer of [
    await api.call(contract.listPlanComments, { params }, { as: drafter }),
    await api.call(contract.countPlanComments, { params }, { as: drafter }),
    await change(gone, 0, 'Hm.'),
    await withdraw(gone, 0),
    await resolve(gone, 0),
    await reopen(gone, 0),
  ]) {
    expect(answer).toMatchObject({ status: 404, body: { code: 'record.missing' } });
  }
});

test('the author changes and withdraws; what was said before is read by the auditor alone', async () => {
  const { versionId } = await givenDraft(api, drafter, { year: 2045 });
  const { id } = await givenComment(api, drafter, versionId, { text: 'Eerste woorden.' });
  expect(await change(id, 0, 'Niet van mij.', [], officer)).toMatchObject({
    status: 403,
    body: { code: 'plan.comment-not-own' },
  });
  expect(await withdraw(id, 0, officer)).toMatchObject({ body: { code: 'plan.comment-not-own' } });
  expect(await change(id, 0, 'Tweede woorden.')).toMatchObject({ body: { revision: 1 } });
  expect(await change(id, 0, 'Te laat.')).toMatchObject({ status: 409, body: { code: 'record.stale' } });
  expect((await list(versionId))[0]).toMatchObject({ text: 'Tweede woorden.', earlierTexts: [] });
  expect((await list(versionId, {}, auditor))[0]).toMatchObject({ earlierTexts: ['Eerste woorden.'] });

  expect(await withdraw(id, 0)).toMatchObject({ body: { code: 'record.stale' } });
  expect(await withdraw(id, 1)).toMatchObject({ body: { revision: 2 } });
  const no = { change: false, resolve: false, reopen: false };
  expect((await list(versionId))[0]).toMatchObject({ text: null, may: no, withdrawnAt: expect.any(String) });
  expect((await list(versionId, {}, auditor))[0]).toMatchObject({ text: 'Tweede woorden.', may: no });
  expect(await counts(versionId)).toEqual([]);
  for (const answer of [await change(id, 2, 'Toch.'), await withdraw(id, 2), await resolve(id, 2)]) {
    expect(answer).toMatchObject({ status: 409, body: { code: 'lifecycle.not-allowed' } });
  }
});

test('everybody who comments resolves and reopens, and the history tells who', async () => {
  const { versionId } = await givenDraft(api, drafter, { year: 2046 });
  const { id } = await givenComment(api, drafter, versionId);
  expect(await reopen(id, 0)).toMatchObject({ body: { code: 'lifecycle.not-allowed' } });
  expect(await resolve(id, 0)).toMatchObject({ body: { revision: 1 } });
  expect((await list(versionId))[0]).toMatchObject({
    resolvedBy: 'Oda Officer',
    may: { change: true, resolve: false, reopen: true },
  });
  expect(await counts(versionId)).toEqual([]);
  expect(await resolve(id, 1)).toMatchObject({ body: { code: 'lifecycle.not-allowed' } });
  expect(await reopen(id, 0)).toMatchObject({ body: { code: 'record.stale' } });
  expect(await resolve(id, 0)).toMatchObject({ body: { code: 'record.stale' } });
  expect(await reopen(id, 1, drafter)).toMatchObject({ body: { revision: 2 } });
  expect((await list(versionId))[0]).toMatchObject({ resolvedBy: null, resolvedAt: null });
  const params = { subjectType: 'plan-version' as const, subjectId: versionId };
  const { rows } = await api.ok(workspace.readHistory, { params }, { as: drafter });
  expect(rows.slice(0, 3).map(({ type, actor }) => [type, actor])).toEqual([
    ['plan-version.comment-reopened', 'Dana Drafter'],
    ['plan-version.comment-resolved', 'Oda Officer'],
    ['plan-version.comment-written', 'Dana Drafter'],
  ]);
});

test('from its submission on the words stay, and it can still be said that they are dealt with', async () => {
  const { versionId, revision } = await givenDraft(api, drafter, { year: 2047 });
  const { id } = await givenComment(api, drafter, versionId);
  await api.ok(contract.submitPlanVersion, { params: { versionId }, body: { revision } }, { as: drafter });
  for (const answer of [await change(id, 0, 'Anders.'), await withdraw(id, 0)]) {
    expect(answer).toMatchObject({ status: 409, body: { code: 'lifecycle.not-allowed' } });
  }
  expect(await resolve(id, 0)).toMatchObject({ status: 200 });
  await givenComment(api, officer, versionId, { text: 'Nagelezen.' });
  expect(await list(versionId)).toHaveLength(2);
});

test('a comment on a line stays with the line in the next version, also when the line goes', async () => {
  const { versionId, revision } = await givenDraft(api, drafter, { year: 2048 });
  const lineId = (await idsOf(versionId)).get('1.2') ?? '';
  const first = await givenComment(api, drafter, versionId, { lineId, text: 'In versie 1.' });
  const head = { year: 2048, stage: 'provisional' as const, totalCents: 1_000_00, source: '', remark: null };
  const next = await api.ok(
    contract.createPlanVersion,
    { body: { ...head, fromVersionId: versionId } },
    { as: drafter },
  );
  const second = await givenComment(api, drafter, next.id, { lineId, text: 'In versie 2.' });
  const both = (await list(next.id, { lineId })).map(({ id, versionNumber }) => [id, versionNumber]);
  expect(both).toEqual([
    [second.id, 2],
    [first.id, 1],
  ]);
  expect(await list(next.id)).toMatchObject([{ id: second.id }]);
  expect(await counts(next.id)).toEqual([{ lineId, open: 2 }]);

  const body = { totalCents: 1_000_00, lines: [givenLine('1', { amountCents: 1_000_00 })], revision };
  await api.ok(contract.savePlanLines, { params: { versionId }, body }, { as: drafter });
  expect(await list(versionId)).toMatchObject([{ id: first.id, lineId, code: null }]);
});

test('comments page by key, and a key that is none is refused', async () => {
  const { versionId } = await givenDraft(api, drafter, { year: 2049, lines: usualLines });
  const made: string[] = [];
  for (let count = 0; count < 5; count += 1) made.unshift((await givenComment(api, drafter, versionId)).id);
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const { rows, next } = await page(versionId, { limit: 2, ...(after === undefined ? {} : { after }) });
    seen.push(...rows.map(({ id }) => id));
    after = next ?? undefined;
  } while (after !== undefined);
  expect(seen).toEqual(made);
  const query = { after: '2030-01-01' };
  const { code } = await api.refused(contract.listPlanComments, { params: { versionId }, query }, { as: drafter });
  expect(code).toBe('request.malformed');
});

test('the auditor reads, and says nothing; who reads no plans sees no comment', async () => {
  const { versionId } = await givenDraft(api, drafter, { year: 2050 });
  const { id } = await givenComment(api, drafter, versionId);
  expect(await list(versionId, {}, auditor)).toHaveLength(1);
  expect(await resolve(id, 0, auditor)).toMatchObject({ status: 403, body: { code: 'permission.missing' } });
  const reviewer = await api.person(['reviewer']);
  const { code } = await api.refused(contract.listPlanComments, { params: { versionId } }, { as: reviewer });
  expect(code).toBe('permission.missing');
});

test('a text that is empty or too long and too many mentions are refused', async () => {
  const { versionId } = await givenDraft(api, drafter, { year: 2051 });
  const mentionIds = Array.from({ length: mostMentions + 1 }, () => officer.id);
  for (const body of [
    { text: '  ' },
    { text: 'x'.repeat(longestComment + 1) },
    { text: 'nul\u0000' },
    { mentionIds },
  ] as const) {
    const whole = { lineId: null, text: 'Goed', mentionIds: [], ...body };
    const input = { params: { versionId }, body: whole };
    expect((await api.refused(contract.createPlanComment, input, { as: drafter })).code).toBe('request.malformed');
  }
  await givenComment(api, drafter, versionId, { text: 'é'.repeat(longestComment), mentionIds: [officer.id] });
});

test('of two at once one resolves; the same comment sent twice is one comment with one mail', async () => {
  const { versionId } = await givenDraft(api, drafter, { year: 2052 });
  const { id } = await givenComment(api, drafter, versionId);
  const answers = await Promise.all([resolve(id, 0), resolve(id, 0, drafter, 1)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const key = randomUUID();
  const body = { lineId: null, text: 'Twee keer.', mentionIds: [officer.id] };
  const twice = await Promise.all(
    [0, 1].map((process) =>
      api.call(contract.createPlanComment, { params: { versionId }, body }, { as: drafter, key, process }),
    ),
  );
  expect(twice[0]?.body).toEqual(twice[1]?.body);
  expect(await list(versionId)).toHaveLength(2);
  expect(await mailsAbout(versionId)).toHaveLength(1);
});

test('a change that meets the submission loses or comes before it, and words never change after it', async () => {
  const { versionId, revision } = await givenDraft(api, drafter, { year: 2053 });
  const { id } = await givenComment(api, drafter, versionId);
  const [changed, submitted] = await Promise.all([
    change(id, 0, 'Op de valreep.'),
    api.call(contract.submitPlanVersion, { params: { versionId }, body: { revision } }, { as: drafter, process: 1 }),
  ]);
  expect(submitted.status).toBe(200);
  expect([200, 409]).toContain(changed.status);
  const [row] = await list(versionId);
  expect(row?.text).toBe(changed.status === 200 ? 'Op de valreep.' : 'Klopt dit bedrag nog?');
});
