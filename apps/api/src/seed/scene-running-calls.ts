import { brusselsDay } from '@commonlot/domain';
import { inParallel } from './in-parallel.js';
import type { DemonstrationOrganisation } from './organisations.js';
import { file, fillIn, publishCall } from './play-call.js';
import { assign, reviewPile, screen } from './play-jury.js';
import type { Stage } from './stage.js';

/** A call that is being reviewed: 24 files, 20 of them admissible, about half of the reviews in. */
export async function sceneCallInReview(
  stage: Stage,
  lineId: string,
  organisations: readonly DemonstrationOrganisation[],
): Promise<void> {
  const { client, cast, timeline } = stage;
  const officer = cast.get('officer');
  stage.clock(timeline.at(0.72));
  const call = await publishCall(client, officer, {
    text: 'poverty',
    lineId,
    opensAt: timeline.at(0.73),
    closesOn: brusselsDay(timeline.at(0.9)),
    envelopeCents: 400_000_00,
  });
  stage.clock(timeline.at(0.84));
  const files = await inParallel(organisations.slice(0, 24), 4, (organisation, index) =>
    file(client, stage.chance, call, { organisation, requestedCents: (240 + index * 10) * 50_00 }, timeline.inDays(90)),
  );
  stage.clock(timeline.at(0.93));
  await screen(client, officer, files, 20);
  stage.clock(timeline.at(0.95));
  await assign(client, officer, cast, call, files.slice(0, 20), new Date(timeline.now.getTime() + 14 * 86_400_000));
  stage.clock(timeline.at(0.97));
  const done = new Set(files.slice(0, 9).map(({ number }) => number));
  for (const reviewer of cast.where(({ roles }) => roles.includes('reviewer'))) {
    await reviewPile(client, reviewer, (number) => (done.has(number) ? stage.chance.whole(45, 95) : null));
  }
}

/** A call that is open now: some files sent, some still being written, one of them by the persona. */
export async function sceneOpenCall(
  stage: Stage,
  lineId: string,
  organisations: readonly DemonstrationOrganisation[],
): Promise<void> {
  const { client, cast, timeline } = stage;
  stage.clock(timeline.at(0.96));
  const call = await publishCall(client, cast.get('officer-2'), {
    text: 'heritage',
    lineId,
    opensAt: timeline.at(0.965),
    closesOn: timeline.inDays(32),
    envelopeCents: 900_000_00,
  });
  stage.clock(timeline.at(0.985));
  await inParallel(organisations.slice(0, 9), 4, async (organisation, index) => {
    const filing = { organisation, requestedCents: (300 + index * 15) * 50_00 };
    const play = index < 2 || index > 6 ? fillIn : file;
    await play(client, stage.chance, call, filing, timeline.inDays(120));
  });
}
