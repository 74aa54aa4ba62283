import { applications as contract } from '@commonlot/contracts';
import { completeAnswers, costTable, pdf } from '../given-application.js';
import type { Game } from './game.js';
import type { ApplicationModel, CallModel, OrganisationModel } from './model.js';
import { oneOf, type Step, sometimes } from './step.js';

const own = (game: Game, application: ApplicationModel) =>
  game.read(
    contract.readOwnApplication,
    { params: { applicationId: application.id } },
    application.organisation.representative,
  );
const released = (game: Game, application: ApplicationModel, state: string) => async () =>
  (await own(game, application)).releasedState === state;

const isLive = ({ state }: ApplicationModel) => state !== 'withdrawn' && state !== 'discarded';
const isOpen = (game: Game, call: CallModel) =>
  call.state === 'published' && call.opensAt <= game.now && game.now < call.closesAt;
const isSent = ({ state }: ApplicationModel) => state === 'submitted' || state === 'admitted' || state === 'excluded';

function expectedOfStart(game: Game, call: CallModel, organisation: OrganisationModel) {
  if (!isOpen(game, call)) return ['call.not-open'];
  const isTwice = game.model.filesOf(call).some((one) => one.organisation === organisation && isLive(one));
  return isTwice ? ['application.duplicate'] : ('done' as const);
}

async function start(game: Game): Promise<void> {
  const { chance, model } = game;
  const known = model.calls.filter(
    ({ state }) => state === 'published' || state === 'settled' || state === 'cancelled',
  );
  const open = known.filter((call) => isOpen(game, call));
  const call = chance.pick(open.length > 0 && sometimes(game, 92) ? open : known);
  const free = model.organisations.filter(
    (one) => !model.filesOf(call).some((file) => file.organisation === one && isLive(file)),
  );
  const organisation = chance.pick(free.length > 0 && sometimes(game, 92) ? free : model.organisations);
  const started = await game.attempt({
    endpoint: contract.startApplication,
    input: {
      body: {
        callNumber: call.number,
        organisationId: organisation.id,
        fileLanguage: chance.pick(['nl', 'fr', 'de'] as const),
      },
    },
    by: organisation.representative,
    expect: expectedOfStart(game, call, organisation),
  });
  if (!started.done || started.answer === null) return;
  const application: ApplicationModel = {
    ...{ id: started.answer.id, call, organisation, state: 'draft', requestedCents: 0, title: '' },
    ...{ receipts: [], reviewers: [] },
  };
  model.applications.push(application);
  await save(game, application);
}

/** Fills in everything. A draft can be written when its call has closed; it can only no longer be sent. */
async function save(game: Game, application: ApplicationModel): Promise<void> {
  const requestedCents = game.chance.whole(5, 95) * 100_00 + game.chance.whole(0, 99);
  const title = `Koor ${game.chance.whole(1, 10_000)}`;
  const answers = { ...completeAnswers(), title, budget: costTable(requestedCents) };
  const { revision } = await own(game, application);
  const { done } = await game.attempt({
    endpoint: contract.saveDraft,
    input: { params: { applicationId: application.id }, body: { answers, revision } },
    by: application.organisation.representative,
    expect: application.state === 'draft' ? 'done' : ['lifecycle.not-allowed'],
    happened: async () => (await own(game, application)).revision > revision,
  });
  if (done) Object.assign(application, { requestedCents, title });
}

/** A file goes over the line as it is; the answer names the hash that stands on the receipt. */
async function attach(game: Game): Promise<void> {
  const application = oneOf(game, game.model.applications, ({ state }) => state === 'draft');
  const by = game.cast.people.get(application.organisation.representative) ?? null;
  const input = { params: { applicationId: application.id }, query: { questionId: 'quotes', name: 'offerte.pdf' } };
  const answer = await game.api.call(contract.attachFile, input, {
    as: by,
    bytes: pdf,
    process: game.chance.whole(0, 1),
  });
  const { code = 'done' } = (answer.body ?? {}) as { code?: string };
  if (answer.status !== 201 && code !== 'file.too-many') throw new Error(`attachFile: ${code}`);
  game.trace.push(`  applications.attachFile: ${code}`);
}

interface Sender {
  readonly by: string;
  readonly refusal: string | null;
}

/** Mostly a representative; now and then somebody who may only look, or who has nothing to do with it. */
function senderOf(game: Game, { organisation }: ApplicationModel): Sender {
  const dice = game.chance.whole(1, 100);
  if (dice <= 6) return { by: organisation.viewer, refusal: 'membership.not-allowed' };
  const other = oneOf(game, game.model.organisations, (one) => one !== organisation);
  if (dice <= 12) return { by: other.representative, refusal: 'record.missing' };
  return { by: organisation.representative, refusal: null };
}

