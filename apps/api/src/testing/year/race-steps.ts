import { applications, decisions, payments } from '@commonlot/contracts';
import { brusselsDay } from '@commonlot/domain';
import { allPayments } from './all-pages.js';
import { lapse } from './application-steps.js';
import { prepare, prepareDecisions, signed } from './decision-steps.js';
import { proposeFile, writeFile } from './direct-file-steps.js';
import type { Game } from './game.js';
import { actsFor, type BatchModel, type LineModel, type PaymentModel } from './model.js';
import { oneOf, type Step } from './step.js';

/** Two who draft nothing. */
const signers = ['minister A', 'minister B'] as const;
const revisionOf = async (game: Game, batch: BatchModel) =>
  (await game.read(decisions.readBatch, { params: { batchId: batch.id } }, 'auditor')).revision;
const signature = async (game: Game, batch: BatchModel, by: string) => ({
  endpoint: decisions.signBatch,
  input: {
    params: { batchId: batch.id },
    body: { revision: await revisionOf(game, batch), signatoryTitle: 'Staatssecretaris' },
  },
  by,
});

/** A batch of one new file, handed to the minister. */
async function preparedBatch(game: Game, line: LineModel, amountCents: number): Promise<BatchModel> {
  const file = await writeFile(game, line, amountCents);
  await proposeFile(game, file);
  const batch = await prepareDecisions(game, null, [file], true);
  if (batch === null) throw new Error('Proposed files make a batch.');
  await prepare(game, batch);
  return batch;
}

/**
 * Two people sign, at the same instant and on two processes, for more than a line holds. Whoever is first, what is done
 * is covered, and what is refused would not have been.
 */
async function signForTheSame(game: Game): Promise<void> {
  const { chance, model } = game;
  const line = oneOf(game, model.lines, (one) => takesFile(game, one));
  const { availableCents } = model.figures(line);
  const share = () => Math.floor((availableCents * chance.whole(51, 95)) / 100);
  const batches = [await preparedBatch(game, line, share()), await preparedBatch(game, line, share())];
  const moves = [];
  for (const [index, batch] of batches.entries()) moves.push(await signature(game, batch, signers[index] ?? ''));
  const outcomes = await game.atOnce(moves);
  const done = batches.filter((_, index) => outcomes[index]?.done);
  const promised = done.reduce((sum, batch) => sum + model.promised(batch), 0);
  if (promised > availableCents) throw new Error(`${promised} cents promised of ${availableCents}`);
  if (done.length !== 1) throw new Error(`of two signatures for the same money ${done.length} are done`);
  for (const outcome of outcomes) {
    if (!outcome.done && outcome.code !== 'ledger.overspent') throw new Error(`refused with ${outcome.code}`);
  }
  for (const batch of done) await signed(game, batch);
}
const takesFile = (game: Game, line: LineModel) =>
  line.takes === 'files' && game.model.figures(line).availableCents > 10_000;

/** Two controllers read the same bank statement: the money is booked once. */
async function confirmTogether(game: Game): Promise<void> {
  const payment = oneOf(game, game.model.payments, isForBoth);
  const revision = (await allPayments(game)).find(({ id }) => id === payment.id)?.revision ?? 0;
  const body = { revision, paidOn: brusselsDay(game.now), bankReference: 'STATEMENT 1' };
  const input = { params: { paymentId: payment.id }, body };
  const outcomes = await game.atOnce(
    ['controller A', 'controller B', 'controller A'].map((by) => ({ endpoint: payments.confirmPayment, input, by })),
  );
  const done = outcomes.filter((outcome) => outcome.done);
  if (done.length !== 1) throw new Error(`a payment was confirmed ${done.length} times`);
  payment.state = 'paid';
  await game.api.work();
}

const isForBoth = ({ state, decision }: PaymentModel) =>
  state === 'approved' && !actsFor('controller B', decision.organisation);

/** The applicant withdraws while the minister signs: one after the other, and the money ends where it belongs. */
async function withdrawWhileSigned(game: Game): Promise<void> {
  const batch = oneOf(game, game.model.batches, isPreparedOfCall);
  const { application } = game.chance.pick(batch.decisions);
  if (application === null) return;
  const withdrawal = {
    endpoint: applications.withdrawApplication,
    input: { params: { applicationId: application.id }, body: { reason: 'The hall burned down.' } },
    by: application.organisation.representative,
  };
  const isCovered = game.model.promised(batch) <= game.model.covered(batch);
  const move = await signature(game, batch, game.chance.pick(signers));
  const [signing, withdrawing] = await game.atOnce([move, withdrawal]);
  if (withdrawing?.done !== true) throw new Error('the withdrawal was refused');
  application.state = 'withdrawn';
  if (signing?.done === true) {
    if (!isCovered) throw new Error('signed for more than the call holds');
    await signed(game, batch);
  }
  await game.api.work();
  lapse(game, application);
}
const isPreparedOfCall = ({ state, call }: BatchModel) => state === 'prepared' && call !== null;

export const raceSteps: readonly Step[] = [
  {
    name: 'two sign for the same money',
    weight: 1,
    isPossible: (game) => game.model.lines.some((line) => takesFile(game, line)),
    play: signForTheSame,
  },
  {
    name: 'two confirm the same payment',
    weight: 2,
    isPossible: ({ model }) => model.payments.some(isForBoth),
    play: confirmTogether,
  },
  {
    name: 'an application is withdrawn while its batch is signed',
    weight: 2,
    isPossible: ({ model }) => model.batches.some(isPreparedOfCall),
    play: withdrawWhileSigned,
  },
];
