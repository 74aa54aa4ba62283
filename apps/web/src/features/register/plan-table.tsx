import type { Cents } from '@commonlot/domain';
import { type Column, Money, Table, UiLink } from '@commonlot/ui';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Localised } from '../../shared/i18n/localised';
import { useLanguage, usePath } from '../../shared/i18n/use-language';
import { AwardedBar } from './awarded-bar';
import { formatCount, formatShare } from './figures';
import styles from './plan-table.module.css';
import { type LineInTree, lineAnchor } from './plan-tree';
import type { PlanLine } from './records';

interface PlanTableProps {
  readonly caption: string;
  readonly tree: readonly LineInTree[];
  readonly year: number;
  readonly totalCents: Cents;
  /** The whole plan, with its total and an anchor at each line; else a part of it, whose lines link to the whole. */
  readonly isWhole: boolean;
  /** The line that the address points at. */
  readonly markedCode?: string | null;
}

/** The lines of a plan as the decree prints them, and beside each what has become of its amount. */
export function PlanTable({ caption, tree, year, totalCents, isWhole, markedCode = null }: PlanTableProps) {
  const columns = usePlanColumns({ tree, year, totalCents, isWhole });
  return (
    <Table
      caption={caption}
      captionHidden
      columns={columns}
      rows={tree}
      rowKey={({ line }) => line.lineId}
      narrow="compact"
      dense={!isWhole}
      level={({ above, isLeaf }) => (isWhole ? above.length : Math.max(isLeaf ? 1 : 0, above.length - 1))}
      mark={({ line }) => (line.code === markedCode ? 'current' : undefined)}
    />
  );
}

type Part = Pick<PlanTableProps, 'tree' | 'year' | 'totalCents' | 'isWhole'>;

function usePlanColumns({ tree, year, totalCents, isWhole }: Part) {
  const { t } = useTranslation('register');
  const community = tree.find(({ line }) => line.kind === 'statutory-community')?.line;
  const explainedId = isWhole ? (community?.parentLineId ?? community?.lineId) : undefined;
  const columns: Column<LineInTree>[] = [
    {
      id: 'line',
      header: t('plan.line'),
      cell: (row) => <LineName row={row} year={year} isWhole={isWhole} isExplained={row.line.lineId === explainedId} />,
      rowHeader: true,
      ...(isWhole ? { total: t('plan.total') } : {}),
    },
    ...(tree.some(isMoving) ? movementColumns(t, year) : []),
    {
      id: 'share',
      header: t('plan.share'),
      cell: ({ line }) => (line.isPm ? null : formatShare(line.subtotalCents, totalCents)),
      end: true,
      noWrap: true,
      wideOnly: true,
    },
    {
      id: 'amount',
      header: t('plan.amount'),
      cell: ({ line, isLeaf }) => <Amount line={line} isLeaf={isLeaf} />,
      end: true,
      ...(isWhole ? { total: <Money cents={totalCents} /> } : {}),
    },
  ];
  return columns;
}

/** In plans of which this register knows no movement, the columns for it would only be empty. */
function isMoving({ line }: LineInTree): boolean {
  return line.awardedCents > 0 || line.reservedCents > 0;
}

function movementColumns(t: TFunction, year: number): Column<LineInTree>[] {
  return [
    { id: 'awarded', header: t('plan.awarded'), cell: ({ line }) => <Awarded line={line} year={year} />, end: true },
    {
      id: 'paid',
      header: t('plan.paid'),
      cell: ({ line }) => (line.awardedCents > 0 ? <Money cents={line.paidCents} /> : null),
      end: true,
    },
  ];
}

function Amount({ line, isLeaf }: { readonly line: PlanLine; readonly isLeaf: boolean }) {
  if (isLeaf) return <Money cents={line.amountCents} isPm={line.isPm} />;
  return (
    <strong>
      <Money cents={line.subtotalCents} />
    </strong>
  );
}

interface LineNameProps {
  readonly row: LineInTree;
  readonly year: number;
  readonly isWhole: boolean;
  /** Where the rule of the Communities is told under the table. */
  readonly isExplained: boolean;
}

function LineName({ row: { line, isLeaf }, year, isWhole, isExplained }: LineNameProps) {
  const { t } = useTranslation('register');
  const path = usePath();
  return (
    <span
      id={isWhole ? lineAnchor(line.code) : undefined}
      className={styles.line}
      data-heading={!isLeaf || undefined}
      data-line={line.code}
      data-awarded-cents={line.awardedCents}
    >
      <span className={styles.code}>{line.code}</span>
      <span className={styles.words}>
        <span>
          {isWhole ? (
            <Localised text={line.label} />
          ) : (
            <UiLink href={`${path('plan', { year })}#${lineAnchor(line.code)}`}>
              <Localised text={line.label} />
            </UiLink>
          )}
        </span>
        {isWhole && line.kind !== 'heading' && (
          <span className={styles.kind}>
            {t(`kind.${line.kind}`)}
            {line.legalGround !== '' && ` · ${line.legalGround}`}
          </span>
        )}
        {isExplained && (
          <a className={styles.small} href="#communities">
            {t('plan.communitiesWhy')}
          </a>
        )}
      </span>
    </span>
  );
}

function Awarded({ line, year }: { readonly line: PlanLine; readonly year: number }) {
  const { t } = useTranslation('register');
  const language = useLanguage();
  const path = usePath();
  if (line.awardedCents === 0 && line.reservedCents === 0) return null;
  return (
    <span className={styles.awarded}>
      {line.awardedCents > 0 && (
        <>
          <Money cents={line.awardedCents} />
          <AwardedBar awardedCents={line.awardedCents} amountCents={line.subtotalCents} />
          <UiLink className={styles.small} href={path('awards', {}, { line: line.code, year })}>
            {t('count.awards', { count: line.awards, number: formatCount(line.awards, language) })}
          </UiLink>
        </>
      )}
      {line.reservedCents > 0 && (
        <span className={styles.small}>
          {t('plan.reserved')} <Money cents={line.reservedCents} />
        </span>
      )}
    </span>
  );
}
