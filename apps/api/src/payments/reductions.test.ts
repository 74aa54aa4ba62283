import { randomUUID } from 'node:crypto';
import { ledger, payments, register, workspace } from '@commonlot/contracts';
import { GivenPayments } from '../testing/given-payment.js';
import { givenReduction, reductionBody } from '../testing/given-returns.js';
import type { GivenAward } from '../testing/given-rows.js';
import { TestApi, type TestPerson } from '../testing/test-api.js';

let api: TestApi;
let given: GivenPayments;
let officer: TestPerson;
let minister: TestPerson;
beforeAll(async () => {
  api = await TestApi.start({ processes: 2 });
  given = await GivenPayments.start(api);
  officer = given.officer;
  minister = await api.person(['minister'], 'Mira Minister');
});
afterAll(() => api.stop());

const money = ({ decisionId }: GivenAward, as = officer) =>
  api.ok(payments.readAwardMoney, { params: { decisionId } }, { as });
const at = (id: string, revision = 0) => ({ params: { reductionId: id }, body: { revision } });
const refusalAt = (id: string, revision = 0) => ({
  params: { reductionId: id },
  body: { revision, reason: 'Eerst overleggen.' },
});
const line = () => api.ok(ledger.readLineFigures, { params: { lineId: given.plan.directLineId } }, { as: officer });
const amounts = async (award: GivenAward) =>
  (await given.of(award)).map(({ state, amountCents }) => [state, amountCents]);

it('lowers an award once somebody else confirms it: line, instalments, beneficiary and register follow', async () => {
  const award = await given.paid();
  const { representative } = award.organisation;
  await api.sql(`UPDATE person SET screen_language = 'fr' WHERE id = $1`, [representative.id]);
  const before = await line();
  const { id } = await givenReduction(api, officer, award, 50_000);
  expect(await money(award)).toMatchObject({
    originalCents: 1_000_001,
    amountCents: 1_000_001,
    paidCents: 800_001,
    reducibleCents: 200_000,
    may: { reduce: false },
    reductions: [{ state: 'proposed', may: { confirm: false, refuse: false, withdraw: true } }],
  });
  expect((await money(award, minister)).reductions[0]?.may).toEqual({ confirm: true, refuse: true, withdraw: false });
  const { rows } = await api.ok(workspace.readWorkList, {}, { as: minister });
  expect(
    rows.find(({ task, subjectId }) => task === 'confirm-reduction' && subjectId === award.decisionId),
  ).toMatchObject({ amountCents: 50_000 });
  expect(await line()).toEqual(before);

  await api.ok(payments.confirmReduction, at(id), { as: minister });
  await api.work();

  expect(await line()).toEqual({
    ...before,
    committedCents: before.committedCents - 50_000,
    availableCents: before.availableCents + 50_000,
  });
  expect(await amounts(award)).toEqual([
    ['paid', 800_001],
    ['planned', 150_000],
  ]);
  expect(await money(award)).toMatchObject({
    amountCents: 950_001,
    reducibleCents: 150_000,
    reductions: [{ state: 'confirmed', closedBy: 'Mira Minister', proposedBy: 'Oscar Officer' }],
  });
  const shown = await api.ok(register.readAward, { params: { number: award.number } });
  expect(shown).toMatchObject({ amountCents: 950_001, reductions: [{ amountCents: 50_000, kind: 'smaller-project' }] });
  expect(JSON.stringify(shown)).not.toContain('kleinere zaal');
  const mails = await api.sql<{ subject: string; body: string; recipient: string }>(
    `SELECT subject, body, recipient FROM outgoing_mail WHERE dedupe_key LIKE 'award.reduced:' || $1 || '%'`,
    [id],
  );
  expect(mails).toEqual([{ ...mails[0], recipient: representative.email }]);
  expect(mails[0]?.subject).toContain('diminué de');
  expect(mails[0]?.body).not.toContain('kleinere zaal');
  const { rows: own } = await api.ok(
    payments.listReturnsOfOrganisation,
    { params: { organisationId: award.organisation.id } },
    { as: representative },
  );
  expect(own).toMatchObject([
    { originalCents: 1_000_001, amountCents: 950_001, reductions: [{ amountCents: 50_000 }] },
  ]);
});

