import { plan as contract, type RequestOf } from '@commonlot/contracts';
import { cents } from '@commonlot/domain';
import type { TestApi, TestPerson } from './test-api.js';

export type GivenLine = RequestOf<typeof contract.savePlanLines>['body']['lines'][number];

export interface GivenPlan {
  readonly year: number;
  readonly drafter: TestPerson;
  readonly approver: TestPerson;
  readonly versionId: string;
  /** The ids of the lines by their codes. */
  readonly lines: ReadonlyMap<string, string>;
  /** The id of the line with this code; an error when the plan has none. */
  lineId(code: string): string;
}

/** A line as `savePlanLines` takes it; labels in all languages, so that every page has words. */
export function givenLine(code: string, change: Partial<GivenLine> = {}): GivenLine {
  const label = { nl: `Lijn ${code}`, fr: `Ligne ${code}`, de: `Posten ${code}`, en: `Line ${code}` };
  const line = { lineId: null, code, kind: 'nominative' as const, label, amountCents: cents(0), isPm: false };
  return { ...line, legalGround: '', beneficiaryNumber: null, ...change };
}

/**
 * One heading with a line of each kind that money is spent from: 1.1 statutory, 1.2 nominative, 1.3 call envelope,
 * 1.4 open envelope, 1.5 special contribution, 1.6 PM. Two million euros a line are enough for any test.
 */
export const usualLines: readonly GivenLine[] = [
  givenLine('1', { kind: 'heading', amountCents: null }),
  givenLine('1.1', { kind: 'statutory-named', amountCents: cents(200_000_000) }),
  givenLine('1.2', { kind: 'nominative', amountCents: cents(200_000_000) }),
  givenLine('1.3', { kind: 'call-envelope', amountCents: cents(200_000_000) }),
  givenLine('1.4', { kind: 'open-envelope', amountCents: cents(200_000_000) }),
  givenLine('1.5', { kind: 'special-contribution', amountCents: cents(200_000_000) }),
  givenLine('1.6', { kind: 'nominative', amountCents: null, isPm: true }),
];

const sumOf = (lines: readonly GivenLine[]) =>
  cents(lines.reduce((sum, line) => sum + (line.kind === 'heading' ? 0 : (line.amountCents ?? 0)), 0));

/** A draft with these lines; its total is their sum unless given. */
export async function givenDraft(
  api: TestApi,
  drafter: TestPerson,
  options: {
    year?: number;
    stage?: 'provisional' | 'definitive';
    lines?: readonly GivenLine[];
    totalCents?: number;
    fromVersionId?: string;
  } = {},
): Promise<{ versionId: string; revision: number }> {
  const lines = options.lines ?? usualLines;
  const totalCents = options.totalCents ?? sumOf(lines);
  const year = options.year ?? 2026;
  const head = { year, stage: options.stage ?? ('provisional' as const), totalCents, source: '', remark: null };
  const body = { ...head, fromVersionId: options.fromVersionId ?? null };
  const { id: versionId, revision } = await api.ok(contract.createPlanVersion, { body }, { as: drafter });
  const saved = await api.ok(
    contract.savePlanLines,
    { params: { versionId }, body: { totalCents, lines: [...lines], revision } },
    { as: drafter },
  );
  return { versionId, revision: saved.revision };
}

/** What a scenario usually does: the total falls by five per cent, and the free lines carry it. */
export const fivePerCentLess: RequestOf<typeof contract.createPlanScenario>['body']['adjustments'] = [
  { kind: 'total', basisPoints: -500 },
  { kind: 'absorb', how: 'proportional' },
];

/** A scenario beside a draft. */
export function givenScenario(
  api: TestApi,
  as: TestPerson,
  versionId: string,
  name = 'Vijf procent lager',
  adjustments = fivePerCentLess,
): Promise<{ id: string; revision: number }> {
  return api.ok(contract.createPlanScenario, { params: { versionId }, body: { name, adjustments } }, { as });
}

/** A comment on a version as a whole, or on one of its lines. */
export function givenComment(
  api: TestApi,
  as: TestPerson,
  versionId: string,
  change: Partial<RequestOf<typeof contract.createPlanComment>['body']> = {},
): Promise<{ id: string; revision: number }> {
  const body = { lineId: null, text: 'Klopt dit bedrag nog?', mentionIds: [], ...change };
  return api.ok(contract.createPlanComment, { params: { versionId }, body }, { as });
}

/** Runs a draft through submission and approval into force. */
export async function bringIntoForce(
  api: TestApi,
  drafter: TestPerson,
  approver: TestPerson,
  draft: { versionId: string; revision: number },
): Promise<void> {
  const params = { versionId: draft.versionId };
  const submitted = await api.ok(
    contract.submitPlanVersion,
    { params, body: { revision: draft.revision } },
    { as: drafter },
  );
  const approved = await api.ok(contract.approvePlanVersion, { params, body: submitted }, { as: approver });
  const decree = { decreeReference: 'Royal Decree 2026000001', decreeOn: '2026-01-05' };
  const body = { ...approved, ...decree, accountsReference: 'General meeting of 2026' };
  await api.ok(contract.enterPlanVersionIntoForce, { params, body }, { as: approver });
}

/** A plan in force, made through the API by two persons of the minister's office. */
export async function givenPlanInForce(
  api: TestApi,
  options: { year?: number; lines?: readonly GivenLine[] } = {},
): Promise<GivenPlan> {
  const drafter = await api.person(['minister'], 'Dana Drafter');
  const approver = await api.person(['minister'], 'Arno Approver');
  const draft = await givenDraft(api, drafter, options);
  await bringIntoForce(api, drafter, approver, draft);
  const { versionId } = draft;
  const version = await api.ok(contract.readPlanVersion, { params: { versionId } }, { as: approver });
  const lines = new Map(version.lines.map((line) => [line.code, line.lineId]));
  return {
    year: version.year,
    drafter,
    approver,
    versionId,
    lines,
    lineId: (code) => {
      const id = lines.get(code);
      if (id === undefined) throw new Error(`The plan has no line ${code}.`);
      return id;
    },
  };
}
