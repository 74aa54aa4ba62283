import { permissionsOf, type Role } from '@commonlot/domain';
import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { renderPage } from '../testing/render-page';
import PublicLayout from './public-layout';
import WorkLayout from './work-layout';

const as = (...roles: Role[]) => ({ person: { roles, permissions: [...permissionsOf(roles)] } });

it.each<[string, Role[], string[], string[]]>([
  ['an officer', ['officer'], ['Calls', 'Decisions', 'Payments'], ['Users', 'My applications']],
  ['a jury member', ['reviewer'], ['Reviews', 'My applications'], ['Decisions', 'Calls']],
  ['the administrator', ['administrator'], ['Users'], ['Payments', 'Applications']],
  ['an applicant', [], ['My applications', 'My organisations'], ['Distribution plans', 'Reviews']],
])('shows %s what they may do, and nothing else', (_who, roles, shown, hidden) => {
  renderPage(<WorkLayout />, as(...roles));
  for (const name of shown) expect(screen.getAllByRole('link', { name }).length).toBeGreaterThan(0);
  for (const name of hidden) expect(screen.queryByRole('link', { name })).toBeNull();
});

it('always shows in which role somebody acts', () => {
  renderPage(<WorkLayout />, as('officer', 'reviewer'));
  expect(screen.getByText('Programme officer, Jury member')).toBeTruthy();
});

it('offers the same page in the four languages, with its filters', () => {
  renderPage(<PublicLayout />, { language: 'nl', path: '/nl/toekenningen?text=koor' });
  expect(screen.getByRole('link', { name: 'FR Français' }).getAttribute('href')).toBe('/fr/octrois?text=koor');
  expect(screen.getByRole('link', { name: 'NL Nederlands' }).getAttribute('aria-current')).toBe('true');
});

it.each([
  ['the public frame', <PublicLayout key="public" />],
  ['the frame of the workspace', <WorkLayout key="work" />],
])('has no fault that a machine finds in %s', async (_name, layout) => {
  const { container } = renderPage(layout, as('officer'));
  expect((await axe(container)).violations).toEqual([]);
});
