import { register } from '@commonlot/contracts';
import { EmptyState, Grid, PageHeader, Panel, Stack } from '@commonlot/ui';
import { Megaphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { serverApi } from '../../shared/api/api.server';
import { PageTitle } from '../../shared/page-title';
import { CallCard } from './call-card';
import { PastCalls } from './past-calls';

export function loader({ request }: LoaderFunctionArgs) {
  return serverApi(request)(register.listPublicCalls);
}

/** All calls: those one can still answer first, then what is coming, then what became of the past ones. */
export default function CallsPage() {
  const { t } = useTranslation('register');
  const { rows } = useLoaderData<typeof loader>();
  const open = rows.filter(({ phase }) => phase === 'open');
  const announced = rows.filter(({ phase }) => phase === 'announced');
  const past = rows.filter(({ phase }) => phase !== 'open' && phase !== 'announced');
  return (
    <>
      <PageTitle>{t('calls.title')}</PageTitle>
      <meta name="description" content={t('calls.lede')} />
      <PageHeader title={t('calls.title')} lede={<p>{t('calls.lede')}</p>} />
      <Stack gap={7}>
        <Panel title={t('calls.open')}>
          {open.length === 0 ? (
            <EmptyState title={t('calls.noneOpen')} icon={Megaphone}>
              <p>{t('calls.noneOpenText')}</p>
            </EmptyState>
          ) : (
            <Grid min="26rem">
              {open.map((call) => (
                <CallCard key={call.number} call={call} />
              ))}
            </Grid>
          )}
        </Panel>
        {announced.length > 0 && (
          <Panel title={t('calls.announced')}>
            <Grid min="26rem">
              {announced.map((call) => (
                <CallCard key={call.number} call={call} />
              ))}
            </Grid>
          </Panel>
        )}
        {past.length > 0 && (
          <Panel title={t('calls.past')}>
            <PastCalls calls={past} />
          </Panel>
        )}
      </Stack>
    </>
  );
}
