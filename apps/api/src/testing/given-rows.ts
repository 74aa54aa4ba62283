import { randomUUID } from 'node:crypto';
import { type Cents, cents } from '@commonlot/domain';
import { Ledger, type Movement } from '../ledger/index.js';
import { systemActor, Transactions } from '../platform/index.js';
import { type GivenOrganisation, givenOrganisation } from './given-organisations.js';
import type { TestApi, TestPerson } from './test-api.js';

/**
 * Rows of earlier modules in legal states, written by SQL in the order in which people would have brought them about:
 * for tests of what comes last (payments, register), where the way through every screen would hide what is tested.
 */
export interface GivenRows {
  readonly planId: string;
  readonly versionId: string;
  readonly year: number;
  readonly headingId: string;
  readonly callLineId: string;
  readonly directLineId: string;
  readonly officer: TestPerson;
  readonly minister: TestPerson;
}

export interface GivenAward {
  readonly decisionId: string;
  readonly number: string;
  readonly batchId: string;
  readonly amountCents: Cents;
  readonly organisation: GivenOrganisation;
}

export interface AwardChange {
  readonly organisation?: GivenOrganisation;
  readonly amountCents?: number;
  readonly title?: string;
  readonly reason?: string;
  readonly percents?: readonly number[];
  /** Signed and not yet released. */
  readonly isReleased?: boolean;
}

const inBrussels = {
  name: 'Koor Bij Elkaar vzw',
  street: 'Geheimstraat 7',
  postalCode: '1234',
  municipalityNis: '21004',
};

let serial = 0;
function nextSerial(): string {
  serial += 1;
  return serial.toString();
}

const words = (nl: string, fr: string) => JSON.stringify({ nl, fr });

export const post = (api: TestApi, movement: Movement): Promise<void> =>
  api.get(Transactions).run(systemActor, (tx) => new Ledger().post(tx, movement));

/** A plan in force: heading 1 with 1.1 (calls, 600 000 euros) and 1.2 (named, 400 000 euros), and 2 without an amount. */
export async function givenPlanRows(api: TestApi, year: number): Promise<GivenRows> {
  const officer = await api.person(['officer'], 'Odette Officer');
  const minister = await api.person(['minister'], 'Mira Minister');
  const [planId, versionId, headingId, callLineId, directLineId, pmLineId] = Array.from({ length: 6 }, () =>
    randomUUID(),
  );
  await api.sql('INSERT INTO plan (id, year) VALUES ($1, $2)', [planId, year]);
  await api.sql(
    `INSERT INTO plan_version (id, plan_id, number, stage, state, total_cents, unassigned_cents, drafted_by)
     VALUES ($1, $2, 1, 'provisional', 'draft', 100000000, 100000000, $3)`,
    [versionId, planId, officer.id],
  );
  await api.sql('INSERT INTO plan_line (id, plan_id) SELECT unnest($1::uuid[]), $2', [
    [headingId, callLineId, directLineId, pmLineId],
    planId,
  ]);
  await api.sql(
    `WITH version AS (UPDATE plan_version SET unassigned_cents = 0 WHERE id = $1)
     INSERT INTO plan_version_line (version_id, line_id, parent_line_id, position, code, kind, label, amount_cents, is_pm)
     VALUES ($1, $2, NULL, 0, '1', 'heading', $6, NULL, false),
       ($1, $3, $2, 1, '1.1', 'call-envelope', $7, 60000000, false),
       ($1, $4, $2, 2, '1.2', 'nominative', $8, 40000000, false),
       ($1, $5, NULL, 3, '2', 'nominative', $9, NULL, true)`,
    [
      versionId,
      headingId,
      callLineId,
      directLineId,
      pmLineId,
      words('Cultuur', 'Culture'),
      words('Koren', 'Chorales'),
      words('Muziekhuis', 'Maison de la musique'),
      words('Later', 'Plus tard'),
    ],
  );
  await api.sql(
    `UPDATE plan_version SET state = 'submitted', submitted_by = drafted_by, submitted_at = now() WHERE id = $1`,
    [versionId],
  );
  await api.sql(`UPDATE plan_version SET state = 'approved', approved_by = $2, approved_at = now() WHERE id = $1`, [
    versionId,
    minister.id,
  ]);
  await api.sql(
    `UPDATE plan_version SET state = 'in-force', decree_reference = 'KB 1', decree_on = '2020-01-01', in_force_at = now()
     WHERE id = $1`,
    [versionId],
  );
  const rows = { planId, versionId, year, headingId, callLineId, directLineId, officer, minister } as GivenRows;
  const allocate = { cause: 'allocate', subjectType: 'plan-version', subjectId: rows.versionId } as const;
  await post(api, { ...allocate, lineId: rows.callLineId, amountCents: cents(600_000_00) });
  await post(api, { ...allocate, lineId: rows.directLineId, amountCents: cents(400_000_00) });
  return rows;
}

