import { formatEuros } from '@commonlot/domain';
import { type Column, Money, SankeyFigure, Table, UiLink } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { type CsvCell, csvEuros } from '../../../shared/download/csv';
import { CsvLink } from '../../../shared/download/csv-link';
import { Localised } from '../../../shared/i18n/localised';
import { useLanguage, usePath } from '../../../shared/i18n/use-language';
import { formatCount, formatShare } from '../figures';
import { lineAnchor, linesInTree } from '../plan-tree';
import type { PublicPlan } from '../records';
import { type FlowRow, type FlowWords, flowRows, largestBeneficiary, narrowGraph, wideGraph } from './plan-flow';

/** The way of the money of a plan: from the law, through rubrics and lines, to who gets it. */
export function PlanFlowFigure({ plan }: { readonly plan: PublicPlan }) {
  const { t } = useTranslation('register');
  const language = useLanguage();
  const words = useFlowWords(plan);
  const rows = flowRows(linesInTree(plan.lines));
  const largest = largestBeneficiary(rows);
  if (largest === null) return null;
  return (
    <SankeyFigure
      graph={wideGraph(rows, words)}
      narrowGraph={narrowGraph(rows, words)}
      label={t('flow.label', { year: plan.year })}
      title={t('flow.title', {
        share: formatShare(largest.amountCents, plan.totalCents),
        total: formatEuros(plan.totalCents, language),
        beneficiary: t(`flow.toInSentence.${largest.beneficiary}`),
      })}
      note={t('flow.note')}
      tableWords={t('flow.asTable')}
      table={<FlowTable rows={rows} plan={plan} />}
      download={<FlowDownload rows={rows} plan={plan} />}
    />
  );
}

function useFlowWords(plan: PublicPlan): FlowWords {
  const { t } = useTranslation('register');
  const language = useLanguage();
  const version = plan.versions.find(({ number }) => number === plan.number);
  return {
    language,
    ground: (ground) => t(`flow.law.${ground}`),
    beneficiary: (beneficiary) => t(`flow.to.${beneficiary}`),
    others: (count) => t('flow.others', { count, number: formatCount(count, language) }),
    columns: {
      law: t('flow.column.law'),
      rubric: t('flow.column.rubric'),
      line: t('flow.column.line'),
      beneficiary: t('flow.column.beneficiary'),
    },
    page: usePath()('plan', { year: plan.year }, { version: version?.isCurrent ? null : plan.number }),
  };
}

interface FlowProps {
  readonly rows: readonly FlowRow[];
  readonly plan: PublicPlan;
}

function FlowTable({ rows, plan }: FlowProps) {
  const { t } = useTranslation('register');
  const columns: Column<FlowRow>[] = [
    {
      id: 'line',
      header: t('flow.column.line'),
      rowHeader: true,
      total: t('plan.total'),
      cell: ({ line }) => (
        <UiLink href={`#${lineAnchor(line.code)}`}>
          {line.code} <Localised text={line.label} />
        </UiLink>
      ),
    },
    { id: 'rubric', header: t('flow.column.rubric'), cell: ({ rubric }) => <Localised text={rubric.label} /> },
    { id: 'law', header: t('flow.column.law'), cell: ({ ground }) => t(`flow.law.${ground}`) },
    { id: 'to', header: t('flow.column.beneficiary'), cell: ({ beneficiary }) => t(`flow.to.${beneficiary}`) },
    {
      id: 'amount',
      header: t('plan.amount'),
      end: true,
      noWrap: true,
      cell: ({ amountCents }) => <Money cents={amountCents} />,
      total: <Money cents={plan.totalCents} />,
    },
  ];
  return (
    <Table
      caption={t('flow.label', { year: plan.year })}
      captionHidden
      dense
      narrow="compact"
      columns={columns}
      rows={rows}
      rowKey={({ line }) => line.lineId}
    />
  );
}

function FlowDownload({ rows, plan }: FlowProps) {
  const { t } = useTranslation('register');
  const language = useLanguage();
  const cells = rows.map(({ line, rubric, ground, beneficiary, amountCents }): CsvCell[] => [
    plan.year,
    line.code,
    line.label[language] || line.label.nl,
    rubric.label[language] || rubric.label.nl,
    t(`flow.law.${ground}`),
    t(`flow.to.${beneficiary}`),
    csvEuros(amountCents),
  ]);
  const head = [
    t('years.column.year'),
    t('flow.column.code'),
    t('flow.column.line'),
    t('flow.column.rubric'),
    t('flow.column.law'),
    t('flow.column.beneficiary'),
    t('flow.column.euros'),
  ];
  return <CsvLink name={`plan-${plan.year}-v${plan.number}`} head={head} rows={cells} />;
}
