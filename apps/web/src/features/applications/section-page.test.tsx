import { applications } from '@commonlot/contracts';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { answering, fakeApi, refusing } from '../../shared/testing/fake-api';
import { renderPage } from '../../shared/testing/render-page';
import { givenDraft } from './given-draft';
import type { OwnApplication } from './records';
import SectionPage from './section-page';

let fake: ReturnType<typeof fakeApi> | undefined;
afterEach(() => {
  fake?.restore();
  localStorage.clear();
});

const saving = answering(applications.saveDraft, (asked) => ({
  revision: (asked.body as { revision: number }).revision + 1,
  savedAt: '2026-11-23T13:03:07.000Z',
}));

function open(application: OwnApplication, index: number, path = '/en/work') {
  const section = application.form.sections[index];
  return renderPage(<SectionPage />, {
    path,
    person: {},
    loaderData: { application, section, index, municipalities: [] },
  });
}

/** The line coming back sends what waits, so that a test need not wait for the pause of a second. */
async function typeAndSend(text: string) {
  await userEvent.type(screen.getByRole('textbox', { name: 'Title' }), text);
  await act(async () => void fireEvent(window, new Event('online')));
}

it('has no fault that axe finds, in the questions and in the cost table', async () => {
  const questions = open(givenDraft('1'), 0);
  expect((await axe(questions.container)).violations).toEqual([]);
  questions.unmount();
  const budget = open(givenDraft('2'), 1);
  expect((await axe(budget.container)).violations).toEqual([]);
});

it('says that nothing was sent and until when it can be', () => {
  open(givenDraft('3'), 0);
  expect(screen.getByText('Not sent yet')).toBeTruthy();
  expect(screen.getByText(/deadline Friday 25 December 2026 at 12:00 \(Brussels time\)/)).toBeTruthy();
});

it('saves what is typed by itself, the changed answer only, and says when', async () => {
  fake = fakeApi([saving]);
  open(givenDraft('4'), 0);
  await typeAndSend('s');
  expect(await screen.findByText('Saved 14:03:07')).toBeTruthy();
  expect(fake.asked.map(({ body }) => body)).toEqual([{ answers: { title: 'A choirs' }, revision: 3 }]);
});

it('says that the session ended and leads to sign-in and back to this page, with the text kept', async () => {
  fake = fakeApi([refusing(applications.saveDraft, 401, 'session.missing')]);
  open(givenDraft('5'), 0, '/en/work/here');
  await typeAndSend('s');
  const link = await screen.findByRole('link', { name: 'Sign in and come back here' });
  expect(link.getAttribute('href')).toBe('/en/sign-in?return=%2Fen%2Fwork%2Fhere');
  expect(Object.values({ ...localStorage }).join()).toContain('A choirs');
});

it('offers both texts when a colleague saved the same answer', async () => {
  const application = givenDraft('6');
  fake = fakeApi([
    refusing(applications.saveDraft, 409, 'record.stale'),
    answering(applications.readOwnApplication, () => ({ ...application, answers: { title: 'Theirs' }, revision: 4 })),
  ]);
  open(application, 0);
  await typeAndSend('s');
  const take = await screen.findByRole('button', { name: 'Take the other text' });
  expect(screen.getByText('A choirs')).toBeTruthy();
  await userEvent.click(take);
  await waitFor(() =>
    expect((screen.getByRole('textbox', { name: 'Title' }) as HTMLInputElement).value).toBe('Theirs'),
  );
});

it('keeps what cannot be read on the page and asks for a number', async () => {
  fake = fakeApi([saving]);
  open(givenDraft('7'), 0);
  await userEvent.type(screen.getByRole('textbox', { name: 'People' }), 'many');
  await userEvent.click(screen.getByRole('button', { name: 'Save and continue' }));
  expect(await screen.findByRole('link', { name: /cannot be read as a number/ })).toBeTruthy();
  expect((screen.getByRole('textbox', { name: 'People' }) as HTMLInputElement).value).toBe('many');
});

it('adds up the budget and holds it against the rules of the call while somebody types', async () => {
  fake = fakeApi([saving]);
  open(givenDraft('8'), 1);
  await userEvent.type(screen.getByRole('textbox', { name: 'Amount of cost 1' }), '1.250,50{Enter}');
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Amount of cost 2' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Amount of source 1' }), '1250.50');
  await userEvent.tab();
  expect(screen.getByText('Costs and sources are equal.')).toBeTruthy();
  const share = screen.getByText('That is 100 % of the costs; at most 80 %.').closest('li');
  expect(share?.querySelector('[aria-label="Not right yet:"]')).toBeTruthy();
});

it('shows all that is missing to those who come from the check', () => {
  open(givenDraft('9'), 0, '/en/work?check=1');
  expect(screen.getByRole('textbox', { name: 'People', description: /Not filled in yet/ })).toBeTruthy();
});
