import { randomUUID } from 'node:crypto';
import { payments, workspace } from '@commonlot/contracts';
import { GivenPayments } from '../../testing/given-payment.js';
import { camt, type GivenEntry, type GivenStatement } from '../../testing/given-statement.js';
import { TestApi, type TestPerson } from '../../testing/test-api.js';

const koor = 'BE68539007547034';

let api: TestApi;
let given: GivenPayments;
let controller: TestPerson;
let auditor: TestPerson;
beforeAll(async () => {
  api = await TestApi.start({ processes: 2 });
  given = await GivenPayments.start(api);
  ({ controller } = given);
  auditor = await api.person(['auditor']);
});
afterAll(() => api.stop());

const send = (text: string, name = 'statement.xml', process = 0, as = controller) =>
  api.call(payments.importBankStatements, { query: { name } }, { as, process, bytes: Buffer.from(text) });

let counter = 0;
const statement = (entries: readonly GivenEntry[], change: Partial<GivenStatement> = {}) => {
  counter += 1;
  return camt({ id: `2026-${counter}`, entries, ...change });
};

async function imported(entries: readonly GivenEntry[], change: Partial<GivenStatement> = {}): Promise<string> {
  const { status, body } = await send(statement(entries, change));
  expect(status).toBe(201);
  const [id] = (body as { statementIds: string[] }).statementIds;
  if (id === undefined) throw new Error('No statement.');
  return id;
}

const read = (statementId: string, as = controller) =>
  api.ok(payments.readBankStatement, { params: { statementId } }, { as });
const confirming = (statementId: string, body: { count: number; sumCents: number }) => ({
  params: { statementId },
  body: body as { count: number; sumCents: never },
});

/** An approved payment, with the entry of a bank that pays it. */
async function approved() {
  const { award, id, revision } = await given.approved();
  const payment = (await given.of(award)).find((each) => each.id === id);
  if (payment === undefined) throw new Error('No payment.');
  const { number, amountCents } = payment;
  const entry: GivenEntry = {
    cents: amountCents,
    endToEndId: number,
    iban: koor,
    name: 'Koor',
    reference: `B-${number}`,
  };
  return { award, id, revision, number, entry };
}

it('imports a statement, and confirms all that agrees in one act, with the day and reference of the bank', async () => {
  const [one, two] = [await approved(), await approved()];
  const structured = { ...two.entry, endToEndId: 'NOTPROVIDED', structured: two.number.replaceAll('-', '') };
  const id = await imported([one.entry, structured, { cents: 500, direction: 'CRDT', name: 'Loterij' }]);
  const before = await read(id);
  expect(before.entries.map(({ entryClass, waits }) => [entryClass, waits])).toEqual([
    ['exact', true],
    ['exact', true],
    ['incoming', false],
  ]);
  expect(before.confirmable).toEqual({ count: 2, sumCents: 2 * one.entry.cents });
  expect(before.sums).toEqual([
    { entryClass: 'exact', count: 2, sumCents: -2 * one.entry.cents },
    { entryClass: 'incoming', count: 1, sumCents: 500 },
  ]);
  const wrong = confirming(id, { count: 1, sumCents: one.entry.cents });
  expect(await api.refused(payments.confirmBankStatement, wrong, { as: controller })).toMatchObject({
    code: 'record.stale',
  });

  const input = confirming(id, before.confirmable);
  expect(await api.ok(payments.confirmBankStatement, input, { as: controller })).toEqual({ count: 2 });
  const [paid] = (await given.of(one.award)).filter((each) => each.id === one.id);
  expect(paid).toMatchObject({ state: 'paid', paidOn: '2026-01-15', bankReference: one.entry.reference });
  expect(await given.figures(two.award)).toEqual({ committed: 200_000, paid: 800_001 });
  const after = await read(id);
  expect(after.confirmable.count).toBe(0);
  expect(after.missing).toEqual([]);
});

it('confirms once when two controllers do so at the same moment, and once for one key', async () => {
  const { award, entry } = await approved();
  const id = await imported([entry]);
  const other = await api.person(['controller']);
  const key = randomUUID();
  const input = confirming(id, { count: 1, sumCents: entry.cents });
  const answers = await Promise.all([
    api.call(payments.confirmBankStatement, input, { as: controller, key, process: 0 }),
    api.call(payments.confirmBankStatement, input, { as: controller, key, process: 1 }),
    api.call(payments.confirmBankStatement, input, { as: other, process: 1 }),
  ]);
  const statuses = answers.map(({ status }) => status).sort();
  expect([
    [200, 200, 409],
    [200, 409, 409],
  ]).toContainEqual(statuses);
  expect(await given.figures(award)).toEqual({ committed: 200_000, paid: 800_001 });
});

