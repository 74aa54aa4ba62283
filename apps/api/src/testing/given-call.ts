import { calls } from '@commonlot/contracts';
import { addDays, brusselsDay, cents } from '@commonlot/domain';
import { Clock } from '../platform/index.js';
import type { TestApi, TestPerson } from './test-api.js';

/** What a call needs of a plan in force: its line that calls draw on (1.3 of `givenPlanInForce`), and an officer if any. */
export interface PlanForCall {
  readonly lineId: string | ((code: string) => string);
  readonly officer?: TestPerson;
}

export interface GivenCall {
  readonly id: string;
  readonly number: string;
  readonly lineId: string;
  readonly officer: TestPerson;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly criterionIds: readonly string[];
}

export interface CallChange {
  readonly envelopeCents?: number;
  readonly maxAmountCents?: number;
  readonly maxSharePercent?: number;
}

const words = (nl: string, fr: string, de: string, en: string) => ({ nl, fr, de, en });

/** The time that the first API process shows: its demonstration clock, or the real one. */
export function shownTime(api: TestApi): Date {
  return api.get(Clock).shown() ?? new Date();
}

/** A draft that lacks nothing: open since yesterday, closing at noon in two weeks. */
export async function givenCompleteCall(api: TestApi, plan: PlanForCall, change: CallChange = {}) {
  const officer = plan.officer ?? (await api.person(['officer'], 'Odette Officer'));
  const lineId = typeof plan.lineId === 'string' ? plan.lineId : plan.lineId('1.3');
  const title = words('Samen zingen', 'Chanter ensemble', 'Gemeinsam singen', 'Singing together');
  const { id } = await api.ok(calls.createCall, { body: { lineId, title } }, { as: officer });
  const draft = await api.ok(calls.readCall, { params: { callId: id } }, { as: officer });
  const today = brusselsDay(shownTime(api));
  const body = {
    lineId,
    title,
    summary: words('Steun voor koren.', 'Soutien aux chorales.', 'Unterstützung für Chöre.', 'Support for choirs.'),
    description: words('Zing mee.', 'Chantez.', 'Singen Sie mit.', 'Sing along.'),
    eligibility: words('Verenigingen.', 'Associations.', 'Vereinigungen.', 'Associations.'),
    opensOn: addDays(today, -1),
    opensAtClock: '09:00',
    closesOn: addDays(today, 14),
    closesAtClock: '12:00',
    envelopeCents: cents(change.envelopeCents ?? 100_000_00),
    maxAmountCents: cents(change.maxAmountCents ?? 25_000_00),
    maxSharePercent: change.maxSharePercent ?? 80,
    criteria: draft.criteria,
    form: draft.form,
    revision: draft.revision,
  };
  const { revision } = await api.ok(calls.saveCall, { params: { callId: id }, body }, { as: officer });
  return { id, number: draft.number, revision, officer, body };
}

/** A call that is open now, published through the API. */
export async function givenOpenCall(api: TestApi, plan: PlanForCall, change: CallChange = {}): Promise<GivenCall> {
  const { id, revision, officer } = await givenCompleteCall(api, plan, change);
  await api.ok(calls.publishCall, { params: { callId: id }, body: { revision } }, { as: officer });
  const call = await api.ok(calls.readCall, { params: { callId: id } }, { as: officer });
  if (call.opensAt === null || call.closesAt === null) throw new Error('A published call has its instants.');
  return {
    id,
    number: call.number,
    lineId: call.lineId,
    officer,
    opensAt: new Date(call.opensAt),
    closesAt: new Date(call.closesAt),
    criterionIds: call.criteria.map((criterion) => criterion.id),
  };
}

/** Moves the clock of the first API process to an hour after the closing of the call. */
export function whenClosed(api: TestApi, call: { readonly closesAt: Date }): void {
  api.get(Clock).set(new Date(call.closesAt.getTime() + 3_600_000));
}
