import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { Chance } from '../../seed/chance.js';
import { TestApi } from '../test-api.js';
import { seed } from './cut-plan.js';
import { PlanWriters } from './plan-writers.js';

const applicationName = 'plan-sampler';
const everyMs = 20;

interface Head {
  readonly id: string;
  readonly state: string;
  readonly revision: number;
  readonly total: string;
  readonly unassigned: string;
}
interface Sum {
  readonly id: string;
  readonly lines: string;
  readonly allocated: string;
}

/** What one snapshot showed: which versions at which revision, and everything in it that does not add up. */
interface Seen {
  readonly versions: string[];
  readonly complaints: string[];
}

/**
 * Looks once, in one snapshot: heads first, the sums of their lines by a statement of its own. A plan that was half
 * written when the snapshot was taken would show in the difference.
 */
async function look(client: pg.Client): Promise<Seen> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  const { rows: heads } = await client.query<Head>(
    'SELECT id, state, revision, total_cents AS total, unassigned_cents AS unassigned FROM plan_version',
  );
  const { rows: sums } = await client.query<Sum>(
    `SELECT l.version_id AS id, coalesce(sum(l.amount_cents), 0) AS lines,
       coalesce(sum(g.allocated_cents), 0) AS allocated
     FROM plan_version_line l LEFT JOIN ledger_line g ON g.line_id = l.line_id GROUP BY l.version_id`,
  );
  await client.query('COMMIT');
  const sumOf = new Map(sums.map((sum) => [sum.id, sum]));
  const complaints = heads.flatMap(({ id, state, total, unassigned, revision }) => {
    const { lines, allocated } = sumOf.get(id) ?? { lines: '0', allocated: '0' };
    const what = `version ${id} (${state}, revision ${revision})`;
    return [
      ...(BigInt(lines) + BigInt(unassigned) === BigInt(total)
        ? []
        : [`${what}: lines ${lines} + unassigned ${unassigned} is not ${total}`]),
      ...(state === 'draft' || unassigned === '0' ? [] : [`${what}: ${unassigned} is unassigned`]),
      ...(state !== 'in-force' || allocated === lines ? [] : [`${what}: ${allocated} is allocated, not ${lines}`]),
    ];
  });
  return { versions: heads.map(({ id, revision }) => `${id} ${revision}`), complaints };
}

/** Ends a connection of the API, one that is in the middle of something before one that waits. */
async function terminateOne(client: pg.Client): Promise<number> {
  const { rowCount } = await client.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND application_name <> $1 AND backend_type = 'client backend'
     ORDER BY state = 'idle', random() LIMIT 1`,
    [applicationName],
  );
  return rowCount ?? 0;
}

async function connect(api: TestApi): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: api.database.url, application_name: applicationName });
  await client.connect();
  return client;
}

/** Declares the test: people write for so many seconds, connections end, and every 20 ms somebody looks. */
export function samplePlans({ seconds }: { readonly seconds: number }): void {
  let api: TestApi;
  beforeAll(async () => {
    api = await TestApi.start({ processes: 2 });
  }, 60_000);
  afterAll(() => api.stop());

  it(
    `shows no plan that does not add up in any snapshot of ${seconds} seconds of edits at once and lost connections`,
    async () => {
      const chance = new Chance(seed);
      const [writers, watch, terminator] = [
        await PlanWriters.start(api, chance),
        await connect(api),
        await connect(api),
      ];
      const endsAt = Date.now() + seconds * 1000;
      const [complaints, seen] = [new Set<string>(), new Set<string>()];
      let [looks, terminated] = [0, 0];
      const sampling = async () => {
        while (Date.now() < endsAt) {
          const next = Date.now() + everyMs;
          const { versions, complaints: found } = await look(watch);
          looks += 1;
          for (const version of versions) seen.add(version);
          for (const complaint of found) complaints.add(complaint);
          await pause(Math.max(0, next - Date.now()));
        }
      };
      const terminating = async () => {
        while (Date.now() < endsAt) {
          await pause(chance.whole(20, 150));
          terminated += await terminateOne(terminator);
        }
      };
      const acting = writers.run();
      await Promise.all([sampling(), terminating()]).finally(() => writers.stop());
      await acting;
      await Promise.all([watch.end(), terminator.end()]);
      expect({ seed, complaints: [...complaints].slice(0, 5) }).toEqual({ seed, complaints: [] });
      // Somebody wrote, something was lost, and the looks were many.
      expect(writers.counts.get('PUT /lines done')).toBeGreaterThan(seconds * 3);
      expect(seen.size).toBeGreaterThan(seconds * 3);
      expect(looks).toBeGreaterThan(seconds * 10);
      expect(terminated).toBeGreaterThan(seconds * 2);
      if (seconds >= 30) {
        for (const path of ['/submission', '/approval', '/return', '/entry-into-force']) {
          expect(writers.counts.get(`POST ${path} done`)).toBeGreaterThan(0);
        }
        expect([...writers.counts.keys()].some((what) => what.endsWith('lost'))).toBe(true);
      }
    },
    (seconds + 60) * 1000,
  );
}
