import { randomUUID } from 'node:crypto';
import { plan as contract } from '@commonlot/contracts';
import { addDays, brusselsDay, type PlanStepKind } from '@commonlot/domain';
import { givenDraft, usualLines } from '../testing/given-plan.js';
import { TestApi, type TestPerson } from '../testing/test-api.js';
import { entryOf } from './import/zip-size.js';

let api: TestApi;
let drafter: TestPerson;
let approver: TestPerson;
beforeAll(async () => {
  api = await TestApi.start({ processes: 2 });
  drafter = await api.person(['minister'], 'Dana Drafter');
  approver = await api.person(['minister'], 'Arno Approver');
});
afterAll(() => api.stop());

interface Version {
  readonly versionId: string;
  readonly revision: number;
}
const at = ({ versionId, revision }: Version) => ({ params: { versionId }, body: { revision } });
const read = (versionId: string, as = approver) => api.ok(contract.readPlanVersion, { params: { versionId } }, { as });
const stepsOf = async (versionId: string) =>
  Object.fromEntries((await read(versionId)).steps.map(({ kind, ...step }) => [kind, step]));

const requiring = ({ versionId, revision }: Version, ...required: PlanStepKind[]) => ({
  params: { versionId },
  body: { required, revision },
});
const recording = (
  { versionId, revision }: Version,
  kind: PlanStepKind,
  doneOn = '2026-01-05',
  reference = 'nr. 7',
) => ({
  params: { versionId, kind },
  body: { doneOn, reference, revision },
});
const configure = async (version: Version, ...required: PlanStepKind[]): Promise<Version> => ({
  ...version,
  ...(await api.ok(contract.savePlanSteps, requiring(version, ...required), { as: drafter })),
});
const record = async (version: Version, ...step: [PlanStepKind, string?, string?]): Promise<Version> => ({
  ...version,
  ...(await api.ok(contract.recordPlanStep, recording(version, ...step), { as: approver })),
});
const submit = async (version: Version): Promise<Version> => ({
  ...version,
  ...(await api.ok(contract.submitPlanVersion, at(version), { as: drafter })),
});
const approve = async (version: Version): Promise<Version> => ({
  ...version,
  ...(await api.ok(contract.approvePlanVersion, at(version), { as: approver })),
});
const entry = ({ versionId, revision }: Version) => ({
  params: { versionId },
  body: { revision, decreeReference: 'Royal Decree 2026000003', decreeOn: '2026-01-12' },
});

/** An approved version that requires these steps. */
const givenApproved = async (year: number, ...required: PlanStepKind[]) =>
  approve(await submit(await configure(await givenDraft(api, drafter, { year }), ...required)));

test('a plan enters into force only after every step that it requires, in their order, and is published after that', async () => {
  let version = await givenApproved(2010, 'finance-advice', 'council', 'publication');
  expect((await read(version.versionId)).may).toMatchObject({ enterIntoForce: false, recordSteps: ['finance-advice'] });
  expect(await api.refused(contract.enterPlanVersionIntoForce, entry(version), { as: approver })).toMatchObject({
    code: 'plan.steps-open',
    details: { kinds: ['finance-advice', 'council'] },
  });
  expect(await api.refused(contract.recordPlanStep, recording(version, 'council'), { as: approver })).toMatchObject({
    code: 'plan.steps-open',
    details: { kinds: ['finance-advice'] },
  });
  version = await record(version, 'finance-advice', '2026-01-05', ' Advies 2026/7 ');
  expect(await api.refused(contract.enterPlanVersionIntoForce, entry(version), { as: approver })).toMatchObject({
    details: { kinds: ['council'] },
  });
  version = await record(version, 'council', '2026-01-09', 'Notificatie 2026A07');
  expect(await api.refused(contract.recordPlanStep, recording(version, 'publication'), { as: approver })).toMatchObject(
    {
      code: 'lifecycle.not-allowed',
    },
  );
  const entered = await api.ok(contract.enterPlanVersionIntoForce, entry(version), { as: approver });
  version = { ...version, ...entered };
  expect(await stepsOf(version.versionId)).toMatchObject({
    'finance-advice': {
      isRequired: true,
      doneOn: '2026-01-05',
      reference: 'Advies 2026/7',
      recordedBy: 'Arno Approver',
    },
    'budget-agreement': { isRequired: false, doneOn: null, reference: null, recordedBy: null, recordedAt: null },
    council: { isRequired: true, doneOn: '2026-01-09', recordedAt: expect.any(String) as string },
    publication: { isRequired: true, doneOn: null },
  });
  // The decree of the 12th is not published on the 11th.
  const early = recording(version, 'publication', '2026-01-11');
  expect(await api.refused(contract.recordPlanStep, early, { as: approver })).toMatchObject({
    code: 'plan.step-day-wrong',
  });
  await record(version, 'publication', '2026-01-20', 'Belgisch Staatsblad, p. 1');
  expect((await stepsOf(version.versionId))['publication']).toMatchObject({ doneOn: '2026-01-20' });
});

