import { applications, type Endpoint, type RequestOf } from '@commonlot/contracts';
import { Clock, systemActor, Transactions } from '../platform/index.js';
import { type GivenApplication, givenDraft, givenFile, pdf } from '../testing/given-application.js';
import { type GivenCall, givenOpenCall, whenClosed } from '../testing/given-call.js';
import { givenMember } from '../testing/given-organisations.js';
import { type GivenPlan, givenPlanInForce } from '../testing/given-plan.js';
import { givenSignedDecisions, releaseBatch, secretReason } from '../testing/given-signed-decisions.js';
import { TestApi, type TestPerson } from '../testing/test-api.js';
import { Applications } from './index.js';

interface Twin extends GivenApplication {
  readonly fileId: string;
  readonly editor: TestPerson;
  readonly contentHash: string;
}

let api: TestApi;
let plan: GivenPlan;
beforeAll(async () => {
  api = await TestApi.start();
  plan = await givenPlanInForce(api);
});
afterEach(() => api.get(Clock).set(null));
afterAll(() => api.stop());

/** An application that was sent with one file; with the clock standing still, two of them differ in names only. */
async function givenTwin(call: GivenCall): Promise<Twin> {
  const draft = await givenDraft(api, call);
  const as = draft.organisation.representative;
  const { fileId } = await givenFile(api, draft);
  const body = { revision: draft.revision, declaresTruth: true };
  const { contentHash } = await api.ok(
    applications.submitApplication,
    { params: { applicationId: draft.id }, body },
    { as },
  );
  const editor = await givenMember(api, draft.organisation, 'editor');
  return { ...draft, revision: body.revision + 1, fileId, editor, contentHash };
}

/** A call with two applications that differ in nothing, one admitted and one excluded. */
async function givenTwins(): Promise<{ call: GivenCall; admitted: Twin; excluded: Twin }> {
  const call = await givenOpenCall(api, plan);
  api.get(Clock).set(new Date(call.closesAt.getTime() - 60_000));
  const admitted = await givenTwin(call);
  const excluded = await givenTwin(call);
  whenClosed(api, call);
  const as = call.officer;
  const params = (twin: Twin) => ({ params: { applicationId: twin.id } });
  await api.ok(applications.admitApplication, { ...params(admitted), body: { revision: admitted.revision } }, { as });
  const reasons = [{ code: 'outside-scope' as const, text: 'The call is for choirs and this is none.' }];
  await api.ok(
    applications.excludeApplication,
    { ...params(excluded), body: { revision: excluded.revision, reasons } },
    { as },
  );
  return { call, admitted, excluded };
}

/** Everything that the people of the organisation can get out of the API about their file, names taken out. */
async function seenBy(twin: Twin): Promise<string[]> {
  const as = twin.organisation.representative;
  const { editor, revision } = twin;
  const params = { applicationId: twin.id };
  const ofFile = { ...params, fileId: twin.fileId };
  const query = { questionId: 'quotes', name: 'extra.pdf' };
  const answers = [
    await ask(applications.listOwnApplications, {}, as),
    await ask(applications.readOwnApplication, { params }, as),
    await ask(applications.readOwnApplication, { params }, editor),
    await ask(applications.saveDraft, { params, body: { answers: { title: 'x' }, revision } }, as),
    await ask(applications.saveDraft, { params, body: { answers: {}, revision: 0 } }, as),
    await ask(applications.submitApplication, { params, body: { revision, declaresTruth: true } }, as),
    await ask(applications.discardDraft, { params }, as),
    await ask(applications.attachFile, { params, query }, as, pdf),
    await ask(applications.removeFile, { params: ofFile }, as),
    await ask(applications.readApplicationFile, { params: ofFile }, as),
    await ask(applications.withdrawApplication, { params, body: { reason: '' } }, editor),
    await ask(applications.readApplication, { params }, as),
  ];
  return answers.map((answer) => withoutNames(twin, answer));
}

async function ask<E extends Endpoint>(endpoint: E, input: Partial<RequestOf<E>>, as: TestPerson, bytes?: Buffer) {
  const { status, raw, headers } = await api.call(endpoint, input, { as, ...(bytes === undefined ? {} : { bytes }) });
  const { date: _, 'x-request-id': __, ...rest } = headers;
  return JSON.stringify({ status, headers: rest, body: raw.toString() });
}

function withoutNames({ id, number, fileId, contentHash, organisation }: Twin, answer: string): string {
  const names = [id, number, fileId, contentHash, organisation.id, organisation.name, organisation.enterpriseNumber];
  return names.reduce((text, name, index) => text.replaceAll(name, `<${index}>`), answer);
}

const stateOf = async (id: string) =>
  (
    await api.sql<{ state: string; released: string }>(
      'SELECT state, released_state AS released FROM application WHERE id = $1',
      [id],
    )
  )[0];

