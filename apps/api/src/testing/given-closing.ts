import { ledger, plan as planContract } from '@commonlot/contracts';
import { type Cents, cents } from '@commonlot/domain';
import { bringIntoForce, type GivenLine, givenDraft, givenLine } from './given-plan.js';
import type { TestApi, TestPerson } from './test-api.js';

/** A year whose months are closed, by its definitive plan: what is needed to close it. */
export interface GivenYear {
  readonly year: number;
  readonly versionId: string;
  readonly lineId: (code: string) => string;
}

export interface ClosingPeople {
  readonly drafter: TestPerson;
  readonly approver: TestPerson;
  readonly controller: TestPerson;
}

/** One line of a hundred euros and one cent. */
export const oneLine: readonly GivenLine[] = [
  givenLine('1', { kind: 'heading', amountCents: null }),
  givenLine('1.1', { amountCents: cents(100_01) }),
];

export async function givenClosingPeople(api: TestApi): Promise<ClosingPeople> {
  return {
    drafter: await api.person(['minister'], 'Dora Drafter'),
    approver: await api.person(['minister'], 'Axel Approver'),
    controller: await api.person(['controller'], 'Cora Controller'),
  };
}

/** A plan in force of that year, which is over; its months are open. */
export async function givenYearInForce(
  api: TestApi,
  { drafter, approver }: ClosingPeople,
  year: number,
  options: { readonly stage?: 'provisional' | 'definitive'; readonly lines?: readonly GivenLine[] } = {},
): Promise<GivenYear> {
  const { stage = 'definitive', lines = oneLine } = options;
  const draft = await givenDraft(api, drafter, { year, stage, lines });
  await bringIntoForce(api, drafter, approver, draft);
  const { versionId } = draft;
  const version = await api.ok(planContract.readPlanVersion, { params: { versionId } }, { as: approver });
  const idOf = new Map(version.lines.map(({ code, lineId }) => [code, lineId]));
  return { year, versionId, lineId: (code) => idOf.get(code) ?? '' };
}

export function closeMonth(api: TestApi, as: TestPerson, year: number, month: number) {
  return api.ok(ledger.closeMonth, { params: { year }, body: { month } }, { as });
}

/** The same with its months closed. */
export async function givenYearToClose(
  api: TestApi,
  people: ClosingPeople,
  year: number,
  options: { readonly lines?: readonly GivenLine[] } = {},
): Promise<GivenYear> {
  const given = await givenYearInForce(api, people, year, options);
  for (let month = 1; month <= 12; month += 1) await closeMonth(api, people.controller, year, month);
  return given;
}

/** Prepares its closing: every balance goes to this line, or back to the source. */
export async function prepareClosing(
  api: TestApi,
  as: TestPerson,
  year: number,
  toLineId: string | null = null,
): Promise<{ id: string; revision: number }> {
  const { balances } = await api.ok(ledger.readYearClosing, { params: { year } }, { as });
  const destinations = balances.map(({ lineId, availableCents }) => ({
    lineId,
    amountCents: availableCents as Cents,
    toLineId,
  }));
  const body = { decisionReference: `MD ${year}/1`, destinations };
  return api.ok(ledger.prepareYearClosing, { params: { year }, body }, { as });
}

export const signClosing = (api: TestApi, as: TestPerson, { id, revision }: { id: string; revision: number }) =>
  api.ok(ledger.signYearClosing, { params: { closingId: id }, body: { revision } }, { as });

export const sendBackClosing = (
  api: TestApi,
  as: TestPerson,
  { id, revision }: { id: string; revision: number },
  reason = 'De beslissing noemt een ander bedrag.',
) => api.ok(ledger.sendBackYearClosing, { params: { closingId: id }, body: { revision, reason } }, { as });

/** An authorisation of a thousand euros on a line, proposed. */
export function givenOverrun(api: TestApi, as: TestPerson, lineId: string, amountCents = cents(1_000_00)) {
  const body = { amountCents, reason: 'De noodhulp kost meer dan gepland.', actReference: 'MB 2026/17' };
  return api.ok(ledger.proposeOverrun, { params: { lineId }, body }, { as });
}

export const signOverrun = (api: TestApi, as: TestPerson, { id, revision }: { id: string; revision: number }) =>
  api.ok(ledger.signOverrun, { params: { overrunId: id }, body: { revision } }, { as });

/**
 * Authorisations and closings: one of each to be signed and one to be withdrawn, a closing to be sent back and one that
 * was, and a year that can be closed.
 */
export async function givenYears(api: TestApi, people: ClosingPeople, lineId: string) {
  const { year, lineId: lineOf } = await givenYearToClose(api, people, 2021);
  await givenYearToClose(api, people, 2019);
  await givenYearToClose(api, people, 2017);
  await givenYearToClose(api, people, 2015);
  await sendBackClosing(api, people.approver, await prepareClosing(api, people.controller, 2019));
  const [signed, withdrawn, returned] = [
    await prepareClosing(api, people.controller, 2019),
    await prepareClosing(api, people.controller, 2017),
    await prepareClosing(api, people.controller, 2015),
  ];
  const overrun = await givenOverrun(api, people.drafter, lineId);
  const regretted = await givenOverrun(api, people.drafter, lineId);
  return {
    params: { closingId: signed.id, overrunId: overrun.id },
    paramsOf: {
      'ledger.prepareYearClosing': { year: String(year) },
      'ledger.sendBackYearClosing': { closingId: returned.id },
      'ledger.withdrawOverrun': { overrunId: regretted.id },
      'ledger.withdrawYearClosing': { closingId: withdrawn.id },
    },
    bodies: {
      'ledger.closeMonth': { month: 1 },
      'ledger.prepareYearClosing': {
        destinations: [{ lineId: lineOf('1.1'), amountCents: cents(100_01), toLineId: null }],
      },
    },
  };
}
