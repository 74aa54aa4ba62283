import { decisions as contract } from '@commonlot/contracts';
import { cents } from '@commonlot/domain';
import { allPayments } from './all-pages.js';
import type { Game } from './game.js';
import type { ApplicationModel, BatchModel, CallModel, DecisionModel, DirectFileModel } from './model.js';
import { oneOf, type Step } from './step.js';

const officers = ['officer A', 'officer B', 'officer and minister'] as const;
const signatories = ['minister A', 'minister B', 'officer and minister'] as const;

const read = (game: Game, batch: BatchModel | string) =>
  game.read(contract.readBatch, { params: { batchId: typeof batch === 'string' ? batch : batch.id } }, 'auditor');
async function seen(game: Game, batch: BatchModel) {
  const { revision } = await read(game, batch);
  return { revision, isNow: (state: string) => async () => (await read(game, batch)).state === state };
}

const isInBatch = ({ model }: Game, file: DirectFileModel | ApplicationModel) =>
  model.batches.some(({ decisions }) => decisions.some((one) => one.file === file || one.application === file));
const isFree = (game: Game) => (file: DirectFileModel) => file.state === 'proposed' && !isInBatch(game, file);

/** Whether the ranking of a call is complete, and nothing of it is decided yet. */
function isRanked(game: Game, call: CallModel): boolean {
  const files = game.model.filesOf(call);
  const candidates = files.filter(({ state }) => state === 'admitted' || state === 'excluded');
  const judged = ({ state, reviewers }: ApplicationModel) => {
    const standing = reviewers.filter((one) => one.state !== 'conflicted');
    return state === 'excluded' || (standing.length > 0 && standing.every((one) => one.state === 'sent'));
  };
  const isScreened = files.every(({ state }) => state !== 'submitted');
  const isNew = candidates.every((one) => !isInBatch(game, one));
  return call.state === 'published' && candidates.length > 0 && isScreened && isNew && candidates.every(judged);
}

export async function prepareDecisions(
  game: Game,
  callId: string | null,
  files: readonly DirectFileModel[],
  isReady: boolean,
): Promise<BatchModel | null> {
  const by = game.chance.pick(officers);
  const created = await game.attempt({
    endpoint: contract.createBatch,
    input: { body: { callId, directFileIds: files.map(({ id }) => id) } },
    by,
    expect: isReady ? 'done' : ['decision.ranking-incomplete', 'record.duplicate', 'lifecycle.not-allowed'],
  });
  if (!created.done || created.answer === null) return null;
  const { rows } = await read(game, created.answer.id);
  const { model } = game;
  const call = model.calls.find(({ id }) => id === callId) ?? null;
  const decisions = rows.map((row): DecisionModel => {
    const application = model.applications.find(({ id }) => id === row.applicationId) ?? null;
    const file = model.files.find(({ id }) => id === row.directFileId) ?? null;
    const organisation = application?.organisation ?? file?.organisation;
    if (organisation === undefined || row.outcome === null) throw new Error(`A decision on nothing: ${row.number}`);
    const { id, number, outcome } = row;
    return { id, number, outcome, application, file, organisation, amountCents: row.amountCents ?? 0, isLapsed: false };
  });
  const line = call?.line ?? files[0]?.line;
  if (line === undefined) throw new Error('A batch without a line.');
  const drafters = new Set([by, ...files.flatMap(({ authors }) => [...authors])]);
  const batch: BatchModel = { id: created.answer.id, call, line, state: 'draft', drafters, decisions };
  model.batches.push(batch);
  return batch;
}

const draftAward = ({ model }: Game) =>
  model.batches
    .filter(({ state }) => state === 'draft')
    .flatMap(({ decisions }) => decisions.filter(({ outcome }) => outcome === 'award'));

/** The office proposes less than was asked. */
async function lower(game: Game): Promise<void> {
  const decision = game.chance.pick(draftAward(game));
  const look = () => game.read(contract.readDecision, { params: { decisionId: decision.id } }, 'officer A');
  const { revision, outcome, criterionReasons, reason, publicReason, deviationReason, act } = await look();
  if (act === null) throw new Error('A proposal without an act.');
  const amountCents = Math.max(1, Math.floor((decision.amountCents * game.chance.whole(50, 100)) / 100));
  const texts = { outcome, criterionReasons, reason, publicReason, deviationReason, act };
  await game.attempt({
    endpoint: contract.saveDecision,
    input: { params: { decisionId: decision.id }, body: { revision, amountCents: cents(amountCents), ...texts } },
    by: game.chance.pick(officers),
    expect: 'done',
    happened: async () => (await look()).revision > revision,
  });
  decision.amountCents = amountCents;
}

const batchIn = (game: Game, state: BatchModel['state']) =>
  oneOf(game, game.model.batches, (one) => one.state === state);

export async function prepare(game: Game, batch: BatchModel): Promise<void> {
  const { revision, isNow } = await seen(game, batch);
  const by = game.chance.pick(officers);
  const input = { params: { batchId: batch.id }, body: { revision } };
  await game.attempt({ endpoint: contract.prepareBatch, input, by, expect: 'done', happened: isNow('prepared') });
  batch.state = 'prepared';
  batch.drafters.add(by);
}

async function sendBack(game: Game): Promise<void> {
  const batch = batchIn(game, 'prepared');
  const { revision, isNow } = await seen(game, batch);
  const input = { params: { batchId: batch.id }, body: { revision, reason: 'The second reason is too short.' } };
  const by = game.chance.pick(signatories);
  await game.attempt({ endpoint: contract.sendBackBatch, input, by, expect: 'done', happened: isNow('draft') });
  batch.state = 'draft';
}

