import { ledger } from '@commonlot/contracts';
import { Notice, PageHeader, Panel, Stack } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { serverApi } from '../../shared/api/api.server';
import { usePath } from '../../shared/i18n/use-language';
import { PageTitle } from '../../shared/page-title';
import { ClosingList } from './closing-list';
import { MonthTable } from './month-table';
import { YearClosingForm } from './year-closing-form';

export async function loader({ request, params }: LoaderFunctionArgs) {
  return serverApi(request)(ledger.readYearClosing, { params: { year: Number(params['year']) } });
}

/** The months of a year's ledger with their state, and where the balances go that nobody was given. */
export default function ClosingPage() {
  const { t } = useTranslation('ledger');
  const { t: shared } = useTranslation('shared');
  const path = usePath();
  const closing = useLoaderData<typeof loader>();
  const { year, versionId, isClosed, blockers, closings } = closing;
  return (
    <>
      <PageTitle>{t('closing.title', { year })}</PageTitle>
      <PageHeader
        title={t('closing.title', { year })}
        lede={<p>{t('closing.lede')}</p>}
        breadcrumbs={[
          { label: t('plans'), href: path('plans') },
          { label: t('plan', { year }), href: path('plan-version', { versionId }) },
          { label: t('title', { year }), href: path('year-ledger', { year }) },
        ]}
      />
      <Stack gap={7}>
        {isClosed && (
          <Notice tone="info" title={t('closing.isClosed', { year })}>
            <p>{t('closing.isClosedText')}</p>
          </Notice>
        )}
        <Panel title={t('closing.months')}>
          <MonthTable closing={closing} />
        </Panel>
        <Panel title={t('closing.balances')}>
          <Stack>
            {blockers.length > 0 && (
              <Notice tone="info" title={t('closing.blocked')}>
                <ul>
                  {blockers.map((blocker) => (
                    <li key={blocker}>{shared(`problem.${blocker}`)}</li>
                  ))}
                </ul>
              </Notice>
            )}
            <YearClosingForm key={closings.length} closing={closing} />
          </Stack>
        </Panel>
        {closings.length > 0 && <ClosingList closings={closings} />}
      </Stack>
    </>
  );
}
