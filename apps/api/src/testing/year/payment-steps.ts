import { payments as contract, organisations, register } from '@commonlot/contracts';
import { addDays, brusselsDay } from '@commonlot/domain';
import { nextIban } from '../given-organisations.js';
import { allPayments } from './all-pages.js';
import type { Game } from './game.js';
import { actsFor, type DecisionModel, type OrganisationModel, type PaymentModel } from './model.js';
import { oneOf, type Step, sometimes } from './step.js';

const officers = ['officer A', 'officer B', 'officer and minister'] as const;
const controllers = ['controller A', 'controller B'] as const;

async function propose(game: Game): Promise<void> {
  const organisation = game.chance.pick(game.model.organisations);
  const iban = nextIban();
  const isViewer = sometimes(game, 8);
  const by = isViewer ? organisation.viewer : organisation.representative;
  const proposed = await game.attempt({
    endpoint: organisations.proposeBankAccount,
    input: { params: { organisationId: organisation.id }, body: { iban, holder: 'The holder' } },
    by,
    expect: isViewer ? ['membership.not-allowed'] : organisation.proposed === null ? 'done' : ['record.duplicate'],
  });
  if (proposed.done && proposed.answer !== null) organisation.proposed = { id: proposed.answer.id, iban, by };
}

async function judge(game: Game): Promise<void> {
  const organisation = oneOf(game, game.model.organisations, ({ proposed }) => proposed !== null);
  const { proposed } = organisation;
  if (proposed === null) return;
  const params = { organisationId: organisation.id };
  const look = async () => {
    const { bankAccounts } = await game.read(organisations.readOrganisation, { params }, organisation.representative);
    return bankAccounts.find(({ id }) => id === proposed.id);
  };
  const isVerified = sometimes(game, 85);
  const by = game.chance.pick(controllers);
  const { done } = await game.attempt({
    endpoint: organisations.judgeBankAccount,
    input: { params: { bankAccountId: proposed.id }, body: { revision: (await look())?.revision ?? 0, isVerified } },
    by,
    expect: actsFor(by, organisation) ? ['bank-account.same-person', 'membership.conflicted'] : 'done',
    happened: async () => (await look())?.state === (isVerified ? 'verified' : 'refused'),
  });
  if (!done) return;
  organisation.proposed = null;
  if (isVerified) organisation.verifiedIban = proposed.iban;
}

async function seen(game: Game, payment: PaymentModel) {
  const look = async () => (await allPayments(game)).find(({ id }) => id === payment.id);
  return {
    revision: (await look())?.revision ?? 0,
    isNow: (state: string) => async () => (await look())?.state === state,
  };
}

/** How somebody is refused who acts for the payee: the file of an applicant does not even exist for them. */
const ownBusiness = (by: string, { decision }: PaymentModel) =>
  actsFor(by, decision.organisation) ? ['membership.conflicted', 'record.missing'] : null;

/** Nothing is paid before it is released, nor to an account that nobody has verified. */
async function prepare(game: Game): Promise<void> {
  const payment = paymentIn(game, 'planned');
  const { revision, isNow } = await seen(game, payment);
  const { verifiedIban } = payment.decision.organisation;
  const isBlocked = payment.batch.state !== 'released' || verifiedIban === null;
  const by = game.chance.pick([...officers, 'controller A']);
  const { done } = await game.attempt({
    endpoint: contract.preparePayment,
    input: { params: { paymentId: payment.id }, body: { revision } },
    by,
    expect: by === 'controller A' ? ['permission.missing'] : isBlocked ? ['payment.blocked'] : 'done',
    happened: isNow('prepared'),
  });
  if (done) Object.assign(payment, { state: 'prepared', iban: verifiedIban, preparer: by });
}

/** The account that stands in the payment must still be the one that is verified. */
async function approve(game: Game): Promise<void> {
  const payment = paymentIn(game, 'prepared');
  const { revision, isNow } = await seen(game, payment);
  const isReplaced = payment.iban !== payment.decision.organisation.verifiedIban;
  const by = game.chance.pick([...controllers, ...officers]);
  const isController = controllers.some((one) => one === by);
  const { done } = await game.attempt({
    endpoint: contract.approvePayment,
    input: { params: { paymentId: payment.id }, body: { revision } },
    by,
    expect: !isController
      ? ['permission.missing']
      : (ownBusiness(by, payment) ?? (isReplaced ? ['payment.blocked'] : 'done')),
    happened: isNow('approved'),
  });
  if (done) payment.state = 'approved';
}