/** A published call of 100 000 euros on line 1.1, with its reservation. It opened yesterday and closes in ten days. */
export async function givenCallRow(
  api: TestApi,
  plan: GivenRows,
  number: string,
): Promise<{ id: string; number: string }> {
  const id = randomUUID();
  await api.sql(
    `INSERT INTO call (id, number, line_id, state, title, summary, description, eligibility, opens_at, closes_at,
       envelope_cents, max_amount_cents, max_share_percent, form, drafted_by)
     VALUES ($1, $2, $3, 'draft', $4, $4, $4, $4, now() - interval '1 day', now() + interval '10 days', 10000000, 5000000,
       80, '{"sections": []}', $5)`,
    [id, number, plan.callLineId, words('Zing', 'Chantez'), plan.officer.id],
  );
  await api.sql(`UPDATE call SET state = 'published', published_by = drafted_by, published_at = now() WHERE id = $1`, [
    id,
  ]);
  const amountCents = cents(100_000_00);
  await post(api, { cause: 'reserve', lineId: plan.callLineId, amountCents, subjectType: 'call', subjectId: id });
  return { id, number };
}

/** An award on line 1.2 to a named organisation, signed by the minister, with its letter; released unless said otherwise. */
export async function givenAward(api: TestApi, plan: GivenRows, change: AwardChange = {}): Promise<GivenAward> {
  const organisation = change.organisation ?? (await givenOrganisation(api, inBrussels));
  const amountCents = cents(change.amountCents ?? 10_000_00);
  const [fileId, batchId, decisionId] = [randomUUID(), randomUUID(), randomUUID()];
  const number = `${plan.year}-D${nextSerial().padStart(4, '0')}`;
  await api.sql(
    `INSERT INTO direct_file (id, number, line_id, organisation_id, file_language, state, title, purpose, requested_cents,
       prepared_by) VALUES ($1, $2, $3, $4, 'fr', 'draft', $5, 'Chanter', $6, $7)`,
    [fileId, number, plan.directLineId, organisation.id, change.title ?? 'Une chorale', amountCents, plan.officer.id],
  );
  await api.sql(`UPDATE direct_file SET state = 'proposed' WHERE id = $1`, [fileId]);
  await api.sql(
    `INSERT INTO decision_batch (id, number, line_id, state, prepared_by) VALUES ($1, $2, $3, 'draft', $4)`,
    [batchId, `${plan.year}-B${nextSerial().padStart(3, '0')}`, plan.directLineId, plan.officer.id],
  );
  const decision = { decisionId, number, batchId, amountCents, organisation };
  await insertDecision(api, plan, decision, fileId, change);
  await api.sql(`UPDATE decision_batch SET state = 'prepared', prepared_at = now() WHERE id = $1`, [batchId]);
  await api.sql(`UPDATE decision_batch SET state = 'signed', signed_by = $2, signed_at = now() WHERE id = $1`, [
    batchId,
    plan.minister.id,
  ]);
  await api.sql(`UPDATE direct_file SET state = 'awarded' WHERE id = $1`, [fileId]);
  await post(api, {
    cause: 'commit',
    lineId: plan.directLineId,
    amountCents,
    subjectType: 'decision',
    subjectId: decisionId,
  });
  if (change.isReleased !== false) await release(api, decision);
  return decision;
}

async function insertDecision(
  api: TestApi,
  plan: GivenRows,
  decision: GivenAward,
  fileId: string,
  change: AwardChange,
): Promise<void> {
  const act = {
    legalGrounds: ['Loi du 19 avril 2002'],
    planReference: 'Plan',
    lineCode: '1.2',
    purpose: 'Chanter',
    instalments: (change.percents ?? [80, 20]).map((percent, index) => ({
      percent,
      condition: index === 0 ? 'Signature' : 'Preuve',
      dueOn: index === 0 ? '2020-03-01' : null,
    })),
    proofs: [],
    visibilityDuty: 'x',
    controlClause: 'x',
    recoveryClause: 'x',
    remedies: { body: 'x', days: 60, text: 'x' },
  };
  await api.sql(
    `INSERT INTO decision (id, number, batch_id, direct_file_id, organisation_id, line_id, plan_version_id, language,
       outcome, amount_cents, reason, public_reason, act, decided_by, signed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'fr', 'award', $8, repeat('motif ', 10), $9, $10, $11, now())`,
    [
      decision.decisionId,
      decision.number,
      decision.batchId,
      fileId,
      decision.organisation.id,
      plan.directLineId,
      plan.versionId,
      decision.amountCents,
      change.reason ?? 'Une chorale ouverte à tous.',
      JSON.stringify(act),
      plan.minister.id,
    ],
  );
  const letterId = randomUUID();
  await api.sql(
    `WITH letter AS (INSERT INTO stored_file (id, name, media_type, size_bytes, sha256)
       VALUES ($2, 'letter.pdf', 'application/pdf', 1, repeat('0', 64)) RETURNING id)
     UPDATE decision SET letter_file_id = $2 WHERE id = $1`,
    [decision.decisionId, letterId],
  );
}

/** Releases a batch that was signed. */
export async function release(api: TestApi, { batchId }: { readonly batchId: string }): Promise<void> {
  await api.sql(
    `UPDATE decision_batch SET state = 'released', released_by = signed_by, released_at = now() WHERE id = $1`,
    [batchId],
  );
}

/** The lapse of a signed decision: the money goes back to the line. */
export async function takeBack(api: TestApi, plan: GivenRows, { decisionId, amountCents }: GivenAward): Promise<void> {
  await api.sql('UPDATE decision SET lapsed_at = now() WHERE id = $1', [decisionId]);
  await post(api, {
    cause: 'release-commitment',
    lineId: plan.directLineId,
    amountCents,
    subjectType: 'decision',
    subjectId: decisionId,
  });
}
