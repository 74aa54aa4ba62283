import { applications } from '@commonlot/contracts';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/index.js';
import { completeAnswers, costTable, givenDraft, givenSubmittedApplication } from '../testing/given-application.js';
import { type GivenCall, givenOpenCall } from '../testing/given-call.js';
import { givenMember, givenOrganisation } from '../testing/given-organisations.js';
import { type GivenPlan, givenPlanInForce } from '../testing/given-plan.js';
import { TestApi, type TestPerson } from '../testing/test-api.js';

const nobody = '00000000-0000-4000-8000-000000000000';

let api: TestApi;
let plan: GivenPlan;
let call: GivenCall;
beforeAll(async () => {
  api = await TestApi.start({ processes: 2 });
  plan = await givenPlanInForce(api);
  call = await givenOpenCall(api, plan);
});
afterEach(() => api.get(Clock).set(null));
afterAll(() => api.stop());

const bodyFor = (organisation: { readonly id: string }, callNumber = call.number) => ({
  callNumber,
  organisationId: organisation.id,
  fileLanguage: 'nl' as const,
});
const save = (applicationId: string, as: TestPerson, answers: unknown, revision: number, process = 0) =>
  api.call(
    applications.saveDraft,
    { params: { applicationId }, body: { answers: answers as never, revision } },
    { as, process },
  );
const read = (applicationId: string, as: TestPerson) =>
  api.ok(applications.readOwnApplication, { params: { applicationId } }, { as });
const codeOf = (answer: { body: unknown }) => (answer.body as { code?: string }).code;

