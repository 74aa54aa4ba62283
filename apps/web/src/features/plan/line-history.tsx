import type { plan, ResponseOf } from '@commonlot/contracts';
import { type Column, Day, Money, Panel, Stack, Table, UiLink } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { Localised } from '../../shared/i18n/localised';
import { usePath } from '../../shared/i18n/use-language';
import { PlanStateTag } from './plan-state';

type Row = ResponseOf<typeof plan.readLineHistory>['rows'][number];

/** A line through the versions of all years, under whatever code and name it stood there. */
export function LineHistory({ rows }: { readonly rows: readonly Row[] }) {
  const { t } = useTranslation('plan');
  const path = usePath();
  const columns: Column<Row>[] = [
    {
      id: 'version',
      header: t('lineHistory.version'),
      noWrap: true,
      cell: ({ versionId, year, number }) => (
        <UiLink href={path('plan-version', { versionId })}>{t('version', { year, number })}</UiLink>
      ),
    },
    { id: 'state', header: t('field.state'), cell: ({ state }) => <PlanStateTag state={state} /> },
    { id: 'code', header: t('field.code'), noWrap: true, cell: ({ code }) => code },
    { id: 'label', header: t('field.label'), rowHeader: true, cell: ({ label }) => <Localised text={label} /> },
    {
      id: 'decree',
      header: t('field.decree'),
      cell: ({ decreeReference, decreeOn }) =>
        decreeReference === null ? (
          t('noDecree')
        ) : (
          <>
            {decreeReference}
            <br />
            <Day on={decreeOn} />
          </>
        ),
    },
    {
      id: 'amount',
      header: t('field.amount'),
      end: true,
      noWrap: true,
      cell: ({ subtotalCents, isPm }) => <Money cents={subtotalCents} isPm={isPm} />,
    },
  ];
  return (
    <Panel title={t('lineHistory.title')}>
      <Stack gap={4}>
        <p>{rows.length === 0 ? t('lineHistory.none') : t('lineHistory.text')}</p>
        {rows.length > 0 && (
          <Table
            caption={t('lineHistory.title')}
            captionHidden
            dense
            columns={columns}
            rows={rows}
            rowKey={({ versionId, lineId }) => `${versionId} ${lineId}`}
          />
        )}
      </Stack>
    </Panel>
  );
}
