import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { applications, decisions, ledger } from '@commonlot/contracts';
import type { Chance } from '../../seed/chance.js';
import { type GivenApplication, givenDraft } from '../given-application.js';
import { givenOpenCall } from '../given-call.js';
import { givenDraftBatch, givenProposedDirectFile } from '../given-decision.js';
import { givenSharedPlan } from '../given-review.js';
import type { TestApi, TestPerson } from '../test-api.js';
import type { DraftAction, LineAction, Operation } from './history.js';
import { scenario } from './scenario.js';
import type { Reply } from './subject.js';
import type { TwoProcesses } from './two-processes.js';

/** What is on line 1.2 of the shared plan. */
export const allocatedCents = 200_000_000;

export interface Signable {
  readonly batchId: string;
  readonly cents: number;
}

/** So many batches of one award each, ready to be signed. The line has money for `fitting` of them and not for one more. */
export async function givenSignableBatches(api: TestApi, count: number, fitting: number): Promise<Signable[]> {
  const officer = await api.person(['officer'], 'Odette Officer');
  const { id } = await givenProposedDirectFile(api, officer, { requestedCents: 1 });
  const { batchId } = await givenDraftBatch(api, officer, { callId: null, directFileIds: [id] });
  const share = Math.floor(allocatedCents / (fitting + 1));
  // Of all but one, the sum is one cent more than the line has; of fewer, each asks a cent too much.
  const isAllButOne = fitting === count - 1;
  const first = isAllButOne ? allocatedCents + 1 - share * fitting : share + 1;
  const cents = Array.from({ length: count }, (_, index) => (index === 0 ? first : share + (isAllButOne ? 0 : 1)));
  await api.sql(
    `INSERT INTO direct_file SELECT r.* FROM direct_file f, unnest($2::bigint[]) WITH ORDINALITY AS a (cents, n),
       jsonb_populate_record(f, jsonb_build_object('id', gen_random_uuid(), 'state', 'draft', 'requested_cents', cents,
         'number', '2026-D' || lpad((n + 1000)::text, 4, '0'))) AS r WHERE f.id = $1`,
    [id, cents],
  );
  await api.sql(`UPDATE direct_file SET state = 'proposed' WHERE state = 'draft'`);
  await api.sql(
    `INSERT INTO decision_batch SELECT r.* FROM decision_batch b, generate_series(1, $2) AS n,
       jsonb_populate_record(b, jsonb_build_object('id', gen_random_uuid(), 'number', '2026-B' || lpad((n + 500)::text, 3, '0'))) AS r
     WHERE b.id = $1`,
    [batchId, count],
  );
  const rows = await api.sql<{ batch_id: string; cents: string }>(
    `INSERT INTO decision SELECT r.* FROM decision d
       JOIN direct_file f ON f.number > '2026-D1000' JOIN decision_batch b ON right(b.number, 3)::int - 500 = right(f.number, 4)::int - 1000,
       jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'number', f.number, 'batch_id', b.id,
         'direct_file_id', f.id, 'amount_cents', f.requested_cents)) AS r
     WHERE d.direct_file_id = $1 RETURNING batch_id, amount_cents AS cents`,
    [id],
  );
  await api.sql(`UPDATE decision_batch SET state = 'prepared', prepared_at = now() WHERE id <> $1`, [batchId]);
  return rows.map((row) => ({ batchId: row.batch_id, cents: Number(row.cents) }));
}

/** Asks until somebody answers, with the same key, and notes when it began, when it ended and what it was told. */
async function askUntilAnswered(send: () => Promise<Reply>): Promise<{ startMs: number; endMs: number; reply: Reply }> {
  const startMs = performance.now();
  for (let tries = 0; tries < 200; tries += 1) {
    const reply = await send();
    if (reply.status !== 503) return { startMs, endMs: performance.now(), reply };
    await pause(10);
  }
  throw new Error('Nobody answered two hundred times.');
}

