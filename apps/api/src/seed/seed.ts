import pg from 'pg';
import { createApplication } from '../application.js';
import {
  continued2021,
  continuedDemonstration,
  demonstrationPlan,
  plan2008,
  plan2017,
  plan2021,
} from '../plan/reference/index.js';
import type { Config } from '../platform/config.js';
import { continuing, linesByCode, playPlan } from './play-plans.js';
import { sceneClosings } from './scene-closings.js';
import { sceneDecidedCall } from './scene-decided-call.js';
import { sceneDirectLines } from './scene-direct-lines.js';
import { sceneMoney } from './scene-money.js';
import { sceneOrganisations, scenePeople } from './scene-people.js';
import { sceneCallInReview, sceneOpenCall } from './scene-running-calls.js';
import { Stage } from './stage.js';

/**
 * Fills an empty database with a believable year, played through the use cases; leaves any other database as it is.
 * Throws in production configuration.
 */
export async function seed(config: Config): Promise<void> {
  if (!config.isDemonstration) throw new Error('A production system is never filled with the demonstration.');
  const owner = new pg.Pool({ connectionString: config.DATABASE_URL, max: 2 });
  try {
    const { rows } = await owner.query<{ people: number; is_broken_off: boolean; now: Date }>(
      `SELECT (SELECT count(*)::int FROM person) AS people, now(), EXISTS (
         SELECT 1 FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase
         WHERE d.datname = current_database() AND 'synchronous_commit=off' = ANY (s.setconfig)) AS is_broken_off`,
    );
    const [found] = rows;
    if (found === undefined || (found.people > 0 && !found.is_broken_off)) return;
    if (found.people > 0)
      throw new Error('The demonstration was broken off half-way. Delete its data folder and start again.');
    await waitForDisk(owner, false);
    const app = await createApplication({ ...config, LOG: 'off' });
    await app.init();
    try {
      await play(new Stage(app, owner, found.now));
    } finally {
      await app.close();
    }
    await waitForDisk(owner, true);
  } finally {
    await owner.end();
  }
}

/**
 * Whether a commit waits for the disk. The seed need not: a seed that a power cut broke off is thrown away and played
 * again: the setting itself tells that it was. Everything after the seed waits, for a receipt is a promise.
 */
async function waitForDisk(owner: pg.Pool, isWaiting: boolean): Promise<void> {
  const { rows } = await owner.query<{ name: string }>('SELECT quote_ident(current_database()) AS name');
  const setting = isWaiting ? 'RESET synchronous_commit' : 'SET synchronous_commit = off';
  await owner.query(`ALTER DATABASE ${rows[0]?.name} ${setting}`);
}

async function play(stage: Stage): Promise<void> {
  await stage.scene('people', () => scenePeople(stage));
  await stage.scene('plans', () => scenePlans(stage));
  const line = await linesByCode(stage.client, stage.cast.get('officer'), stage.currentPlan);
  await stage.scene('direct lines', () =>
    sceneDirectLines(stage, [
      { lineId: line('3.1.1'), amountCents: 1_514_000_00 },
      { lineId: line('3.2'), amountCents: 2_044_930_00 },
      { lineId: line('3.3'), amountCents: 1_259_500_00 },
    ]),
  );
  const organisations = await stage.scene('organisations', () => sceneOrganisations(stage, 250));
  await sceneDecidedCall(stage, line('6.1'), organisations);
  await stage.scene('money after the decisions', () => sceneMoney(stage, line));
  await stage.scene('closings', () => sceneClosings(stage));
  await stage.scene('a call in review', () => sceneCallInReview(stage, line('6.2'), organisations.slice(60)));
  await stage.scene('an open call', () => sceneOpenCall(stage, line('6.3'), organisations));
  stage.clock(null);
  await stage.scene('mails, letters and the register', () => stage.work());
}

/** The real plans of 2008, 2017 and 2021 as history, and the demonstration's own for its year. */
async function scenePlans(stage: Stage): Promise<void> {
  const { client, cast, timeline } = stage;
  const hands = { drafter: cast.get('minister-adviser'), approver: cast.get('minister-deputy') };
  stage.clock(timeline.at(0.01));
  await playPlan(client, hands, plan2008);
  const of2017 = await playPlan(client, hands, plan2017);
  const lineOf2017 = await linesByCode(client, hands.drafter, of2017);
  const of2021 = await playPlan(client, hands, continuing(plan2021, continued2021, lineOf2017));
  const lineOf2021 = await linesByCode(client, hands.drafter, of2021);
  stage.clock(timeline.at(0.1));
  const plan = continuing(demonstrationPlan(timeline.year), continuedDemonstration, lineOf2021);
  stage.currentPlan = await playPlan(client, hands, {
    ...plan,
    decreeReference: `Demonstratie: koninklijk besluit nr. 1 / Démonstration : arrêté royal n° 1 (${timeline.year})`,
    decreeOn: timeline.on(0.09),
  });
  await stage.work();
}