/** The signature commits the money of all awards or of none; never by whoever drafted, never more than there is. */
async function signBatch(game: Game, batch: BatchModel): Promise<void> {
  const { revision } = await seen(game, batch);
  const by = game.chance.pick([...signatories, 'officer A']);
  const isShort = game.model.promised(batch) > game.model.covered(batch);
  const expected = () => {
    if (by === 'officer A') return ['permission.missing'];
    if (batch.state !== 'prepared') return ['lifecycle.not-allowed'];
    if (batch.drafters.has(by)) return ['decision.same-person'];
    return isShort ? ['ledger.overspent'] : ('done' as const);
  };
  const { done } = await game.attempt({
    endpoint: contract.signBatch,
    input: { params: { batchId: batch.id }, body: { revision, signatoryTitle: 'Staatssecretaris' } },
    by,
    expect: expected(),
  });
  if (done) await signed(game, batch);
}

/** What follows from a signature: the money is promised, letters are written, instalments planned. */
export async function signed(game: Game, batch: BatchModel): Promise<void> {
  if (batch.call !== null) batch.call.drawnCents += game.model.promised(batch);
  batch.state = 'signed';
  await game.api.work();
  await planned(game, batch);
}

/** The instalments of an award that the system planned make the award, to the cent. */
async function planned(game: Game, batch: BatchModel): Promise<void> {
  const rows = await allPayments(game);
  for (const decision of batch.decisions.filter(({ outcome }) => outcome === 'award')) {
    const own = rows.filter(({ decisionId }) => decisionId === decision.id);
    const sum = own.reduce((total, { amountCents }) => total + amountCents, 0);
    if (sum !== decision.amountCents) throw new Error(`Instalments of ${sum} for an award of ${decision.amountCents}.`);
    for (const { id, amountCents } of own) {
      game.model.payments.push({ id, batch, decision, amountCents, state: 'planned', iban: null, preparer: '' });
    }
  }
}

const after = { award: 'awarded', refuse: 'refused', exclude: 'exclusion-confirmed' } as const;

async function release(game: Game): Promise<void> {
  const batch = batchIn(game, 'signed');
  const { revision } = await seen(game, batch);
  await game.attempt({
    endpoint: contract.releaseBatch,
    input: { params: { batchId: batch.id }, body: { revision } },
    by: game.chance.pick(signatories),
    expect: 'done',
  });
  batch.state = 'released';
  for (const { application, file, outcome, isLapsed } of batch.decisions) {
    if (application !== null && !isLapsed) application.state = after[outcome];
    if (file !== null) file.state = outcome === 'award' ? 'awarded' : 'refused';
  }
  const { call } = batch;
  const waits = ({ state }: ApplicationModel) => state === 'submitted' || state === 'admitted' || state === 'excluded';
  if (call !== null && !game.model.filesOf(call).some(waits)) call.state = 'settled';
  await game.api.work();
}

const has = (game: Game, state: BatchModel['state']) => game.model.batches.some((one) => one.state === state);
const closed = ({ model, now }: Game) =>
  model.calls.filter((call) => call.state === 'published' && now >= call.closesAt);

export const decisionSteps: readonly Step[] = [
  {
    name: 'decisions on direct files are prepared',
    weight: 3,
    isPossible: (game) => game.model.files.some(isFree(game)),
    play: async (game) => {
      const { line } = oneOf(game, game.model.files, isFree(game));
      await prepareDecisions(
        game,
        null,
        game.model.files.filter((one) => one.line === line && isFree(game)(one)),
        true,
      );
    },
  },
  {
    name: 'decisions of a call are prepared',
    weight: 8,
    isPossible: (game) => closed(game).some((call) => isRanked(game, call)),
    play: async (game) => {
      await prepareDecisions(game, oneOf(game, closed(game), (call) => isRanked(game, call)).id, [], true);
    },
  },
  {
    name: 'decisions of a call are prepared too early or twice',
    weight: 0.7,
    isPossible: ({ model }) => model.calls.some(({ state }) => state !== 'draft' && state !== 'discarded'),
    play: async (game) => {
      const call = oneOf(game, game.model.calls, ({ state }) => state !== 'draft' && state !== 'discarded');
      await prepareDecisions(game, call.id, [], isRanked(game, call));
    },
  },
  { name: 'an award is lowered', weight: 1, isPossible: (game) => draftAward(game).length > 0, play: lower },
  {
    name: 'a batch is prepared',
    weight: 6,
    isPossible: (game) => has(game, 'draft'),
    play: (game) => prepare(game, batchIn(game, 'draft')),
  },
  { name: 'a batch is sent back', weight: 1, isPossible: (game) => has(game, 'prepared'), play: sendBack },
  {
    name: 'a batch is signed',
    weight: 6,
    isPossible: (game) => has(game, 'prepared'),
    play: (game) => signBatch(game, batchIn(game, 'prepared')),
  },
  {
    name: 'a batch is signed at the wrong time',
    weight: 0.5,
    isPossible: (game) => has(game, 'signed') || has(game, 'released') || has(game, 'draft'),
    play: (game) =>
      signBatch(
        game,
        oneOf(game, game.model.batches, ({ state }) => state !== 'prepared' && state !== 'discarded'),
      ),
  },
  { name: 'a batch is released', weight: 6, isPossible: (game) => has(game, 'signed'), play: release },
];