describe('an applicant whose file was excluded in secret', () => {
  it('sees, and is refused, exactly what one whose file was admitted is', async () => {
    const { admitted, excluded } = await givenTwins();
    expect(await stateOf(admitted.id)).toEqual({ state: 'admitted', released: 'submitted' });
    expect(await stateOf(excluded.id)).toEqual({ state: 'excluded', released: 'submitted' });
    const seen = await seenBy(admitted);
    expect(await seenBy(excluded)).toEqual(seen);
    // The comparison is worth something: the answers do speak of the file.
    expect(seen[1]).toContain('Een koor in het rusthuis');
    expect(seen.join()).not.toMatch(/admitted|excluded|screened|outside-scope/);
  });

  it('sees what an applicant whose file nobody has looked at yet sees', async () => {
    const call = await givenOpenCall(api, plan);
    api.get(Clock).set(new Date(call.closesAt.getTime() - 60_000));
    const waiting = await givenTwin(call);
    const screened = await givenTwin(call);
    whenClosed(api, call);
    const body = { revision: screened.revision };
    await api.ok(applications.admitApplication, { params: { applicationId: screened.id }, body }, { as: call.officer });
    expect(await seenBy(screened)).toEqual(await seenBy(waiting));
  });

  it('withdraws like anybody else, and the answers are the same', async () => {
    const { admitted, excluded } = await givenTwins();
    const withdraw = async (twin: Twin) =>
      ask(
        applications.withdrawApplication,
        { params: { applicationId: twin.id }, body: { reason: 'No hall.' } },
        twin.organisation.representative,
      );
    expect(await withdraw(excluded)).toEqual(await withdraw(admitted));
    expect(await stateOf(excluded.id)).toEqual({ state: 'withdrawn', released: 'withdrawn' });
    expect(await seenBy(excluded)).toEqual(await seenBy(admitted));
  });

  it('learns nothing from the signature, and everything from the release', async () => {
    const { call, admitted, excluded } = await givenTwins();
    const before = await seenBy(admitted);
    const batch = await givenSignedDecisions(api, plan, call, [
      { application: admitted, outcome: 'refuse' },
      { application: excluded, outcome: 'exclude' },
    ]);
    expect(await seenBy(admitted)).toEqual(before);
    expect(await seenBy(excluded)).toEqual(before);

    await api.get(Transactions).run(systemActor, async (tx) => {
      const front = api.get(Applications);
      expect((await front.candidates(tx, call.id)).map(({ id }) => id)).toEqual([admitted.id, excluded.id]);
      await front.release(tx, admitted.id, 'refuse');
      await front.release(tx, excluded.id, 'confirmExclusion');
    });
    await releaseBatch(api, batch);
    const read = ({ id, organisation }: Twin) =>
      api.ok(applications.readOwnApplication, { params: { applicationId: id } }, { as: organisation.representative });
    expect(await read(admitted)).toMatchObject({
      releasedState: 'refused',
      mayWithdraw: false,
      decision: { outcome: 'refuse', number: admitted.number, reason: secretReason },
    });
    expect(await read(excluded)).toMatchObject({ releasedState: 'not-admissible', decision: { outcome: 'exclude' } });
    await correctionStaysSecret(call, admitted, batch.decisionIds[0] ?? '');
    const late = await api.refused(
      applications.withdrawApplication,
      { params: { applicationId: admitted.id }, body: { reason: '' } },
      { as: admitted.organisation.representative },
    );
    expect(late).toMatchObject({ code: 'lifecycle.not-allowed', details: { state: 'refused' } });
    await expect(
      api.get(Transactions).run(systemActor, (tx) => api.get(Applications).release(tx, admitted.id, 'award')),
    ).rejects.toThrow('lifecycle.not-allowed');
  });
});

/** A correction that is signed and not released is as secret as the decision was. */
async function correctionStaysSecret(call: GivenCall, twin: Twin, correctsId: string): Promise<void> {
  const as = twin.organisation.representative;
  const decision = async () =>
    (await api.ok(applications.readOwnApplication, { params: { applicationId: twin.id } }, { as })).decision;
  const before = await decision();
  const reason = 'The refusal stands, for a better reason than before.';
  const correction = await givenSignedDecisions(api, plan, call, [
    { application: twin, outcome: 'refuse', reason, correctsId },
  ]);
  expect(await decision()).toEqual(before);
  await releaseBatch(api, correction);
  expect(await decision()).toMatchObject({ number: `${twin.number}-R`, reason });
}

describe('withdrawing', () => {
  it('is for representatives, of what was sent, once', async () => {
    const call = await givenOpenCall(api, plan);
    const twin = await givenTwin(call);
    const draft = await givenDraft(api, call);
    const withdraw = (application: GivenApplication, as: TestPerson) =>
      api.call(
        applications.withdrawApplication,
        { params: { applicationId: application.id }, body: { reason: 'No hall.' } },
        { as },
      );
    const codeOf = async (answer: Promise<{ body: unknown }>) => ((await answer).body as { code?: string }).code;
    const as = twin.organisation.representative;
    expect(await codeOf(withdraw(twin, await api.person(['officer'])))).toBe('record.missing');
    expect(await codeOf(withdraw(twin, twin.editor))).toBe('membership.not-allowed');
    expect(await codeOf(withdraw(draft, draft.organisation.representative))).toBe('lifecycle.not-allowed');
    const answers = await Promise.all([withdraw(twin, as), withdraw(twin, as)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);

    const own = await api.ok(applications.readOwnApplication, { params: { applicationId: twin.id } }, { as });
    expect(own).toMatchObject({ releasedState: 'withdrawn', withdrawalReason: 'No hall.', mayWithdraw: false });
    const mails = await api.sql(
      `SELECT recipient FROM outgoing_mail WHERE about_id = $1 AND subject LIKE '%ingetrokken%'`,
      [twin.id],
    );
    expect(mails).toEqual([{ recipient: as.email }]);
    // While the call is open the organisation may begin again.
    const body = { callNumber: call.number, organisationId: twin.organisation.id, fileLanguage: 'nl' as const };
    await api.ok(applications.startApplication, { body }, { as });
  });
});
