import { render, screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { TestUi } from '../testing/test-ui';
import { type Column, Table } from './table';

interface Row {
  readonly name: string;
  readonly amount: string;
}

const rows: Row[] = [
  { name: 'Red Cross', amount: '9' },
  { name: 'Child Focus', amount: '1' },
];
const columns: Column<Row>[] = [
  { id: 'name', header: 'Name', rowHeader: true, cell: (row) => row.name, total: 'Total' },
  {
    id: 'amount',
    header: 'Amount',
    end: true,
    cell: (row) => row.amount,
    sort: { href: '?sort=amount', direction: 'descending' },
    total: '10',
  },
];

function show(narrow: 'cards' | 'scroll') {
  return render(
    <TestUi>
      <Table caption="Lines" columns={columns} rows={rows} rowKey={(row) => row.name} narrow={narrow} />
    </TestUi>,
  );
}

it('names itself, its columns and its rows', () => {
  show('cards');
  expect(screen.getByRole('table', { name: 'Lines' })).toBeTruthy();
  expect(screen.getByRole('rowheader', { name: 'Red Cross' })).toBeTruthy();
  expect(screen.getByRole('rowheader', { name: 'Total' })).toBeTruthy();
});

it('says how it is sorted, and sorts by a link', () => {
  show('cards');
  expect(screen.getByRole('columnheader', { name: 'Amount' }).getAttribute('aria-sort')).toBe('descending');
  expect(screen.getByRole('link', { name: 'Amount' }).getAttribute('href')).toBe('?sort=amount');
});

it('can be reached by the keyboard where it scrolls', () => {
  show('scroll');
  expect(screen.getByRole('region', { name: 'Lines, scrolls' }).tabIndex).toBe(0);
});

it.each(['cards', 'scroll'] as const)('has no fault that a machine finds, as %s', async (narrow) => {
  const { container } = show(narrow);
  expect((await axe(container)).violations).toEqual([]);
});
