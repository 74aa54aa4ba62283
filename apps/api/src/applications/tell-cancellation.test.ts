import { calls } from '@commonlot/contracts';
import { givenDraft } from '../testing/given-application.js';
import { givenOpenCall } from '../testing/given-call.js';
import { givenPlanInForce } from '../testing/given-plan.js';
import { TestApi } from '../testing/test-api.js';
import { TellCancellation } from './index.js';

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.start();
});
afterAll(() => api.stop());

it('mails the reason, once, to those who have a draft in the cancelled call', async () => {
  const plan = await givenPlanInForce(api);
  const call = await givenOpenCall(api, plan);
  const other = await givenOpenCall(api, plan);
  const draft = await givenDraft(api, call, { fileLanguage: 'fr' });
  await givenDraft(api, other);
  const { revision } = await api.ok(calls.readCall, { params: { callId: call.id } }, { as: call.officer });
  const body = { revision, reason: 'Le thème a changé.' };
  await api.ok(calls.cancelCall, { params: { callId: call.id }, body }, { as: call.officer });
  await api.work();
  await api.get(TellCancellation).run(call.id);
  await api.get(TellCancellation).run(other.id);
  const mails = await api.sql(
    `SELECT recipient, subject, body FROM outgoing_mail WHERE dedupe_key LIKE 'call.cancelled:%'`,
  );
  expect(mails).toEqual([
    {
      recipient: draft.organisation.representative.email,
      subject: `L’appel ${call.number} est annulé`,
      body: expect.stringContaining('Le thème a changé.'),
    },
  ]);
});
