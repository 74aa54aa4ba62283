import { cents } from '@commonlot/domain';
import { screen } from '@testing-library/react';
import { renderPage } from '../../../shared/testing/render-page';
import type { PlanHead } from '../plan-state';
import { CompareForm } from './compare-form';

const head = (year: number, number: number): PlanHead => ({
  id: `${year}-${number}`,
  year,
  number,
  stage: 'provisional',
  state: 'draft',
  totalCents: cents(1),
  unassignedCents: cents(0),
  decreeReference: null,
  decreeOn: null,
  accountsReference: null,
  revision: 0,
});
const versions = [head(2027, 1), head(2026, 3), head(2026, 2), head(2026, 1), head(2025, 4)];
const proposed = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'Compare with …' }).value;

test.each([
  ['2026-3', '2026-2'],
  ['2026-1', '2025-4'],
  ['2027-1', '2026-3'],
  ['2025-4', '2027-1'],
])('beside %s the version before it is proposed, else the newest: %s', (versionId, expected) => {
  renderPage(<CompareForm versionId={versionId} versions={versions} />);
  expect(proposed()).toBe(expected);
});

test('a page that compares already shows with what', () => {
  renderPage(<CompareForm versionId="2026-3" versions={versions} otherId="2025-4" />);
  expect(proposed()).toBe('2025-4');
});

test('where there is only one version there is nothing to compare with', () => {
  renderPage(<CompareForm versionId="2026-1" versions={[head(2026, 1)]} />);
  expect(screen.queryByRole('combobox')).toBeNull();
});
