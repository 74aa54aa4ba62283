import { applications, reviews as contract } from '@commonlot/contracts';
import { completeScores } from '../given-review.js';
import type { Game } from './game.js';
import type { ApplicationModel, AssignmentModel } from './model.js';
import { oneOf, type Step, sometimes } from './step.js';

const officers = ['officer A', 'officer B', 'officer and minister'] as const;
const reviewers = ['reviewer A', 'reviewer B', 'reviewer C'] as const;

const read = (game: Game, application: ApplicationModel) =>
  game.read(applications.readApplication, { params: { applicationId: application.id } }, 'officer A');

/** The check of admissibility: not before everybody could apply, and once. */
async function screen(game: Game, application: ApplicationModel): Promise<void> {
  const { revision } = await read(game, application);
  const isClosed = game.now >= application.call.closesAt;
  const isExcluded = sometimes(game, 25);
  const state = isExcluded ? 'excluded' : 'admitted';
  const expect = !isClosed
    ? ['call.still-open']
    : application.state === 'submitted'
      ? ('done' as const)
      : ['lifecycle.not-allowed'];
  const params = { applicationId: application.id };
  const reasons = [{ code: 'incomplete' as const, text: 'The budget holds no quote for the hall.' }];
  const common = {
    by: game.chance.pick(officers),
    expect,
    happened: async () => (await read(game, application)).state === state,
  };
  const { done } = isExcluded
    ? await game.attempt({
        endpoint: applications.excludeApplication,
        input: { params, body: { revision, reasons } },
        ...common,
      })
    : await game.attempt({ endpoint: applications.admitApplication, input: { params, body: { revision } }, ...common });
  if (done) application.state = state;
}

const isDecided = ({ model }: Game, application: ApplicationModel) =>
  model.batches.some(
    ({ decisions, state }) => state !== 'discarded' && decisions.some((one) => one.application === application),
  );
/** Admitted, in nobody's batch, and nobody is at work on it or has judged it. */
const lacksReviewer = (game: Game) => (application: ApplicationModel) =>
  application.state === 'admitted' &&
  !isDecided(game, application) &&
  application.reviewers.every(({ state }) => state === 'conflicted') &&
  application.reviewers.length < reviewers.length;

/** Each file of a call that has nobody gets one or two of those who have not been asked yet. */
async function assign(game: Game): Promise<void> {
  const { call } = oneOf(game, game.model.applications, lacksReviewer(game));
  const files = game.model.filesOf(call).filter(lacksReviewer(game));
  const pairs = files.flatMap((file) => {
    const free = reviewers.filter((name) => !file.reviewers.some(({ reviewer }) => reviewer === name));
    const first = game.chance.whole(0, free.length - 1);
    const chosen = [free[first], ...(sometimes(game, 40) ? [free[first + 1]] : [])];
    return chosen.flatMap((name) =>
      name === undefined ? [] : [{ applicationId: file.id, reviewerId: game.id(name) }],
    );
  });
  await game.attempt({
    endpoint: contract.assignReviewers,
    input: { params: { callId: call.id }, body: { pairs, dueAt: null } },
    by: game.chance.pick(officers),
    expect: 'done',
  });
  const seen = await game.read(contract.readReviewers, { params: { callId: call.id } }, 'officer A');
  for (const file of files) {
    const assignments = seen.files.find(({ applicationId }) => applicationId === file.id)?.assignments ?? [];
    for (const { id, reviewerId } of assignments) {
      const reviewer = reviewers.find((name) => game.id(name) === reviewerId) ?? '';
      if (!file.reviewers.some((one) => one.id === id)) file.reviewers.push({ id, reviewer, state: 'assigned' });
    }
  }
}

async function seen(game: Game, { id, reviewer }: AssignmentModel) {
  const { rows } = await game.read(contract.listOwnAssignments, {}, reviewer);
  return rows.find((row) => row.id === id);
}
const isNow = (game: Game, assignment: AssignmentModel, state: string) => async () =>
  (await seen(game, assignment))?.state === state;

