import { plan } from '@commonlot/contracts';
import { longestComment, permissionsOf, type Role } from '@commonlot/domain';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { answering, fakeApi, refusing } from '../../../shared/testing/fake-api';
import { renderPage } from '../../../shared/testing/render-page';
import { CommentList } from './comment-list';
import type { PlanComment } from './use-comments';

const idOf = (number: number) => `0190a0a0-0000-7000-8000-${String(number).padStart(12, '0')}`;
const [versionId, lineId, odaId] = [idOf(1), idOf(2), idOf(3)];
const given = (number: number, change: Partial<PlanComment> = {}): PlanComment => ({
  ...{
    id: idOf(100 + number),
    versionId,
    versionNumber: 2,
    lineId,
    code: '1.2',
    text: `Words ${number}`,
    mentions: [],
  },
  ...{ author: 'Dana', writtenAt: '2026-01-05T10:00:00Z', changedAt: null, withdrawnAt: null, resolvedBy: null },
  ...{ resolvedAt: null, earlierTexts: [], revision: 0, may: { change: true, resolve: true, reopen: false } },
  ...change,
});
const readers = answering(plan.listPlanReaders, () => ({
  rows: [
    { id: odaId, name: 'Oda Officer' },
    { id: idOf(4), name: 'Émile Minister' },
  ],
}));
const listing = (rows: PlanComment[]) => answering(plan.listPlanComments, () => ({ rows, next: null }));

let fake = fakeApi([]);
afterEach(() => fake.restore());
function show(
  answers: Parameters<typeof fakeApi>[0],
  { line = null as string | null, role = 'minister' as Role } = {},
) {
  fake.restore();
  fake = fakeApi([readers, ...answers]);
  return renderPage(<CommentList versionId={versionId} lineId={line} />, {
    person: { roles: [role], permissions: [...permissionsOf([role])] },
  });
}
const write = () => screen.getByRole('textbox', { name: 'Write a comment' });

it('shows who said what on which line, as it was typed', async () => {
  const words = '<b>One</b>\ntwo';
  show([listing([given(1, { text: words, mentions: [{ id: odaId, name: 'Oda Officer' }] })])]);
  const item = await screen.findByText(/<b>One<\/b>/);
  const comment = item.closest('li');
  expect(comment?.textContent).toContain('on line 1.2');
  expect(comment?.textContent).toContain('Mentioned: Oda Officer');
});

it('sends a comment with whom was chosen from the list by name', async () => {
  const sent = answering(plan.createPlanComment, () => ({ id: idOf(9), revision: 0 }));
  show([listing([]), sent], { line: lineId });
  fireEvent.change(write(), { target: { value: '  Does this hold? ' } });
  const field = screen.getByRole('combobox', { name: /Mention colleagues/ });
  await userEvent.click(field);
  await userEvent.keyboard('emile');
  await userEvent.click(await screen.findByRole('option', { name: 'Émile Minister' }));
  expect(screen.getByRole('button', { name: 'Do not mention Émile Minister' })).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Add the comment' }));
  await waitFor(() => expect(fake.asked.find(({ body }) => body !== null)).toBeDefined());
  const asked = fake.asked.find(({ body }) => body !== null);
  expect(asked?.body).toEqual({ lineId, text: 'Does this hold?', mentionIds: [idOf(4)] });
  expect(asked?.key).toMatch(/^[0-9a-f-]{36}$/);
  await waitFor(() => expect(write()).toHaveProperty('value', ''));
});

it('sends nothing empty or too long and says so at the field', async () => {
  show([listing([])]);
  const send = screen.getByRole('button', { name: 'Add the comment' });
  await userEvent.click(send);
  expect(screen.getByText('Write a comment first.')).toBeTruthy();
  fireEvent.change(write(), { target: { value: 'x'.repeat(longestComment + 1) } });
  await userEvent.click(send);
  expect(write().getAttribute('aria-invalid')).toBe('true');
  expect(fake.asked.some(({ body }) => body !== null)).toBe(false);
});

it('keeps what was typed when the server refuses, and says why', async () => {
  show([listing([]), refusing(plan.createPlanComment, 422, 'plan.mention-unfit')]);
  fireEvent.change(write(), { target: { value: 'Still here' } });
  await userEvent.click(screen.getByRole('button', { name: 'Add the comment' }));
  expect(await screen.findByText(/may not read plans/)).toBeTruthy();
  expect(write()).toHaveProperty('value', 'Still here');
});

it('folds what was said on a line in other versions, newest version first', async () => {
  const older = (number: number, versionNumber: number) =>
    given(number, { versionId: idOf(50 + versionNumber), versionNumber, text: `In version ${versionNumber}` });
  show([listing([given(1), older(2, 1), older(3, 3), older(4, 1)])], { line: lineId });
  await screen.findByText('Words 1');
  const folds = [...document.querySelectorAll('details')];
  expect(folds.map((fold) => [fold.querySelector('summary')?.textContent, fold.open])).toEqual([
    ['1 comment in version 3', false],
    ['2 comments in version 1', false],
  ]);
  expect(within(folds[1] as HTMLElement).getAllByText('In version 1')).toHaveLength(2);
});

it('resolves at the revision that was seen, and reads again also after a refusal', async () => {
  const refusal = refusing(plan.resolvePlanComment, 409, 'record.stale');
  show([listing([given(1, { revision: 7 })]), refusal]);
  await userEvent.click(await screen.findByRole('button', { name: 'Resolve' }));
  await waitFor(() => expect(fake.asked.filter(({ path }) => path.endsWith('/comments'))).toHaveLength(2));
  expect(fake.asked.find(({ body }) => body !== null)?.body).toEqual({ revision: 7 });
});

it('changes an own comment with its words and mentions in the form, and gives up without a change', async () => {
  const mentions = [{ id: odaId, name: 'Oda Officer' }];
  show([listing([given(1, { mentions, revision: 2 })]), answering(plan.changePlanComment, () => ({ revision: 3 }))]);
  await userEvent.click(await screen.findByRole('button', { name: 'Change' }));
  const field = screen.getByRole('textbox', { name: 'Change the comment' });
  expect(field).toHaveProperty('value', 'Words 1');
  fireEvent.change(field, { target: { value: 'Better words' } });
  await userEvent.click(screen.getByRole('button', { name: 'Save the change' }));
  await waitFor(() =>
    expect(fake.asked.find(({ body }) => body !== null)?.body).toEqual({
      text: 'Better words',
      mentionIds: [odaId],
      revision: 2,
    }),
  );
  expect(await screen.findByRole('button', { name: 'Change' })).toBeTruthy();
});

it('offers exactly what the reader may do: an auditor reads, also what was withdrawn and said before', async () => {
  const no = { change: false, resolve: false, reopen: false };
  const withdrawn = given(1, { withdrawnAt: '2026-01-06T10:00:00Z', earlierTexts: ['First words'], may: no });
  show([listing([withdrawn])], { role: 'auditor' });
  expect(await screen.findByText('The author withdrew this comment.')).toBeTruthy();
  expect(screen.getByText('First words')).toBeTruthy();
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(screen.queryAllByRole('button')).toEqual([]);
});

it('has nothing that axe finds', async () => {
  const resolved = { resolvedBy: 'Oda', resolvedAt: '2026-01-06T10:00:00Z' };
  const { container } = show([listing([given(1), given(2, { ...resolved, lineId: null, code: null })])]);
  await screen.findByText('Words 2');
  expect((await axe(container)).violations).toEqual([]);
});
