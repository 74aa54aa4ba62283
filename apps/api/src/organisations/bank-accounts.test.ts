import { organisations } from '@commonlot/contracts';
import { mailsTo } from '../testing/given-access.js';
import {
  type GivenOrganisation,
  givenMember,
  givenOrganisation,
  givenVerifiedAccount,
  nextIban,
} from '../testing/given-organisations.js';
import { TestApi, type TestPerson } from '../testing/test-api.js';

let api: TestApi;
let controller: TestPerson;
beforeAll(async () => {
  api = await TestApi.start({ processes: 2 });
  controller = await api.person(['controller'], 'Carl Controller');
});
afterAll(() => api.stop());

const proposal = (organisation: GivenOrganisation, iban = nextIban()) => ({
  params: { organisationId: organisation.id },
  body: { iban, holder: organisation.name },
});
const judgement = (bankAccountId: string, isVerified = true, revision = 0) => ({
  params: { bankAccountId },
  body: { isVerified, revision },
});
const propose = (organisation: GivenOrganisation) =>
  api.ok(organisations.proposeBankAccount, proposal(organisation), { as: organisation.representative });
const accountsAs = async (organisation: GivenOrganisation, as: TestPerson) =>
  (await api.ok(organisations.readOrganisation, { params: { organisationId: organisation.id } }, { as })).bankAccounts;

test('a verified account replaces the one before, and every representative is warned of each step', async () => {
  const organisation = await givenOrganisation(api);
  const second = await givenMember(api, organisation, 'representative');
  const editor = await givenMember(api, organisation, 'editor');
  const before = await givenVerifiedAccount(api, organisation, controller);
  const { id } = await propose(organisation);
  expect(await api.ok(organisations.judgeBankAccount, judgement(id), { as: controller })).toEqual({ revision: 1 });
  const accounts = await accountsAs(organisation, organisation.representative);
  expect(accounts.map(({ id: account, state }) => [account, state])).toEqual([
    [id, 'verified'],
    [before.id, 'replaced'],
  ]);
  for (const { email } of [organisation.representative, second]) {
    const subjects = (await mailsTo(api, email)).map(({ subject }) => subject);
    expect(subjects.filter((subject) => subject.startsWith('Nieuw rekeningnummer voorgesteld'))).toHaveLength(2);
    expect(subjects.filter((subject) => subject.endsWith('is gecontroleerd'))).toHaveLength(2);
  }
  const bodies = (await mailsTo(api, second.email)).map(({ body }) => body).join();
  expect(bodies).toContain('••••');
  expect(bodies).not.toContain(before.iban);
  expect((await mailsTo(api, editor.email)).filter(({ subject }) => subject.includes('rekening'))).toEqual([]);
  const types = await api.sql<{ type: string }>(
    `SELECT type FROM journal WHERE subject_type = 'bank-account' AND subject_id = ANY ($1) ORDER BY id`,
    [[before.id, id]],
  );
  expect(types.map(({ type }) => type)).toEqual([
    'bank-account.proposed',
    'bank-account.verified',
    'bank-account.proposed',
    'bank-account.replaced',
    'bank-account.verified',
  ]);
});

test('a refused account can be followed by another proposal, and a judgement is not made twice', async () => {
  const organisation = await givenOrganisation(api);
  const { id } = await propose(organisation);
  await api.ok(organisations.judgeBankAccount, judgement(id, false), { as: controller });
  expect((await api.refused(organisations.judgeBankAccount, judgement(id), { as: controller })).code).toBe(
    'record.stale',
  );
  const again = await api.refused(organisations.judgeBankAccount, judgement(id, true, 1), { as: controller });
  expect(again.code).toBe('lifecycle.not-allowed');
  await propose(organisation);
});

