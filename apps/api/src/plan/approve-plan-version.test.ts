import { randomUUID } from 'node:crypto';
import { plan as contract } from '@commonlot/contracts';
import { givenDraft, givenLine, usualLines } from '../testing/given-plan.js';
import { TestApi, type TestPerson } from '../testing/test-api.js';

let api: TestApi;
let drafter: TestPerson;
let editor: TestPerson;
let approver: TestPerson;
beforeAll(async () => {
  api = await TestApi.start({ processes: 2 });
  drafter = await api.person(['minister'], 'Dana Drafter');
  editor = await api.person(['minister'], 'Edda Editor');
  approver = await api.person(['minister'], 'Arno Approver');
});
afterAll(() => api.stop());

const total = 1_000_000_000;
type Draft = { versionId: string; revision: number };
const at = ({ versionId, revision }: Draft) => ({ params: { versionId }, body: { revision } });
const read = (versionId: string, as: TestPerson) => api.ok(contract.readPlanVersion, { params: { versionId } }, { as });
const submit = async (draft: Draft, as = drafter): Promise<Draft> => ({
  ...draft,
  ...(await api.ok(contract.submitPlanVersion, at(draft), { as })),
});
const sendBack = (draft: Draft, as: TestPerson, reason: string) =>
  api.ok(contract.sendBackPlanVersion, { ...at(draft), body: { revision: draft.revision, reason } }, { as });

test('a draft is submitted, approved by a second person, and every reader sees what they may do', async () => {
  const submitted = await submit(await givenDraft(api, drafter));
  const mayOf = async (person: TestPerson) => (await read(submitted.versionId, person)).may;
  const no = { edit: false, submit: false, approve: false, sendBack: false, enterIntoForce: false };
  const nothing = { ...no, configureSteps: false, recordSteps: [] };
  expect(await mayOf(drafter)).toEqual({ ...nothing, sendBack: true, configureSteps: true });
  expect(await mayOf(approver)).toEqual({ ...nothing, approve: true, sendBack: true, configureSteps: true });
  expect(await mayOf(await api.person(['auditor']))).toEqual(nothing);

  const { revision } = await api.ok(contract.approvePlanVersion, at(submitted), { as: approver });
  expect(await read(submitted.versionId, approver)).toMatchObject({
    state: 'approved',
    revision,
    submittedBy: 'Dana Drafter',
    approvedBy: 'Arno Approver',
    may: {
      ...nothing,
      sendBack: true,
      enterIntoForce: true,
      recordSteps: ['finance-advice', 'budget-agreement', 'council'],
    },
  });
  expect(
    await api.refused(contract.approvePlanVersion, { ...at(submitted), body: { revision } }, { as: editor }),
  ).toMatchObject({ code: 'lifecycle.not-allowed' });
});

test('nobody who began it, saved its lines or submitted it approves it', async () => {
  const draft = await givenDraft(api, drafter);
  const lines = [...usualLines];
  const saved = await api.ok(
    contract.savePlanLines,
    { params: { versionId: draft.versionId }, body: { revision: draft.revision, totalCents: total, lines } },
    { as: editor },
  );
  const submitter = await api.person(['minister']);
  const submitted = await submit({ ...draft, revision: saved.revision }, submitter);
  for (const person of [drafter, editor, submitter]) {
    expect(await api.refused(contract.approvePlanVersion, at(submitted), { as: person })).toMatchObject({
      code: 'plan.same-person',
    });
    expect((await read(submitted.versionId, person)).may.approve).toBe(false);
  }
  await api.ok(contract.approvePlanVersion, at(submitted), { as: approver });
});

test.each([
  ['a cent too little', { totalCents: total + 1 }, 'plan.unbalanced', { unassignedCents: 1 }],
  [
    'a label missing',
    { lines: [givenLine('1', { label: { nl: '', fr: 'Ligne' }, amountCents: 5 })] },
    'plan.lines-invalid',
    { errors: [{ row: 0, column: 'labels.nl', code: 'label-missing' }] },
  ],
  ['no lines', { lines: [], totalCents: 5 }, 'plan.lines-invalid', { errors: [] }],
])('a draft with %s is not submitted', async (_case, options, code, details) => {
  const draft = await givenDraft(api, drafter, options);
  expect(await api.refused(contract.submitPlanVersion, at(draft), { as: drafter })).toMatchObject({ code, details });
  expect((await read(draft.versionId, drafter)).may.submit).toBe(false);
});

