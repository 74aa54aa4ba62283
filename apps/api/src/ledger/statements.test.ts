import { randomUUID } from 'node:crypto';
import { ledger as contract } from '@commonlot/contracts';
import {
  applyPostings,
  brusselsDay,
  type Cents,
  cents,
  type DatedMovement,
  type LedgerBalances,
  localDate,
  type PostingCause,
  postingCauses,
  postingsFor,
  statementOn,
} from '@commonlot/domain';
import fc from 'fast-check';
import { type GivenPlan, givenDraft, givenPlanInForce } from '../testing/given-plan.js';
import { TestApi, type TestPerson } from '../testing/test-api.js';

let api: TestApi;
let plan: GivenPlan;
let officer: TestPerson;
let decisionId: string;
beforeAll(async () => {
  api = await TestApi.start();
  plan = await givenPlanInForce(api);
  officer = await api.person(['officer']);
  decisionId = await givenDecision();
});
afterAll(() => api.stop());

/** A draft decision, to have accounts for; what is committed for it is given back before the test ends. */
async function givenDecision(): Promise<string> {
  await api.sql(
    `INSERT INTO organisation (id, enterprise_number, name, legal_form, street, postal_code, municipality_nis, language)
     SELECT gen_random_uuid(), '0900000147', 'Test', '017', 'Straat 1', '1000', nis, 'nl' FROM municipality LIMIT 1`,
  );
  await api.sql(
    `INSERT INTO direct_file (id, number, line_id, organisation_id, file_language, state, title, purpose,
       requested_cents, prepared_by)
     SELECT gen_random_uuid(), '2026-D0001', $1, o.id, 'nl', 'draft', 'Test', 'Test', 1, $2 FROM organisation o`,
    [plan.lineId('1.2'), plan.drafter.id],
  );
  await api.sql(
    `INSERT INTO decision_batch (id, number, line_id, state, prepared_by)
     VALUES (gen_random_uuid(), '2026-B001', $1, 'draft', $2)`,
    [plan.lineId('1.2'), plan.drafter.id],
  );
  const [row] = await api.sql<{ id: string }>(
    `INSERT INTO decision (id, number, batch_id, direct_file_id, organisation_id, line_id, plan_version_id, language)
     SELECT gen_random_uuid(), f.number, b.id, f.id, f.organisation_id, f.line_id, $1, 'nl'
     FROM direct_file f, decision_batch b RETURNING id`,
    [plan.versionId],
  );
  return row?.id ?? '';
}

interface Move {
  readonly cause: PostingCause;
  readonly amountCents: Cents;
  readonly from: 'reserved' | 'available';
  readonly at: Date;
}

const postings = ({ cause, amountCents, from }: Move) =>
  cause === 'commit' ? postingsFor(cause, amountCents, from) : postingsFor(cause, amountCents);

const callId = randomUUID();

/** Writes movements as they were made at their instants, which the API itself never lets anybody choose. */
async function write(lineId: string, moves: readonly Move[]): Promise<void> {
  const subjectOf = (account: string) =>
    account === 'reserved' ? callId : ['committed', 'paid'].includes(account) ? decisionId : null;
  const sides = moves.map((move) => postings(move));
  const debits = sides.map(([debit]) => debit.account);
  const credits = sides.map(([, credit]) => credit.account);
  await api.sql('SELECT lock_ledger_lines(ARRAY[$1::uuid])', [lineId]);
  await api.sql(
    `INSERT INTO ledger_account (line_id, kind, subject_id)
     SELECT DISTINCT $1::uuid, kind, subject::uuid FROM unnest($2::text[], $3::text[]) AS a (kind, subject)
     ON CONFLICT DO NOTHING`,
    [lineId, [...debits, ...credits], [...debits, ...credits].map(subjectOf)],
  );
  await api.sql(
    `WITH m AS (
       SELECT gen_random_uuid() AS id, * FROM unnest($2::text[], $3::bigint[], $4::timestamptz[], $5::text[], $6::text[])
         WITH ORDINALITY AS m (cause, amount, at, debit, credit, place)),
     e AS (INSERT INTO ledger_entry (id, line_id, cause, amount_cents, subject_type, subject_id, at)
       SELECT id, $1, cause, amount, 'decision', $7, at FROM m ORDER BY place RETURNING id)
     INSERT INTO ledger_posting (entry_id, account_id, amount_cents)
     SELECT m.id, a.id, CASE a.kind WHEN m.debit THEN -m.amount ELSE m.amount END
     FROM m JOIN e ON e.id = m.id JOIN ledger_account a ON a.line_id = $1 AND a.kind IN (m.debit, m.credit)
     ORDER BY m.place, CASE a.kind WHEN m.debit THEN 0 ELSE 1 END`,
    [
      lineId,
      moves.map(({ cause }) => cause),
      moves.map(({ amountCents }) => amountCents),
      moves.map(({ at }) => at),
      debits,
      credits,
      decisionId,
    ],
  );
}

/** The instants around which days, years and summer time begin in Brussels. */
const edges = ['2025-12-31T23:00:00Z', '2026-03-29T01:00:00Z', '2026-06-30T22:00:00Z', '2026-12-31T23:00:00Z'];
const days = [
  '2025-12-31',
  '2026-01-01',
  '2026-03-28',
  '2026-03-29',
  '2026-06-30',
  '2026-07-01',
  '2026-12-31',
  '2027-01-01',
];
const instants = fc
  .tuple(fc.constantFrom(...edges), fc.constantFrom(-86_400_000, -3_600_000, -1, 0, 1, 3_600_000, 86_400_000))
  .map(([edge, shift]) => new Date(new Date(edge).getTime() + shift));