test('of two controllers who judge at once one is stale', async () => {
  const organisation = await givenOrganisation(api);
  const { id } = await propose(organisation);
  const other = await api.person(['controller']);
  const both = await Promise.all([
    api.call(organisations.judgeBankAccount, judgement(id, true), { as: controller, process: 0 }),
    api.call(organisations.judgeBankAccount, judgement(id, false), { as: other, process: 1 }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('nobody verifies an account that they proposed', async () => {
  const organisation = await givenOrganisation(api, { representative: controller });
  const { id } = await propose(organisation);
  expect((await api.refused(organisations.judgeBankAccount, judgement(id), { as: controller })).code).toBe(
    'bank-account.same-person',
  );
});

test('one proposal waits at a time, and the account that is verified is not proposed again', async () => {
  const organisation = await givenOrganisation(api);
  const { iban } = await givenVerifiedAccount(api, organisation, controller);
  const as = organisation.representative;
  expect((await api.refused(organisations.proposeBankAccount, proposal(organisation, iban), { as })).code).toBe(
    'record.duplicate',
  );
  const both = await Promise.all(
    [0, 1].map((process) => api.call(organisations.proposeBankAccount, proposal(organisation), { as, process })),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect((await api.refused(organisations.proposeBankAccount, proposal(organisation), { as })).code).toBe(
    'record.duplicate',
  );
});

test.each([
  ['a wrong check digit', 'BE69 5390 0754 7034'],
  ['a Dutch account', 'NL91 ABNA 0417 1643 00'],
  ['a text', `'; DROP TABLE bank_account;--`],
])('%s is not an account that subsidies are paid to', async (_case, iban) => {
  const organisation = await givenOrganisation(api);
  const as = organisation.representative;
  expect((await api.refused(organisations.proposeBankAccount, proposal(organisation, iban), { as })).code).toBe(
    'bank-account.invalid',
  );
});

test('only a representative proposes; to a stranger the organisation is not there', async () => {
  const organisation = await givenOrganisation(api);
  const editor = await givenMember(api, organisation, 'editor');
  const input = proposal(organisation);
  expect((await api.refused(organisations.proposeBankAccount, input, { as: editor })).code).toBe(
    'membership.not-allowed',
  );
  expect((await api.refused(organisations.proposeBankAccount, input, { as: await api.person() })).code).toBe(
    'record.missing',
  );
});

test('the number is whole for representatives and controllers and masked for everybody else', async () => {
  const organisation = await givenOrganisation(api);
  const { iban } = await givenVerifiedAccount(api, organisation, controller);
  const masked = `${iban.slice(0, 4)} •••• •••• ${iban.slice(-4)}`;
  const seen = async (as: TestPerson) => (await accountsAs(organisation, as))[0]?.iban;
  expect(await seen(organisation.representative)).toBe(iban);
  expect(await seen(controller)).toBe(iban);
  expect(await seen(await givenMember(api, organisation, 'editor'))).toBe(masked);
  expect(await seen(await givenMember(api, organisation, 'viewer'))).toBe(masked);
  for (const role of ['officer', 'minister', 'auditor'] as const)
    expect(await seen(await api.person([role]))).toBe(masked);
  const own = await api.ok(organisations.listOwnOrganisations, {}, { as: organisation.representative });
  expect(own.rows[0]?.hasVerifiedAccount).toBe(true);
});

test('accounts that wait are listed for the controller, the oldest first, page by page', async () => {
  await api.sql(
    `UPDATE bank_account SET state = 'refused', judged_by = $1, judged_at = now()
    WHERE state = 'proposed' AND proposed_by <> $1`,
    [controller.id],
  );
  const made = [await givenOrganisation(api), await givenOrganisation(api), await givenOrganisation(api)];
  for (const organisation of made) await propose(organisation);
  const own = await api.sql(`SELECT 1 FROM bank_account WHERE state = 'proposed' AND proposed_by = $1`, [
    controller.id,
  ]);
  const first = await api.ok(organisations.listBankAccountsToVerify, { query: { limit: 2 } }, { as: controller });
  const rest = await api.ok(
    organisations.listBankAccountsToVerify,
    { query: { after: first.next ?? undefined } },
    { as: controller },
  );
  const listed = [...first.rows, ...rest.rows].slice(own.length);
  expect(listed.map(({ organisationId }) => organisationId)).toEqual(made.map(({ id }) => id));
  expect(listed[0]?.iban).toMatch(/^BE\d{14}$/);
  const officer = await api.person(['officer']);
  expect((await api.refused(organisations.listBankAccountsToVerify, {}, { as: officer })).code).toBe(
    'permission.missing',
  );
  const nothing = await api.refused(organisations.judgeBankAccount, judgement('00000000-0000-4000-8000-000000000000'), {
    as: controller,
  });
  expect(nothing.code).toBe('record.missing');
});