test('a version that was sent back says why, is edited again and needs a new approval', async () => {
  const submitted = await submit(await givenDraft(api, drafter));
  const approved = await api.ok(contract.approvePlanVersion, at(submitted), { as: approver });
  const reason = 'Line 1.2 is <b>too</b> high.';
  const back = await sendBack({ ...submitted, ...approved }, approver, reason);
  expect(await read(submitted.versionId, drafter)).toMatchObject({
    state: 'draft',
    returnReason: reason,
    submittedBy: null,
    approvedBy: null,
    may: { edit: true, submit: true },
  });
  const again = await submit({ ...submitted, ...back });
  expect(await read(submitted.versionId, approver)).toMatchObject({ returnReason: null, may: { approve: true } });
  expect(again.revision).toBe(back.revision + 1);
});

test('the office hears of each submission and return once, in the language of each person', async () => {
  const quiet = await api.person(['minister']);
  await api.sql(`UPDATE person SET state = 'suspended' WHERE id = $1`, [quiet.id]);
  await api.sql(`UPDATE person SET screen_language = 'de' WHERE id = $1`, [approver.id]);
  const submitted = await submit(await givenDraft(api, drafter));
  const mails = (personId: string) =>
    api.sql<{ subject: string; body: string; language: string }>(
      'SELECT subject, body, language FROM outgoing_mail WHERE person_id = $1 AND about_id = $2 ORDER BY created_at',
      [personId, submitted.versionId],
    );
  const [mail, ...others] = await mails(approver.id);
  expect(others).toEqual([]);
  expect(mail).toMatchObject({ language: 'de', subject: expect.stringContaining('wartet auf Genehmigung') });
  expect(mail?.body).toContain(`/de/work/plans/${submitted.versionId}`);
  expect(await mails(drafter.id)).toEqual([]);
  expect(await mails(quiet.id)).toEqual([]);

  const reason = 'Zeile eins\nnoch einmal prüfen';
  const back = await sendBack(submitted, approver, reason);
  expect((await mails(drafter.id))[0]?.body).toContain(reason);
  await submit({ ...submitted, ...back });
  expect(await mails(approver.id)).toHaveLength(2);
  const notices = await api.sql<{ type: string; data: object }>(
    'SELECT type, data FROM notice WHERE person_id = $1 AND subject_id = $2',
    [drafter.id, submitted.versionId],
  );
  expect(notices).toEqual([
    { type: 'plan-version.sent-back', data: { year: 2026, number: expect.any(Number) as number } },
  ]);
});

test('submitted twice at once on two processes, it is submitted once', async () => {
  const draft = await givenDraft(api, drafter);
  const answers = await Promise.all(
    [0, 1].map((process) => api.call(contract.submitPlanVersion, at(draft), { as: drafter, process })),
  );
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
  const events = await api.sql('SELECT 1 FROM journal WHERE subject_id = $1 AND type = $2', [
    draft.versionId,
    'plan-version.submitted',
  ]);
  expect(events).toHaveLength(1);
});

test('what does not exist is missing, an old revision is stale, and a step out of turn is not allowed', async () => {
  const draft = await givenDraft(api, drafter);
  const nowhere = { versionId: randomUUID(), revision: 0 };
  const stale = { ...draft, revision: draft.revision - 1 };
  for (const endpoint of [contract.submitPlanVersion, contract.approvePlanVersion] as const) {
    expect(await api.refused(endpoint, at(nowhere), { as: approver })).toMatchObject({ code: 'record.missing' });
    expect(await api.refused(endpoint, at(stale), { as: approver })).toMatchObject({ code: 'record.stale' });
  }
  expect(await api.refused(contract.approvePlanVersion, at(draft), { as: approver })).toMatchObject({
    code: 'lifecycle.not-allowed',
  });
  const reason = 'x';
  const returned = (target: Draft) =>
    api.refused(
      contract.sendBackPlanVersion,
      { params: { versionId: target.versionId }, body: { revision: target.revision, reason } },
      { as: approver },
    );
  expect(await returned(nowhere)).toMatchObject({ code: 'record.missing' });
  expect(await returned(stale)).toMatchObject({ code: 'record.stale' });
  expect(await returned(draft)).toMatchObject({ code: 'lifecycle.not-allowed' });
  const submitted = await submit(draft);
  expect(await api.refused(contract.submitPlanVersion, at(submitted), { as: drafter })).toMatchObject({
    code: 'lifecycle.not-allowed',
  });
});
