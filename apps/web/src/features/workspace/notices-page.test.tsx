import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { renderPage } from '../../shared/testing/render-page';
import NoticesPage from './notices-page';

const notice = (number: number, type: string, data: Record<string, string | number>) => ({
  id: `0190a0a0-0000-7000-8000-00000000000${number}`,
  type,
  subjectType: 'application' as const,
  subjectId: `0190a0a0-0000-7000-8000-0000000000a${number}`,
  data,
  createdAt: '2026-11-23T10:00:00.000Z',
  isRead: number === 2,
});

it('leads to the page of the year whose closing was sent back, for its reason', () => {
  const rows = [
    {
      ...notice(4, 'plan-version.closing-sent-back', { year: 2026, reason: 'Another sum' }),
      subjectType: 'plan-version' as const,
    },
  ];
  renderPage(<NoticesPage />, { loaderData: { rows, next: null, isFirst: true } });
  const link = screen.getByRole('link', { name: /closing of 2026 was sent back/ });
  expect(link.getAttribute('href')).toBe('/en/work/ledger/2026/closing');
});

it('says which record each notice is about, and offers to mark them as read', async () => {
  const rows = [
    notice(1, 'decision.released', { number: '2026-B004-106', title: 'A garden for the street' }),
    notice(2, 'bank-account.verified', { organisation: 'Green street', iban: 'BE68539007547034' }),
    notice(3, 'review-assignment.created', { callNumber: '2026-C02', files: 7 }),
  ];
  const { container } = renderPage(<NoticesPage />, { loaderData: { rows, next: null, isFirst: true } });
  expect(screen.getByText('A garden for the street · 2026-B004-106')).toBeTruthy();
  expect(screen.getByText('Green street')).toBeTruthy();
  expect(screen.getByText('2026-C02')).toBeTruthy();
  expect(container.textContent).not.toContain('539007547034');
  expect(screen.getByRole('button', { name: 'All read' })).toBeTruthy();
  expect((await axe(container)).violations).toEqual([]);
});
