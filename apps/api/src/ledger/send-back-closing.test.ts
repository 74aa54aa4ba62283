import { ledger, workspace } from '@commonlot/contracts';
import type { ProblemCode } from '@commonlot/domain';
import {
  type ClosingPeople,
  givenClosingPeople,
  givenYearToClose,
  prepareClosing,
  sendBackClosing,
  signClosing,
} from '../testing/given-closing.js';
import { TestApi } from '../testing/test-api.js';

let api: TestApi;
let people: ClosingPeople;
beforeAll(async () => {
  api = await TestApi.start();
  people = await givenClosingPeople(api);
});
afterAll(() => api.stop());

const read = (year: number, as = people.controller) => api.ok(ledger.readYearClosing, { params: { year } }, { as });

const refusal = async (input: object, as = people.approver) =>
  (await api.refused(ledger.sendBackYearClosing, input as never, { as })).code as ProblemCode;

const about = (id: string, revision: number, reason = 'Een ander bedrag.') => ({
  params: { closingId: id },
  body: { revision, reason },
});

it('is sent back with the reason, read by whoever prepared it, and prepared anew', async () => {
  const { versionId, lineId } = await givenYearToClose(api, people, 2014);
  const closing = await prepareClosing(api, people.controller, 2014);
  expect((await read(2014, people.approver)).closings[0]?.may).toEqual({ sign: true, sendBack: true, withdraw: false });
  expect((await read(2014)).closings[0]?.may).toEqual({ sign: false, sendBack: false, withdraw: true });

  const reason = 'De beslissing noemt een ander bedrag.\nVraag het aan Begroting.';
  await sendBackClosing(api, people.approver, closing, reason);

  const { closings, may, balances } = await read(2014);
  expect(closings).toMatchObject([
    {
      state: 'sent-back',
      returnedBy: 'Axel Approver',
      returnReason: reason,
      signedBy: null,
      preparedBy: 'Cora Controller',
    },
  ]);
  expect(closings[0]?.may).toEqual({ sign: false, sendBack: false, withdraw: false });
  expect(may.prepare).toBe(true);
  expect(balances).toMatchObject([{ lineId: lineId('1.1'), availableCents: 100_01 }]);
  const { rows: notices } = await api.ok(workspace.listNotices, { query: {} }, { as: people.controller });
  expect(notices[0]).toMatchObject({
    type: 'plan-version.closing-sent-back',
    subjectId: versionId,
    data: { year: 2014, reason },
  });
  const history = { params: { subjectType: 'plan-version' as const, subjectId: versionId }, query: {} };
  const { rows: events } = await api.ok(workspace.readHistory, history, { as: people.controller });
  const event = events.find(({ type }) => type === 'plan-version.closing-sent-back');
  expect(event?.actor).toBe('Axel Approver');
  expect(event?.changes.map(({ field, after }) => [field, after])).toEqual([
    ['closingId', 'MD 2014/1'],
    ['amountCents', '10001'],
    ['returnReasonId', reason],
  ]);
  const journal = await api.sql('SELECT 1 FROM journal j WHERE j::text LIKE $1', ['%een ander bedrag%']);
  expect(journal).toEqual([]);

  const again = await prepareClosing(api, people.controller, 2014);
  await signClosing(api, people.approver, again);
  expect((await read(2014)).closings.map(({ number, state, returnReason }) => [number, state, returnReason])).toEqual([
    [2, 'signed', null],
    [1, 'sent-back', reason],
  ]);
});

it('is never sent back by whoever prepared it, not by the API and not by SQL', async () => {
  await givenYearToClose(api, people, 2012);
  const { id, revision } = await prepareClosing(api, people.controller, 2012);
  // Nobody has both roles; the record is made to say that the minister prepared it.
  await api.sql('ALTER TABLE year_closing DISABLE TRIGGER USER');
  await api.sql('UPDATE year_closing SET prepared_by = $2 WHERE id = $1', [id, people.approver.id]);
  await api.sql('ALTER TABLE year_closing ENABLE TRIGGER USER');
  expect(await refusal(about(id, revision))).toBe('ledger.same-person');
  expect((await read(2012, people.approver)).closings[0]?.may.sendBack).toBe(false);
  const sql = `UPDATE year_closing SET state = 'sent-back', returned_by = prepared_by, returned_at = now(),
    return_reason = 'Omdat' WHERE id = $1`;
  await expect(api.sql(sql, [id])).rejects.toThrow('year_closing_return_four_eyes');
});

it('is refused when it is stale, gone or over, and says each', async () => {
  await givenYearToClose(api, people, 2010);
  const { id, revision } = await prepareClosing(api, people.controller, 2010);
  expect(await refusal(about(id, revision + 1))).toBe('record.stale');
  expect(await refusal(about('0190a0a0-0000-7000-8000-000000000009', 0))).toBe('record.missing');
  const { revision: after } = await sendBackClosing(api, people.approver, { id, revision });
  expect(await refusal(about(id, after))).toBe('lifecycle.not-allowed');
  const input = { params: { closingId: id }, body: { revision: after } };
  expect((await api.refused(ledger.signYearClosing, input, { as: people.approver })).code).toBe(
    'lifecycle.not-allowed',
  );
  expect((await api.refused(ledger.withdrawYearClosing, input, { as: people.controller })).code).toBe(
    'lifecycle.not-allowed',
  );
});

it.each([
  ['', 400],
  ['   ', 400],
  ['x', 200],
  ['x'.repeat(1000), 200],
  ['x'.repeat(1001), 400],
])('takes a reason of one to a thousand characters: %#', async (reason, status) => {
  const year = 2000 + (reason.length % 9);
  if ((await api.sql('SELECT 1 FROM plan WHERE year = $1', [year])).length === 0)
    await givenYearToClose(api, people, year);
  const { id, revision } = await prepareClosing(api, people.controller, year);
  const answer = await api.call(ledger.sendBackYearClosing, about(id, revision, reason), { as: people.approver });
  expect(answer.status).toBe(status);
  if (status === 400) await sendBackClosing(api, people.approver, { id, revision });
});

it('is signed or sent back, never both, when two ministers come at once', async () => {
  await givenYearToClose(api, people, 1998);
  const { id, revision } = await prepareClosing(api, people.controller, 1998);
  const params = { closingId: id };
  const answers = await Promise.all([
    api.call(ledger.signYearClosing, { params, body: { revision } }, { as: people.approver }),
    api.call(ledger.sendBackYearClosing, about(id, revision), { as: people.drafter }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const { closings, isClosed } = await read(1998);
  expect(isClosed).toBe(closings[0]?.state === 'signed');
});
