import { plan } from '@commonlot/contracts';
import { cents, permissionsOf } from '@commonlot/domain';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { answering, fakeApi, refusing } from '../../../shared/testing/fake-api';
import { renderPage } from '../../../shared/testing/render-page';
import { parsePercent, readAdjustment, typedAdjustment } from './scenario-form';
import ScenarioPage from './scenario-page';
import { percentText, relativeText } from './scenario-plan';
import ScenariosPage from './scenarios-page';

const versionId = '8f14e45f-ceea-467f-a9f4-111111111111';
const scenarioId = '8f14e45f-ceea-467f-a9f4-222222222222';

function line(code: string, kind: string, amountCents: number | null, change: object = {}) {
  const label = { nl: `Lijn ${code}`, fr: `Ligne ${code}`, de: null, en: `Line ${code}` };
  const lineId = `8f14e45f-ceea-467f-a9f4-33333333${code.replace('.', '0').padStart(4, '0')}`;
  return {
    ...{ lineId, parentLineId: null, code, kind, label, amountCents, isPm: false, legalGround: '', figures: null },
    ...{ subtotalCents: amountCents ?? 400_00, beneficiaryNumber: null, formula: null, sector: null },
    ...{ isExtraSupport: false, coMinister: '', predecessorIds: [], commitments: [], advice: null, ...change },
  };
}
const version = (edit = true) =>
  plan.readPlanVersion.response.parse({
    ...{ id: versionId, year: 2027, number: 1, stage: 'provisional', state: edit ? 'draft' : 'submitted', revision: 4 },
    ...{ totalCents: 1_000_00, unassignedCents: 0, decreeReference: null, decreeOn: null, accountsReference: null },
    ...{ remark: null, source: '', draftedBy: 'Dana', submittedBy: null, submittedAt: null, approvedBy: null },
    ...{ approvedAt: null, inForceAt: null, returnReason: null, steps: [], earlierSteps: [] },
    may: {
      ...{ edit, submit: false, approve: false, sendBack: false, enterIntoForce: false },
      ...{ configureSteps: false, recordSteps: [] },
    },
    lines: [
      line('1', 'statutory-named', 600_00),
      line('3', 'heading', null),
      line('3.1', 'open-envelope', 300_00, { sector: 'culture' }),
      line('3.2', 'nominative', 100_00, { sector: 'culture' }),
    ],
  });
const scenario = (change: object = {}) =>
  plan.listPlanScenarios.response.parse({
    rows: [
      {
        ...{ id: scenarioId, name: 'Five per cent less', author: 'Dana', createdAt: '2026-05-04T10:00:00Z' },
        ...{ adoptedBy: null, adoptedAt: null, revision: 2, totalCents: 950_00, unassignedCents: 0 },
        adjustments: [
          { kind: 'total', basisPoints: -500 },
          { kind: 'absorb', how: 'proportional' },
        ],
        ...change,
      },
    ],
  }).rows;

let fake = fakeApi([]);
beforeEach(() => {
  fake = fakeApi([]);
});
afterEach(() => fake.restore());
const person = { roles: ['minister' as const], permissions: [...permissionsOf(['minister'])] };
const show = (change: object = {}, edit = true) =>
  renderPage(<ScenarioPage />, {
    language: 'en',
    loaderData: { version: version(edit), scenario: scenario(change)[0] },
    person,
  });
const button = (name: string | RegExp) => screen.getByRole('button', { name });

it('computes what the plan becomes while it is typed, and adopts only what was saved', async () => {
  fake = fakeApi([answering(plan.savePlanScenario, () => ({ revision: 3 }))]);
  show();
  const table = screen.getByRole('table', { name: 'Lines of the plan' });
  expect(within(table).getByRole('row', { name: /3\.1 Line 3\.1/ }).textContent).toContain('262,50');
  expect(button('Adopt')).toBeTruthy();
  fireEvent.change(screen.getByLabelText('Change in per cent'), { target: { value: '-10' } });
  expect(within(table).getByRole('row', { name: /3\.1 Line 3\.1/ }).textContent).toContain('225');
  expect(screen.queryByRole('button', { name: 'Adopt' })).toBeNull();
  fireEvent.click(button('Save'));
  await waitFor(() => expect(fake.asked).toHaveLength(1));
  expect(fake.asked[0]).toMatchObject({
    body: { revision: 2, adjustments: [{ kind: 'total', basisPoints: -1_000 }, { kind: 'absorb' }] },
  });
});