/** Those of a line's own year; what a minister's act gives or carries cannot be written without the act. */
const causes = postingCauses.filter((cause) => !['authorise', 'carry-in', 'carry-out', 'give-back'].includes(cause));
const wishes = fc.array(
  fc.record({
    cause: fc.constantFrom(...causes),
    amountCents: fc.integer({ min: 1, max: 90_000 }).map(cents),
    from: fc.constantFrom('reserved' as const, 'available' as const),
    at: instants,
  }),
  { minLength: 20, maxLength: 60 },
);

test('the statement of a line, on any day, is what the domain makes of its entries', async () => {
  const lineId = plan.lineId('1.2');
  const known: DatedMovement[] = [
    { cause: 'allocate', amountCents: cents(200_000_000), from: 'source', on: localDate(await today()) },
  ];
  await fc.assert(
    fc.asyncProperty(wishes, async (wished) => {
      let balances: LedgerBalances = { available: cents(0) };
      const done: Move[] = [];
      for (const move of wished.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
        try {
          balances = applyPostings(balances, postings(move));
          done.push(move);
        } catch {
          // What no account can cover was never made.
        }
      }
      await write(lineId, done);
      known.push(...done.map(({ at, ...move }) => ({ ...move, on: brusselsDay(at) })));
      // What is left is taken back the next day, so that the line ends as the plan has it.
      const back = restOf(balances);
      await write(lineId, back);
      known.push(...back.map(({ at, ...move }) => ({ ...move, on: brusselsDay(at) })));
      for (const on of days) {
        const read = await api.ok(contract.readLineStatement, { params: { lineId }, query: { on } }, { as: officer });
        expect(read).toEqual({ startsOn: `${on.slice(0, 4)}-01-01`, on, ...statementOn(known, localDate(on)) });
      }
    }),
    { numRuns: 6 },
  );
}, 60_000);

function restOf(balances: LedgerBalances): Move[] {
  const at = new Date('2028-01-01T12:00:00Z');
  const giveBack: [PostingCause, number][] = [
    ['return', balances.paid ?? 0],
    ['release-commitment', balances.committed ?? 0],
    ['release-reservation', balances.reserved ?? 0],
    ['deallocate', -(balances.source ?? 0)],
  ];
  return giveBack
    .filter(([, amount]) => amount > 0)
    .map(([cause, amount]) => ({ cause, amountCents: cents(amount), from: 'available', at }));
}

async function today(): Promise<string> {
  const [row] = await api.sql<{ on: string }>(`SELECT (now() AT TIME ZONE 'Europe/Brussels')::date::text AS on`);
  return row?.on ?? '';
}

test('without a day it is today, and says what the figures of the line say', async () => {
  const lineId = plan.lineId('1.3');
  const figures = await api.ok(contract.readLineFigures, { params: { lineId } }, { as: officer });
  const statement = await api.ok(contract.readLineStatement, { params: { lineId } }, { as: officer });
  expect(statement).toMatchObject({ on: await today(), closing: figures });
});

test('the statement of a year has every line, headings as sums, and its total', async () => {
  // After the day on which the test of days gave everything back.
  const query = { on: '2028-12-31' };
  const year = await api.ok(contract.readYearStatement, { params: { year: '2026' as never }, query }, { as: officer });
  expect(year).toMatchObject({ year: 2026, versionId: plan.versionId, startsOn: '2028-01-01', on: '2028-12-31' });
  expect(year.rows.map(({ code }) => code)).toEqual(['1', '1.1', '1.2', '1.3', '1.4', '1.5', '1.6']);
  expect(year.rows[0]?.closing).toEqual(year.total.closing);
  expect(year.total.closing).toMatchObject({ allocatedCents: 1_000_000_000, availableCents: 1_000_000_000 });
  const lineId = plan.lineId('1.2');
  const { opening, movements, closing } = await api.ok(
    contract.readLineStatement,
    { params: { lineId }, query },
    { as: officer },
  );
  expect(year.rows[2]).toMatchObject({ lineId, opening, movements, closing });
});

test('before the plan was in force its lines held nothing', async () => {
  const query = { on: '2019-06-01' };
  const params = { year: '2026' as never };
  const year = await api.ok(contract.readYearStatement, { params, query }, { as: officer });
  expect(year.total).toMatchObject({ movements: [], closing: { allocatedCents: 0, availableCents: 0 } });
});

test('a line that is not there and a year without a plan in force are missing; a day that is none is malformed', async () => {
  const line = { params: { lineId: randomUUID() } };
  expect(await api.refused(contract.readLineStatement, line, { as: officer })).toMatchObject({
    code: 'record.missing',
  });
  await givenDraft(api, plan.drafter, { year: 2030 });
  for (const year of ['2030', '2044'] as never[]) {
    const answer = await api.refused(contract.readYearStatement, { params: { year } }, { as: officer });
    expect(answer).toMatchObject({ code: 'record.missing' });
  }
  const broken = { params: { year: '2026' as never }, query: { on: '2026-02-30' } };
  expect(await api.refused(contract.readYearStatement, broken, { as: officer })).toMatchObject({
    code: 'request.malformed',
  });
});
