import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import { Fragment, type ReactNode, useId } from 'react';
import { classNames } from '../provider/class-names';
import { UiLink, useUi } from '../provider/ui-provider';
import { VisuallyHidden } from '../provider/visually-hidden';
import folds from './narrow-table.module.css';
import styles from './table.module.css';

export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  /** The header is for a screen reader only, such as that of a column of buttons. */
  readonly headerHidden?: boolean;
  readonly cell: (row: Row) => ReactNode;
  /** Figures stand at the end of their column, in figures of equal width. */
  readonly end?: boolean;
  /** The cell that names the row; exactly one column should say so. */
  readonly rowHeader?: boolean;
  /** Where a click on the header leads, and how the table is sorted by this column now. */
  readonly sort?: { readonly href: string; readonly direction: 'ascending' | 'descending' | null };
  /** The foot of the column: a sum, or its words. A table with one gets the double rule of a closed account. */
  readonly total?: ReactNode;
  readonly noWrap?: boolean;
  /** Left out on a narrow screen, because another cell says the same. */
  readonly wideOnly?: boolean;
}

interface TableProps<Row> {
  /** Says what the table shows, in a phrase: "Awards of 2026 by amount". */
  readonly caption: ReactNode;
  readonly captionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /**
   * On a narrow screen: each row a card; or name and last figure on one line with the rest under it (trees, short
   * lists); or the table scrolls sideways in a named region (grids of figures).
   */
  readonly narrow?: 'cards' | 'compact' | 'scroll';
  readonly dense?: boolean;
  /** Depth of a row in a tree, such as the lines of the plan; 0 is a heading. */
  readonly level?: (row: Row) => number;
  /** Marks one row, such as the line where the envelope ends or the file that is open. */
  readonly mark?: (row: Row) => 'current' | 'line-below' | 'faint' | undefined;
  /** Words across the whole table under a row, such as where the envelope ends; nothing under most. */
  readonly after?: (row: Row) => ReactNode;
}

/** A table of the ledger: a caption, named columns, figures that can be compared down the column. */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, captionHidden, columns, rows, rowKey, narrow = 'cards', dense, level, mark, after } = props;
  const { words } = useUi();
  const captionId = useId();
  const name = typeof caption === 'string' ? words.scrollableTable(caption) : undefined;
  const region = narrow === 'scroll' ? { role: 'region', tabIndex: 0, 'aria-label': name } : {};
  const hasTotals = columns.some((column) => column.total !== undefined);
  return (
    <div className={styles.frame}>
      <div className={styles.scroll} data-narrow={narrow} {...region}>
        <table
          className={classNames(
            styles.table,
            narrow !== 'scroll' && folds.folding,
            narrow === 'compact' && folds.compact,
          )}
          data-dense={dense || undefined}
          aria-labelledby={captionId}
        >
          <caption id={captionId} className={classNames(styles.caption, captionHidden && styles.hidden)}>
            {caption}
          </caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <HeaderCell key={column.id} column={column} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Fragment key={rowKey(row)}>
                <tr data-level={level?.(row)} data-mark={mark?.(row)}>
                  {columns.map((column) => (
                    <BodyCell key={column.id} column={column} row={row} />
                  ))}
                </tr>
                <AcrossRow columns={columns.length}>{after?.(row)}</AcrossRow>
              </Fragment>
            ))}
          </tbody>
          {hasTotals && <TableFoot columns={columns} />}
        </table>
      </div>
    </div>
  );
}

function HeaderCell<Row>({ column }: { readonly column: Column<Row> }) {
  const { sort } = column;
  if (!sort) {
    return (
      <th scope="col" className={cellClass(column)}>
        {column.headerHidden ? <VisuallyHidden>{column.header}</VisuallyHidden> : column.header}
      </th>
    );
  }
  const Icon = { ascending: ArrowUp, descending: ArrowDown, none: ChevronsUpDown }[sort.direction ?? 'none'];
  return (
    <th scope="col" className={cellClass(column)} aria-sort={sort.direction ?? 'none'}>
      <UiLink href={sort.href} className={styles.sort}>
        {column.header}
        <Icon aria-hidden="true" />
      </UiLink>
    </th>
  );
}

function BodyCell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  const content = column.cell(row);
  if (column.rowHeader) {
    return (
      <th scope="row" className={classNames(cellClass(column), styles.rowHeader)} data-label={column.header}>
        {content}
      </th>
    );
  }
  return (
    <td className={cellClass(column)} {...narrowFacts(column)}>
      {content}
    </td>
  );
}

function AcrossRow({ columns, children }: { readonly columns: number; readonly children: ReactNode }) {
  if (!children) return null;
  return (
    <tr className={styles.across}>
      <td colSpan={columns}>{children}</td>
    </tr>
  );
}

function TableFoot<Row>({ columns }: { readonly columns: readonly Column<Row>[] }) {
  return (
    <tfoot>
      <tr>
        {columns.map((column) =>
          column.rowHeader ? (
            <th key={column.id} scope="row" className={classNames(cellClass(column), styles.rowHeader)}>
              {column.total}
            </th>
          ) : (
            <td key={column.id} className={cellClass(column)} {...narrowFacts(column)}>
              {column.total}
            </td>
          ),
        )}
      </tr>
    </tfoot>
  );
}

function cellClass<Row>(column: Column<Row>): string {
  return classNames(column.end && styles.end, column.noWrap && styles.noWrap);
}

/** What the folded table needs to know of a cell: its name, and its place. */
function narrowFacts<Row>(column: Column<Row>) {
  return {
    'data-label': column.headerHidden ? undefined : column.header,
    'data-end': column.end || undefined,
    'data-wide-only': column.wideOnly || undefined,
  };
}
