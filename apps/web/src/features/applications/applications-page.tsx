import { applications } from '@commonlot/contracts';
import { EmptyState, Grid, LinkButton, Notice, PageHeader, Pagination, Stack } from '@commonlot/ui';
import { FileText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { serverApi } from '../../shared/api/api.server';
import { usePath } from '../../shared/i18n/use-language';
import { PageTitle } from '../../shared/page-title';
import { useSession } from '../../shared/session/session';
import { OwnApplicationCard } from './own-application-card';

export async function loader({ request }: LoaderFunctionArgs) {
  const after = new URL(request.url).searchParams.get('after') ?? undefined;
  const page = await serverApi(request)(applications.listOwnApplications, { query: after ? { after } : {} });
  return { ...page, isFirst: after === undefined };
}

/** The applications of one's own organisations; staff find those of others with their call. */
export default function ApplicationsPage() {
  const { t } = useTranslation('applications');
  const path = usePath();
  const { can } = useSession();
  const { rows, next, isFirst } = useLoaderData<typeof loader>();
  const isStaff = can('application:read');
  const title = isStaff ? t('list.staffTitle') : t('list.title');
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <PageHeader
        title={title}
        lede={!isStaff && <p>{t('list.lede')}</p>}
        actions={!isStaff && <LinkButton href={path('calls')}>{t('list.toCalls')}</LinkButton>}
      />
      <Stack gap={6}>
        {isStaff && (
          <Notice actions={<LinkButton href={path('work-calls')}>{t('list.toWorkCalls')}</LinkButton>}>
            {t('list.staffText')}
          </Notice>
        )}
        {rows.length > 0 && (
          <Grid min="22rem">
            {rows.map((row) => (
              <OwnApplicationCard key={row.id} application={row} />
            ))}
          </Grid>
        )}
        {rows.length === 0 && !isStaff && (
          <EmptyState
            title={t('list.none')}
            icon={FileText}
            action={
              <LinkButton tone="primary" href={path('calls')}>
                {t('list.toCalls')}
              </LinkButton>
            }
          >
            {t('list.noneText')}
          </EmptyState>
        )}
        <Pagination
          newerHref={isFirst ? null : path('applications')}
          olderHref={next === null ? null : path('applications', {}, { after: next })}
        />
      </Stack>
    </>
  );
}
