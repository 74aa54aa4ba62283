import { cents } from '@commonlot/domain';
import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { renderPage } from '../../shared/testing/render-page';
import { givenAward, givenPlan } from './given-register';
import HomePage from './home-page';

function home(awardedEuros: number) {
  const plan = givenPlan([
    { code: '1', label: 'By law' },
    { code: '1.1', euros: 100_000_000 },
    { code: '1.2', euros: null, label: 'Disaster Fund' },
    { code: '3', label: 'Calls' },
    { code: '3.2', euros: 85_300_000, awardedEuros, kind: 'call-envelope' },
  ]);
  const figures = { awards: 1, awardedCents: cents(awardedEuros * 100), organisations: 1, municipalities: 1 };
  return { plan, figures, latestAwards: [givenAward()], openCalls: [] };
}

const awardedOf = (container: Element, code: string) =>
  Number(container.querySelector(`[data-line="${code}"]`)?.getAttribute('data-awarded-cents'));

test('the total of the plan is the heading, exact to the euro', () => {
  renderPage(<HomePage />, { language: 'nl', loaderData: home(0) });
  const heading = screen.getByRole('heading', { level: 1 });
  expect(heading.textContent?.replaceAll('\u00a0', ' ')).toBe('€ 185.300.000 gaat in 2026 terug naar de samenleving.');
});

test('an award moves its line and its rubric by exactly its amount', () => {
  const before = renderPage(<HomePage />, { loaderData: home(0) });
  expect(awardedOf(before.container, '3.2')).toBe(0);
  before.unmount();
  const { container } = renderPage(<HomePage />, { loaderData: home(24_190) });
  expect(['3.2', '3', '1', '1.1'].map((code) => awardedOf(container, code))).toEqual([24_190_00, 24_190_00, 0, 0]);
});

test('a line without an amount is in the list as PM and not as zero', () => {
  const { container } = renderPage(<HomePage />, { loaderData: home(0) });
  const row = container.querySelector('[data-line="1.2"]')?.closest('tr');
  expect(within(row as HTMLElement).getByText('PM')).toBeTruthy();
});

test('before the first plan is in force the page says what it waits for', () => {
  renderPage(<HomePage />, { loaderData: { ...home(0), plan: null, latestAwards: [] } });
  expect(screen.getByText('No plan has entered into force yet')).toBeTruthy();
});

test('no fault that a machine finds', async () => {
  const { container } = renderPage(<HomePage />, { loaderData: home(24_190) });
  expect((await axe(container)).violations).toEqual([]);
});
