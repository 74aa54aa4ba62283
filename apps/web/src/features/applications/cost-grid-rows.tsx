import { type IncomeKind, incomeKinds } from '@commonlot/domain';
import { Button, Money, MoneyInput, Select, TextInput } from '@commonlot/ui';
import { X } from 'lucide-react';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type CostGrid,
  type CostList,
  changeKind,
  changeRow,
  type GridRow,
  type KindLabels,
  pasteCells,
  readAmount,
  removeRow,
  sumOf,
} from './cost-rows';
import styles from './cost-table-field.module.css';

interface CostGridRowsProps {
  readonly id: string;
  readonly list: CostList;
  readonly grid: CostGrid;
  readonly labels: KindLabels;
  readonly onChange: (grid: CostGrid) => void;
}

/** One list of the table, worked like a spreadsheet: Enter and the arrows go down and up, cells can be pasted in. */
export function CostGridRows({ id, list, grid, labels, onChange }: CostGridRowsProps) {
  const { t } = useTranslation('applications');
  const rows = grid[list];
  const isIncome = list === 'incomes';
  return (
    <table className={styles.grid} data-list={list}>
      <caption>{t(`costs.${list}`)}</caption>
      <thead>
        <tr>
          <th scope="col">{t(isIncome ? 'costs.source' : 'costs.item')}</th>
          {isIncome && <th scope="col">{t('costs.kindTitle')}</th>}
          <th scope="col" className={styles.end}>
            {t('costs.amount')}
          </th>
          <td />
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <GridRowCells
            key={row.key}
            row={row}
            index={index}
            list={list}
            // The error summary leads to the first cell.
            cellId={(column) =>
              list === 'costs' && index === 0 && column === 'label' ? id : `${id}-${list}-${index}-${column}`
            }
            onCell={(change) => onChange(changeRow(grid, list, row.key, change))}
            onKind={(kind) => onChange(changeKind(grid, row.key, kind, labels))}
            onRemove={() => onChange(removeRow(grid, list, row.key))}
            onCells={(column, text) => {
              const pasted = pasteCells(grid, list, { row: index, column }, text);
              if (pasted !== null) onChange(pasted);
              return pasted !== null;
            }}
          />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={isIncome ? 2 : 1}>
            {t(isIncome ? 'costs.totalIncomes' : 'costs.totalCosts')}
          </th>
          <td className={styles.end}>
            <Money cents={sumOf(rows)} decimals="always" />
          </td>
          <td />
        </tr>
      </tfoot>
    </table>
  );
}

type Column = 'label' | 'amount';

interface GridRowCellsProps {
  readonly row: GridRow;
  readonly index: number;
  readonly list: CostList;
  readonly cellId: (column: Column, step?: number) => string;
  readonly onCell: (change: Partial<GridRow>) => void;
  readonly onKind: (kind: IncomeKind) => void;
  readonly onRemove: () => void;
  /** True when the pasted text was cells. */
  readonly onCells: (column: Column, text: string) => boolean;
}

function GridRowCells({ row, index, list, cellId, onCell, onKind, onRemove, onCells }: GridRowCellsProps) {
  const { t } = useTranslation('applications');
  const number = index + 1;
  const isUnreadable = row.amount.trim() !== '' && readAmount(row.amount) === null;
  const amountId = cellId('amount');
  const cell = (column: Column) => ({
    id: cellId(column),
    'data-cell': `${list}-${column}`,
    onKeyDown: moveByKey,
    onPaste: (event: ClipboardEvent) => {
      if (onCells(column, event.clipboardData.getData('text'))) event.preventDefault();
    },
  });
  const isEmpty = row.label === '' && row.amount === '';
  return (
    <tr>
      <th scope="row" className={styles.label}>
        <TextInput
          {...cell('label')}
          aria-label={t(`costs.${list}Label`, { number })}
          maxLength={200}
          autoComplete="off"
          value={row.label}
          onChange={(event) => onCell({ label: event.target.value })}
        />
      </th>
      {list === 'incomes' && (
        <td className={styles.kind}>
          <Select
            aria-label={t('costs.kindOf', { number })}
            value={row.kind ?? ''}
            options={incomeKinds.map((value) => ({ value, label: t(`costs.kind.${value}`) }))}
            onChange={(event) => onKind(event.target.value as IncomeKind)}
          />
        </td>
      )}
      <td className={styles.amount}>
        <MoneyInput
          {...cell('amount')}
          aria-label={t(`costs.${list}Amount`, { number })}
          aria-invalid={isUnreadable || undefined}
          aria-describedby={isUnreadable ? `${amountId}-wrong` : undefined}
          data-unreadable={isUnreadable || undefined}
          value={row.amount}
          onChange={(amount) => onCell({ amount })}
        />
        {isUnreadable && (
          <p id={`${amountId}-wrong`} className={styles.wrong}>
            {t('costs.amountWrong')}
          </p>
        )}
      </td>
      <td className={styles.remove}>
        {!isEmpty && (
          <Button
            tone="quiet"
            size="small"
            icon={<X aria-hidden="true" />}
            aria-label={t('costs.remove', { name: row.label || number })}
            onClick={onRemove}
          />
        )}
      </td>
    </tr>
  );
}

/** Enter and the arrow down lead to the same column of the next row, the arrow up to the one before. */
function moveByKey(event: KeyboardEvent<HTMLInputElement>) {
  const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const cells = [
    ...document.querySelectorAll<HTMLInputElement>(`[data-cell="${event.currentTarget.dataset['cell']}"]`),
  ];
  cells[cells.indexOf(event.currentTarget) + step]?.focus();
}
