import { randomUUID } from 'node:crypto';
import { ledger, plan as planContract } from '@commonlot/contracts';
import { type Cents, cents } from '@commonlot/domain';

import pg from 'pg';
import { Clock } from '../platform/index.js';
import {
  type ClosingPeople,
  closeMonth,
  type GivenYear,
  givenClosingPeople,
  givenYearInForce,
  givenYearToClose,
  prepareClosing,
  signClosing,
} from '../testing/given-closing.js';
import { bringIntoForce, givenDraft, givenLine } from '../testing/given-plan.js';
import { type GivenRows, givenAward, post } from '../testing/given-rows.js';
import { TestApi, type TestPerson } from '../testing/test-api.js';

let api: TestApi;
let people: ClosingPeople;
let officer: TestPerson;
let role: pg.Pool;
beforeAll(async () => {
  api = await TestApi.start();
  role = new pg.Pool({ connectionString: api.database.url, options: '-c role=commonlot_app', max: 1 });
  people = await givenClosingPeople(api);
  officer = await api.person(['officer'], 'Olga Officer');
});
afterEach(() => api.get(Clock).set(null));
afterAll(async () => {
  await role.end();
  await api.stop();
});

const read = (year: number, as: TestPerson = people.controller) =>
  api.ok(ledger.readYearClosing, { params: { year } }, { as });
const refusedMonth = (year: number, month: number) =>
  api.refused(ledger.closeMonth, { params: { year }, body: { month } }, { as: people.controller });
const figures = async (lineId: string) =>
  (await api.ok(ledger.readLineStatement, { params: { lineId } }, { as: officer })).closing;
const hundred = cents(100_01);
/** A reservation, as a call would have it. */
const move = (cause: 'reserve' | 'release-reservation', lineId: string, amountCents: Cents, subjectId: string) =>
  post(api, { cause, lineId, amountCents, subjectType: 'call', subjectId });

/** An award on the line of a year, signed; what it returns makes the award lapse, and its money come back. */
async function givenSignedAward({ year, versionId, lineId }: GivenYear, amountCents: Cents) {
  const rows = { year, versionId, directLineId: lineId('1.1'), officer, minister: people.approver } as GivenRows;
  const { decisionId } = await givenAward(api, rows, { amountCents, isReleased: false });
  const subject = { subjectType: 'decision', subjectId: decisionId };
  return async () => {
    await api.sql('UPDATE decision SET lapsed_at = now() WHERE id = $1', [decisionId]);
    await post(api, { cause: 'release-commitment', lineId: lineId('1.1'), amountCents, ...subject });
  };
}