async function sendBack(game: Game): Promise<void> {
  const payment = paymentIn(game, 'prepared');
  const { revision, isNow } = await seen(game, payment);
  const input = { params: { paymentId: payment.id }, body: { revision, reason: 'The account is about to change.' } };
  const by = game.chance.pick(controllers);
  const { done } = await game.attempt({
    endpoint: contract.sendBackPayment,
    input,
    by,
    expect: ownBusiness(by, payment) ?? 'done',
    happened: isNow('planned'),
  });
  if (!done) return;
  Object.assign(payment, { state: 'planned', iban: null, preparer: '' });
}

async function confirm(game: Game, payment: PaymentModel): Promise<void> {
  const { revision } = await seen(game, payment);
  const today = brusselsDay(game.now);
  const isEarly = sometimes(game, 8);
  const by = game.chance.pick(controllers);
  const expected = () => {
    const refusal = ownBusiness(by, payment);
    if (refusal !== null) return refusal;
    if (payment.state !== 'approved') return ['lifecycle.not-allowed'];
    return isEarly ? ['request.malformed'] : ('done' as const);
  };
  const { done } = await game.attempt({
    endpoint: contract.confirmPayment,
    input: {
      params: { paymentId: payment.id },
      body: {
        revision,
        paidOn: isEarly ? addDays(today, 1) : today,
        bankReference: `STATEMENT ${game.chance.whole(1, 999)}`,
      },
    },
    by,
    expect: expected(),
  });
  if (done) payment.state = 'paid';
  await game.api.work();
}

const releasedAwards = ({ model }: Game): DecisionModel[] =>
  model.batches
    .filter(({ state }) => state === 'released')
    .flatMap(({ decisions }) => decisions.filter(({ outcome, isLapsed }) => outcome === 'award' && !isLapsed));

/** The act stays as it was signed; what the public reads says what was corrected. */
async function correct(game: Game): Promise<void> {
  const { number } = game.chance.pick(releasedAwards(game));
  const newValue = `Corrected title ${game.chance.whole(1, 1_000_000)}`;
  await game.attempt({
    endpoint: register.correctAward,
    input: {
      params: { number },
      body: { field: 'title', newValue, explanation: 'The name of the choir was misspelt.' },
    },
    by: game.chance.pick(officers),
    expect: 'done',
  });
  await game.api.work();
  const { corrections } = await game.read(register.readAward, { params: { number } }, 'auditor');
  if (!corrections.some((one) => one.newValue === newValue))
    throw new Error(`The correction of ${number} is not shown.`);
}

const paymentIn = (game: Game, state: PaymentModel['state']) =>
  oneOf(game, game.model.payments, (one) => one.state === state);
const has = (game: Game, state: PaymentModel['state']) => game.model.payments.some((one) => one.state === state);
const isWaiting = ({ proposed }: OrganisationModel) => proposed !== null;

export const paymentSteps: readonly Step[] = [
  { name: 'an account is proposed', weight: 2, isPossible: () => true, play: propose },
  {
    name: 'an account is judged',
    weight: 4,
    isPossible: ({ model }) => model.organisations.some(isWaiting),
    play: judge,
  },
  { name: 'a payment is prepared', weight: 6, isPossible: (game) => has(game, 'planned'), play: prepare },
  { name: 'a payment is approved', weight: 6, isPossible: (game) => has(game, 'prepared'), play: approve },
  { name: 'a payment is sent back', weight: 2, isPossible: (game) => has(game, 'prepared'), play: sendBack },
  {
    name: 'a payment is confirmed',
    weight: 6,
    isPossible: (game) => has(game, 'approved'),
    play: (game) => confirm(game, paymentIn(game, 'approved')),
  },
  {
    name: 'a payment is confirmed again or too early',
    weight: 0.7,
    isPossible: ({ model }) => model.payments.some(({ state }) => state !== 'approved' && state !== 'cancelled'),
    play: (game) =>
      confirm(
        game,
        oneOf(game, game.model.payments, ({ state }) => state !== 'approved' && state !== 'cancelled'),
      ),
  },
  { name: 'an award is corrected', weight: 0.7, isPossible: (game) => releasedAwards(game).length > 0, play: correct },
];