it('ends the last instalment, and lets a prepared one be prepared anew', async () => {
  const award = await given.planned();
  const [first] = await given.of(award);
  await given.step(payments.preparePayment, first?.id ?? '', 0, officer);
  const { id } = await givenReduction(api, officer, award, 200_001);
  await api.ok(payments.confirmReduction, at(id), { as: minister });
  expect((await amounts(award)).sort()).toEqual([
    ['cancelled', 200_000],
    ['planned', 800_000],
  ]);
  expect(await given.refused(payments.approvePayment, first?.id ?? '', 1, given.controller)).toMatchObject({
    code: 'record.stale',
  });
});

it('takes away all of an award of which nothing was ordered', async () => {
  const award = await given.planned();
  const { id } = await givenReduction(api, officer, award, 1_000_001);
  await api.ok(payments.confirmReduction, at(id), { as: minister });
  expect((await amounts(award)).map(([state]) => state)).toEqual(['cancelled', 'cancelled']);
  expect(await money(award)).toMatchObject({ amountCents: 0, reducibleCents: 0, may: { reduce: false } });
});

it('refuses what is too much, what is not released, a second one, and what is no award', async () => {
  const award = await given.paid();
  const propose = (decisionId: string, amountCents: number) =>
    api.refused(
      payments.proposeReduction,
      { params: { decisionId }, body: reductionBody(amountCents) },
      { as: officer },
    );
  expect(await propose(award.decisionId, 200_001)).toMatchObject({
    code: 'reduction.too-high',
    details: { reducibleCents: 200_000 },
  });
  expect(await propose(award.decisionId, 0)).toMatchObject({ code: 'request.malformed' });
  const secret = await given.planned({ isReleased: false });
  expect(await propose(secret.decisionId, 1)).toMatchObject({ code: 'lifecycle.not-allowed' });
  expect(await propose(randomUUID(), 1)).toMatchObject({ code: 'record.missing' });
  await givenReduction(api, officer, award, 1);
  expect(await propose(award.decisionId, 1)).toMatchObject({ code: 'reduction.open' });
});