it('imports a file or statement once, also when it arrives twice at the same moment', async () => {
  const { entry } = await approved();
  const text = statement([entry]);
  const answers = await Promise.all([send(text, 'a.xml', 0), send(text, 'b.xml', 1)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  const made = answers.find(({ status }) => status === 201)?.body as { statementIds: string[] };
  expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
    code: 'bank-statement.duplicate',
    details: { statementId: made.statementIds[0] },
  });
  // The same statement in another file.
  expect((await send(text.replace('<MsgId>M<', '<MsgId>N<'))).body).toMatchObject({ code: 'bank-statement.duplicate' });
  const rows = await api.sql('SELECT 1 FROM bank_entry WHERE statement_id = $1', [made.statementIds[0]]);
  expect(rows).toHaveLength(1);
});

it('imports nothing of a file of which one statement is wrong', async () => {
  const good = { id: 'half-good', entries: [{ cents: 1 }] };
  const { status, body } = await send(camt(good, { id: 'half-bad', entries: [{ cents: 1 }], closingCents: 7 }));
  expect(status).toBe(422);
  expect(body).toMatchObject({
    code: 'bank-statement.invalid',
    details: { faults: [{ code: 'balance-wrong', differenceCents: 7 - (1_000_000_00 - 1) }] },
  });
  expect(await api.sql(`SELECT 1 FROM bank_statement WHERE reference LIKE 'half-%'`)).toEqual([]);
});

it('names each kind of difference, and offers none of them for confirmation', async () => {
  const payment = await approved();
  const other = await approved();
  const planned = await given.firstOf(await given.planned());
  const id = await imported([
    { ...payment.entry, cents: 1 },
    { ...other.entry, iban: 'BE19000000001212' },
    { cents: 9, endToEndId: 'NOBODY', iban: koor },
    { cents: planned.amountCents, endToEndId: planned.number, iban: koor },
  ]);
  const found = await read(id);
  expect(found.entries.map(({ entryClass }) => entryClass)).toEqual([
    'amount-differs',
    'account-differs',
    'unknown-payment',
    'not-approved',
  ]);
  expect(found.may).toEqual({ confirm: false, explain: true });

  const later = await imported([payment.entry, { ...payment.entry, direction: 'CRDT', reference: 'BACK' }]);
  expect((await read(later)).entries.map(({ entryClass }) => entryClass)).toEqual(['exact', 'returned-by-bank']);
  const again = await imported([{ ...payment.entry, reference: 'TWICE' }]);
  expect((await read(again)).entries.map(({ entryClass }) => entryClass)).toEqual(['paid-twice']);
  expect((await read(id)).entries[0]?.entryClass).toBe('paid-twice');
});

it('names a payment that was confirmed by hand and is in no statement, until one of them has it', async () => {
  const { id: paymentId, revision, number, entry } = await approved();
  const body = { revision, paidOn: '2025-03-04' as never, bankReference: 'MET DE HAND' };
  await api.ok(payments.confirmPayment, { params: { paymentId }, body }, { as: controller });
  const id = await imported([], { from: '2025-03-01', to: '2025-03-31' });
  expect((await read(id)).missing).toMatchObject([{ number, paidOn: '2025-03-04', explanation: null }]);
  await imported([{ ...entry, on: '2025-04-01' }], { from: '2025-04-01' });
  expect((await read(id)).missing).toEqual([]);
});