it('says in the dialog what the adoption changes, and names the revisions that were seen', async () => {
  fake = fakeApi([refusing(plan.adoptPlanScenario, 409, 'record.stale')]);
  show();
  fireEvent.click(button('Adopt'));
  const dialog = screen.getByRole('dialog');
  expect(dialog.textContent).toContain('The total goes from €\u00a01.000 to €\u00a0950. 2 lines change.');
  fireEvent.click(within(dialog).getByRole('button', { name: 'Adopt' }));
  await screen.findByText(/Somebody else changed this in the meantime/);
  expect(fake.asked[0]).toMatchObject({ body: { revision: 2, versionRevision: 4 } });
});

it('keeps a change that cannot be read from being saved, and leads to its field', async () => {
  const { container } = show();
  fireEvent.click(button('Lines are indexed'));
  fireEvent.click(button('Save'));
  expect(await screen.findAllByText('Choose at least one line or heading.')).toHaveLength(2);
  expect(screen.getAllByText(/write a percentage above -100/).length).toBeGreaterThan(0);
  expect(fake.asked).toHaveLength(0);
  expect((await axe(container)).violations).toEqual([]);
});

it('says what cannot be done, by the number of the change, and offers no adoption', () => {
  show({ adjustments: [{ kind: 'line', code: '9', amountCents: 5 }] });
  expect(screen.getByText('Change 1: line 9 is no longer in the plan')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Adopt' })).toBeNull();
});

it('is only read beside a version that is no draft', () => {
  show({}, false);
  expect(screen.getByText(/The total changes by -5/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Throw away' })).toBeNull();
});

it('shows scenarios side by side, and who loses what', async () => {
  const { container } = renderPage(<ScenariosPage />, {
    language: 'en',
    loaderData: { version: version(), scenarios: scenario() },
    person,
  });
  const kinds = screen.getByRole('table', { name: /Change by kind of line/ });
  expect(within(kinds).getByRole('row', { name: /open envelope/ }).textContent).toContain('-7,50');
  expect(within(kinds).getByRole('row', { name: /named in law/ }).textContent).toContain('=');
  expect(screen.getByRole('columnheader', { name: 'Five per cent less' })).toBeTruthy();
  expect((await axe(container)).violations).toEqual([]);
});

it.each([
  ['-5', -500],
  ['2,5 %', 250],
  ['+1.25', 125],
  ['\u22120,01', -1],
  ['-0', 0],
  ['100', 10_000],
  ['-100', null],
  ['100,01', null],
  ['1,234', null],
  ['five', null],
])('reads %s as a percentage', (text, basisPoints) => expect(parsePercent(text)).toBe(basisPoints));

it('writes percentages and adjustments as they are read again', () => {
  expect([percentText(-250), percentText(10_000, true), percentText(5)]).toEqual([
    '-2,5\u00a0%',
    '+100\u00a0%',
    '0,05\u00a0%',
  ]);
  expect(relativeText(cents(3), cents(2))).toBe('-33,3\u00a0%');
  expect(relativeText(cents(0), cents(2))).toBe('');
  const adjustments = [
    { kind: 'total', basisPoints: -5 },
    { kind: 'index', codes: ['1', '3'], basisPoints: 250 },
    { kind: 'sector', sector: 'culture', amountCents: cents(-1_000_50) },
    { kind: 'line', code: '1', amountCents: cents(5) },
    { kind: 'absorb', how: 'proportional' },
  ] as const;
  for (const adjustment of adjustments) {
    const typed = typedAdjustment(adjustment as Parameters<typeof typedAdjustment>[0], 'fr');
    expect(readAdjustment(typed)).toEqual({ adjustment });
  }
});
