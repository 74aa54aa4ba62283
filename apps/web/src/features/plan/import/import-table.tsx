import { type Cents, lineKinds, planSectors } from '@commonlot/domain';
import { Button, Choice, Details, FieldFrame, Money, MoneyInput, Select, Stack, TextInput } from '@commonlot/ui';
import { CircleAlert, Trash2 } from 'lucide-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './import.module.css';
import type { ImportColumn } from './import-columns';
import { useFaultWords } from './import-fault-words';
import { type Fault, type TypedRow, withCell } from './import-rows';

/** Where the cell of a fault stands on the page. */
export const cellId = (row: number, column: ImportColumn) => `row-${row}-${column}`;

interface ImportTableProps {
  readonly rows: readonly TypedRow[];
  readonly faults: readonly Fault[];
  /** What each line holds, by its code: shown for headings, which have no amount of their own. */
  readonly sums: ReadonlyMap<string, Cents>;
  readonly onChange: (row: TypedRow) => void;
  readonly onRemove: (row: number) => void;
}

/** The rows of the file as a table that can be typed in; under a row stands what is wrong with it. */
export function ImportTable({ rows, faults, sums, onChange, onRemove }: ImportTableProps) {
  const { t } = useTranslation('plan');
  const heads = ['code', 'kind', 'label_nl', 'label_fr', 'amount'] as const;
  const byRow = Map.groupBy(faults, ({ row }) => row);
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{t('import.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('import.row')}</th>
          {heads.map((column) => (
            <th key={column} scope="col" data-column={column}>
              {t(`import.column.${column}`)}
            </th>
          ))}
          <th scope="col">{t('import.other')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Fragment key={row.row}>
            <Row
              row={row}
              faults={byRow.get(row.row) ?? []}
              subtotal={sums.get(row.code.trim()) ?? null}
              onChange={onChange}
              onRemove={onRemove}
            />
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly row: TypedRow;
  readonly faults: readonly Fault[];
  readonly subtotal: Cents | null;
  readonly onChange: (row: TypedRow) => void;
  readonly onRemove: (row: number) => void;
}

function Row({ row, faults, subtotal, onChange, onRemove }: RowProps) {
  const { t } = useTranslation('plan');
  const words = useFaultWords();
  const cell = useCell(row, faults);
  const text = (column: 'code' | 'label_nl' | 'label_fr') => (
    <TextInput
      {...cell(column)}
      value={row[column]}
      onChange={(event) => onChange(withCell(row, column, event.target.value))}
    />
  );
  return (
    <>
      <tr data-heading={row.kind === 'heading' || undefined} data-faulty={faults.length > 0 || undefined}>
        <th scope="row">{row.row}</th>
        <td data-column="code">{text('code')}</td>
        <td data-column="kind">
          <Select
            {...cell('kind')}
            value={row.kind}
            placeholder={t('import.chooseKind')}
            options={lineKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
            onChange={(event) =>
              onChange(withCell(row, 'kind', lineKinds.find((kind) => kind === event.target.value) ?? ''))
            }
          />
        </td>
        <td lang="nl">{text('label_nl')}</td>
        <td lang="fr">{text('label_fr')}</td>
        <td data-column="amount">
          {row.kind === 'heading' ? (
            <Money cents={subtotal} />
          ) : (
            <MoneyInput
              {...cell('amount')}
              value={row.amount}
              onChange={(amount) => onChange(withCell(row, 'amount', amount))}
            />
          )}
        </td>
        <td data-column="more">
          <MoreCells row={row} faults={faults} onChange={onChange} onRemove={onRemove} />
        </td>
      </tr>
      {faults.length > 0 && (
        <tr className={styles.faults}>
          <td colSpan={7}>
            <ul id={`row-${row.row}-faults`}>
              {faults.map((fault) => (
                <li key={`${fault.column}:${fault.code}`} data-later={fault.isLater || undefined}>
                  <CircleAlert aria-hidden="true" /> {words(fault)}
                </li>
              ))}
            </ul>
          </td>
        </tr>
      )}
    </>
  );
}

const foldedColumns = [
  'label_de',
  'label_en',
  'legal_ground',
  'beneficiary',
  'formula',
  'co_minister',
  'commitments',
  'advice_of',
  'advice_asked_on',
  'advice_given_on',
  'advice_reference',
  'line',
  'predecessors',
] as const;
const hintOf: Partial<Record<ImportColumn, string>> = {
  formula: 'import.formulaHint',
  commitments: 'import.commitmentsHint',
  line: 'import.lineHint',
};
const otherColumns: readonly ImportColumn[] = ['pm', 'sector', 'extra_support', ...foldedColumns];

function MoreCells({ row, faults, onChange, onRemove }: Omit<RowProps, 'subtotal'>) {
  const { t } = useTranslation('plan');
  const words = useFaultWords();
  const errorIn = (column: ImportColumn) => {
    const fault = faults.find((each) => each.column === column);
    return fault && words(fault);
  };
  const isFaulty = faults.some(({ column }) => otherColumns.includes(column));
  return (
    <Details summary={t('editor.column.more')} open={isFaulty || undefined}>
      <Stack gap={3}>
        {foldedColumns.map((column) => (
          <FieldFrame
            key={column}
            id={cellId(row.row, column)}
            label={t(`import.column.${column}`)}
            hint={hintOf[column] && t(hintOf[column])}
            optional
            error={errorIn(column)}
            render={(wiring) => (
              <TextInput
                {...wiring}
                value={row[column]}
                onChange={(event) => onChange(withCell(row, column, event.target.value))}
              />
            )}
          />
        ))}
        <FieldFrame
          id={cellId(row.row, 'sector')}
          label={t('import.column.sector')}
          optional
          error={errorIn('sector')}
          render={(wiring) => (
            <Select
              {...wiring}
              value={row.sector}
              placeholder={t('import.noSector')}
              options={planSectors.map((sector) => ({ value: sector, label: t(`sector.${sector}`) }))}
              onChange={(event) =>
                onChange(withCell(row, 'sector', planSectors.find((sector) => sector === event.target.value) ?? ''))
              }
            />
          )}
        />
        <Choice
          type="checkbox"
          id={cellId(row.row, 'extra_support')}
          label={t('import.column.extra_support')}
          checked={row.extra_support}
          onChange={(event) => onChange(withCell(row, 'extra_support', event.target.checked))}
        />
        <Choice
          type="checkbox"
          id={cellId(row.row, 'pm')}
          label={t('editor.pm')}
          checked={row.pm}
          onChange={(event) => onChange(withCell(row, 'pm', event.target.checked))}
        />
        <Button
          size="small"
          tone="danger"
          icon={<Trash2 aria-hidden="true" size={16} />}
          onClick={() => onRemove(row.row)}
        >
          {t('import.removeRow', { row: row.row })}
        </Button>
      </Stack>
    </Details>
  );
}

/** Name, place and fault of a cell, for its input. */
function useCell(row: TypedRow, faults: readonly Fault[]) {
  const { t } = useTranslation('plan');
  return (column: ImportColumn) => {
    const isFaulty = faults.some((fault) => fault.column === column);
    return {
      id: cellId(row.row, column),
      'aria-label': t('import.cell', { column: t(`import.column.${column}`), row: row.row }),
      ...(isFaulty ? { 'aria-invalid': true as const, 'aria-describedby': `row-${row.row}-faults` } : {}),
    };
  };
}
