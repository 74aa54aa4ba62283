import { register } from '@commonlot/contracts';
import { type GivenAward, type GivenRows, givenAward, givenPlanRows } from '../testing/given-rows.js';
import { TestApi, type TestPerson } from '../testing/test-api.js';
import { RefreshAward } from './index.js';

type Body = { field: 'title' | 'reason' | 'municipality'; newValue: string; explanation: string };

let api: TestApi;
let plan: GivenRows;
let officer: TestPerson;
beforeAll(async () => {
  api = await TestApi.start({ processes: 2 });
  plan = await givenPlanRows(api, 2026);
  officer = await api.person(['officer'], 'Oscar Officer');
});
afterAll(() => api.stop());

const title: Body = { field: 'title', newValue: 'Une belle chorale', explanation: 'Le titre était incomplet.' };

async function shownAward(): Promise<GivenAward> {
  const award = await givenAward(api, plan);
  await api.get(RefreshAward).run(award.decisionId);
  return award;
}

const correct = (award: { number: string }, body: Body, options: { key?: string; process?: number } = {}) =>
  api.ok(register.correctAward, { params: { number: award.number }, body }, { as: officer, ...options });
const refused = (number: string, body: Body) =>
  api.refused(register.correctAward, { params: { number }, body }, { as: officer });
const read = (award: GivenAward) => api.ok(register.readAward, { params: { number: award.number } });

it('shows the corrected value, and beside it the former one with day and explanation', async () => {
  const award = await shownAward();
  await correct(award, title);
  await api.work();
  const shown = await read(award);
  expect(shown.title).toBe('Une belle chorale');
  expect(shown.corrections).toEqual([
    { ...title, formerValue: 'Une chorale', correctedAt: expect.stringMatching(/^\d{4}-/) },
  ]);
  const { rows } = await api.ok(register.listAwards, { query: { search: 'belle' } });
  expect(rows.map(({ number }) => number)).toEqual([award.number]);
  expect(JSON.stringify(shown)).not.toContain(officer.name);
});

it('names the value before it as the former one, whatever was decided at first', async () => {
  const award = await shownAward();
  await correct(award, title);
  await correct(award, { ...title, newValue: 'Une grande chorale' });
  await correct(award, { field: 'reason', newValue: 'Un autre motif.', explanation: 'Coquille corrigée.' });
  await api.work();
  const { corrections, ...shown } = await read(award);
  expect(shown).toMatchObject({ title: 'Une grande chorale', reason: 'Un autre motif.' });
  expect(corrections.map(({ formerValue, newValue }) => [formerValue, newValue])).toEqual([
    ['Une chorale ouverte à tous.', 'Un autre motif.'],
    ['Une belle chorale', 'Une grande chorale'],
    ['Une chorale', 'Une belle chorale'],
  ]);
});

it('moves the award to the municipality of a code, and refuses a code that no municipality has', async () => {
  const award = await shownAward();
  const body: Body = { field: 'municipality', newValue: '62063', explanation: 'Le projet est à Liège.' };
  await correct(award, body);
  await api.work();
  expect(await read(award)).toMatchObject({
    municipalityNis: '62063',
    region: 'wallonia',
    municipality: { fr: 'Liège' },
  });
  for (const newValue of ['99999', '4000', 'Liège']) {
    expect(await refused(award.number, { ...body, newValue })).toMatchObject({
      code: 'correction.invalid',
      details: { blockers: ['municipality-invalid'] },
    });
  }
});

it('refuses a value that is the same, and an explanation that is none', async () => {
  const award = await shownAward();
  expect(await refused(award.number, { ...title, newValue: ' Une chorale ' })).toMatchObject({
    code: 'correction.invalid',
    details: { blockers: ['value-unchanged'] },
  });
  expect(await refused(award.number, { ...title, explanation: 'short' })).toMatchObject({ code: 'request.malformed' });
  expect(await refused(award.number, { ...title, field: 'amount' as 'title' })).toMatchObject({
    code: 'request.malformed',
  });
});

it('corrects nothing that is not public', async () => {
  const signed = await givenAward(api, plan, { isReleased: false });
  for (const number of [signed.number, '2026-D9999x', "' OR 1=1 --"]) {
    expect(await refused(number, title)).toMatchObject({ code: 'record.missing' });
  }
});

it('corrects once for one key, and one after the other for two at the same time', async () => {
  const award = await shownAward();
  const key = '6f0c7d5e-8f5b-4a57-9d65-0d9bb1bb5a11';
  const twice = await Promise.all([0, 1].map((process) => correct(award, title, { key, process })));
  expect(twice[0]).toEqual(twice[1]);
  await Promise.all(['A', 'B'].map((newValue, process) => correct(award, { ...title, newValue }, { process })));
  await api.work();
  const { corrections, ...shown } = await read(award);
  expect(corrections).toHaveLength(3);
  expect(corrections[0]).toMatchObject({ formerValue: corrections[1]?.newValue, newValue: shown.title });
  expect(corrections[1]).toMatchObject({ formerValue: 'Une belle chorale' });
});

it('keeps hostile text as the text it is', async () => {
  const award = await shownAward();
  const newValue = `<script>alert('x')</script> "'; DROP TABLE award_correction; -- \u202e 🎻`;
  await correct(award, { ...title, newValue });
  await api.work();
  expect((await read(award)).title).toBe(newValue);
});
