import { plan as contract } from '@commonlot/contracts';
import { addDays, brusselsDay, cents } from '@commonlot/domain';
import { givenLine } from '../given-plan.js';
import type { Game } from './game.js';
import type { VersionModel } from './model.js';
import { oneOf, type Step, sometimes } from './step.js';

const ministers = ['minister A', 'minister B', 'officer and minister'] as const;
const opening = { '1.1': 300_000_00, '1.2': 120_000_00, '1.3': 90_000_00, '1.4': 25_000_00 };
const year = 2026;

const read = (game: Game, versionId: string) =>
  game.read(contract.readPlanVersion, { params: { versionId } }, 'minister A');
/** The revision that the page shows, and whether the version has come to a state since. */
async function seen(game: Game, version: VersionModel) {
  const { revision } = await read(game, version.id);
  return { revision, isNow: (state: string) => async () => (await read(game, version.id)).state === state };
}

const head = (totalCents: number, fromVersionId: string | null) => ({
  year,
  stage: 'provisional' as const,
  totalCents: cents(totalCents),
  fromVersionId,
  source: '',
  remark: null,
});
const sumOf = (amounts: ReadonlyMap<string, number>) => [...amounts.values()].reduce((sum, amount) => sum + amount, 0);

/** Begins a version and writes its lines; those of a version before keep their ids. */
async function draft(
  game: Game,
  by: string,
  amounts: ReadonlyMap<string, number>,
  from: string | null,
): Promise<VersionModel> {
  const totalCents = cents(sumOf(amounts));
  const created = await game.attempt({
    endpoint: contract.createPlanVersion,
    input: { body: head(totalCents, from) },
    by,
    expect: 'done',
  });
  if (!created.done || created.answer === null) throw new Error('A version was created without an id.');
  const { id } = created.answer;
  const { lines, revision, number } = await read(game, id);
  const known = new Map(lines.map((line) => [line.code, line.lineId]));
  const body = {
    totalCents,
    revision,
    lines: [
      givenLine('1', { kind: 'heading', amountCents: null, lineId: known.get('1') ?? null }),
      ...[...amounts].map(([code, amount]) =>
        givenLine(code, { kind: kindOf(code), amountCents: cents(amount), lineId: known.get(code) ?? null }),
      ),
    ],
  };
  const params = { versionId: id };
  const happened = async () => (await read(game, id)).revision > revision;
  await game.attempt({ endpoint: contract.savePlanLines, input: { params, body }, by, expect: 'done', happened });
  const version: VersionModel = { id, number, drafter: by, amounts, state: 'draft', submitter: '' };
  game.model.versions.push(version);
  return version;
}
const kindOf = (code: string) => (code < '1.3' ? ('call-envelope' as const) : ('nominative' as const));

async function submit(game: Game, version: VersionModel, by: string): Promise<void> {
  const { revision, isNow } = await seen(game, version);
  const input = { params: { versionId: version.id }, body: { revision } };
  await game.attempt({ endpoint: contract.submitPlanVersion, input, by, expect: 'done', happened: isNow('submitted') });
  Object.assign(version, { state: 'submitted', submitter: by });
}

async function approve(game: Game, version: VersionModel, by: string): Promise<void> {
  const { revision, isNow } = await seen(game, version);
  const isOwn = by === version.drafter || by === version.submitter;
  const { done } = await game.attempt({
    endpoint: contract.approvePlanVersion,
    input: { params: { versionId: version.id }, body: { revision } },
    by,
    expect: isOwn ? ['plan.same-person'] : 'done',
    happened: isNow('approved'),
  });
  if (done) version.state = 'approved';
}

async function sendBack(game: Game, version: VersionModel): Promise<void> {
  const { revision, isNow } = await seen(game, version);
  const input = { params: { versionId: version.id }, body: { revision, reason: 'The third line is too low.' } };
  const by = game.chance.pick(ministers);
  await game.attempt({ endpoint: contract.sendBackPlanVersion, input, by, expect: 'done', happened: isNow('draft') });
  version.state = 'draft';
}