test('a version that is sent back needs its advice anew; what was recorded is kept, and the journal keeps its day', async () => {
  const done = await record(await givenApproved(2011, 'finance-advice'), 'finance-advice');
  const { versionId } = done;
  const back = {
    params: { versionId },
    body: { revision: done.revision, reason: 'Begroting vraagt een lager totaal.' },
  };
  const returned = await api.ok(contract.sendBackPlanVersion, back, { as: approver });
  expect((await stepsOf(versionId))['finance-advice']).toEqual({
    isRequired: true,
    doneOn: null,
    reference: null,
    recordedBy: null,
    recordedAt: null,
  });
  const recorded = { doneOn: '2026-01-05', reference: 'nr. 7', recordedBy: 'Arno Approver' };
  const [first, ...none] = (await read(versionId)).earlierSteps;
  expect(none).toEqual([]);
  expect(first).toMatchObject({ kind: 'finance-advice', revision: returned.revision, ...recorded });
  const again = await approve(await submit({ versionId, ...returned }));
  expect(await api.refused(contract.enterPlanVersionIntoForce, entry(again), { as: approver })).toMatchObject({
    code: 'plan.steps-open',
  });
  const events = await api.sql<{ type: string; data: object }>(
    `SELECT type, data FROM journal WHERE subject_id = $1 AND type = ANY ($2) ORDER BY id`,
    [versionId, ['plan-version.steps-saved', 'plan-version.step-recorded', 'plan-version.sent-back']],
  );
  expect(events.map(({ type, data }) => [type, data])).toEqual([
    ['plan-version.steps-saved', { before: { requiredSteps: [] }, after: { requiredSteps: ['finance-advice'] } }],
    ['plan-version.step-recorded', { before: { financeAdviceOn: null }, after: { financeAdviceOn: '2026-01-05' } }],
    [
      'plan-version.sent-back',
      { before: { state: 'approved', financeAdviceOn: '2026-01-05' }, after: { state: 'draft' } },
    ],
  ]);
});

test('each time that a version is sent back keeps its own steps, the last time first', async () => {
  let version = await givenApproved(1996, 'finance-advice', 'council');
  const sendBack = async (each: Version): Promise<Version> => ({
    ...each,
    ...(await api.ok(
      contract.sendBackPlanVersion,
      { params: { versionId: each.versionId }, body: { revision: each.revision, reason: 'Een lager totaal, graag.' } },
      { as: approver },
    )),
  });
  version = await record(version, 'finance-advice', '2026-01-05', 'nr. 1');
  version = await sendBack(await record(version, 'council', '2026-01-06', 'nr. 2'));
  version = await approve(await submit(version));
  version = await sendBack(await record(version, 'finance-advice', '2026-01-07', 'nr. 3'));
  const kept = (await read(version.versionId)).earlierSteps;
  expect(kept.map(({ kind, doneOn, reference }) => [kind, doneOn, reference])).toEqual([
    ['finance-advice', '2026-01-07', 'nr. 3'],
    ['finance-advice', '2026-01-05', 'nr. 1'],
    ['council', '2026-01-06', 'nr. 2'],
  ]);
  // Nothing was recorded the third time, and so nothing is added.
  await sendBack(await approve(await submit(version)));
  expect((await read(version.versionId)).earlierSteps).toHaveLength(3);
});

