import { decisions } from '@commonlot/contracts';
import { permissionsOf } from '@commonlot/domain';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { axe } from 'jest-axe';
import { answering, fakeApi, refusing } from '../../shared/testing/fake-api';
import { renderPage } from '../../shared/testing/render-page';
import DecisionPage from './decision-page';
import { givenDecision } from './given-decision';

const as = { person: { permissions: [...permissionsOf(['officer'])] } };
const open = (part = {}) => renderPage(<DecisionPage />, { ...as, loaderData: givenDecision(part) });
const save = () => fireEvent.click(screen.getByRole('button', { name: 'Save' }));
const answers = () => fakeApi([answering(decisions.saveDecision, () => ({ revision: 4, blockers: [] }))]);

it('shows the advice beside the decision, without a fault that axe finds', async () => {
  const { container } = open();
  expect(screen.getByText('8,5 of 10')).toBeTruthy();
  expect(screen.getByText('81,3 of 100')).toBeTruthy();
  expect((await axe(container)).violations).toEqual([]);
});

it('demands a reason for leaving the advice, and keeps what was typed', async () => {
  const api = answers();
  open();
  expect(screen.queryByRole('textbox', { name: 'Why does this leave the advice?' })).toBeNull();
  fireEvent.click(screen.getByRole('radio', { name: 'Refuse' }));
  const reason = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Why does this leave the advice?' });
  fireEvent.change(reason, { target: { value: 'Too short' } });
  save();
  expect((await screen.findAllByText(/is not the one of the advice/)).length).toBe(2);
  expect([reason.value, api.asked]).toEqual(['Too short', []]);

  const text = 'The same costs are paid by another subsidy.';
  fireEvent.change(reason, { target: { value: text } });
  save();
  await waitFor(() => expect(api.asked).toHaveLength(1));
  expect(api.asked[0]?.body).toMatchObject({
    revision: 3,
    outcome: 'refuse',
    amountCents: null,
    deviationReason: text,
  });
  api.restore();
});

it('does not explain a refusal with the reason of the award, and gives it back to who turns back', () => {
  open();
  const reason = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Reason of the decision' });
  const ofAward = reason.value;
  fireEvent.click(screen.getByRole('radio', { name: 'Refuse' }));
  expect([ofAward, reason.value]).toEqual([givenDecision().reason, '']);
  fireEvent.change(reason, { target: { value: 'The same costs are paid by another subsidy.' } });
  fireEvent.click(screen.getByRole('radio', { name: 'Award' }));
  expect(reason.value).toBe(ofAward);
  fireEvent.click(screen.getByRole('radio', { name: 'Refuse' }));
  expect(reason.value).toBe('The same costs are paid by another subsidy.');
});

it('sends the act as it stood when nobody touched it', async () => {
  const api = answers();
  open();
  save();
  await waitFor(() => expect(api.asked).toHaveLength(1));
  expect(api.asked[0]?.body).toMatchObject({ act: givenDecision().act, amountCents: 1_000_000 });
  api.restore();
});

it.each([
  ['', /as an amount in euros/],
  ['10.000,01', /above what was asked for/],
])('refuses an award of %p', async (amount, words) => {
  open();
  fireEvent.change(screen.getByRole('textbox', { name: 'Amount awarded' }), { target: { value: amount } });
  save();
  expect((await screen.findAllByText(words)).length).toBe(2);
});

it('keeps the text when somebody else saved first', async () => {
  const api = fakeApi([refusing(decisions.saveDecision, 409, 'record.stale')]);
  open();
  const reason = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Reason of the decision' });
  fireEvent.change(reason, { target: { value: 'Another reason, that is long enough.' } });
  save();
  expect(await screen.findByText(/Somebody else changed this/)).toBeTruthy();
  expect(reason.value).toBe('Another reason, that is long enough.');
  api.restore();
});

it('lets admissibility only be confirmed, with its reasons in words', () => {
  const exclusionReasons = [{ code: 'late', text: 'It came two days after closing.' }];
  open({ outcome: 'exclude', advisedOutcome: 'exclude', amountCents: null, criteria: [], exclusionReasons });
  expect(screen.getAllByRole('radio')).toHaveLength(1);
  expect(screen.getByText('Too late')).toBeTruthy();
});

it('says in words what is missing, and shows the letter once there is one', () => {
  open({ blockers: ['reason-missing', 'something-new'], mayEdit: false, hasLetter: true });
  expect(screen.getByText(/A reason of at least 30 characters is missing/)).toBeTruthy();
  expect(screen.getByText('Something is missing')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Letter' }).getAttribute('href')).toMatch(/^\/api\/decisions\/.*\/letter$/);
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
});
