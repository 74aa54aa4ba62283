import { decisions } from '@commonlot/contracts';
import { permissionsOf } from '@commonlot/domain';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { axe } from 'jest-axe';
import { answering, fakeApi } from '../../shared/testing/fake-api';
import { renderPage } from '../../shared/testing/render-page';
import BatchPage from './batch-page';
import { givenBatch } from './given-decision';

const as = { person: { permissions: [...permissionsOf(['minister'])] } };
const open = (part = {}) => renderPage(<BatchPage />, { ...as, loaderData: givenBatch(part) });
const no = { edit: false, prepare: false, sendBack: false, sign: false, release: false };

beforeAll(() => {
  // jsdom has the element and not its methods.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
});

it('shows money, checks and files on one page, without a fault that axe finds', async () => {
  const { container } = open();
  expect(screen.getByText('Leaves the advice')).toBeTruthy();
  expect(screen.getByText('Every file has an outcome')).toBeTruthy();
  expect(container.textContent).toContain('€\u00a05.000');
  expect((await axe(container)).violations).toEqual([]);
});

it('says what a signature does before it is given, and wants the title under it', async () => {
  const api = fakeApi([answering(decisions.signBatch, () => ({ revision: 8 }))]);
  open();
  fireEvent.click(screen.getByRole('button', { name: 'Sign…' }));
  expect(screen.getByText('Your signature commits € 10.000 for 1 award.')).toBeTruthy();
  expect(screen.getByText('It freezes 2 acts: nothing in them changes any more.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Sign 2 decisions' }));
  expect(await screen.findByText('Fill in “Title under the signature”.')).toBeTruthy();
  expect(api.asked).toEqual([]);
  fireEvent.change(screen.getByLabelText('Title under the signature'), {
    target: { value: 'Minister' },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Sign 2 decisions' }));
  await waitFor(() => expect(api.asked).toHaveLength(1));
  expect(api.asked[0]?.body).toEqual({ revision: 7, signatoryTitle: 'Minister' });
  api.restore();
});

it.each([
  ['draft', 'The programme officer is preparing this batch. It goes on when every check above is met.'],
  ['prepared', 'The minister’s office looks at this batch, and signs it or sends it back.'],
] as const)('says whose turn it is where there is nothing to press in %s', (state, words) => {
  open({ state, may: no });
  expect(screen.getByText(words)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Sign|Hand|Release/ })).toBeNull();
});

it('asks again until the letters are written, and offers no release before', async () => {
  const checks = (failing: number) => [{ code: 'letters', isMet: failing === 0, failing }];
  const api = fakeApi([
    answering(decisions.readBatch, () => givenBatch({ state: 'signed', may: no, checks: checks(1) })),
  ]);
  open({ state: 'signed', may: no, checks: checks(2) });
  expect(screen.getAllByText('0 of 2 letters').length).toBeGreaterThan(0);
  expect((await screen.findAllByText('1 of 2 letters')).length).toBeGreaterThan(0);
  expect(screen.queryByRole('button', { name: 'Release…' })).toBeNull();
  api.restore();
});

it('tells what came of the release', () => {
  open({ state: 'released', may: no });
  expect(screen.getByText('2 letters were released')).toBeTruthy();
});
