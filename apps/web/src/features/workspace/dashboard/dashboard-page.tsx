import { workspace } from '@commonlot/contracts';
import { Day, EmptyState, PageHeader, Panel, Stack, TabLinks, UiLink } from '@commonlot/ui';
import { Trans, useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { asPage, serverApi } from '../../../shared/api/api.server';
import { usePath } from '../../../shared/i18n/use-language';
import { PageTitle } from '../../../shared/page-title';
import { Ceilings } from './ceilings';
import { Forecast } from './forecast';
import { LineGroups } from './line-groups';
import { RecipientGroups } from './recipient-groups';
import type { Dashboard } from './records';
import { Waiting } from './waiting';
import { YearFigures } from './year-figures';

export async function loader({ request }: LoaderFunctionArgs) {
  const year = new URL(request.url).searchParams.get('year') ?? '';
  const query = /^(19|20)\d\d$/.test(year) ? { year } : {};
  const { answer, problem } = await serverApi(request).attempt((api) => api(workspace.readDashboard, { query }));
  if (problem !== null && (problem.code !== 'record.missing' || 'year' in query)) throw asPage(request, problem);
  return { dashboard: answer };
}

/** Where the money of a year stands: what is left, where it went, what waits for whom, what is to be expected. */
export default function DashboardPage() {
  const { t } = useTranslation('workspace');
  const path = usePath();
  const { dashboard } = useLoaderData<typeof loader>();
  if (dashboard === null) {
    return (
      <>
        <PageTitle>{t('dashboard.none')}</PageTitle>
        <PageHeader title={t('dashboard.none')} />
        <EmptyState title={t('dashboard.none')}>
          <UiLink href={path('plans')}>{t('dashboard.noneText')}</UiLink>
        </EmptyState>
      </>
    );
  }
  const { year, years, on } = dashboard;
  return (
    <>
      <PageTitle>{t('dashboard.title', { year })}</PageTitle>
      <PageHeader
        title={t('dashboard.title', { year })}
        lede={
          <p>
            <Trans t={t} i18nKey="dashboard.lede" components={{ day: <Day on={on} /> }} />
          </p>
        }
        actions={<UiLink href={path('year-ledger', { year })}>{t('dashboard.toLedger', { year })}</UiLink>}
      />
      <Stack gap={7}>
        {years.length > 1 && (
          <TabLinks
            label={t('dashboard.years')}
            tabs={years.map((each) => ({
              href: path('dashboard', {}, { year: each }),
              label: String(each),
              current: each === year,
            }))}
          />
        )}
        <Sections dashboard={dashboard} />
      </Stack>
    </>
  );
}

function Sections({ dashboard }: { readonly dashboard: Dashboard }) {
  const { t } = useTranslation('workspace');
  return (
    <>
      <YearFigures dashboard={dashboard} />
      <Panel title={t('dashboard.waiting.title')}>
        <Waiting rows={dashboard.waiting} on={dashboard.on} />
      </Panel>
      <Panel title={t('dashboard.ceiling.title')}>
        <Ceilings dashboard={dashboard} />
      </Panel>
      <Panel title={t('dashboard.forecast.title', { year: dashboard.year })}>
        <Forecast dashboard={dashboard} />
      </Panel>
      <Panel title={t('dashboard.lines')}>
        <LineGroups dashboard={dashboard} />
      </Panel>
      <Panel title={t('dashboard.recipients')}>
        <RecipientGroups dashboard={dashboard} />
      </Panel>
    </>
  );
}