/** Signs all batches at once over both processes, while two clients read the line. Returns what they saw. */
export async function signAllAtOnce(
  api: TestApi,
  processes: TwoProcesses,
  batches: readonly Signable[],
): Promise<Operation<LineAction>[]> {
  const minister = await api.person(['minister'], 'Mira Minister');
  const plan = await givenSharedPlan(api);
  const history: Operation<LineAction>[] = [];
  const sign = async ({ batchId, cents }: Signable, index: number) => {
    const body = { revision: 0, signatoryTitle: 'Minister' };
    const request = scenario(api, decisions.signBatch, minister, { params: { batchId }, body });
    const key = randomUUID();
    const { startMs, endMs, reply } = await askUntilAnswered(() => processes.send(index, request, key));
    const isDone = reply.status === 200;
    if (!isDone && !reply.body.includes('"ledger.overspent"')) throw new Error(`${reply.status} ${reply.body}`);
    history.push({ startMs, endMs, action: { kind: 'commit', cents, isDone } });
  };
  let isOver = false;
  const read = async (process: number) => {
    const request = scenario(api, ledger.readLineFigures, minister, { params: { lineId: plan.lineId('1.2') } });
    while (!isOver) {
      const { startMs, endMs, reply } = await askUntilAnswered(() => processes.send(process, request, ''));
      if (reply.status !== 200) throw new Error(`The figures of the line: ${reply.status} ${reply.body}`);
      const { committedCents } = ledger.readLineFigures.response.parse(JSON.parse(reply.body));
      history.push({ startMs, endMs, action: { kind: 'read', committedCents } });
      await pause(15);
    }
  };
  const readers = [read(0), read(1)];
  await Promise.all(batches.map(sign)).finally(() => {
    isOver = true;
  });
  await Promise.all(readers);
  return history;
}

/** A draft that many write at, at its present revision and title. */
export async function givenSharedDraft(api: TestApi) {
  const plan = await givenSharedPlan(api);
  const call = await givenOpenCall(api, { lineId: plan.lineId('1.3') });
  const draft = await givenDraft(api, call, { answers: { title: 'start' } });
  return { draft, initial: { revision: draft.revision, text: 'start' } };
}

/** `clients` people who read the draft and save a text of their own over what they read, `saves` times each. */
export async function writeAtOnce(
  api: TestApi,
  processes: TwoProcesses,
  draft: GivenApplication,
  { clients, saves, chance }: { clients: number; saves: number; chance: Chance },
): Promise<Operation<DraftAction>[]> {
  const as = draft.organisation.representative;
  const history: Operation<DraftAction>[] = [];
  const work = async (client: number) => {
    for (let save = 0; save < saves; save += 1) {
      const { revision } = await readDraft(api, processes, client, draft, as, history);
      await pause(chance.whole(0, 5));
      await saveDraft(api, processes, client, { draft, as, revision, text: `client ${client}, save ${save}` }, history);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => work(client)));
  await processes.calm();
  await readDraft(api, processes, 0, draft, as, history);
  return history;
}

async function readDraft(
  api: TestApi,
  processes: TwoProcesses,
  client: number,
  draft: GivenApplication,
  as: TestPerson,
  history: Operation<DraftAction>[],
): Promise<{ revision: number }> {
  const request = scenario(api, applications.readOwnApplication, as, { params: { applicationId: draft.id } });
  const { startMs, endMs, reply } = await askUntilAnswered(() => processes.send(client, request, ''));
  const { revision, title } = applications.readOwnApplication.response.parse(JSON.parse(reply.body));
  history.push({ startMs, endMs, action: { kind: 'read', revision, text: title } });
  return { revision };
}

/** Once: an autosave has no key, and whoever got no answer reads again. */
async function saveDraft(
  api: TestApi,
  processes: TwoProcesses,
  client: number,
  { draft, as, revision, text }: { draft: GivenApplication; as: TestPerson; revision: number; text: string },
  history: Operation<DraftAction>[],
): Promise<void> {
  const input = { params: { applicationId: draft.id }, body: { answers: { title: text }, revision } };
  const startMs = performance.now();
  const reply = await processes.send(client, scenario(api, applications.saveDraft, as, input), '');
  const outcomes: Record<number, 'done' | 'stale' | 'unknown'> = { 200: 'done', 409: 'stale', 503: 'unknown' };
  const outcome = outcomes[reply.status];
  if (outcome === undefined) throw new Error(`${reply.status} ${reply.body}`);
  const endMs = outcome === 'unknown' ? Number.POSITIVE_INFINITY : performance.now();
  history.push({ startMs, endMs, action: { kind: 'save', revision, text, outcome } });
}
