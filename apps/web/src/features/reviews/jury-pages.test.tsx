import { reviews } from '@commonlot/contracts';
import { permissionsOf } from '@commonlot/domain';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { axe } from 'jest-axe';
import { answering, fakeApi } from '../../shared/testing/fake-api';
import { renderPage } from '../../shared/testing/render-page';
import AssignPage from './assign-page';
import DeclarePage from './declare-page';
import { givenAssignment } from './given-assignment';
import QueuePage from './queue-page';

const id = (end: number) => `0190a0a0-0000-7000-8000-${String(end).padStart(12, '0')}`;
const toDeclare = [1, 2, 3].map((end) => givenAssignment({ id: id(end), state: 'assigned', title: `Song ${end}` }));

it('the queue shows what waits in its order, without a fault that axe finds', async () => {
  const rows = [
    ...toDeclare,
    givenAssignment({ id: id(4), scored: 1 }),
    givenAssignment({ id: id(5) }),
    givenAssignment({ id: id(6), state: 'sent', sentAt: '2026-11-23T10:00:00.000Z' }),
  ];
  const { container } = renderPage(<QueuePage />, { person: {}, loaderData: { rows } });
  expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
    '3 files to declare on',
    '1 draft',
    '1 to score',
  ]);
  expect((await axe(container)).violations).toEqual([]);
});

it('declares all at once, each as it was chosen, and leaves what is put off', async () => {
  const api = fakeApi([answering(reviews.declareInterest, () => ({ revision: 4 }))]);
  const { container } = renderPage(<DeclarePage />, { person: {}, loaderData: { rows: toDeclare } });
  const choices = screen.getAllByRole('combobox');
  fireEvent.change(choices[1] as HTMLElement, { target: { value: 'board' } });
  fireEvent.change(choices[2] as HTMLElement, { target: { value: 'later' } });
  expect(screen.getByText('No interest: 1. Interest: 1. Later: 1.')).toBeTruthy();
  expect((await axe(container)).violations).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Declare this for 2 files' }));
  await waitFor(() => expect(api.asked).toHaveLength(2));
  expect(api.asked.map(({ path, body }) => [path, body])).toEqual([
    [`/api/review-assignments/${id(1)}/declaration`, { revision: 3, conflictKind: null }],
    [`/api/review-assignments/${id(2)}/declaration`, { revision: 3, conflictKind: 'board' }],
  ]);
  api.restore();
});

it('gives out files only after the proposal was seen', async () => {
  const api = fakeApi([answering(reviews.assignReviewers, () => ({ created: 1 }))]);
  const reviewer = (end: number, name: string) => ({
    personId: id(end),
    name,
    assigned: 0,
    declared: 0,
    conflicted: 0,
    sent: 0,
  });
  const file = {
    applicationId: id(31),
    number: '2026-C02-0001',
    organisationName: 'Choir',
    title: 'Song',
    fileLanguage: 'en',
  };
  const { container } = renderPage(<AssignPage />, {
    person: { roles: ['officer'], permissions: [...permissionsOf(['officer'])] },
    loaderData: {
      call: { id: id(30), number: '2026-C02', title: { nl: 'x', fr: 'x' }, state: 'published' },
      reviewers: [reviewer(21, 'Amélie'), reviewer(22, 'Jan')],
      files: [{ ...file, assignments: [] }],
      by: 'file',
    },
  });
  fireEvent.click(screen.getByRole('checkbox', { name: 'Amélie (0 files)' }));
  fireEvent.click(screen.getByRole('checkbox', { name: 'Jan (0 files)' }));
  fireEvent.click(screen.getByRole('button', { name: 'Show a proposal' }));
  expect(api.asked).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Remove Jan from 2026-C02-0001' }));
  expect((await axe(container)).violations).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Give out 1 review and tell them' }));
  await waitFor(() => expect(api.asked).toHaveLength(1));
  expect(api.asked[0]?.body).toEqual({ pairs: [{ applicationId: id(31), reviewerId: id(21) }], dueAt: null });
  api.restore();
});
