import { sumCents } from '@commonlot/domain';
import { Day, Money, Panel, Stack, SummaryList, Table } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import type { PlanLine } from './plan-state';

/** What a line promises for later years, and the advice of the co-competent minister; nothing where it has neither. */
export function LineDuties({ line }: { readonly line: Pick<PlanLine, 'commitments' | 'advice'> }) {
  const { t } = useTranslation('plan');
  const { commitments, advice } = line;
  if (commitments.length === 0 && advice === null) return null;
  return (
    <Stack gap={5}>
      {commitments.length > 0 && (
        <Panel title={t('editor.field.commitments')} level={3}>
          <Table
            caption={t('editor.field.commitments')}
            captionHidden
            dense
            rows={commitments}
            rowKey={({ year, reference }) => `${year} ${reference}`}
            columns={[
              {
                id: 'year',
                header: t('field.year'),
                rowHeader: true,
                cell: ({ year }) => year,
                total: t('field.total'),
              },
              { id: 'act', header: t('editor.duty.act'), cell: ({ reference }) => reference },
              {
                id: 'amount',
                header: t('field.amount'),
                end: true,
                cell: ({ amountCents }) => <Money cents={amountCents} />,
                total: <Money cents={sumCents(commitments.map((each) => each.amountCents))} />,
              },
            ]}
          />
        </Panel>
      )}
      {advice !== null && (
        <Panel title={t('editor.field.advice')} level={3}>
          <SummaryList
            items={[
              { id: 'adviser', label: t('editor.duty.adviser'), value: advice.adviser },
              { id: 'askedOn', label: t('editor.duty.askedOn'), value: <Day on={advice.askedOn} /> },
              { id: 'givenOn', label: t('editor.duty.givenOn'), value: <Day on={advice.givenOn} /> },
              { id: 'reference', label: t('editor.duty.reference'), value: advice.reference },
            ]}
          />
        </Panel>
      )}
    </Stack>
  );
}