test('the publication of a decree is recorded also when a later version has taken its place', async () => {
  const enter = async (version: Version): Promise<Version> => ({
    ...version,
    ...(await api.ok(contract.enterPlanVersionIntoForce, entry(version), { as: approver })),
  });
  const first = await enter(await givenApproved(1997));
  await enter(await givenApproved(1997));
  const replaced = await read(first.versionId);
  expect([replaced.state, replaced.may.recordSteps]).toEqual(['superseded', ['publication']]);
  const version = { versionId: first.versionId, revision: replaced.revision };
  const early = recording(version, 'publication', '2026-01-11');
  expect(await api.refused(contract.recordPlanStep, early, { as: approver })).toMatchObject({
    code: 'plan.step-day-wrong',
  });
  const council = recording(version, 'council', '2026-01-05');
  expect(await api.refused(contract.recordPlanStep, council, { as: approver })).toMatchObject({
    code: 'lifecycle.not-allowed',
  });
  await record(await record(version, 'publication', '2026-01-12'), 'publication', '2026-01-20', 'B.S. 20.01.2026');
  expect((await stepsOf(first.versionId))['publication']).toMatchObject({
    doneOn: '2026-01-20',
    reference: 'B.S. 20.01.2026',
  });
});

test.each([
  ['of the same year', 2012],
  ['of the next year', 2013],
])('a new version %s asks for the same steps, and has done none of them', async (_which, year) => {
  const from = await record(await givenApproved(2012, 'finance-advice', 'council'), 'finance-advice');
  const draft = await givenDraft(api, drafter, { year, fromVersionId: from.versionId });
  expect(await stepsOf(draft.versionId)).toMatchObject({
    'finance-advice': { isRequired: true, doneOn: null },
    'budget-agreement': { isRequired: false },
    council: { isRequired: true, doneOn: null },
    publication: { isRequired: false },
  });
});

test('a wrong day or reference is corrected by recording the step again', async () => {
  const version = await record(await givenApproved(2014, 'council'), 'council', '2026-01-05', 'nr. 7');
  await record(version, 'council', '2026-01-06', 'nr. 8');
  expect((await stepsOf(version.versionId))['council']).toMatchObject({ doneOn: '2026-01-06', reference: 'nr. 8' });
});

test('a step is of no day to come, and of none before the step that precedes it', async () => {
  const version = await record(await givenApproved(2015, 'finance-advice'), 'finance-advice', '2026-01-05');
  for (const day of ['2026-01-04', addDays(brusselsDay(new Date()), 2)]) {
    expect(
      await api.refused(contract.recordPlanStep, recording(version, 'council', day), { as: approver }),
    ).toMatchObject({ code: 'plan.step-day-wrong' });
  }
});

test('whoever says which steps are required does not approve the version', async () => {
  const draft = await configure(await givenDraft(api, drafter, { year: 2016 }), 'council');
  const submitted = await submit(draft);
  const struck = await api.ok(contract.savePlanSteps, requiring(submitted), { as: approver });
  const { versionId } = draft;
  expect(await api.refused(contract.approvePlanVersion, at({ versionId, ...struck }), { as: approver })).toMatchObject({
    code: 'plan.same-person',
  });
  expect((await read(versionId)).may).toMatchObject({ approve: false });
  const second = await api.person(['minister'], 'Sofie Second');
  await api.ok(contract.approvePlanVersion, at({ versionId, ...struck }), { as: second });
});

test('what is required is fixed by the approval; before it nothing is recorded', async () => {
  const submitted = await submit(await configure(await givenDraft(api, drafter, { year: 2017 }), 'council'));
  expect(await api.refused(contract.recordPlanStep, recording(submitted, 'council'), { as: approver })).toMatchObject({
    code: 'lifecycle.not-allowed',
  });
  const approved = await approve(submitted);
  expect(await api.refused(contract.savePlanSteps, requiring(approved), { as: drafter })).toMatchObject({
    code: 'lifecycle.not-allowed',
  });
});

