import { type Cents, cents, sumCents } from '@commonlot/domain';
import { Money, Table, Tag, type TreemapNode } from '@commonlot/ui';
import { planTree } from './style-samples';

interface Row {
  readonly id: string;
  readonly label: string;
  readonly amount: Cents | null;
  readonly level: number;
  readonly isPm?: boolean;
}

const amountOf = (node: TreemapNode): Cents => node.amountCents ?? sumCents((node.children ?? []).map(amountOf));
const rows: Row[] = planTree.flatMap((node) => [
  { id: node.id, label: node.label, amount: amountOf(node), level: 0 },
  ...(node.children ?? []).map((child) => ({ id: child.id, label: child.label, amount: amountOf(child), level: 1 })),
]);
const pm: Row = { id: '9.9', label: 'Disaster fund', amount: null, level: 1, isPm: true };

export function StylePlanTable() {
  return (
    <Table
      caption="Lines of the plan of 2026"
      columns={[
        { id: 'code', header: 'Code', cell: (row) => row.id, noWrap: true, wideOnly: true },
        { id: 'label', header: 'Line', cell: (row) => row.label, rowHeader: true, total: 'Total' },
        {
          id: 'state',
          header: 'State',
          cell: (row) => (row.level === 1 ? <Tag tone="success">Decided</Tag> : null),
          wideOnly: true,
        },
        {
          id: 'amount',
          header: 'Amount',
          cell: (row) => <Money cents={row.amount} isPm={row.isPm ?? false} decimals="always" />,
          end: true,
          sort: { href: '/style?sort=amount', direction: 'descending' },
          total: <Money cents={cents(185_300_000_00)} decimals="always" />,
        },
      ]}
      rows={[...rows, pm]}
      rowKey={(row) => row.id}
      level={(row) => row.level}
      narrow="compact"
    />
  );
}
