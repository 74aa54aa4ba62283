import { cents } from '@commonlot/domain';
import { screen, within } from '@testing-library/react';
import { renderPage } from '../../shared/testing/render-page';
import { LineHistory } from './line-history';

const row = {
  lineId: 'line',
  versionId: 'version',
  year: 2026,
  number: 2,
  stage: 'provisional' as const,
  state: 'draft' as const,
  code: '1.2',
  kind: 'nominative' as const,
  label: { nl: 'Lijn', fr: 'Ligne', en: 'Line' },
  amountCents: null,
  subtotalCents: cents(0),
  isPm: true,
  decreeReference: null,
  decreeOn: null,
};

test('each version that has the line is named with its code there, and PM stays PM', () => {
  renderPage(
    <LineHistory
      rows={[row, { ...row, versionId: 'former', number: 1, code: '1.1', isPm: false, subtotalCents: cents(5_00) }]}
    />,
  );
  const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1);
  expect(rows.map((each) => each.textContent?.replaceAll('\u00a0', ' '))).toEqual([
    '2026, version 2draft1.2LineNo Royal Decree yetPM',
    '2026, version 1draft1.1LineNo Royal Decree yet€ 5',
  ]);
  expect(screen.getByRole('link', { name: '2026, version 2' }).getAttribute('href')).toBe('/en/work/plans/version');
});

test('a line that stands nowhere says so', () => {
  renderPage(<LineHistory rows={[]} />);
  expect(screen.getByText('This line stands in no version.')).toBeTruthy();
  expect(screen.queryByRole('table')).toBeNull();
});
