import type { payments, ResponseOf } from '@commonlot/contracts';
import { formatEuros, formatStructuredCommunication } from '@commonlot/domain';
import { type Column, Day, Instant, Money, Notice, Panel, PlainText, Stack, SummaryList, Table } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shared/i18n/use-language';

export type ReturnsOfAward = ResponseOf<typeof payments.listReturnsOfOrganisation>['rows'][number];
type Repayment = ReturnsOfAward['repayments'][number];
type Reduction = ReturnsOfAward['reductions'][number];

/** For the beneficiary: how an award was lowered, and what to pay back, until when and with which communication. */
export function ReturnsOfAwards({ awards }: { readonly awards: readonly ReturnsOfAward[] }) {
  const { t } = useTranslation('organisations');
  if (awards.length === 0) return null;
  return (
    <Panel title={t('returns.title')} id="returns">
      <Stack gap={6}>
        {awards.map((award) => (
          <OneAward key={award.decisionId} award={award} />
        ))}
      </Stack>
    </Panel>
  );
}

function OneAward({ award }: { readonly award: ReturnsOfAward }) {
  const { t } = useTranslation('organisations');
  const language = useLanguage();
  const euros = (amount: ReturnsOfAward['amountCents']) => formatEuros(amount, language, { decimals: 'always' });
  return (
    <Stack gap={4}>
      <p>
        <strong>{award.number}</strong> {award.title}
      </p>
      {award.reductions.length > 0 && (
        <>
          <p>{t('returns.reduced', { original: euros(award.originalCents), amount: euros(award.amountCents) })}</p>
          <Reductions number={award.number} reductions={award.reductions} />
        </>
      )}
      {award.repayments.map((repayment) => (
        <OneRepayment key={repayment.number} repayment={repayment} />
      ))}
    </Stack>
  );
}

function Reductions({ number, reductions }: { readonly number: string; readonly reductions: readonly Reduction[] }) {
  const { t } = useTranslation('organisations');
  const columns: Column<Reduction>[] = [
    {
      id: 'on',
      header: t('returns.on'),
      rowHeader: true,
      noWrap: true,
      cell: (row) => <Instant at={row.confirmedAt} form="short" />,
    },
    { id: 'kind', header: t('returns.kindHeader'), cell: (row) => t(`returns.kind.${row.kind}`) },
    { id: 'reference', header: t('returns.reference'), cell: (row) => row.reference },
    {
      id: 'amount',
      header: t('returns.amount'),
      end: true,
      cell: (row) => <Money cents={row.amountCents} decimals="always" />,
    },
  ];
  return (
    <Table
      caption={t('returns.reductions', { number })}
      captionHidden
      dense
      columns={columns}
      rows={reductions}
      rowKey={(row) => `${row.confirmedAt}`}
    />
  );
}

function OneRepayment({ repayment }: { readonly repayment: Repayment }) {
  const { t } = useTranslation('organisations');
  const language = useLanguage();
  const { openCents, isOverdue, number } = repayment;
  const isOpen = openCents > 0;
  const title = isOpen
    ? t('returns.payBack', { amount: formatEuros(openCents, language, { decimals: 'always' }) })
    : t('returns.done', { number });
  return (
    <Notice tone={isOverdue ? 'warning' : 'info'} title={title}>
      <Stack gap={3}>
        {isOverdue && <p>{t('returns.overdue')}</p>}
        <SummaryList
          items={[
            ...(isOpen
              ? [
                  { id: 'due', label: t('returns.due'), value: <Day on={repayment.dueOn} weekday /> },
                  {
                    id: 'communication',
                    label: t('returns.communication'),
                    value: <strong>{formatStructuredCommunication(repayment.communication)}</strong>,
                  },
                ]
              : []),
            {
              id: 'asked',
              label: t('returns.asked'),
              value: <Money cents={repayment.amountCents} decimals="always" />,
            },
            { id: 'state', label: t('returns.stateHeader'), value: t(`returns.state.${repayment.state}`) },
            { id: 'kind', label: t('returns.kindHeader'), value: t(`returns.kind.${repayment.kind}`) },
            { id: 'reason', label: t('returns.reason'), value: <PlainText>{repayment.reason}</PlainText> },
          ]}
        />
      </Stack>
    </Notice>
  );
}