it('keeps why a difference is one, once, and takes it from the work list', async () => {
  const statementId = await imported([{ cents: 9, communication: 'kosten', name: 'Bank' }]);
  const [entry] = (await read(statementId)).entries;
  const body = { kind: 'unknown-payment' as const, subjectId: entry?.id ?? '', reason: 'Kosten van de bank.' };
  const input = { params: { statementId }, body };
  const tasks = async () =>
    (await api.ok(workspace.readWorkList, {}, { as: controller })).rows.filter(
      ({ task, subjectId }) => task === 'explain-differences' && subjectId === statementId,
    );
  expect(await tasks()).toMatchObject([{ count: 1 }]);
  const explain = (change: Partial<typeof body> | { kind: 'paid-twice' | 'not-in-statement' }) =>
    api.refused(
      payments.explainBankDifference,
      { params: { statementId }, body: { ...body, ...change } },
      { as: controller },
    );
  expect(await explain({ kind: 'paid-twice' })).toMatchObject({ code: 'record.stale' });
  expect(await explain({ subjectId: randomUUID() })).toMatchObject({ code: 'record.missing' });
  expect(await explain({ kind: 'not-in-statement' })).toMatchObject({ code: 'record.missing' });

  const other = await api.person(['controller']);
  const answers = await Promise.all([
    api.call(payments.explainBankDifference, input, { as: controller, process: 0 }),
    api.call(payments.explainBankDifference, input, { as: other, process: 1 }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(await explain({})).toMatchObject({ code: 'record.duplicate' });
  expect(await tasks()).toEqual([]);
  expect((await read(statementId, auditor)).entries[0]?.explanation).toMatchObject({ reason: body.reason });
  const { rows } = await api.ok(
    workspace.readHistory,
    { params: { subjectType: 'bank-statement', subjectId: statementId } },
    { as: auditor },
  );
  expect(rows.map(({ type }) => type)).toEqual(['bank-statement.explained', 'bank-statement.imported']);
});

it('explains a payment without an entry, and nothing that agrees', async () => {
  const { id: subjectId, revision, entry } = await approved();
  const confirmation = { revision, paidOn: '2025-06-04' as never, bankReference: 'MET DE HAND' };
  await api.ok(payments.confirmPayment, { params: { paymentId: subjectId }, body: confirmation }, { as: controller });
  const statementId = await imported([], { from: '2025-06-01', to: '2025-06-30' });
  const body = { kind: 'not-in-statement' as const, subjectId, reason: 'Staat op een andere rekening.' };
  await api.ok(payments.explainBankDifference, { params: { statementId }, body }, { as: controller });
  expect((await read(statementId)).missing[0]?.explanation).toMatchObject({ explainedBy: 'Carla Controller' });

  const agreed = await imported([entry]);
  const [exact] = (await read(agreed)).entries;
  const wrong = { kind: 'paid-twice' as const, subjectId: exact?.id ?? '', reason: 'Toch.' };
  const input = { params: { statementId: agreed }, body: wrong };
  expect(await api.refused(payments.explainBankDifference, input, { as: controller })).toMatchObject({
    code: 'record.stale',
  });
  const gone = { params: { statementId: agreed }, body };
  expect(await api.refused(payments.explainBankDifference, gone, { as: controller })).toMatchObject({
    code: 'record.stale',
  });
});

it('lists statements with what is open in each, page by page, and masks accounts for whoever does not pay', async () => {
  const { entry } = await approved();
  const id = await imported([entry, { cents: 7, iban: koor }], { from: '2026-01-20' });
  const { rows, next } = await api.ok(payments.listBankStatements, { query: { limit: 1 } }, { as: auditor });
  expect(rows).toMatchObject([
    {
      id,
      entryCount: 2,
      outCents: entry.cents + 7,
      inCents: 0,
      waitingCount: 1,
      openCount: 1,
      importedBy: 'Carla Controller',
    },
  ]);
  const second = await api.ok(payments.listBankStatements, { query: { limit: 1, after: next ?? '' } }, { as: auditor });
  expect(second.rows[0]?.id).not.toBe(id);
  const seen = await read(id, auditor);
  expect(JSON.stringify(seen.entries)).not.toContain(koor);
  expect(seen.may).toEqual({ confirm: false, explain: false });
  expect((await read(id)).entries[0]?.counterpartyAccount).toBe(koor);
  for (const after of ['x', '2026-02-30~00000000-0000-4000-8000-000000000000']) {
    const refusal = await api.refused(payments.listBankStatements, { query: { after } }, { as: auditor });
    expect(refusal.code).toBe('request.malformed');
  }
});

it('leaves out of the act what the controller may not confirm', async () => {
  const { award, entry } = await approved();
  const member = await api.person(['controller']);
  await api.sql(`INSERT INTO organisation_member (organisation_id, person_id, role) VALUES ($1, $2, 'viewer')`, [
    award.organisation.id,
    member.id,
  ]);
  const id = await imported([entry]);
  const found = await read(id, member);
  expect(found.confirmable.count).toBe(0);
  const input = confirming(id, { count: 1, sumCents: entry.cents });
  expect(await api.refused(payments.confirmBankStatement, input, { as: member })).toMatchObject({
    code: 'record.stale',
  });
});

it('refuses what is no statement, no file and nobody’s', async () => {
  const codeOf = async (text: string, name: string) => ((await send(text, name)).body as { code: string }).code;
  expect(await codeOf('', 'a.xml')).toBe('file.empty');
  expect(await codeOf('x', 'a.pdf')).toBe('file.type-refused');
  expect(await codeOf(' '.repeat(10_485_761), 'a.xml')).toBe('file.too-large');
  expect(await codeOf('<!DOCTYPE a><a/>', 'a.xml')).toBe('bank-statement.invalid');
  const none = { params: { statementId: randomUUID() } };
  expect(await api.refused(payments.readBankStatement, none, { as: auditor })).toMatchObject({
    code: 'record.missing',
  });
  const confirmation = confirming(none.params.statementId, { count: 1, sumCents: 1 });
  expect(await api.refused(payments.confirmBankStatement, confirmation, { as: controller })).toMatchObject({
    code: 'record.missing',
  });
  expect((await send(statement([]), 'a.xml', 0, auditor)).body).toMatchObject({ code: 'permission.missing' });
});
