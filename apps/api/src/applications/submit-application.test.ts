import { createHash, randomUUID } from 'node:crypto';
import { applications, calls } from '@commonlot/contracts';
import { Clock } from '../platform/index.js';
import {
  type GivenApplication,
  givenDraft,
  givenFile,
  givenSubmittedApplication,
} from '../testing/given-application.js';
import { type GivenCall, givenOpenCall } from '../testing/given-call.js';
import { givenMember, givenOrganisation } from '../testing/given-organisations.js';
import { type GivenPlan, givenPlanInForce } from '../testing/given-plan.js';
import { codeOf, submitting } from '../testing/submitting.js';
import { TestApi } from '../testing/test-api.js';

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

const submit = (...sent: Parameters<ReturnType<typeof submitting>['submit']>) => submitting(api).submit(...sent);
const read = (draft: GivenApplication) => submitting(api).read(draft);
const entriesOf = (id: string) => submitting(api).entriesOf(id);
interface MailRow {
  readonly recipient: string;
  readonly language: string;
  readonly subject: string;
  readonly body: string;
}
const mailsAbout = (id: string) =>
  api.sql<MailRow>(
    'SELECT recipient, language, subject, body FROM outgoing_mail WHERE about_id = $1 ORDER BY recipient',
    [id],
  );

describe('a submission', () => {
  it('answers with a receipt that says what was sent', async () => {
    const draft = await givenDraft(api, call);
    const as = draft.organisation.representative;
    const file = await givenFile(api, draft);
    const receipt = await api.ok(
      applications.submitApplication,
      { params: { applicationId: draft.id }, body: { revision: draft.revision, declaresTruth: true } },
      { as },
    );
    expect(receipt).toMatchObject({ number: draft.number, revision: draft.revision + 1 });

    const own = await read(draft);
    expect(own).toMatchObject({
      releasedState: 'submitted',
      submittedAt: receipt.submittedAt,
      contentHash: receipt.contentHash,
      submittedBy: as.name,
      mayEdit: false,
      mayWithdraw: true,
      blockers: [],
      revision: receipt.revision,
    });
    // Anybody can redo the sum, and finds in the text what was typed and attached.
    const [kept] = await api.sql<{ sent_content: string }>('SELECT sent_content FROM application WHERE id = $1', [
      draft.id,
    ]);
    const content = kept?.sent_content ?? '';
    expect(createHash('sha256').update(content).digest('hex')).toBe(receipt.contentHash);
    expect(JSON.parse(content)).toMatchObject({
      applicationNumber: draft.number,
      callNumber: call.number,
      enterpriseNumber: draft.organisation.enterpriseNumber,
      organisationName: draft.organisation.name,
      submittedAt: receipt.submittedAt,
      answers: { title: 'Een koor in het rusthuis', quotes: [file.fileId] },
      files: [{ id: file.fileId, name: 'offerte.pdf', sha256: file.sha256 }],
    });
  });

  it('mails the receipt to every representative, in the language of the file', async () => {
    const draft = await givenDraft(api, call, { fileLanguage: 'de' });
    const second = await givenMember(api, draft.organisation, 'representative');
    await givenMember(api, draft.organisation, 'editor');
    await submit(draft);
    const mails = await mailsAbout(draft.id);
    expect(mails.map(({ recipient }) => recipient)).toEqual(
      [draft.organisation.representative.email, second.email].toSorted(),
    );
    const { contentHash } = await read(draft);
    for (const mail of mails) {
      expect(mail).toMatchObject({ language: 'de', subject: `Empfangsbestätigung: Antrag ${draft.number}` });
      expect(mail.body).toContain(contentHash);
      expect(mail.body).toContain('€\u00a06.000');
      expect(mail.body).toContain(`/de/work/applications/${draft.id}`);
    }
  });

  it('has one effect and one receipt, though it comes twenty times to two processes', async () => {
    const draft = await givenDraft(api, call);
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => submit(draft, { key, process: index % 2 })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect(new Set(answers.map(({ raw }) => raw.toString())).size).toBe(1);
    expect(await entriesOf(draft.id)).toHaveLength(1);
    expect(await mailsAbout(draft.id)).toHaveLength(1);
  });

  it('succeeds for one of two who press at the same time', async () => {
    const draft = await givenDraft(api, call);
    const second = await givenMember(api, draft.organisation, 'representative');
    const answers = await Promise.all([submit(draft), submit(draft, { as: second, process: 1 })]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(answers.map(codeOf)).toContain('lifecycle.not-allowed');
    expect(await entriesOf(draft.id)).toHaveLength(1);
  });

  it('is refused when the same key brings something else', async () => {
    const draft = await givenDraft(api, call);
    const key = randomUUID();
    await submit(draft, { key });
    expect(codeOf(await submit(draft, { key, declaresTruth: false }))).toBe('idempotency.mismatch');
  });

  it('wins over a save that comes at the same time, or loses to it, and never mixes with it', async () => {
    const draft = await givenDraft(api, call);
    const as = draft.organisation.representative;
    const body = { answers: { title: 'Anders' }, revision: draft.revision };
    const [sent, saved] = await Promise.all([
      submit(draft),
      api.call(applications.saveDraft, { params: { applicationId: draft.id }, body }, { as, process: 1 }),
    ]);
    expect([sent.status, saved.status].toSorted()).toEqual([200, 409]);
    const [row] = await api.sql<{ title: string; sent: string | null }>(
      `SELECT title, sent_content::json #>> '{answers,title}' AS sent FROM application WHERE id = $1`,
      [draft.id],
    );
    expect(row?.sent).toBe(sent.status === 200 ? row?.title : null);
  });
});

it('either is sent or finds the call cancelled, when both happen at the same time', async () => {
  const fresh = await givenOpenCall(api, plan);
  const draft = await givenDraft(api, fresh);
  const { revision } = await api.ok(calls.readCall, { params: { callId: fresh.id } }, { as: fresh.officer });
  const [sent, cancelled] = await Promise.all([
    submit(draft),
    api.call(
      calls.cancelCall,
      { params: { callId: fresh.id }, body: { revision, reason: 'Too early.' } },
      { as: fresh.officer, process: 1 },
    ),
  ]);
  expect([sent.status, cancelled.status].filter((status) => status === 200)).toHaveLength(1);
});

it('is frozen once it was sent, for the owner of the tables too', async () => {
  const { id } = await givenSubmittedApplication(api, call);
  for (const change of [
    `answers = '{}'`,
    `title = 'x'`,
    `submitted_at = submitted_at - interval '1 day'`,
    `sent_content = NULL`,
  ]) {
    await expect(api.sql(`UPDATE application SET ${change} WHERE id = $1`, [id])).rejects.toThrow('does not change');
  }
});

it('numbers applications of a call without doubles, whoever begins at the same time', async () => {
  const organisations = await Promise.all(Array.from({ length: 8 }, () => givenOrganisation(api)));
  const drafts = await Promise.all(
    organisations.map(async (organisation, index) => {
      const body = { callNumber: call.number, organisationId: organisation.id, fileLanguage: 'fr' as const };
      const as = organisation.representative;
      const { id } = await api.ok(applications.startApplication, { body }, { as, process: index % 2 });
      return api.ok(applications.readOwnApplication, { params: { applicationId: id } }, { as });
    }),
  );
  expect(new Set(drafts.map(({ number }) => number)).size).toBe(8);
});
