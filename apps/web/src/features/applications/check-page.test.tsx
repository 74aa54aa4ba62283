import { applications } from '@commonlot/contracts';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { answering, fakeApi } from '../../shared/testing/fake-api';
import { renderPage } from '../../shared/testing/render-page';
import CheckPage from './check-page';
import { givenDraft } from './given-draft';
import type { OwnApplication } from './records';

let fake: ReturnType<typeof fakeApi> | undefined;
afterEach(() => fake?.restore());

const sending = answering(applications.submitApplication, () => ({
  number: '2026-C03-0002',
  submittedAt: '2026-11-23T13:03:07.000Z',
  contentHash: 'ab',
  revision: 4,
}));

function open(application: OwnApplication) {
  return renderPage(<CheckPage />, { person: {}, loaderData: { application, municipalities: [] } });
}

it('has no fault that axe finds', async () => {
  const { container } = open(givenDraft('21', { blockers: [{ code: 'answers-missing', questionId: 'reach' }] }));
  expect((await axe(container)).violations).toEqual([]);
});

it('lists what is missing, each with a link to its question', () => {
  const application = givenDraft('22', {
    blockers: [
      { code: 'answers-missing', questionId: 'reach' },
      { code: 'call-not-open', questionId: null },
    ],
  });
  open(application);
  expect(screen.getByText('2 things left before you can send')).toBeTruthy();
  const link = screen.getByRole('link', { name: 'People – Not filled in yet.' });
  expect(link.getAttribute('href')).toBe(`/en/work/applications/${application.id}/draft/idea?check=1#field-reach`);
});

it('sends nothing while something is missing, and leads to the list of it', async () => {
  fake = fakeApi([sending]);
  open(givenDraft('23', { blockers: [{ code: 'answers-missing', questionId: 'reach' }] }));
  await userEvent.click(screen.getByRole('checkbox', { name: /sincere and complete/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Send application' }));
  expect(fake.asked).toEqual([]);
  expect(document.activeElement?.textContent).toContain('1 thing left before you can send');
});

it('sends nothing without the declaration', async () => {
  fake = fakeApi([sending]);
  open(givenDraft('24'));
  await userEvent.click(screen.getByRole('button', { name: 'Send application' }));
  expect(await screen.findByRole('link', { name: 'Tick the declaration to be able to send.' })).toBeTruthy();
  expect(fake.asked).toEqual([]);
});

it('sends once, with the revision that was read and a key', async () => {
  fake = fakeApi([sending]);
  open(givenDraft('25'));
  await userEvent.click(screen.getByRole('checkbox', { name: /sincere and complete/ }));
  await userEvent.dblClick(screen.getByRole('button', { name: 'Send application' }));
  expect(fake.asked.map(({ body }) => body)).toEqual([{ revision: 3, declaresTruth: true }]);
  expect(fake.asked[0]?.key).toMatch(/^[0-9a-f-]{36}$/);
});

it('gives those who may not send somebody to turn to', () => {
  open(givenDraft('26', { maySubmit: false }));
  expect(screen.queryByRole('button', { name: 'Send application' })).toBeNull();
  expect(screen.getByText(/Only a representative of the organisation can send it/)).toBeTruthy();
});
