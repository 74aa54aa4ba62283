import { access, platform } from '@commonlot/contracts';
import { givenDraft, givenFile } from '../testing/given-application.js';
import { givenOpenCall } from '../testing/given-call.js';
import { givenPlanInForce } from '../testing/given-plan.js';
import { heardLog } from '../testing/heard-log.js';
import { TestApi } from '../testing/test-api.js';
import { CheckInvariants } from './check-invariants.js';
import { invariants } from './invariants.js';
import { MetricsServer } from './metrics-server.js';

let api: TestApi;
let url: string;
let isWell = true;
beforeAll(async () => {
  api = await TestApi.start({ settings: { METRICS_PORT: '0', CLAMD_URL: 'tcp://127.0.0.1:1' } });
  const port = await api.get(MetricsServer).listen(() => isWell);
  url = `http://127.0.0.1:${port}`;
});
afterAll(() => api.stop());

const scrape = async () => (await fetch(`${url}/metrics`)).text();
/** The values of one metric: its labels as they are written, and the number. */
function valuesOf(text: string, name: string): Record<string, number> {
  const lines = [...text.matchAll(new RegExp(`^${name}(?:\\{(.*)\\})? (\\S+)$`, 'gm'))];
  return Object.fromEntries(lines.map(([, labels = '', value]) => [labels, Number(value)]));
}

it('times requests by the template of their route, never by the address', async () => {
  const person = await api.person();
  await api.call(platform.readReadiness);
  await api.call(access.readSession, {}, { as: person });
  await api.raw({
    method: 'GET',
    url: `/api/applications/${person.id}`,
    headers: { cookie: `session=${person.token}` },
  });
  await api.raw({ method: 'GET', url: '/api/not-there?email=lea@example.org' });
  const counts = valuesOf(await scrape(), 'commonlot_http_request_duration_seconds_count');
  expect(counts).toMatchObject({
    'method="GET",route="/api/health/ready",status="200"': 1,
    'method="GET",route="/api/session",status="200"': 1,
  });
  expect(Object.keys(counts).filter((labels) => labels.includes('404')).length).toBeGreaterThan(0);
  expect(JSON.stringify(counts)).not.toMatch(new RegExp(`${person.id}|lea@|not-there`));
});

it('tells what waits: jobs, mails, files for the scanner, entries for their seal', async () => {
  const draft = await givenDraft(api, await givenOpenCall(api, await givenPlanInForce(api)));
  await givenFile(api, draft);
  await api.call(access.signUp, {
    body: { email: 'lea@choir.example', name: 'Léa', password: 'tram langs het kanaal', screenLanguage: 'fr' },
  });
  const before = await scrape();
  expect(valuesOf(before, 'commonlot_database_up')).toEqual({ '': 1 });
  expect(valuesOf(before, 'commonlot_queue_jobs')['state="ready"']).toBeGreaterThan(0);
  expect(valuesOf(before, 'commonlot_outbox_mails')['']).toBeGreaterThan(0);
  expect(valuesOf(before, 'commonlot_outbox_oldest_seconds')['']).toBeGreaterThan(0);
  expect(valuesOf(before, 'commonlot_scan_files')).toEqual({ '': 1 });
  expect(valuesOf(before, 'commonlot_journal_unsealed')['']).toBeGreaterThan(5);
  await heardLog(() => api.work());
  const after = await scrape();
  expect(valuesOf(after, 'commonlot_outbox_mails')).toEqual({ '': 0 });
  // The scanner is away: its job waits for the next attempt.
  expect(valuesOf(after, 'commonlot_queue_jobs')).toMatchObject({ 'state="ready"': 0, 'state="later"': 1 });
  const jobs = valuesOf(after, 'commonlot_job_duration_seconds_count');
  expect(jobs['job="send-mail",outcome="done"']).toBeGreaterThan(0);
  expect(jobs['job="scan-file",outcome="failed"']).toBe(1);
});

it('tells how full each pool is, and that the database is away, without waiting for it', async () => {
  const pools = valuesOf(await scrape(), 'commonlot_database_connections');
  for (const pool of ['read', 'register', 'write', 'queue']) {
    for (const state of ['used', 'idle', 'waiting']) expect(pools).toHaveProperty([`pool="${pool}",state="${state}"`]);
  }
  await api.sql(`ALTER TABLE outgoing_mail RENAME TO away`);
  const text = await scrape();
  await api.sql(`ALTER TABLE away RENAME TO outgoing_mail`);
  expect(valuesOf(text, 'commonlot_database_up')).toEqual({ '': 0 });
  // What could not be read is absent and not as it was.
  expect(valuesOf(text, 'commonlot_outbox_mails')).toEqual({});
});

it('tells what the nightly check of the promises found, and the log too', async () => {
  await api.get(CheckInvariants).run();
  const fine = valuesOf(await scrape(), 'commonlot_invariant_broken_rows');
  expect(fine).toEqual(
    Object.fromEntries([...invariants.map(({ name }) => name), 'journal-chain'].map((name) => [`name="${name}"`, 0])),
  );
  await api.sql('ALTER TABLE journal DISABLE TRIGGER USER');
  const [planted] = await api.sql<{ id: string }>(
    `INSERT INTO journal (type, subject_type, subject_id) VALUES ('x.y', 'x', gen_random_uuid()) RETURNING id::text AS id`,
  );
  const log = await heardLog(() => api.get(CheckInvariants).run());
  expect(valuesOf(await scrape(), 'commonlot_invariant_broken_rows')).toMatchObject({
    'name="journal-is-sealed"': 1,
    'name="journal-chain"': 1,
  });
  expect(log).toContain('"event":"invariant.broken"');
  await api.sql('DELETE FROM journal WHERE id = $1', [planted?.id]);
  await api.sql('ALTER TABLE journal ENABLE TRIGGER USER');
  await api.get(CheckInvariants).run();
  const checked = valuesOf(await scrape(), 'commonlot_invariant_checked_seconds');
  expect(Math.abs(Date.now() / 1000 - (checked['name="journal-chain"'] ?? 0))).toBeLessThan(60);
});

it('says on the same port whether the process is well', async () => {
  expect((await fetch(`${url}/health`)).status).toBe(200);
  isWell = false;
  expect((await fetch(`${url}/health`)).status).toBe(503);
  expect((await fetch(`${url}/other`)).status).toBe(404);
});

it('shows nothing of it on the public port', async () => {
  for (const path of ['/metrics', '/api/metrics', '/health', '/api/health']) {
    expect([path, (await api.raw({ method: 'GET', url: path })).status]).toEqual([path, 404]);
  }
});

it('does not listen and keeps nothing without the setting', async () => {
  const plain = await TestApi.start();
  expect(await plain.get(MetricsServer).listen()).toBeNull();
  await plain.stop();
});
