import { plan } from '@commonlot/contracts';
import { PageHeader, Stack } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { serverApi } from '../../../shared/api/api.server';
import { DifferenceReport } from '../../../shared/difference/difference-report';
import { usePath } from '../../../shared/i18n/use-language';
import { PageTitle } from '../../../shared/page-title';
import { CompareForm } from './compare-form';

export async function loader({ request, url, params }: LoaderFunctionArgs) {
  const api = serverApi(request);
  const { versionId = '', otherId = '' } = params;
  const [difference, { rows: versions }] = await Promise.all([
    api(plan.comparePlanVersions, { params: { versionId }, query: { with: otherId } }),
    api(plan.listPlanVersions),
  ]);
  return { difference, versions, versionId, otherId, isAll: url.searchParams.has('all') };
}

/** What changed between two versions of plans, for those who write, check and audit them. */
export default function DifferencePage() {
  const { t } = useTranslation('plan');
  const path = usePath();
  const { difference, versions, versionId, otherId, isAll } = useLoaderData<typeof loader>();
  const { before, after } = difference;
  const title = t('compare.title', { year: after.year, number: after.number });
  const ids = { versionId, otherId };
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <PageHeader
        title={title}
        kicker={t('compare.kicker', { year: before.year, number: before.number })}
        breadcrumbs={[
          { label: t('plans.title'), href: path('plans') },
          {
            label: t('version', { year: after.year, number: after.number }),
            href: path('plan-version', { versionId: after.id }),
          },
        ]}
      />
      <Stack gap={7}>
        <DifferenceReport
          difference={difference}
          hrefOf={(which) => path('plan-version', { versionId: difference[which].id })}
          views={{ changed: path('compare-plan', ids), all: path('compare-plan', ids, { all: 1 }) }}
          isAll={isAll}
        />
        <CompareForm versionId={versionId} versions={versions} otherId={otherId} />
      </Stack>
    </>
  );
}
