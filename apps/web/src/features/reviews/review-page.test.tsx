import { reviews } from '@commonlot/contracts';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { axe } from 'jest-axe';
import { answering, fakeApi } from '../../shared/testing/fake-api';
import { renderPage } from '../../shared/testing/render-page';
import { givenAssignment } from './given-assignment';
import ReviewPage from './review-page';

let api: ReturnType<typeof fakeApi>;
const savedAt = '2026-11-23T10:00:00.000Z';

beforeAll(() => {
  // jsdom has the element and not its methods.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
});
beforeEach(() => {
  localStorage.clear();
  let revision = 3;
  api = fakeApi([
    answering(reviews.saveReview, () => {
      revision += 1;
      return { revision, savedAt };
    }),
    answering(reviews.sendReview, () => ({ revision: revision + 1 })),
  ]);
});
afterEach(() => api.restore());

const open = (part = {}) =>
  renderPage(<ReviewPage />, {
    person: { roles: ['reviewer'] },
    loaderData: { assignment: givenAssignment(part), municipalities: [] },
  });
const mark = (score: number) => screen.getByRole<HTMLInputElement>('radio', { name: String(score) });
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
const comments = () => screen.getAllByRole<HTMLTextAreaElement>('textbox', { name: 'Why this score?' });

it('shows the file beside the form, without a fault that axe finds', async () => {
  const { container } = open();
  expect(screen.getByText('Wir singen.').getAttribute('lang')).toBe('de');
  expect(screen.getByText('Yes')).toBeTruthy();
  expect(screen.getByText('What Use means')).toBeTruthy();
  expect((await axe(container)).violations).toEqual([]);
});

it('goes from criterion to criterion and scores by keys, two digits as one number', () => {
  open();
  press('j');
  expect(document.activeElement).toBe(mark(0));
  press('7');
  expect(mark(7).checked).toBe(true);
  press('1');
  press('0');
  expect(mark(10).checked).toBe(true);
  press('j');
  expect(document.activeElement).toBe(screen.getByRole('spinbutton', { name: 'Score from 0 to 20' }));
});

it('leaves letters and digits alone while somebody types', () => {
  open();
  press('j');
  press('c');
  expect(document.activeElement).toBe(comments()[0]);
  press('9');
  press('k');
  expect(mark(9).checked).toBe(false);
  expect(document.activeElement).toBe(comments()[0]);
});

it('tells the keys on ? and lets them be switched off', () => {
  open();
  press('?');
  expect(screen.getByRole('dialog', { name: 'Work by keyboard' })).toBeTruthy();
  fireEvent.click(screen.getByRole('checkbox', { name: 'Keyboard shortcuts are on' }));
  fireEvent.click(screen.getByRole('button', { name: 'Close' }));
  mark(0).focus();
  press('7');
  expect(mark(7).checked).toBe(false);
});

it('refuses to send what is not complete, keeps every word and goes to the first thing missing', () => {
  open();
  fireEvent.click(mark(0));
  fireEvent.change(comments()[0] as HTMLElement, { target: { value: 'Too short' } });
  fireEvent.click(screen.getByRole('button', { name: 'Send this review' }));
  expect(document.activeElement).toBe(comments()[0]);
  expect(comments()[0]?.value).toBe('Too short');
  expect(screen.getByRole('link', { name: 'Give a score for “Means”.' })).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Give a score for “Use”.' })).toBeNull();
  expect(api.asked.filter(({ path }) => path.endsWith('/sending'))).toEqual([]);
});

it('saves first what was typed last, then sends at the revision of that save', async () => {
  const given = { score: 5, comment: 'A comment that is long enough.' };
  open({ scores: { use: given, means: given } });
  fireEvent.click(mark(6));
  fireEvent.click(screen.getByRole('button', { name: 'Send this review' }));
  await waitFor(() => expect(api.asked).toHaveLength(2));
  expect(api.asked.map(({ body }) => body)).toEqual([
    { scores: { use: { ...given, score: 6 }, means: given }, remark: '', revision: 3 },
    { revision: 4 },
  ]);
});

it('brings back what this browser kept unsaved', async () => {
  const given = { use: { score: 2, comment: 'Kept from before' } };
  const { unmount } = open();
  fireEvent.change(comments()[0] as HTMLElement, { target: { value: 'Kept from before' } });
  const key = Object.keys(localStorage).find((name) => name.includes('review'));
  expect(JSON.parse(localStorage.getItem(key ?? '') ?? '').scores.use.comment).toBe('Kept from before');
  unmount();
  await waitFor(() => expect(api.asked).toHaveLength(1));
  localStorage.setItem(key ?? '', JSON.stringify({ scores: given, remark: '' }));
  open();
  await waitFor(() => expect(comments()[0]?.value).toBe('Kept from before'));
  expect(mark(2).checked).toBe(true);
});
