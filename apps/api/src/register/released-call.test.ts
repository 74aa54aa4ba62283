import { randomUUID } from 'node:crypto';
import { register } from '@commonlot/contracts';
import { cents } from '@commonlot/domain';
import { Clock } from '../platform/index.js';
import { type GivenApplication, givenAdmittedApplications } from '../testing/given-application.js';
import { type GivenCall, givenOpenCall } from '../testing/given-call.js';
import { type GivenPlan, givenPlanInForce } from '../testing/given-plan.js';
import { post } from '../testing/given-rows.js';
import { TestApi } from '../testing/test-api.js';
import { RefreshAward, RefreshCall, RefreshPlan } from './index.js';

const awardedCents = cents(4_000_00);

let api: TestApi;
let plan: GivenPlan;
let call: GivenCall;
let batchId: string;
beforeAll(async () => {
  api = await TestApi.start();
  plan = await givenPlanInForce(api);
  call = await givenOpenCall(api, { lineId: plan.lineId('1.3') });
  const [first, second] = await givenAdmittedApplications(api, call, 2);
  if (first === undefined || second === undefined) throw new Error('Two applications were asked for.');
  batchId = await givenSignedBatch(first, second);
});
afterAll(async () => {
  api.get(Clock).set(null);
  await api.stop();
});

/** A batch that awards the first application and refuses the second, signed, with its letters. */
async function givenSignedBatch(awarded: GivenApplication, refused: GivenApplication): Promise<string> {
  const id = randomUUID();
  await api.sql(
    `INSERT INTO decision_batch (id, number, line_id, call_id, state, prepared_by)
     VALUES ($1, '2026-B001', $2, $3, 'draft', $4)`,
    [id, call.lineId, call.id, call.officer.id],
  );
  const act = `{"legalGrounds": [], "planReference": "", "lineCode": "", "purpose": "", "remedies": {}, "instalments": [],
    "proofs": [], "visibilityDuty": "", "controlClause": "", "recoveryClause": ""}`;
  for (const [application, outcome] of [
    [awarded, 'award'],
    [refused, 'refuse'],
  ] as const) {
    const [decision] = await api.sql<{ id: string }>(
      `WITH letter AS (INSERT INTO stored_file (id, name, media_type, size_bytes, sha256)
         VALUES (gen_random_uuid(), 'letter.pdf', 'application/pdf', 1, repeat('0', 64)) RETURNING id)
       INSERT INTO decision (id, number, batch_id, application_id, organisation_id, line_id, plan_version_id, language,
         outcome, amount_cents, reason, public_reason, act, decided_by, signed_at, letter_file_id)
       SELECT gen_random_uuid(), $1::text, $2, $3, $4, $5, $6, 'nl', $7, $8::bigint, repeat('reden ', 10), 'Zingt samen.',
         $9::jsonb, $10, now(), letter.id FROM letter RETURNING id`,
      [
        application.number,
        id,
        application.id,
        application.organisation.id,
        call.lineId,
        plan.versionId,
        outcome,
        outcome === 'award' ? awardedCents : null,
        act,
        plan.approver.id,
      ],
    );
    if (outcome === 'award') await commit(decision?.id ?? '');
  }
  await api.sql(`UPDATE decision_batch SET state = 'prepared', prepared_at = now() WHERE id = $1`, [id]);
  await api.sql(`UPDATE decision_batch SET state = 'signed', signed_by = $2, signed_at = now() WHERE id = $1`, [
    id,
    plan.approver.id,
  ]);
  return id;
}

async function commit(decisionId: string): Promise<void> {
  const from = { account: 'reserved', subjectId: call.id } as const;
  const movement = { cause: 'commit', lineId: call.lineId, amountCents: awardedCents, from } as const;
  await post(api, { ...movement, subjectType: 'decision', subjectId: decisionId });
}

async function release(): Promise<void> {
  await api.sql(
    `UPDATE decision_batch SET state = 'released', released_by = signed_by, released_at = now() WHERE id = $1`,
    [batchId],
  );
  await api.sql(
    `UPDATE application a SET state = CASE d.outcome WHEN 'award' THEN 'awarded' ELSE 'refused' END,
       released_state = CASE d.outcome WHEN 'award' THEN 'awarded' ELSE 'refused' END, released_at = now()
     FROM decision d WHERE d.application_id = a.id AND d.batch_id = $1`,
    [batchId],
  );
}

async function refresh(): Promise<void> {
  await api.get(RefreshCall).run(batchId);
  await api.get(RefreshPlan).run(batchId);
  for (const { id } of await api.sql<{ id: string }>('SELECT id FROM decision WHERE batch_id = $1', [batchId])) {
    await api.get(RefreshAward).run(id);
  }
}

const readCall = () => api.ok(register.readPublicCall, { params: { number: call.number } });
async function readLine() {
  const shown = await api.ok(register.readPublicPlan, { params: { year: plan.year } });
  const line = shown.lines.find(({ code }) => code === '1.3');
  return [line?.reservedCents, line?.awardedCents, line?.awards];
}

it('tells of a call what was decided when it is released, and not when it is signed', async () => {
  await refresh();
  expect(await readCall()).toMatchObject({ phase: 'closed', filed: null, admissible: null, awarded: null });
  expect(await readLine()).toEqual([100_000_00, 0, 0]);
  expect(await api.ok(register.listAwards)).toMatchObject({ count: 0 });

  await release();
  await refresh();
  expect(await readCall()).toMatchObject({ filed: 2, admissible: 2, awarded: 1, awardedCents });
  expect(await readLine()).toEqual([96_000_00, awardedCents, 1]);
  const { rows } = await api.ok(register.listAwards, { query: { call: call.number } });
  expect(rows).toEqual([expect.objectContaining({ callNumber: call.number, title: 'Een koor in het rusthuis' })]);
  expect((await api.ok(register.listAwards, { query: { search: 'samen zingen rusthuis' } })).count).toBe(1);
  expect(await api.ok(register.readAward, { params: { number: rows[0]?.number ?? '' } })).toMatchObject({
    callTitle: { nl: 'Samen zingen' },
    municipalityNis: '21004',
    reason: 'Zingt samen.',
  });
});
