import { ledger, payments } from '@commonlot/contracts';
import { DataFigure, DataFigures, Day, LinkButton, Money, PageHeader, Panel, Stack, UiLink } from '@commonlot/ui';
import { Trans, useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { serverApi } from '../../shared/api/api.server';
import { usePath } from '../../shared/i18n/use-language';
import { PageTitle } from '../../shared/page-title';
import { useSession } from '../../shared/session/session';
import { AdvancePanel } from './advance-panel';
import { dayAsked } from './day-asked';
import { DayFilter } from './day-filter';
import { ExportPanel } from './export-panel';
import { ComeBackTable, YearTable } from './year-table';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const year = Number(params['year']);
  const api = serverApi(request);
  const [statement, advances] = await Promise.all([
    api(ledger.readYearStatement, { params: { year }, query: dayAsked(request) }),
    api(payments.listAdvances),
  ]);
  return { statement, advance: advances.rows.find((row) => row.year === year) };
}

/** The ledger of a year: where each line stood at the end of a day, and the export for auditors. */
export default function YearLedgerPage() {
  const { t } = useTranslation('ledger');
  const path = usePath();
  const { can } = useSession();
  const { statement, advance } = useLoaderData<typeof loader>();
  const { year, on, total, versionId } = statement;
  const { closing } = total;
  return (
    <>
      <PageTitle>{t('title', { year })}</PageTitle>
      <PageHeader
        title={t('title', { year })}
        lede={
          <p>
            <Trans t={t} i18nKey="lede" components={{ day: <Day on={on} /> }} />
          </p>
        }
        breadcrumbs={[
          { label: t('plans'), href: path('plans') },
          { label: t('plan', { year }), href: path('plan-version', { versionId }) },
        ]}
        actions={
          <>
            <LinkButton href={path('year-closing', { year })}>{t('closing.link', { year })}</LinkButton>
            {can('ledger:export') && <LinkButton href="#export">{t('export.short')}</LinkButton>}
          </>
        }
      />
      <Stack gap={7}>
        <DayFilter here={path('year-ledger', { year })} on={on} />
        <DataFigures>
          <DataFigure size="large" value={<Money cents={closing.availableCents} />} label={t('figure.available')} />
          <DataFigure value={<Money cents={closing.allocatedCents} />} label={t('figure.allocated')} />
          <DataFigure value={<Money cents={closing.committedCents} />} label={t('figure.committed')} />
          <DataFigure value={<Money cents={closing.paidCents} />} label={t('figure.paid')} />
        </DataFigures>
        <p>
          <UiLink href={path('dashboard', {}, { year })}>{t('toDashboard', { year })}</UiLink>
          {' · '}
          <UiLink href={path('work-organisations')}>{t('toBeneficiaries')}</UiLink>
        </p>
        {advance !== undefined && <AdvancePanel advance={advance} />}
        <Panel title={t('lines')}>
          <YearTable statement={statement} />
        </Panel>
        <ComeBackTable statement={statement} />
        {can('ledger:export') && <ExportPanel year={year} />}
      </Stack>
    </>
  );
}