async function send(game: Game): Promise<void> {
  const drafts = game.model.applications.filter(({ state }) => state === 'draft');
  const application = game.chance.pick(drafts.length > 0 && sometimes(game, 90) ? drafts : game.model.applications);
  const { by, refusal } = senderOf(game, application);
  const { revision } = await own(game, application);
  const isStale = sometimes(game, 5);
  const expected = () => {
    if (refusal !== null) return [refusal];
    if (application.state !== 'draft') return ['lifecycle.not-allowed'];
    if (isStale) return ['record.stale'];
    return isOpen(game, application.call) ? ('done' as const) : ['application.blocked'];
  };
  const outcome = await game.attempt({
    endpoint: contract.submitApplication,
    input: {
      params: { applicationId: application.id },
      body: { revision: isStale ? revision + 1 : revision, declaresTruth: true },
    },
    by,
    expect: expected(),
  });
  if (!outcome.done || outcome.answer === null) return;
  const { number, submittedAt, contentHash } = outcome.answer;
  // At the moment of the receipt, and on another connection: what is acknowledged is there.
  const [row] = await game.api.sql<{ hash: string | null }>(
    'SELECT content_hash AS hash FROM application WHERE id = $1',
    [application.id],
  );
  if (row?.hash !== contentHash) throw new Error(`${number} has a receipt and is not there`);
  application.state = 'submitted';
  application.receipts.push({ number, submittedAt, contentHash });
}

async function withdraw(game: Game): Promise<void> {
  const application = oneOf(game, game.model.applications, (one) => isSent(one) || one.state === 'awarded');
  const { done } = await game.attempt({
    endpoint: contract.withdrawApplication,
    input: { params: { applicationId: application.id }, body: { reason: 'The hall burned down.' } },
    by: application.organisation.representative,
    expect: isSent(application) ? 'done' : ['lifecycle.not-allowed'],
    happened: released(game, application, 'withdrawn'),
  });
  if (!done) return;
  application.state = 'withdrawn';
  await game.api.work();
  lapse(game, application);
}

/** Unsigned, the decision leaves its batch; signed, it lapses and its money goes back to the line. */
export function lapse({ model }: Game, application: ApplicationModel): void {
  for (const batch of model.batches) {
    const decision = batch.decisions.find((one) => one.application === application);
    if (decision === undefined) continue;
    if (batch.state === 'signed') {
      decision.isLapsed = true;
      for (const payment of model.payments) if (payment.decision === decision) payment.state = 'cancelled';
    } else {
      batch.decisions = batch.decisions.filter((one) => one !== decision);
      if (batch.decisions.length === 0) batch.state = 'discarded';
    }
  }
}

async function discard(game: Game): Promise<void> {
  const application = oneOf(game, game.model.applications, ({ state }) => state === 'draft');
  await game.attempt({
    endpoint: contract.discardDraft,
    input: { params: { applicationId: application.id } },
    by: application.organisation.representative,
    expect: 'done',
    happened: released(game, application, 'discarded'),
  });
  application.state = 'discarded';
}

const some = (game: Game, fits: (one: ApplicationModel) => boolean) => game.model.applications.some(fits);
const isDraft = ({ state }: ApplicationModel) => state === 'draft';
const someOpen = (game: Game) => game.model.calls.some((call) => isOpen(game, call));

export const applicationSteps: readonly Step[] = [
  { name: 'an application is begun', weight: 9, isPossible: someOpen, play: start },
  {
    name: 'an application is begun at the wrong time',
    weight: 0.5,
    isPossible: ({ model }) => model.calls.some(({ state }) => state === 'published' || state === 'settled'),
    play: start,
  },
  {
    name: 'an application is changed',
    weight: 1,
    isPossible: (game) => some(game, (one) => isDraft(one) || isSent(one)),
    play: (game) =>
      save(
        game,
        oneOf(game, game.model.applications, (one) => isDraft(one) || isSent(one)),
      ),
  },
  { name: 'a file is attached', weight: 2, isPossible: (game) => some(game, isDraft), play: attach },
  {
    name: 'an application is sent',
    weight: 12,
    isPossible: (game) => some(game, (one) => isDraft(one) && isOpen(game, one.call)),
    play: send,
  },
  { name: 'an application is sent late or twice', weight: 0.7, isPossible: (game) => some(game, isLive), play: send },
  { name: 'an application is withdrawn', weight: 1, isPossible: (game) => some(game, isSent), play: withdraw },
  { name: 'a draft is thrown away', weight: 0.3, isPossible: (game) => some(game, isDraft), play: discard },
];