/** The Council of Ministers has deliberated. */
async function recordCouncil(game: Game, version: VersionModel): Promise<void> {
  const { revision } = await seen(game, version);
  const input = {
    params: { versionId: version.id, kind: 'council' as const },
    body: { revision, doneOn: brusselsDay(game.now), reference: 'Notification 2026A07' },
  };
  const happened = async () => (await read(game, version.id)).revision > revision;
  await game.attempt({ endpoint: contract.recordPlanStep, input, by: 'minister B', expect: 'done', happened });
}

/** A line cannot be given less than what was reserved or promised of it. */
async function enterIntoForce(game: Game, version: VersionModel): Promise<void> {
  const { model } = game;
  const { revision, isNow } = await seen(game, version);
  const isEarly = sometimes(game, 15);
  const today = brusselsDay(game.now);
  const short = model.lines.some((line) => {
    const { reservedCents, committedCents } = model.figures(line);
    return (version.amounts.get(line.code) ?? 0) < reservedCents + committedCents;
  });
  const { done } = await game.attempt({
    endpoint: contract.enterPlanVersionIntoForce,
    input: {
      params: { versionId: version.id },
      body: { revision, decreeReference: 'Royal Decree 2026000001', decreeOn: isEarly ? addDays(today, 1) : today },
    },
    by: game.chance.pick(ministers),
    expect: isEarly ? ['plan.decree-missing'] : short ? ['ledger.overspent'] : 'done',
    happened: isNow('in-force'),
  });
  if (!done) return;
  for (const other of model.versions) if (other.state === 'in-force') other.state = 'superseded';
  version.state = 'in-force';
  for (const line of model.lines) line.allocatedCents = version.amounts.get(line.code) ?? 0;
}

/** The year begins with a plan in force. */
export async function openTheYear(game: Game): Promise<void> {
  const version = await draft(game, 'minister A', new Map(Object.entries(opening)), null);
  const { lines } = await read(game, version.id);
  for (const { code, lineId } of lines) {
    if (code === '1') continue;
    game.model.lines.push({
      id: lineId,
      code,
      takes: kindOf(code) === 'nominative' ? 'files' : 'calls',
      allocatedCents: 0,
    });
  }
  await submit(game, version, 'minister A');
  await approve(game, version, 'minister B');
  await recordCouncil(game, version);
  while (version.state !== 'in-force') await enterIntoForce(game, version);
}

const isOpen = ({ state }: VersionModel) => state === 'draft' || state === 'submitted' || state === 'approved';
const inState = (game: Game, state: VersionModel['state']) => game.model.versions.some((one) => one.state === state);
const versionIn = (game: Game, state: VersionModel['state']) =>
  oneOf(game, game.model.versions, (one) => one.state === state);

export const planSteps: readonly Step[] = [
  {
    name: 'the plan is revised',
    weight: 1.5,
    isPossible: ({ model }) => !model.versions.some(isOpen),
    play: async (game) => {
      const before = versionIn(game, 'in-force');
      const factor = () => game.chance.whole(60, 150) / 100;
      const amounts = new Map([...before.amounts].map(([code, amount]) => [code, Math.round(amount * factor()) + 1]));
      await draft(game, game.chance.pick(ministers), amounts, before.id);
    },
  },
  {
    name: 'a version of the plan is submitted',
    weight: 3,
    isPossible: (game) => inState(game, 'draft'),
    play: (game) => submit(game, versionIn(game, 'draft'), game.chance.pick(ministers)),
  },
  {
    name: 'a version of the plan is approved or sent back',
    weight: 3,
    isPossible: (game) => inState(game, 'submitted'),
    play: (game) =>
      sometimes(game, 35)
        ? sendBack(game, versionIn(game, 'submitted'))
        : approve(game, versionIn(game, 'submitted'), game.chance.pick(ministers)),
  },
  {
    name: 'a version of the plan enters into force',
    weight: 3,
    isPossible: (game) => inState(game, 'approved'),
    play: (game) =>
      sometimes(game, 15)
        ? sendBack(game, versionIn(game, 'approved'))
        : enterIntoForce(game, versionIn(game, 'approved')),
  },
];