it('two proposals at once leave one open', async () => {
  const award = await given.paid();
  const answers = await Promise.all(
    [0, 1].map((process) =>
      api.call(
        payments.proposeReduction,
        { params: { decisionId: award.decisionId }, body: reductionBody(5) },
        { as: officer, process },
      ),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
});

it('takes two persons: somebody who is officer and minister does not confirm the own proposal', async () => {
  const both = await api.person(['officer', 'minister']);
  const award = await given.paid();
  const { id } = await givenReduction(api, both, award, 10);
  expect(await api.refused(payments.confirmReduction, at(id), { as: both })).toMatchObject({
    code: 'reduction.same-person',
  });
  expect(await api.refused(payments.refuseReduction, refusalAt(id), { as: both })).toMatchObject({
    code: 'reduction.same-person',
  });
  await expect(
    api.sql(
      `UPDATE award_reduction SET state = 'confirmed', closed_by = proposed_by, closed_at = now() WHERE id = $1`,
      [id],
    ),
  ).rejects.toThrow('award_reduction_four_eyes');
});

it('is confirmed once when two ministers do it at the same moment, and once for one key', async () => {
  const award = await given.paid();
  const { id } = await givenReduction(api, officer, award, 60_000);
  const key = randomUUID();
  const other = await api.person(['minister']);
  const answers = await Promise.all([
    api.call(payments.confirmReduction, at(id), { as: minister, key, process: 0 }),
    api.call(payments.confirmReduction, at(id), { as: minister, key, process: 1 }),
    api.call(payments.confirmReduction, at(id), { as: other, process: 1 }),
  ]);
  expect([
    [200, 200, 409],
    [200, 409, 409],
  ]).toContainEqual(answers.map(({ status }) => status).sort());
  expect(await given.figures(award)).toEqual({ committed: 140_000, paid: 800_001 });
});

it('is refused once what was not approved has become too little', async () => {
  const award = await given.planned();
  const { id } = await givenReduction(api, officer, award, 300_000);
  const first = await given.firstOf(award);
  const prepared = await given.step(payments.preparePayment, first.id, first.revision, officer);
  await given.step(payments.approvePayment, first.id, prepared.revision, given.controller);
  expect(await api.refused(payments.confirmReduction, at(id), { as: minister })).toMatchObject({
    code: 'reduction.too-high',
    details: { reducibleCents: 200_000 },
  });
});

it('can be refused with a reason, or taken back by whoever proposed it and nobody else', async () => {
  const award = await given.paid();
  const first = await givenReduction(api, officer, award, 10);
  await api.ok(payments.refuseReduction, refusalAt(first.id), { as: minister });
  expect((await money(award)).reductions).toMatchObject([{ state: 'refused', refusal: 'Eerst overleggen.' }]);
  expect(await api.refused(payments.confirmReduction, at(first.id, 1), { as: minister })).toMatchObject({
    code: 'lifecycle.not-allowed',
  });
  expect(await api.refused(payments.refuseReduction, refusalAt(first.id, 1), { as: minister })).toMatchObject({
    code: 'lifecycle.not-allowed',
  });
  expect(await api.refused(payments.withdrawReduction, at(first.id, 1), { as: officer })).toMatchObject({
    code: 'lifecycle.not-allowed',
  });
  const second = await givenReduction(api, officer, award, 10);
  const colleague = await api.person(['officer']);
  expect(await api.refused(payments.withdrawReduction, at(second.id), { as: colleague })).toMatchObject({
    code: 'permission.missing',
  });
  await api.ok(payments.withdrawReduction, at(second.id), { as: officer });
  expect(await given.figures(award)).toEqual({ committed: 200_000, paid: 800_001 });
});

it('knows each move by its revision, and hides what is not there and what is one’s own', async () => {
  const award = await given.paid();
  const { id } = await givenReduction(api, officer, award, 10);
  for (const [endpoint, as] of [
    [payments.confirmReduction, minister],
    [payments.withdrawReduction, officer],
  ] as const) {
    expect(await api.refused(endpoint, at(id, 7), { as })).toMatchObject({ code: 'record.stale' });
    expect(await api.refused(endpoint, at(randomUUID()), { as })).toMatchObject({ code: 'record.missing' });
  }
  expect(await api.refused(payments.refuseReduction, refusalAt(id, 7), { as: minister })).toMatchObject({
    code: 'record.stale',
  });
  expect(await api.refused(payments.refuseReduction, refusalAt(randomUUID()), { as: minister })).toMatchObject({
    code: 'record.missing',
  });
  await api.sql(`INSERT INTO organisation_member VALUES ($1, $2, 'viewer'), ($1, $3, 'viewer')`, [
    award.organisation.id,
    officer.id,
    minister.id,
  ]);
  const conflicted = { code: 'membership.conflicted' };
  expect(await api.refused(payments.confirmReduction, at(id), { as: minister })).toMatchObject(conflicted);
  expect(await api.refused(payments.refuseReduction, refusalAt(id), { as: minister })).toMatchObject(conflicted);
  expect(await api.refused(payments.withdrawReduction, at(id), { as: officer })).toMatchObject(conflicted);
  const again = { params: { decisionId: award.decisionId }, body: reductionBody(1) };
  expect(await api.refused(payments.proposeReduction, again, { as: officer })).toMatchObject(conflicted);
  expect((await money(award)).may).toEqual({ reduce: false, askBack: false });
});

it('is no business of an organisation that is not one’s own, and there is no money of what is no award', async () => {
  const award = await given.paid();
  const outsider = await api.person([]);
  const ofOrganisation = { params: { organisationId: award.organisation.id } };
  expect(await api.refused(payments.listReturnsOfOrganisation, ofOrganisation, { as: outsider })).toMatchObject({
    code: 'record.missing',
  });
  const nowhere = { params: { decisionId: randomUUID() } };
  expect(await api.refused(payments.readAwardMoney, nowhere, { as: officer })).toMatchObject({
    code: 'record.missing',
  });
});