describe('a month', () => {
  it('is closed in its turn, once it is over in Brussels', async () => {
    await givenYearInForce(api, people, 2030);
    api.get(Clock).set(new Date('2030-01-31T22:59:59Z'));
    expect(await refusedMonth(2030, 1)).toMatchObject({
      code: 'ledger.month-running',
      details: { endsOn: '2030-02-01' },
    });
    api.get(Clock).set(new Date('2030-01-31T23:00:00Z'));
    expect(await refusedMonth(2030, 2)).toMatchObject({ code: 'ledger.month-skipped', details: { month: 1 } });
    await closeMonth(api, people.controller, 2030, 1);
    expect((await refusedMonth(2030, 1)).code).toBe('record.duplicate');
    const { months } = await read(2030);
    expect(months.slice(0, 3).map(({ state }) => state)).toEqual(['closed', 'running', 'running']);
    api.get(Clock).set(new Date('2030-04-01T10:00:00Z'));
    expect((await read(2030)).months.slice(0, 4).map(({ state }) => state)).toEqual([
      'closed',
      'next',
      'waiting',
      'running',
    ]);
  });

  it('keeps the figures of its last instant, and gives the same when it is computed again', async () => {
    api.get(Clock).set(new Date('2029-01-20T10:00:00Z'));
    const { lineId } = await givenYearInForce(api, people, 2029);
    const callId = randomUUID();
    api.get(Clock).set(new Date('2029-02-01T10:00:00Z'));
    await move('reserve', lineId('1.1'), cents(40_00), callId);
    api.get(Clock).set(new Date('2029-03-05T10:00:00Z'));
    await move('release-reservation', lineId('1.1'), cents(40_00), callId);
    await closeMonth(api, people.controller, 2029, 1);
    await closeMonth(api, people.controller, 2029, 2);
    const [january, february] = (await read(2029)).months.map(({ closing }) => closing);
    expect(january).toMatchObject({ entryCount: 1, isEqual: true, closedBy: 'Cora Controller' });
    expect(january?.figures).toMatchObject({ allocatedCents: hundred, reservedCents: 0, availableCents: hundred });
    expect(february).toMatchObject({ entryCount: 2, isEqual: true });
    expect(february?.figures).toMatchObject({ reservedCents: 40_00, availableCents: hundred - 40_00 });
    const { rows } = await api.ok(
      ledger.readYearStatement,
      { params: { year: 2029 }, query: { on: '2029-02-28' } },
      { as: officer },
    );
    expect(rows.find(({ code }) => code === '1.1')?.closing.reservedCents).toBe(40_00);
    const [seal] = await api.sql<{ hash: string }>('SELECT hash FROM journal_seal WHERE number = $1', [
      february?.sealNumber,
    ]);
    expect(seal?.hash).toBe(february?.sealHash);
  });

  it('takes no entry any more, and says to try again: the next one is of the month that runs', async () => {
    api.get(Clock).set(new Date('2028-01-20T10:00:00Z'));
    const { lineId } = await givenYearInForce(api, people, 2028);
    api.get(Clock).set(new Date('2028-02-01T10:00:00Z'));
    await closeMonth(api, people.controller, 2028, 1);
    const callId = randomUUID();
    api.get(Clock).set(new Date('2028-01-31T22:59:59Z'));
    await expect(move('reserve', lineId('1.1'), cents(1), callId)).rejects.toThrow('service.unavailable');
    api.get(Clock).set(new Date('2028-01-31T23:00:00Z'));
    await move('reserve', lineId('1.1'), cents(1), callId);
    await move('release-reservation', lineId('1.1'), cents(1), callId);
    expect((await read(2028)).months[0]?.closing?.isEqual).toBe(true);
  });

  it('is closed once by two at once', async () => {
    await givenYearInForce(api, people, 2019);
    const input = { params: { year: 2019 }, body: { month: 1 } };
    const answers = await Promise.all(
      [1, 2].map(() => api.call(ledger.closeMonth, input, { as: people.controller, key: randomUUID() })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('cannot be written by the role of the API in any other way', async () => {
    const year = await givenYearInForce(api, people, 2018);
    const [{ plan_id: planId } = { plan_id: '' }] = await api.sql<{ plan_id: string }>(
      'SELECT plan_id FROM plan_version WHERE id = $1',
      [year.versionId],
    );
    const values = [planId, people.controller.id];
    const insert = (columns: string, more: string) =>
      role.query(
        `INSERT INTO month_closing (id, plan_id, closed_by, ${columns}) VALUES (gen_random_uuid(), $1, $2, ${more})`,
        values,
      );
    await expect(insert('month', '2')).rejects.toThrow('it is not the turn');
    await expect(insert('month, figures', `1, '[]'`)).rejects.toThrow('permission denied');
    await insert('month', '1');
    await expect(role.query('UPDATE month_closing SET month = 3')).rejects.toThrow('permission denied');
    await expect(api.sql('DELETE FROM month_closing')).rejects.toThrow('append-only');
  });
});

describe('a year', () => {
  it('is closed when its months are, by the definitive plan, and when no call holds money', async () => {
    const open = await givenYearInForce(api, people, 2017, { stage: 'provisional' });
    expect((await read(2017)).blockers).toEqual(['ledger.months-open', 'ledger.plan-provisional']);
    const body = { decisionReference: 'MD 1', destinations: [] };
    const refused = async () =>
      (await api.refused(ledger.prepareYearClosing, { params: { year: 2017 }, body }, { as: people.controller })).code;
    expect(await refused()).toBe('ledger.months-open');
    for (let month = 1; month <= 12; month += 1) await closeMonth(api, people.controller, 2017, month);
    expect(await refused()).toBe('ledger.plan-provisional');
    const lines = [
      givenLine('1', { kind: 'heading', amountCents: null, lineId: open.lineId('1') }),
      givenLine('1.1', { amountCents: hundred, lineId: open.lineId('1.1') }),
    ];
    const draft = await givenDraft(api, people.drafter, {
      year: 2017,
      stage: 'definitive',
      fromVersionId: open.versionId,
      lines,
    });
    await bringIntoForce(api, people.drafter, people.approver, draft);
    const callId = randomUUID();
    await move('reserve', open.lineId('1.1'), cents(1), callId);
    expect(await refused()).toBe('ledger.reservations-open');
    await move('release-reservation', open.lineId('1.1'), cents(1), callId);
    expect(await refused()).toBe('ledger.destinations-wrong');
    expect((await read(2017)).may.prepare).toBe(true);
  });

  it('carries each balance over to the plan of the next year, and takes nothing new afterwards', async () => {
    const old = await givenYearToClose(api, people, 2014);
    const next = await givenYearInForce(api, people, 2015);
    const closing = await prepareClosing(api, people.controller, 2014, next.lineId('1.1'));
    expect((await read(2014, people.approver)).closings[0]).toMatchObject({
      state: 'prepared',
      totalCents: hundred,
      may: { sign: true, withdraw: false },
      destinations: [{ code: '1.1', toCode: '1.1', amountCents: hundred }],
    });
    await signClosing(api, people.approver, closing);
    expect(await figures(old.lineId('1.1'))).toMatchObject({
      availableCents: 0,
      plannedCents: hundred,
      carriedCents: -hundred,
    });
    expect(await figures(next.lineId('1.1'))).toMatchObject({ availableCents: 2 * hundred, carriedCents: hundred });
    await expect(move('reserve', old.lineId('1.1'), cents(1), randomUUID())).rejects.toThrow(
      /ledger\.(?:overspent|year-closed)/,
    );
    const { isClosed, balances, may } = await read(2014);
    expect({ isClosed, balances, may }).toEqual({
      isClosed: true,
      balances: [],
      may: { closeMonth: false, prepare: false },
    });
  });

  it('shows what came back afterwards, and carries it over in a closing of its own', async () => {
    const old = await givenYearToClose(api, people, 2011);
    const next = await givenYearInForce(api, people, 2012);
    const lapse = await givenSignedAward(old, cents(7));
    await signClosing(api, people.approver, await prepareClosing(api, people.controller, 2011));
    expect((await read(2011)).may.prepare).toBe(false);
    await lapse();
    const { balances, may, isClosed } = await read(2011);
    expect({ balances, isClosed }).toMatchObject({ balances: [{ code: '1.1', availableCents: 7 }], isClosed: true });
    expect(may.prepare).toBe(true);
    await signClosing(api, people.approver, await prepareClosing(api, people.controller, 2011, next.lineId('1.1')));
    expect((await read(2011)).closings.map(({ number, totalCents }) => [number, totalCents])).toEqual([
      [2, 7],
      [1, hundred - 7],
    ]);
    expect(await figures(old.lineId('1.1'))).toMatchObject({ availableCents: 0, carriedCents: -hundred });
  });

  it('is never signed by whoever prepared it', async () => {
    const both = await api.person(['controller'], 'Bo Both');
    await givenYearToClose(api, people, 2009);
    const { id } = await prepareClosing(api, both, 2009);
    await expect(
      api.sql(`UPDATE year_closing SET state = 'signed', signed_by = prepared_by, signed_at = now() WHERE id = $1`, [
        id,
      ]),
    ).rejects.toThrow('year_closing_four_eyes');
  });

  it('is prepared by one at once, anew after it was withdrawn, and signed by one of two', async () => {
    await givenYearToClose(api, people, 2007);
    const { balances } = await read(2007);
    const destinations = balances.map(({ lineId, availableCents }) => ({
      lineId,
      amountCents: availableCents,
      toLineId: null,
    }));
    const input = { params: { year: 2007 }, body: { decisionReference: 'MD 7', destinations } };
    const prepared = await Promise.all(
      [1, 2].map(() => api.call(ledger.prepareYearClosing, input, { as: people.controller, key: randomUUID() })),
    );
    expect(prepared.map(({ status }) => status).sort()).toEqual([201, 409]);
    const { closings } = await read(2007);
    const withdrawal = { params: { closingId: closings[0]?.id ?? '' }, body: { revision: 0 } };
    const { revision } = await api.ok(ledger.withdrawYearClosing, withdrawal, { as: people.controller });
    const gone = { ...withdrawal, body: { revision } };
    expect((await api.refused(ledger.signYearClosing, gone, { as: people.approver })).code).toBe(
      'lifecycle.not-allowed',
    );
    const { id } = await prepareClosing(api, people.controller, 2007);
    const signature = { params: { closingId: id }, body: { revision: 0 } };
    const signed = await Promise.all(
      [people.approver, people.drafter].map((as) => api.call(ledger.signYearClosing, signature, { as })),
    );
    expect(signed.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('is refused when the balances are not what they were', async () => {
    const { lineId } = await givenYearToClose(api, people, 2005);
    const { id, revision } = await prepareClosing(api, people.controller, 2005);
    const callId = randomUUID();
    await move('reserve', lineId('1.1'), cents(5), callId);
    const signature = { params: { closingId: id }, body: { revision } };
    expect((await api.refused(ledger.signYearClosing, signature, { as: people.approver })).code).toBe(
      'ledger.reservations-open',
    );
    await move('release-reservation', lineId('1.1'), cents(5), callId);
    await signClosing(api, people.approver, { id, revision });
  });

  it.each([
    ['a cent too little', 2003, (amountCents: number) => ({ amountCents: amountCents - 1, toLineId: null })],
    ['a line that no next plan has', 2001, (amountCents: number) => ({ amountCents, toLineId: randomUUID() })],
  ])('refuses a destination of %s', async (_case, year, change) => {
    const { lineId } = await givenYearToClose(api, people, year);
    const body = { decisionReference: 'MD 3', destinations: [{ lineId: lineId('1.1'), ...change(hundred) }] };
    const input = { params: { year }, body: body as never };
    expect(await api.refused(ledger.prepareYearClosing, input, { as: people.controller })).toMatchObject({
      code: 'ledger.destinations-wrong',
      details: { lineIds: [lineId('1.1')] },
    });
  });
  it('is not closed by SQL of the role of the API: no money without an act, no act without its money', async () => {
    const { lineId, versionId } = await givenYearToClose(api, people, 1999);
    const { id } = await prepareClosing(api, people.controller, 1999);
    const sign = `UPDATE year_closing SET state = 'signed', signed_by = '${people.approver.id}', signed_at = now() WHERE id = $1`;
    await expect(role.query(sign, [id])).rejects.toThrow('is not what was booked');
    const entry = { lineId: lineId('1.1'), amountCents: hundred, subjectType: 'year-closing', subjectId: id } as const;
    await expect(post(api, { cause: 'give-back', ...entry })).rejects.toThrow('has no signed act');
    await expect(post(api, { cause: 'authorise', ...entry, subjectId: versionId })).rejects.toThrow(
      'has no signed act',
    );
    await signClosing(api, people.approver, { id, revision: 0 });
    await expect(post(api, { cause: 'give-back', ...entry })).rejects.toThrow();
    await expect(role.query(`UPDATE year_closing SET revision = 9 WHERE id = $1`, [id])).rejects.toThrow('append-only');
    const version = { params: { versionId } };
    expect((await api.ok(planContract.readPlanVersion, version, { as: officer })).state).toBe('in-force');
  });
});
