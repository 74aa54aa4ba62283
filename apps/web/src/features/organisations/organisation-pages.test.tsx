import { organisations } from '@commonlot/contracts';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { answering, fakeApi } from '../../shared/testing/fake-api';
import { renderPage } from '../../shared/testing/render-page';
import NewOrganisationPage from './new-organisation-page';
import OrganisationPage from './organisation-page';
import OrganisationsPage from './organisations-page';

let fake: ReturnType<typeof fakeApi> | undefined;
afterEach(() => fake?.restore());

const id = '0190a0a0-0000-7000-8000-00000000000b';
const liege = {
  nis: '62063',
  name: { nl: 'Luik', fr: 'Liège', de: 'Lüttich', en: 'Liège' },
  provinceNis: null,
  region: 'wallonia',
};
const organisation = {
  id,
  enterpriseNumber: '0203430576',
  name: 'Choir',
  legalForm: '017',
  street: 'Rue 1',
  postalCode: '4000',
  municipalityNis: '62063',
  municipality: liege.name,
  language: 'fr',
  website: null,
  purpose: '',
  revision: 1,
  ownRole: 'representative',
  members: [
    {
      personId: id,
      name: 'Hilde',
      email: 'hilde@example.be',
      role: 'representative',
      since: '2026-04-15T09:30:00.000Z',
    },
  ],
  invitations: [{ id, email: 'mia@example.be', role: 'viewer', invitedAt: '2026-04-16T09:30:00.000Z' }],
  bankAccounts: [],
};
const loaderData = { organisation, municipalities: [liege], returns: [] };

it('has no fault that axe finds, on the form and on the page', async () => {
  const form = renderPage(<NewOrganisationPage />, { person: {}, loaderData: { rows: [liege] } });
  expect((await axe(form.container)).violations).toEqual([]);
  form.unmount();
  const page = renderPage(<OrganisationPage />, { person: {}, loaderData });
  expect((await axe(page.container)).violations).toEqual([]);
});

it('tells that the check digits are wrong, and writes a right number back with its dots', async () => {
  renderPage(<NewOrganisationPage />, { person: {}, loaderData: { rows: [liege] } });
  const number = screen.getByRole('textbox', { name: 'Enterprise number' }) as HTMLInputElement;
  await userEvent.type(number, '0203430577');
  await userEvent.click(screen.getByRole('button', { name: 'Add the organisation' }));
  expect((await screen.findAllByText(/its last two digits do not fit/)).length).toBe(2);
  await userEvent.clear(number);
  await userEvent.type(number, 'BE 203430576');
  await userEvent.tab();
  expect(number.value).toBe('0203.430.576');
});

it('checks an account number before it is proposed', async () => {
  fake = fakeApi([answering(organisations.proposeBankAccount, () => ({ id, revision: 0 }))]);
  renderPage(<OrganisationPage />, { person: {}, loaderData });
  const iban = screen.getByRole('textbox', { name: 'IBAN' });
  await userEvent.type(iban, 'BE68 5390 0754 7035');
  await userEvent.click(screen.getByRole('button', { name: 'Give the account' }));
  expect((await screen.findAllByText(/This IBAN is not right/)).length).toBe(2);
  expect(fake.asked).toEqual([]);
  await userEvent.clear(iban);
  await userEvent.type(iban, 'be68539007547034');
  await userEvent.click(screen.getByRole('button', { name: 'Give the account' }));
  expect(fake.asked.map(({ body }) => body)).toEqual([{ iban: 'BE68539007547034', holder: 'Choir' }]);
});

it('shows who was invited and has not answered, and takes an invitation back', async () => {
  fake = fakeApi([answering(organisations.withdrawInvitation, () => ({}))]);
  renderPage(<OrganisationPage />, { person: {}, loaderData });
  expect(screen.getByRole('row', { name: /mia@example.be Viewer Invited/ })).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Withdraw the invitation of mia@example.be' }));
  expect(fake.asked.map(({ path }) => path)).toEqual([`/api/organisations/${id}/invitations/${id}`]);
});

it('asks whoever was invited for an answer, and sends it', async () => {
  fake = fakeApi([answering(organisations.answerInvitation, () => ({ organisationId: id }))]);
  const invitation = {
    id,
    organisationId: id,
    organisationName: 'Choir',
    enterpriseNumber: '0203430576',
    role: 'viewer',
    invitedBy: 'Hilde',
    invitedAt: '2026-04-16T09:30:00.000Z',
  };
  const page = { own: [], invitations: [invitation], all: null, accounts: null, search: '', isFirst: true };
  const { container } = renderPage(<OrganisationsPage />, { person: {}, loaderData: page });
  expect(screen.getByText(/Hilde invites you to act for Choir, as: Viewer/)).toBeTruthy();
  expect((await axe(container)).violations).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Decline the invitation of Choir' }));
  await userEvent.click(screen.getByRole('button', { name: 'Accept the invitation of Choir' }));
  expect(fake.asked.map(({ body }) => body)).toEqual([{ isAccepted: false }, { isAccepted: true }]);
});
