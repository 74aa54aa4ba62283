import { applications } from '@commonlot/contracts';
import { eicar, FakeClamd } from '../testing/fake-clamd.js';
import { type GivenApplication, givenDraft, givenFile, pdf } from '../testing/given-application.js';
import { type GivenCall, givenOpenCall } from '../testing/given-call.js';
import { givenPlanInForce } from '../testing/given-plan.js';
import { heardLog } from '../testing/heard-log.js';
import { TestApi, type TestPerson } from '../testing/test-api.js';
import { ScanFile } from './scan-file.js';
import { ScanWaiting } from './scan-waiting.js';

let clamd: FakeClamd;
let api: TestApi;
let call: GivenCall;
beforeAll(async () => {
  clamd = await FakeClamd.start();
  api = await TestApi.start({ settings: { CLAMD_URL: clamd.url } });
  call = await givenOpenCall(api, await givenPlanInForce(api));
});
afterAll(async () => {
  await api.stop();
  await clamd.stop();
});
beforeEach(() => {
  clamd.mood = 'works';
});

const virus = Buffer.concat([pdf, Buffer.from(eicar)]);
const stateOf = async (fileId: string) =>
  (
    await api.sql<{ scan_state: string; at: Date | null }>(
      'SELECT scan_state, scanned_at AS at FROM stored_file WHERE id = $1',
      [fileId],
    )
  )[0];
const download = (applicationId: string, fileId: string, as: TestPerson) =>
  api.call(applications.readApplicationFile, { params: { applicationId, fileId } }, { as });
const submit = ({ id, revision, organisation }: GivenApplication) =>
  api.ok(
    applications.submitApplication,
    { params: { applicationId: id }, body: { revision, declaresTruth: true } },
    { as: organisation.representative },
  );

it('marks a file as pending until the job has asked, then as clean', async () => {
  const draft = await givenDraft(api, call);
  const file = await givenFile(api, draft);
  expect(file.scanState).toBe('pending');
  expect(await stateOf(file.fileId)).toEqual({ scan_state: 'pending', at: null });
  await api.work();
  expect(await stateOf(file.fileId)).toEqual({ scan_state: 'clean', at: expect.any(Date) });
  expect(clamd.scanned.at(-1)?.equals(pdf)).toBe(true);
  const [entry] = await api.sql(`SELECT data FROM journal WHERE type = 'file.scanned' AND subject_id = $1`, [
    file.fileId,
  ]);
  expect(entry).toEqual({ data: { before: {}, after: { state: 'clean' } } });
});

it('never serves an infected file again, to nobody, and says so to everybody who may know of it', async () => {
  const draft = await givenDraft(api, call);
  const { fileId } = await givenFile(api, draft, { bytes: virus });
  const as = draft.organisation.representative;
  // While nobody looked at it people work on.
  expect((await download(draft.id, fileId, as)).status).toBe(200);
  await submit(draft);
  await api.work();
  expect(await stateOf(fileId)).toMatchObject({ scan_state: 'infected' });
  for (const reader of [as, await api.person(['officer']), await api.person(['auditor'])]) {
    const answer = await download(draft.id, fileId, reader);
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([403, 'file.infected']);
    expect(answer.raw.includes(eicar)).toBe(false);
  }
  const params = { applicationId: draft.id };
  const own = await api.ok(applications.readOwnApplication, { params }, { as });
  const staff = await api.ok(applications.readApplication, { params }, { as: await api.person(['officer']) });
  for (const { attachments } of [own, staff]) expect(attachments).toMatchObject([{ fileId, scanState: 'infected' }]);
  await expect(api.sql(`UPDATE stored_file SET scan_state = 'clean' WHERE id = $1`, [fileId])).rejects.toThrow(
    'an infected file stays infected',
  );
});

it('lets an application be sent while the scanner is away, and tells staff that nobody looked yet', async () => {
  clamd.mood = 'cut';
  const draft = await givenDraft(api, call);
  const { fileId } = await givenFile(api, draft);
  await submit(draft);
  expect(await heardLog(() => api.work())).toContain('it hung up');
  expect(await stateOf(fileId)).toEqual({ scan_state: 'pending', at: null });
  const officer = await api.person(['officer']);
  const seen = await api.ok(applications.readApplication, { params: { applicationId: draft.id } }, { as: officer });
  expect(seen.attachments).toMatchObject([{ fileId, scanState: 'pending' }]);
  expect((await download(draft.id, fileId, officer)).status).toBe(200);
  const [job] = await api.sql<{ attempts: number; last_error: string }>(
    `SELECT attempts, last_error FROM graphile_worker.jobs WHERE key = 'scan-file:' || $1`,
    [fileId],
  );
  expect(job).toEqual({ attempts: 1, last_error: expect.any(String) });

  clamd.mood = 'works';
  await api.get(ScanFile).run(fileId);
  expect(await stateOf(fileId)).toMatchObject({ scan_state: 'clean' });
});

it('comes back to what waits for long and to what came before there was a scanner, and leaves letters alone', async () => {
  const draft = await givenDraft(api, call);
  const [old, young, removed] = [await givenFile(api, draft), await givenFile(api, draft), await givenFile(api, draft)];
  const params = { applicationId: draft.id, fileId: removed.fileId };
  await api.ok(applications.removeFile, { params }, { as: draft.organisation.representative });
  await api.sql(`DELETE FROM graphile_worker._private_jobs`);
  await api.sql(
    `UPDATE stored_file SET scan_state = 'not-scanned', uploaded_at = now() - interval '11 minutes' WHERE id = ANY ($1)`,
    [[old.fileId, removed.fileId]],
  );
  await api.sql(
    `INSERT INTO stored_file (id, name, media_type, size_bytes, sha256, uploaded_at)
     VALUES (gen_random_uuid(), 'brief.pdf', 'application/pdf', 1, repeat('0', 64), now() - interval '1 day')`,
  );
  await api.get(ScanWaiting).run();
  const jobs = await api.sql<{ key: string }>(
    `SELECT key FROM graphile_worker.jobs WHERE task_identifier = 'scan-file'`,
  );
  expect(jobs.map(({ key }) => key)).toEqual([`scan-file:${old.fileId}`]);
  await api.work();
  expect(await stateOf(old.fileId)).toMatchObject({ scan_state: 'clean' });
  expect(await stateOf(young.fileId)).toMatchObject({ scan_state: 'pending' });
});

it('does nothing and queues nothing where there is no scanner', async () => {
  const plain = await TestApi.start();
  try {
    const draft = await givenDraft(plain, await givenOpenCall(plain, await givenPlanInForce(plain)));
    const { fileId, scanState } = await givenFile(plain, draft);
    expect(scanState).toBe('not-scanned');
    await plain.get(ScanFile).run(fileId);
    await plain.get(ScanWaiting).run();
    expect(await plain.sql(`SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = 'scan-file'`)).toEqual([]);
  } finally {
    await plain.stop();
  }
});