describe('saving a draft', () => {
  it('keeps the answers given and lets the others stay', async () => {
    const organisation = await givenOrganisation(api);
    const as = organisation.representative;
    const { id } = await api.ok(applications.startApplication, { body: bodyFor(organisation) }, { as });
    await save(id, as, { title: 'Koor', need: 'Rust\r\nen zang' }, 0);
    const second = await save(id, as, { summary: 'Zingen', need: null, budget: costTable(1_234_56) }, 1);
    expect(second).toMatchObject({ status: 200, body: { revision: 2 } });
    const draft = await read(id, as);
    expect(draft.answers).toMatchObject({ title: 'Koor', summary: 'Zingen', need: null });
    expect(draft).toMatchObject({ title: 'Koor', requestedCents: 1_234_56, revision: 2 });
  });

  it('keeps title, amount and municipality in step for the lists', async () => {
    const { id, organisation, revision } = await givenDraft(api, call);
    const as = organisation.representative;
    const columns = () =>
      api.sql('SELECT title, requested_cents, municipality_nis FROM application WHERE id = $1', [id]);
    expect(await columns()).toEqual([
      { title: completeAnswers().title, requested_cents: '600000', municipality_nis: '21004' },
    ]);
    await save(id, as, { title: '👩‍👩‍👧'.repeat(100), municipality: '99999', budget: null }, revision);
    const [row] = (await columns()) as { title: string; requested_cents: null; municipality_nis: null }[];
    expect([...(row?.title ?? '')]).toHaveLength(200);
    expect(row).toMatchObject({ requested_cents: null, municipality_nis: null });
    const draft = await read(id, as);
    expect(draft.answers['municipality']).toBe('99999');
    expect(draft.blockers).toContainEqual({ code: 'answers-invalid', questionId: 'municipality' });
  });

  it('keeps half a cost table, and sums that no call can pay', async () => {
    const { id, organisation, revision } = await givenDraft(api, call);
    const as = organisation.representative;
    const half = { costs: [{ label: '', amountCents: null }], incomes: [] };
    expect((await save(id, as, { budget: half }, revision)).status).toBe(200);
    expect((await read(id, as)).answers['budget']).toEqual(half);
    const row = { label: 'Alles', amountCents: 100_000_000_000_000, kind: 'requested' };
    const huge = { costs: [], incomes: Array.from({ length: 30 }, () => row) };
    expect((await save(id, as, { budget: huge }, revision + 1)).status).toBe(200);
    expect((await read(id, as)).requestedCents).toBeNull();
  });

  it('names the questions that the form does not have, and answers of the wrong type', async () => {
    const { id, organisation, revision } = await givenDraft(api, call);
    const as = organisation.representative;
    const answer = await save(id, as, { title: 5, colour: 'red', constructor: 'x', need: 'fine' }, revision);
    expect(answer.body).toMatchObject({
      code: 'application.answers-invalid',
      details: {
        questionIds: ['title', 'colour', 'constructor'],
        errors: [
          { questionId: 'title', codes: ['wrong-type'] },
          { questionId: 'colour', codes: ['unknown'] },
          { questionId: 'constructor', codes: ['unknown'] },
        ],
      },
    });
    expect((await read(id, as)).revision).toBe(revision);
  });

  it('refuses what no answer can be', async () => {
    const { id, organisation, revision } = await givenDraft(api, call);
    const as = organisation.representative;
    for (const answers of [
      { title: 'a\u0000b' },
      { title: 'x'.repeat(20_001) },
      { title: { $ne: null } },
      { 'A B': 'x' },
      [],
    ]) {
      expect(codeOf(await save(id, as, answers, revision))).toBe('request.malformed');
    }
    expect(codeOf(await save(id, as, JSON.parse('{"__proto__": "x"}'), revision))).toBe('request.malformed');
  });

  it('keeps hostile text as it is', async () => {
    const { id, organisation, revision } = await givenDraft(api, call);
    const as = organisation.representative;
    const text = `'; DROP TABLE application; -- <img src=x onerror=alert(1)> {{7*7}} =cmd|'/c calc'!A1`;
    await save(id, as, { title: text }, revision);
    expect((await read(id, as)).answers['title']).toBe(text);
  });

  it('refuses a stale revision and loses nothing: one of two editors saves', async () => {
    const { id, organisation, revision } = await givenDraft(api, call);
    const as = organisation.representative;
    const editor = await givenMember(api, organisation, 'editor');
    const answers = await Promise.all([
      save(id, as, { title: 'Eén' }, revision, 0),
      save(id, editor, { title: 'Twee' }, revision, 1),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const stale = answers.find(({ status }) => status === 409);
    expect(stale?.body).toMatchObject({ code: 'record.stale', details: { revision: revision + 1 } });
  });

  it('is for editors and representatives of the organisation, while it is a draft', async () => {
    const { id, organisation, revision } = await givenSubmittedApplication(api, call);
    const viewer = await givenMember(api, organisation, 'viewer');
    const stranger = await api.person(['officer', 'reviewer']);
    expect(codeOf(await save(id, stranger, {}, revision))).toBe('record.missing');
    expect(codeOf(await save(nobody, organisation.representative, {}, 0))).toBe('record.missing');
    expect(codeOf(await save(id, viewer, {}, revision))).toBe('membership.not-allowed');
    const late = await save(id, organisation.representative, {}, revision);
    expect(late.body).toMatchObject({ code: 'lifecycle.not-allowed', details: { state: 'submitted' } });
  });

  it('notes in the journal who wrote and when, once in ten minutes', async () => {
    const { id, organisation, revision } = await givenDraft(api, call);
    const editor = await givenMember(api, organisation, 'editor');
    const noted = async () =>
      (
        await api.sql<{ actor: string; data: object }>(
          `SELECT actor_id AS actor, data FROM journal WHERE subject_id = $1 AND type = 'application.saved' ORDER BY id`,
          [id],
        )
      ).map(({ actor, data }) => [actor, data]);
    const own = organisation.representative;
    const first = [own.id, { before: {}, after: { revision } }];
    expect(await noted()).toEqual([first]);
    await save(id, own, { title: 'Koor' }, revision);
    await save(id, editor, { title: 'Een koor' }, revision + 1);
    await save(id, editor, { title: 'Het koor' }, revision + 2);
    expect(await noted()).toEqual([first, [editor.id, { before: {}, after: { revision: revision + 2 } }]]);
    api.get(Clock).set(new Date(Date.now() + 11 * 60_000));
    await save(id, own, { title: 'Ons koor' }, revision + 3);
    expect((await noted()).slice(2)).toEqual([[own.id, { before: {}, after: { revision: revision + 4 } }]]);
    const refused = await save(id, own, { title: 5 }, revision + 4);
    expect([refused.status, (await noted()).length]).toEqual([422, 3]);
  });

  it('takes one read and one write', async () => {
    const { id, organisation, revision } = await givenDraft(api, call);
    const logger = api.get(DataSource).logger;
    const sent: string[] = [];
    const { logQuery } = logger;
    logger.logQuery = (query: string) => void sent.push(query);
    await save(
      id,
      organisation.representative,
      { title: 'Koor', municipality: '44021', budget: costTable() },
      revision,
    );
    logger.logQuery = logQuery;
    const [begin, clock, load, write, commit, ...more] = sent.map((query) => query.trim().split(/\s/)[0]);
    expect([begin, clock, load, write, commit]).toEqual(['START', 'SELECT', 'SELECT', 'UPDATE', 'COMMIT']);
    expect(more).toEqual([]);
  });
});