test('what does not exist is missing, an old revision is stale, and an unknown step is malformed', async () => {
  const version = await givenApproved(2018, 'council');
  const nowhere = { versionId: randomUUID(), revision: 0 };
  const stale = { ...version, revision: version.revision - 1 };
  for (const [target, code] of [
    [nowhere, 'record.missing'],
    [stale, 'record.stale'],
  ] as const) {
    expect(await api.refused(contract.savePlanSteps, requiring(target), { as: drafter })).toMatchObject({ code });
    expect(await api.refused(contract.recordPlanStep, recording(target, 'council'), { as: approver })).toMatchObject({
      code,
    });
  }
  const unknown = recording(version, 'prayer' as PlanStepKind);
  expect(await api.refused(contract.recordPlanStep, unknown, { as: approver })).toMatchObject({
    code: 'request.malformed',
  });
});

test('a step recorded twice at once on two processes is recorded once, and the other is told that it is stale', async () => {
  const version = await givenApproved(2019, 'council');
  const answers = await Promise.all(
    [0, 1].map((process) =>
      api.call(contract.recordPlanStep, recording(version, 'council'), { as: approver, process }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'record.stale' });
  const events = await api.sql(`SELECT FROM journal WHERE subject_id = $1 AND type = 'plan-version.step-recorded'`, [
    version.versionId,
  ]);
  expect(events).toHaveLength(1);
});

test('steps that two people choose at once are those of one of them, and the other is told', async () => {
  const draft = await givenDraft(api, drafter, { year: 2020 });
  const answers = await Promise.all([
    api.call(contract.savePlanSteps, requiring(draft, 'council'), { as: drafter, process: 0 }),
    api.call(contract.savePlanSteps, requiring(draft, 'finance-advice'), { as: approver, process: 1 }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const required = Object.entries(await stepsOf(draft.versionId)).filter(([, { isRequired }]) => isRequired);
  expect(required.map(([kind]) => kind)).toEqual([answers[0]?.status === 200 ? 'council' : 'finance-advice']);
});

test('two persons who approve at once approve it once, and the other is told that it changed', async () => {
  const submitted = await submit(await givenDraft(api, drafter, { year: 2021 }));
  const second = await api.person(['minister'], 'Sofie Second');
  const answers = await Promise.all(
    [approver, second].map((as, process) => api.call(contract.approvePlanVersion, at(submitted), { as, process })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'record.stale' });
  const events = await api.sql(`SELECT FROM journal WHERE subject_id = $1 AND type = 'plan-version.approved'`, [
    submitted.versionId,
  ]);
  expect(events).toHaveLength(1);
});

test('a version that changed while somebody read it is not approved as it was read', async () => {
  const read = await submit(await givenDraft(api, drafter, { year: 2022 }));
  const params = { versionId: read.versionId };
  const back = { params, body: { revision: read.revision, reason: 'Nog een lijn erbij.' } };
  const returned = await api.ok(contract.sendBackPlanVersion, back, { as: approver });
  const saved = await api.ok(
    contract.savePlanLines,
    { params, body: { ...returned, totalCents: 1_000_000_000 as never, lines: [...usualLines] } },
    { as: drafter },
  );
  await submit({ ...read, ...saved });
  expect(await api.refused(contract.approvePlanVersion, at(read), { as: approver })).toMatchObject({
    code: 'record.stale',
  });
});

test('the decree names the advice and the agreement of its way, each with its day, and nothing that was not given', async () => {
  const preamble = async ({ versionId }: Version) => {
    const input = { params: { versionId, form: 'decree.docx' as const }, query: {} };
    const { raw } = await api.call(contract.readPlanDocument, input, { as: approver });
    return entryOf(raw, 'word/document.xml')
      ?.toString('utf8')
      .replaceAll(/<[^>]+>/g, ' ');
  };
  const version = await givenApproved(2021, 'budget-agreement', 'finance-advice', 'council');
  expect(await preamble(version)).not.toContain('Gelet op het advies');
  const advised = await record(version, 'finance-advice', '2026-01-05');
  expect(await preamble(advised)).toContain('inspecteur van financiën, gegeven op 5 januari 2026;');
  expect(await preamble(advised)).not.toContain('akkoordbevinding');
  const agreed = await record(await record(advised, 'budget-agreement', '2026-01-06'), 'council', '2026-01-07');
  expect(await preamble(agreed)).toMatch(
    /gegeven op 5 januari 2026;.*akkoordbevinding van de minister van Begroting van 6 januari 2026;/s,
  );
});
