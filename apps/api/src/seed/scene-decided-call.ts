import { brusselsDay } from '@commonlot/domain';
import { inParallel } from './in-parallel.js';
import type { DemonstrationOrganisation } from './organisations.js';
import { verifyAccount } from './organisations.js';
import { type FiledApplication, file, type PublishedCall, publishCall } from './play-call.js';
import { payInstalments, prepareBatch, releaseBatch, signBatch } from './play-decisions.js';
import { assign, reviewPile, screen } from './play-jury.js';
import { meanPercent } from './scores.js';
import type { Stage } from './stage.js';

/** The real call of 2023: 236 filed, 179 admissible, 112 awarded of € 2 250 000. */
export const decidedCall = { filed: 236, admissible: 179, awarded: 112, envelopeCents: 2_250_000_00 };

/** What each file asks for: the first 112 use up the envelope to a small rest that no other file fits in. */
function requests(stage: Stage): number[] {
  const { filed, awarded, envelopeCents } = decidedCall;
  const list = Array.from({ length: filed }, () => stage.chance.whole(300, 498) * 50_00);
  const rest = 400_00;
  const target = envelopeCents - rest;
  for (
    let index = 0, sum = list.slice(0, awarded).reduce((a, b) => a + b, 0);
    sum !== target;
    index = (index + 1) % awarded
  ) {
    const now = list[index] ?? 0;
    const next = Math.min(25_000_00, Math.max(5_000_00, now + (target - sum)));
    sum += next - now;
    list[index] = next;
  }
  return list;
}

/** The whole way of one call: filed, screened, reviewed, decided, released, and partly paid. */
export async function sceneDecidedCall(
  stage: Stage,
  lineId: string,
  organisations: readonly DemonstrationOrganisation[],
): Promise<void> {
  const { client, cast, timeline } = stage;
  const { envelopeCents, admissible } = decidedCall;
  stage.clock(timeline.at(0.22));
  const call = await publishCall(client, cast.get('officer'), {
    text: 'sustainable',
    lineId,
    opensAt: timeline.at(0.23),
    closesOn: brusselsDay(timeline.at(0.36)),
    envelopeCents,
  });
  const files = await stage.scene('a call: applications', () => sceneFiling(stage, call, organisations));
  const admitted = files.slice(0, admissible);
  await stage.scene('a call: admissibility', async () => {
    stage.clock(timeline.at(0.4));
    await screen(client, cast.get('officer'), files, admissible);
    stage.clock(timeline.at(0.43));
    await assign(client, cast.get('officer'), cast, call, admitted, timeline.at(0.5));
  });
  await stage.scene('a call: reviews', () => sceneReviews(stage, admitted));
  await stage.scene('a call: decisions and letters', () => sceneDecisions(stage, call));
  await stage.scene('a call: payments', () => scenePayments(stage, organisations.slice(0, 30)));
}

/** The files come in waves over the weeks that the call is open. */
async function sceneFiling(
  stage: Stage,
  call: PublishedCall,
  organisations: readonly DemonstrationOrganisation[],
): Promise<FiledApplication[]> {
  const { client, timeline } = stage;
  const amounts = requests(stage);
  const files: FiledApplication[] = [];
  const waves = 6;
  for (let wave = 0; wave < waves; wave += 1) {
    stage.clock(timeline.at(0.25 + (wave / waves) * 0.1, wave * 17));
    const turn = [...amounts.keys()].filter((index) => index % waves === wave);
    await inParallel(turn, 6, async (index) => {
      const organisation = organisations[index];
      if (organisation === undefined) throw new Error('Fewer organisations than files.');
      const filing = { organisation, requestedCents: amounts[index] ?? 0 };
      files[index] = await file(client, stage.chance, call, filing, timeline.on(0.6));
    });
  }
  return files;
}

/** Prepared by an officer, signed and released by the minister's office, with a letter for every file. */
async function sceneDecisions(stage: Stage, call: PublishedCall): Promise<void> {
  const { client, cast, timeline } = stage;
  stage.clock(timeline.at(0.54));
  const batch = await prepareBatch(client, cast.get('officer-2'), { callId: call.id, directFileIds: [] });
  stage.clock(timeline.at(0.58));
  await signBatch(client, cast.get('minister-deputy'), batch);
  await stage.work();
  stage.clock(timeline.at(0.6));
  await releaseBatch(client, cast.get('minister-deputy'), batch);
  await stage.work();
}

/** Some organisations give their account; some of the first instalments are paid, some wait half-way. */
async function scenePayments(stage: Stage, organisations: readonly DemonstrationOrganisation[]): Promise<void> {
  const { client, cast, timeline } = stage;
  stage.clock(timeline.at(0.66));
  await inParallel(organisations, 4, (organisation, index) =>
    verifyAccount(client, organisation, index + 1, cast.get('controller')),
  );
  stage.clock(timeline.at(0.7));
  await payInstalments(client, cast.get('officer-2'), cast.get('controller'), timeline.on(0.7), 24);
}

/** Two reviews a file, a little apart, whose mean is what the intended order wants. */
async function sceneReviews(stage: Stage, admitted: readonly FiledApplication[]): Promise<void> {
  const { client, cast, timeline } = stage;
  stage.clock(timeline.at(0.48));
  const byId = new Map(admitted.map((filed, index) => [filed.number, index]));
  const turns = new Map<string, number>();
  const jury = cast.where(({ roles }) => roles.includes('reviewer'));
  await inParallel(jury, 4, (reviewer) =>
    reviewPile(client, reviewer, (number) => {
      const index = byId.get(number);
      if (index === undefined) return null;
      const turn = turns.get(number) ?? 0;
      turns.set(number, turn + 1);
      const distance = (index % 4) * 1.5;
      const mean = meanPercent(index, decidedCall.awarded);
      return turn === 0 ? Math.ceil(mean + distance) : Math.floor(mean * 2) - Math.ceil(mean + distance);
    }),
  );
}
