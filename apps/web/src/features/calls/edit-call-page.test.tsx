import { calls, plan } from '@commonlot/contracts';
import { permissionsOf } from '@commonlot/domain';
import { act, fireEvent, screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { answering, fakeApi, refusing } from '../../shared/testing/fake-api';
import { renderPage } from '../../shared/testing/render-page';
import CallPage from './call-page';
import type { Call } from './call-records';
import CallsPage from './calls-page';
import EditCallPage from './edit-call-page';
import { draftOf, typedCall } from './typed-call';

const id = '0190a0a0-0000-7000-8000-0000000000c1';
const four = (word: string) => ({ nl: word, fr: word, de: word, en: word });
const person = { roles: ['officer' as const], permissions: [...permissionsOf(['officer'])] };
const question = (questionId: string, type: Call['form']['sections'][number]['questions'][number]['type']) => ({
  id: questionId,
  type,
  label: four(questionId),
  hint: null,
  required: true,
  maxCharacters: null,
  min: null,
  max: null,
  options: [],
  maxFiles: null,
});

const draft: Call = calls.readCall.response.parse({
  id,
  number: '2026-C04',
  state: 'draft',
  phase: 'draft',
  title: { nl: 'Muziek', fr: 'Musique', de: '', en: '' },
  lineId: id,
  lineCode: '6.1',
  lineLabel: four('Oproepen'),
  lineAvailableCents: 100_000_00,
  opensAt: null,
  closesAt: null,
  opensOn: null,
  opensAtClock: null,
  closesOn: null,
  closesAtClock: null,
  envelopeCents: null,
  maxAmountCents: null,
  maxSharePercent: null,
  filed: 0,
  admitted: 0,
  revision: 3,
  summary: four('kort'),
  description: four('lang'),
  eligibility: four('wie'),
  criteria: [
    { id: 'need', title: four('Nood'), description: four('Waarom'), weight: 60, maxScore: 10 },
    { id: 'reach', title: four('Bereik'), description: four('Wie'), weight: 40, maxScore: 10 },
  ],
  form: {
    sections: [
      {
        id: 'project',
        title: four('Project'),
        questions: [question('title', 'short-text'), question('costs', 'cost-table')],
      },
    ],
  },
  draftedBy: 'Lotte',
  publishedBy: null,
  publishedAt: null,
  blockers: ['texts-incomplete', 'dates-missing'],
  counts: { draft: 0, submitted: 0, admitted: 0, excluded: 0, withdrawn: 0, awarded: 0, refused: 0 },
});

let fake = fakeApi([]);
const answers = (save = answering(calls.saveCall, () => ({ revision: 4, blockers: ['dates-missing'] }))) => [
  answering(plan.listPlanVersions, () => ({ rows: [] })),
  save,
];
const begin = (save?: ReturnType<typeof answering>) => {
  fake = fakeApi(answers(save as never));
  return renderPage(<EditCallPage />, { loaderData: draft, person });
};
beforeEach(() => jest.useFakeTimers());
afterEach(() => {
  jest.useRealTimers();
  fake.restore();
});

/** Long enough for the draft to be saved by itself. */
const afterAMoment = () => act(() => jest.advanceTimersByTimeAsync(1500));

const savedBody = () => fake.asked.find(({ body }) => body !== null)?.body as Record<string, unknown> | undefined;
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

it('saves by itself what was typed, with the revision, and shows the blockers that are left', async () => {
  begin();
  type('Envelope', '90000');
  expect(screen.getByText('Not saved yet')).toBeTruthy();
  await afterAMoment();
  expect(savedBody()).toMatchObject({ envelopeCents: 90_000_00, revision: 3 });
  expect(screen.getByText('1 more thing before publication')).toBeTruthy();
  expect(screen.getByText('Saved')).toBeTruthy();
});

it('refuses an hour that the clock skips at its field, and saves the rest without it', () => {
  begin();
  type('Day of opening', '2027-03-28');
  type('Hour of opening', '02:30');
  expect(screen.getByLabelText('Hour of opening').getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByText(/This hour does not exist on that day/)).toBeTruthy();
  const half = { ...typedCall(draft, 'en'), opensOn: '2027-03-28', opensAtClock: '02:30', envelope: '90000' };
  expect(draftOf(half)).toMatchObject({ opensOn: null, opensAtClock: null, envelopeCents: 90_000_00 });
  type('Hour of opening', '09:00');
  expect(screen.getByText('Opens Sunday 28 March 2027 at 09:00 (Brussels time)')).toBeTruthy();
});

it('refuses an hour that comes twice, and a closing before the opening', () => {
  begin();
  type('Day of opening', '2026-10-25');
  type('Hour of opening', '02:30');
  expect(screen.getByText(/This hour comes twice on that day/)).toBeTruthy();
  type('Hour of opening', '09:00');
  type('Day of closing', '2026-10-24');
  expect(screen.getAllByText('Choose a closing after the opening.').length).toBeGreaterThan(0);
});

it('adds up the weights as they are typed', () => {
  begin();
  expect(screen.getByText('100 of 100')).toBeTruthy();
  fireEvent.change(document.getElementById('need-weight') as HTMLElement, { target: { value: '50' } });
  expect(screen.getByText('90 of 100, 10 still to be given')).toBeTruthy();
});

it('says for each language how many texts are missing, and writes in the one chosen', () => {
  begin();
  expect(within(screen.getByRole('button', { name: /Deutsch/ })).getByText('1 text missing')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: /Deutsch/ }));
  fireEvent.change(document.getElementById('text-title') as HTMLElement, { target: { value: 'Musik' } });
  expect(within(screen.getByRole('button', { name: /Deutsch/ })).getByText('complete')).toBeTruthy();
});

it('offers no second cost table, and moves a question by a button', () => {
  begin();
  const kinds = [...(document.getElementById('project-add') as HTMLSelectElement).options].map(({ value }) => value);
  expect(kinds).not.toContain('cost-table');
  fireEvent.click(screen.getByRole('button', { name: 'Move up: question 1.2' }));
  expect(screen.getByRole('heading', { name: /1\.1 costs/ })).toBeTruthy();
});

it('keeps what was typed when somebody else saved first, and lets the writer choose', async () => {
  begin(refusing(calls.saveCall, 409, 'record.stale') as never);
  type('Envelope', '90000');
  await afterAMoment();
  expect(screen.getByText('Somebody else changed this draft in the meantime')).toBeTruthy();
  expect((screen.getByLabelText('Envelope') as HTMLInputElement).value).toContain('90000');
  expect(screen.getByRole('button', { name: 'Keep my version' })).toBeTruthy();
});

it.each([
  ['the list', <CallsPage key="list" />, { rows: [draft], next: null, isFirst: true }],
  ['the page of a call', <CallPage key="call" />, { call: draft, figures: null, batches: [] }],
  ['the draft', <EditCallPage key="edit" />, draft],
])('has no fault that a machine finds on %s', async (_name, page, loaderData) => {
  fake = fakeApi(answers());
  const { container } = renderPage(page, { loaderData, person });
  jest.useRealTimers(); // axe waits on the clock
  const { violations } = await act(() => axe(container));
  expect(violations).toEqual([]);
});

it('leads from the page of a call to its decisions', () => {
  const batches = [{ id: draft.id, number: '2026-B007' }];
  renderPage(<CallPage />, { loaderData: { call: draft, figures: null, batches } });
  const link = screen.getByRole('link', { name: 'Decisions 2026-B007' });
  expect(link.getAttribute('href')).toBe(`/en/work/decisions/${draft.id}`);
});