async function declare(game: Game): Promise<void> {
  const assignment = oneOf(game, assignments(game), ({ state }) => state === 'assigned');
  const { revision = 0 } = (await seen(game, assignment)) ?? {};
  const isStranger = sometimes(game, 8);
  const isConflict = sometimes(game, 12);
  const state = isConflict ? 'conflicted' : 'accepted';
  const by = isStranger ? oneOf(game, reviewers, (name) => name !== assignment.reviewer) : assignment.reviewer;
  const { done } = await game.attempt({
    endpoint: contract.declareInterest,
    input: { params: { assignmentId: assignment.id }, body: { revision, conflictKind: isConflict ? 'family' : null } },
    by,
    expect: isStranger ? ['record.missing'] : 'done',
    happened: isNow(game, assignment, state),
  });
  if (done) assignment.state = state;
}

/** Nobody scores before the declaration, and nothing changes after the sending. */
async function score(game: Game, assignment: AssignmentModel): Promise<void> {
  const file = game.model.applications.find((one) => one.reviewers.includes(assignment));
  const { revision = 0 } = (await seen(game, assignment)) ?? {};
  const may = assignment.state === 'accepted';
  const body = { scores: completeScores(file?.call.criteria ?? [], game.chance.whole(20, 100)), remark: '', revision };
  const params = { assignmentId: assignment.id };
  const refusals = ['lifecycle.not-allowed', 'record.missing'];
  const saved = await game.attempt({
    endpoint: contract.saveReview,
    input: { params, body },
    by: assignment.reviewer,
    expect: may ? 'done' : refusals,
    happened: async () => ((await seen(game, assignment))?.revision ?? 0) > revision,
  });
  const now = saved.done ? ((await seen(game, assignment))?.revision ?? 0) : revision;
  const { done } = await game.attempt({
    endpoint: contract.sendReview,
    input: { params, body: { revision: now } },
    by: assignment.reviewer,
    expect: may ? 'done' : refusals,
    happened: isNow(game, assignment, 'sent'),
  });
  if (done) assignment.state = 'sent';
}

const assignments = ({ model }: Game) => {
  const live = model.applications.filter(({ state }) => state === 'admitted');
  return live.flatMap((application) => application.reviewers);
};
const some = (game: Game, fits: (one: ApplicationModel) => boolean) => game.model.applications.some(fits);
const waitsForScreening = (game: Game) => (one: ApplicationModel) =>
  one.state === 'submitted' && game.now >= one.call.closesAt;
const isSent = ({ state }: ApplicationModel) => state === 'submitted' || state === 'admitted' || state === 'excluded';
const pickAssignment = (game: Game, state: AssignmentModel['state']) =>
  oneOf(game, assignments(game), (one) => one.state === state);

export const reviewSteps: readonly Step[] = [
  {
    name: 'an application is screened',
    weight: 12,
    isPossible: (game) => some(game, waitsForScreening(game)),
    play: (game) => screen(game, oneOf(game, game.model.applications, waitsForScreening(game))),
  },
  {
    name: 'an application is screened at the wrong time',
    weight: 0.7,
    isPossible: (game) => some(game, isSent),
    play: (game) => screen(game, oneOf(game, game.model.applications, isSent)),
  },
  { name: 'reviewers are assigned', weight: 8, isPossible: (game) => some(game, lacksReviewer(game)), play: assign },
  {
    name: 'a reviewer declares',
    weight: 14,
    isPossible: (game) => assignments(game).some(({ state }) => state === 'assigned'),
    play: declare,
  },
  {
    name: 'a reviewer scores and sends',
    weight: 14,
    isPossible: (game) => assignments(game).some(({ state }) => state === 'accepted'),
    play: (game) => score(game, pickAssignment(game, 'accepted')),
  },
  {
    name: 'a reviewer scores without a declaration, or again',
    weight: 0.7,
    isPossible: (game) => assignments(game).some(({ state }) => state !== 'accepted'),
    play: (game) =>
      score(
        game,
        oneOf(game, assignments(game), ({ state }) => state !== 'accepted'),
      ),
  },
];
