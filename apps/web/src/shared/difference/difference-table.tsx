import { type Column, Money, None, Table } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { Localised } from '../i18n/localised';
import styles from './difference.module.css';
import { type ComparedLine, type DifferenceRow, differenceRows, type ShownDifference } from './difference-rows';
import { SignedMoney } from './signed-money';

interface DifferenceTableProps {
  readonly difference: ShownDifference;
  readonly caption: string;
  readonly beforeName: string;
  readonly afterName: string;
}

/** Both versions side by side, line by line; lines that were merged or split stand together under their sums. */
export function DifferenceTable({ difference, caption, beforeName, afterName }: DifferenceTableProps) {
  const { t } = useTranslation('shared');
  const { before, after, differenceCents, moves } = difference;
  const columns: Column<DifferenceRow>[] = [
    {
      id: 'line',
      header: t('difference.line'),
      rowHeader: true,
      cell: (row) => <Name row={row} />,
      total: t('difference.total'),
    },
    {
      id: 'before',
      header: beforeName,
      end: true,
      noWrap: true,
      cell: ({ beforeCents, before: line }) => <Held amountCents={beforeCents} line={line} />,
      total: <Money cents={before.totalCents} />,
    },
    {
      id: 'after',
      header: afterName,
      end: true,
      noWrap: true,
      cell: ({ afterCents, after: line }) => <Held amountCents={afterCents} line={line} />,
      total: <Money cents={after.totalCents} />,
    },
    {
      id: 'difference',
      header: t('difference.difference'),
      end: true,
      noWrap: true,
      cell: (row) => (row.differenceCents === null ? null : <SignedMoney amountCents={row.differenceCents} />),
      total: <SignedMoney amountCents={differenceCents} />,
    },
  ];
  return (
    <Table
      caption={caption}
      captionHidden
      columns={columns}
      rows={differenceRows(moves)}
      rowKey={(row) => row.key}
      narrow="compact"
      level={(row) => row.level}
    />
  );
}

function Held({
  amountCents,
  line,
}: {
  readonly amountCents: DifferenceRow['beforeCents'];
  readonly line: ComparedLine | null;
}) {
  return amountCents === null ? <None /> : <Money cents={amountCents} isPm={line?.isPm ?? false} />;
}

function Name({ row }: { readonly row: DifferenceRow }) {
  const { before, after, move, level } = row;
  const line = after ?? before;
  if (line === null) return <GroupName row={row} />;
  const isPart = level === 2;
  const oldCode = !isPart && before !== null && after !== null && before.code !== after.code ? before.code : null;
  return (
    <span className={styles.line}>
      <span className={styles.code}>
        {oldCode !== null && <Former>{oldCode}</Former>}
        {line.code}
      </span>
      <span className={styles.words}>
        <span>
          <Localised text={line.label} />
          {isPart && <PartNote isBefore={after === null} />}
          {!isPart && before === null && <Mark kind="added" />}
          {!isPart && after === null && <Mark kind="ended" />}
        </span>
        {!isPart && move.differences.includes('label') && before !== null && after !== null && (
          <span className={styles.note}>
            <WasCalled line={before} />
          </span>
        )}
        {!isPart && <OtherFacts row={row} />}
      </span>
    </span>
  );
}

function Former({ children }: { readonly children: string }) {
  return (
    <>
      {children} <span aria-hidden="true">→</span>{' '}
    </>
  );
}

function WasCalled({ line }: { readonly line: ComparedLine }) {
  const { t } = useTranslation('shared');
  return (
    <>
      {t('difference.wasCalled')} <Localised text={line.label} />
    </>
  );
}

function Mark({ kind }: { readonly kind: 'added' | 'ended' }) {
  const { t } = useTranslation('shared');
  return <strong className={styles.mark}>{t(`difference.mark.${kind}`)}</strong>;
}

function PartNote({ isBefore }: { readonly isBefore: boolean }) {
  const { t } = useTranslation('shared');
  return <span className={styles.note}>{isBefore ? t('difference.partBefore') : t('difference.partAfter')}</span>;
}

/** What became of several lines, in a few words. */
function GroupName({ row: { move } }: { readonly row: DifferenceRow }) {
  const { t } = useTranslation('shared');
  const counts = { before: move.before.length, after: move.after.length };
  return (
    <span className={styles.words}>
      <strong>{t(`difference.group.${move.kind}`, counts)}</strong>
    </span>
  );
}

/** What changed besides what the row shows: code, label and amounts are in sight. */
function OtherFacts({ row: { move } }: { readonly row: DifferenceRow }) {
  const { t } = useTranslation('shared');
  const shown: readonly string[] = ['code', 'label', 'amount', 'pm'];
  const facts = move.differences.filter((fact) => !shown.includes(fact));
  if (facts.length === 0) return null;
  const names = facts.map((fact) => t(`difference.fact.${fact}`)).join(', ');
  return <span className={styles.note}>{t('difference.alsoChanged', { facts: names })}</span>;
}
