import { randomUUID } from 'node:crypto';
import { applications } from '@commonlot/contracts';
import { CONFIG, type Config } from '../../platform/config.js';
import { givenDraft } from '../given-application.js';
import { givenOpenCall } from '../given-call.js';
import { givenPlanInForce } from '../given-plan.js';
import { TestApi } from '../test-api.js';
import { FaultProxy } from './fault-proxy.js';
import { type Scenario, scenario } from './scenario.js';
import { Subject } from './subject.js';

let api: TestApi;
let proxy: FaultProxy;
let subject: Subject;
let submission: Scenario;
beforeAll(async () => {
  api = await TestApi.start();
  const draft = await givenDraft(api, await givenOpenCall(api, await givenPlanInForce(api)));
  submission = scenario(api, applications.submitApplication, draft.organisation.representative, {
    params: { applicationId: draft.id },
    body: { revision: draft.revision, declaresTruth: true },
  });
  proxy = await FaultProxy.start(api.database.url);
  const { FILES_DIRECTORY } = api.get(CONFIG as never) as Config;
  subject = await Subject.start(proxy, FILES_DIRECTORY, 4);
});
afterAll(async () => {
  await subject.stop();
  await proxy.stop();
  await api.stop();
});

test('slow is not wrong: asked again while the first is still at work, the same key gives the same receipt, once', async () => {
  await subject.warm(submission);
  proxy.delayMs = 4;
  const key = randomUUID();
  const start = performance.now();
  const impatient = Array.from({ length: 3 }, () => subject.send(submission, key));
  const replies = await Promise.all(impatient);
  proxy.delayMs = 0;
  expect(performance.now() - start).toBeGreaterThan(400);
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(new Set(replies.map(({ body }) => body)).size).toBe(1);
  const entries = await api.sql(`SELECT 1 FROM journal WHERE type = 'application.submitted'`);
  expect(entries).toHaveLength(1);
});

test('a connection that is cut while nobody uses it is replaced, and nobody notices', async () => {
  await subject.warm(submission);
  proxy.cutAll('reset');
  await new Promise((resolve) => setTimeout(resolve, 50));
  const { status } = await subject.send(submission, randomUUID());
  expect(status).toBe(409);
});
