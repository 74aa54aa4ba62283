import { plan as contract } from '@commonlot/contracts';
import { type GivenLine, givenDraft, givenLine } from '../testing/given-plan.js';
import { TestApi, type TestPerson } from '../testing/test-api.js';

let api: TestApi;
let drafter: TestPerson;
beforeAll(async () => {
  api = await TestApi.start();
  drafter = await api.person(['minister'], 'Dana Drafter');
});
afterAll(() => api.stop());

const read = (versionId: string) => api.ok(contract.readPlanVersion, { params: { versionId } }, { as: drafter });
const save = (versionId: string, revision: number, lines: readonly GivenLine[], totalCents: number) =>
  api.call(
    contract.savePlanLines,
    { params: { versionId }, body: { revision, totalCents, lines: [...lines] } },
    { as: drafter },
  );

test('the longest plan, of five thousand lines under headings, is saved and replaced at a cost in proportion', async () => {
  const words = (text: string) => ({ nl: text, fr: text, de: text, en: text });
  const linesOf = (count: number) =>
    Array.from({ length: count }, (_, index) => {
      const heading = Math.floor(index / 50) + 1;
      const label = words(`Subsidie aan een vereniging die zich inzet voor lijn ${index}`.padEnd(100, '.'));
      if (index % 50 === 0) return givenLine(`${heading}`, { kind: 'heading', amountCents: null, label });
      return givenLine(`${heading}.${index % 50}`, { amountCents: 1, label });
    });
  const timeOf = async (count: number, year: number) => {
    const { versionId, revision } = await givenDraft(api, drafter, { year, lines: [], totalCents: 1 });
    const lines = linesOf(count);
    const sum = lines.filter(({ kind }) => kind !== 'heading').length;
    const started = performance.now();
    expect((await save(versionId, revision, lines, sum)).body).toMatchObject({ unassignedCents: 0 });
    expect((await save(versionId, revision + 1, lines, sum + 1)).body).toMatchObject({ unassignedCents: 1 });
    const took = performance.now() - started;
    const more = [...lines, givenLine('200', { amountCents: 1 })];
    return { took, body: JSON.stringify(lines), past: (await save(versionId, revision + 2, more, 1)).body };
  };
  await timeOf(500, 2033);
  const few = await timeOf(500, 2032);
  const many = await timeOf(5_000, 2031);
  expect(many.body.length).toBeGreaterThan(2_500_000);
  // Ten times the lines; a sum for each of them would cost a hundred times as much.
  expect(many.took).toBeLessThan(50 * few.took);
  expect(many.past).toMatchObject({ code: 'request.malformed' });
}, 120_000);

test.each([
  [
    'a line that comes',
    `INSERT INTO plan_version_line SELECT version_id, $2, NULL, 9, '9', kind, label, 1, false, '', NULL
     FROM plan_version_line WHERE version_id = $1 AND code = '1'`,
  ],
  ['a line that goes', `DELETE FROM plan_version_line WHERE version_id = $1 AND $2::uuid IS NOT NULL AND code = '1'`],
  [
    'an amount',
    `UPDATE plan_version_line SET amount_cents = 6 WHERE version_id = $1 AND $2::uuid IS NOT NULL AND code = '1'`,
  ],
  ['a total', 'UPDATE plan_version SET total_cents = total_cents + 1 WHERE id = $1 AND $2::uuid IS NOT NULL'],
])('the database itself refuses %s that makes lines and total differ', async (_case, statement) => {
  const lines = [givenLine('1', { amountCents: 5 }), givenLine('2', { amountCents: 7 })];
  const { versionId } = await givenDraft(api, drafter, { year: 2033, lines });
  const [{ id } = { id: '' }] = await api.sql<{ id: string }>(
    `INSERT INTO plan_line (id, plan_id) SELECT gen_random_uuid(), plan_id FROM plan_version WHERE id = $1 RETURNING id`,
    [versionId],
  );
  await expect(api.sql(statement, [versionId, id])).rejects.toMatchObject({ constraint: 'plan_version_sum' });
  expect((await read(versionId)).lines.map((line) => line.amountCents)).toEqual([5, 7]);
});

test('the database takes a line from one version to another when both totals follow, in any order', async () => {
  const lines = [givenLine('1', { amountCents: 5 }), givenLine('2', { amountCents: 7 })];
  const from = await givenDraft(api, drafter, { year: 2034, lines });
  const to = await givenDraft(api, drafter, { year: 2034, lines: [givenLine('3', { amountCents: 1 })] });
  const move = (rest: string) =>
    api.sql(
      `WITH moved AS (UPDATE plan_version_line SET version_id = '${to.versionId}'
         WHERE version_id = '${from.versionId}' AND code = '2' RETURNING 1) SELECT * FROM moved; ${rest}`,
    );
  const follow = (versionId: string, cents: number) =>
    `UPDATE plan_version SET total_cents = total_cents + ${cents} WHERE id = '${versionId}';`;
  await expect(move(follow(to.versionId, 7))).rejects.toMatchObject({ constraint: 'plan_version_sum' });
  await expect(move(follow(from.versionId, -7))).rejects.toMatchObject({ constraint: 'plan_version_sum' });
  await move(follow(from.versionId, -7) + follow(to.versionId, 7));
  expect((await read(to.versionId)).lines.map((line) => line.code).toSorted()).toEqual(['2', '3']);
});
