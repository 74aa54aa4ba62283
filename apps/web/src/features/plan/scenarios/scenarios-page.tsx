import { plan } from '@commonlot/contracts';
import { mostScenarios } from '@commonlot/domain';
import { DataFigure, DataFigures, EmptyState, Money, PageHeader, Panel, Stack } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { serverApi } from '../../../shared/api/api.server';
import { usePath } from '../../../shared/i18n/use-language';
import { PageTitle } from '../../../shared/page-title';
import { PlanStateTag } from '../plan-state';
import { NewScenario } from './new-scenario';
import { ScenarioCards } from './scenario-cards';
import { ScenarioComparison } from './scenario-comparison';
import { Sensitivity } from './sensitivity';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const api = serverApi(request);
  const input = { params: { versionId: params['versionId'] ?? '' } };
  const [version, { rows }] = await Promise.all([api(plan.readPlanVersion, input), api(plan.listPlanScenarios, input)]);
  return { version, scenarios: rows };
}

/** What if: the scenarios beside a version, side by side, and who loses what when the total falls. */
export default function ScenariosPage() {
  const { t } = useTranslation('plan');
  const path = usePath();
  const { version, scenarios } = useLoaderData<typeof loader>();
  const open = scenarios.filter((scenario) => scenario.adoptedAt === null);
  return (
    <>
      <PageTitle>{t('scenario.title')}</PageTitle>
      <PageHeader
        title={t('scenario.title')}
        kicker={t('version', { year: version.year, number: version.number })}
        lede={<p>{t(version.may.edit ? 'scenario.lede' : 'scenario.ledeRead')}</p>}
        breadcrumbs={[
          { label: t('plans.title'), href: path('plans') },
          { label: t('plan', { year: version.year }), href: path('plan-version', { versionId: version.id }) },
        ]}
        meta={<PlanStateTag state={version.state} />}
      />
      <Stack gap={7}>
        <DataFigures>
          <DataFigure size="large" value={<Money cents={version.totalCents} />} label={t('field.total')} />
          <DataFigure
            value={<Money cents={version.unassignedCents} />}
            label={t('field.unassigned')}
            note={version.unassignedCents === 0 ? t('balanced') : t('notBalanced')}
          />
        </DataFigures>
        {scenarios.length === 0 ? (
          <EmptyState title={t('scenario.none')}>{version.may.edit && t('scenario.noneText')}</EmptyState>
        ) : (
          <Panel title={t('scenario.all')}>
            <ScenarioCards version={version} scenarios={scenarios} />
          </Panel>
        )}
        {version.may.edit && scenarios.length < mostScenarios && (
          <Panel title={t('scenario.new')} tone="sunken">
            <NewScenario versionId={version.id} />
          </Panel>
        )}
        {open.length > 0 && (
          <Panel title={t('scenario.comparison')}>
            <ScenarioComparison version={version} scenarios={open} />
          </Panel>
        )}
        {version.lines.length > 0 && (
          <Panel title={t('scenario.sensitivity')}>
            <Sensitivity version={version} />
          </Panel>
        )}
      </Stack>
    </>
  );
}
