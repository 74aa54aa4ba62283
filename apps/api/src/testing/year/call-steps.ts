import { calls as contract } from '@commonlot/contracts';
import { addDays, brusselsDay, cents } from '@commonlot/domain';
import type { Game } from './game.js';
import type { CallModel } from './model.js';
import { oneOf, type Step } from './step.js';

const officers = ['officer A', 'officer B', 'officer and minister'] as const;
const words = (nl: string, fr: string) => ({ nl, fr, de: nl, en: fr });
const title = words('Samen zingen', 'Chanter ensemble');

const read = (game: Game, callId: string) => game.read(contract.readCall, { params: { callId } }, 'officer A');
const isNow = (game: Game, call: CallModel, state: string) => async () => (await read(game, call.id)).state === state;

/** A complete draft: it opens within a few days and closes a week or two later, at noon in Brussels. */
async function write(game: Game): Promise<void> {
  const { chance, model } = game;
  const line = oneOf(game, model.lines, ({ takes }) => takes === 'calls');
  const officer = chance.pick(officers);
  const input = { body: { lineId: line.id, title } };
  const created = await game.attempt({ endpoint: contract.createCall, input, by: officer, expect: 'done' });
  if (!created.done || created.answer === null) throw new Error('A call was created without an id.');
  const { id } = created.answer;
  const { criteria, form, revision, number } = await read(game, id);
  const opensOn = addDays(brusselsDay(game.now), chance.whole(1, 3));
  const envelopeCents = chance.whole(10, 90) * 1_000_00 + chance.whole(0, 99);
  const text = words('Steun voor koren.', 'Soutien aux chorales.');
  const body = {
    ...{ lineId: line.id, title, summary: text, description: text, eligibility: text },
    ...{ opensOn, opensAtClock: '09:00', closesOn: addDays(opensOn, chance.whole(5, 12)), closesAtClock: '12:00' },
    ...{ envelopeCents: cents(envelopeCents), maxAmountCents: cents(10_000_00), maxSharePercent: 80 },
    ...{ criteria, form, revision },
  };
  const happened = async () => (await read(game, id)).revision > revision;
  await game.attempt({
    endpoint: contract.saveCall,
    input: { params: { callId: id }, body },
    by: officer,
    expect: 'done',
    happened,
  });
  const { opensAt, closesAt } = await read(game, id);
  if (opensAt === null || closesAt === null) throw new Error('A complete draft has its instants.');
  model.calls.push({
    ...{ id, number, line, officer, envelopeCents, criteria, state: 'draft', drawnCents: 0 },
    ...{ opensAt: new Date(opensAt), closesAt: new Date(closesAt) },
  });
}

async function publish(game: Game): Promise<void> {
  const call = oneOf(game, game.model.calls, ({ state }) => state === 'draft');
  const by = game.chance.pick([...officers, 'controller A', 'auditor']);
  const { revision } = await read(game, call.id);
  const isShort = call.envelopeCents > game.model.figures(call.line).availableCents;
  const isOfficer = officers.some((one) => one === by);
  const { done } = await game.attempt({
    endpoint: contract.publishCall,
    input: { params: { callId: call.id }, body: { revision } },
    by,
    expect: !isOfficer ? ['permission.missing'] : isShort ? ['ledger.overspent'] : 'done',
    happened: isNow(game, call, 'published'),
  });
  if (done) call.state = 'published';
}

const wasSent = ({ model }: Game, call: CallModel) => model.filesOf(call).some(({ receipts }) => receipts.length > 0);

/** Only a call to which nobody has applied: whoever has sent something is owed a decision. */
async function cancel(game: Game, call: CallModel): Promise<void> {
  const { revision } = await read(game, call.id);
  const { done } = await game.attempt({
    endpoint: contract.cancelCall,
    input: { params: { callId: call.id }, body: { revision, reason: 'The line is needed for something else.' } },
    by: game.chance.pick(officers),
    expect: wasSent(game, call) ? ['call.has-applications'] : 'done',
    happened: isNow(game, call, 'cancelled'),
  });
  if (done) call.state = 'cancelled';
}

async function discard(game: Game): Promise<void> {
  const call = oneOf(game, game.model.calls, ({ state }) => state === 'draft');
  const { revision } = await read(game, call.id);
  const input = { params: { callId: call.id }, query: { revision } };
  const by = game.chance.pick(officers);
  await game.attempt({
    endpoint: contract.discardCall,
    input,
    by,
    expect: 'done',
    happened: isNow(game, call, 'discarded'),
  });
  call.state = 'discarded';
}

const has = (game: Game, state: CallModel['state']) => game.model.calls.some((call) => call.state === state);
const published = ({ model }: Game) => model.calls.filter(({ state }) => state === 'published');
const running = ({ model, now }: Game) =>
  model.calls.filter((call) => call.state === 'published' && call.closesAt > now);

export const callSteps: readonly Step[] = [
  {
    name: 'a call is written',
    weight: 3,
    isPossible: (game) => !has(game, 'draft') && running(game).length < 2,
    play: write,
  },
  { name: 'a call is published', weight: 8, isPossible: (game) => has(game, 'draft'), play: publish },
  {
    name: 'a call is cancelled',
    weight: 0.8,
    isPossible: (game) => published(game).some((call) => !wasSent(game, call)),
    play: (game) =>
      cancel(
        game,
        oneOf(game, published(game), (call) => !wasSent(game, call)),
      ),
  },
  {
    name: 'a call is cancelled too late',
    weight: 0.4,
    isPossible: (game) => published(game).some((call) => wasSent(game, call)),
    play: (game) =>
      cancel(
        game,
        oneOf(game, published(game), (call) => wasSent(game, call)),
      ),
  },
  { name: 'the draft of a call is thrown away', weight: 0.2, isPossible: (game) => has(game, 'draft'), play: discard },
];
