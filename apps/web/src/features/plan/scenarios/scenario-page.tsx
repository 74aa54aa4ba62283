import { plan } from '@commonlot/contracts';
import { Instant, PageHeader, Panel, Stack, Tag } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { data, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { serverApi } from '../../../shared/api/api.server';
import { usePath } from '../../../shared/i18n/use-language';
import { PageTitle } from '../../../shared/page-title';
import { ScenarioActions } from './scenario-actions';
import { ScenarioEditor } from './scenario-editor';
import { ScenarioOutcome } from './scenario-outcome';
import { outcomeOf } from './scenario-plan';
import { useAdjustmentText } from './scenario-words';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const api = serverApi(request);
  const input = { params: { versionId: params['versionId'] ?? '' } };
  const [version, { rows }] = await Promise.all([api(plan.readPlanVersion, input), api(plan.listPlanScenarios, input)]);
  const scenario = rows.find((row) => row.id === params['scenarioId']);
  if (scenario === undefined) throw data({ code: 'record.missing', details: {} }, { status: 404 });
  return { version, scenario };
}

/** One scenario beside a version of a plan: its changes, and what they make of the plan. */
export default function ScenarioPage() {
  const { t } = useTranslation('plan');
  const path = usePath();
  const adjustmentText = useAdjustmentText();
  const { version, scenario } = useLoaderData<typeof loader>();
  const isAdopted = scenario.adoptedAt !== null;
  const { edit } = version.may;
  const outcome = outcomeOf(version, scenario.adjustments);
  return (
    <>
      <PageTitle>{scenario.name}</PageTitle>
      <PageHeader
        title={scenario.name}
        kicker={t('scenario.kicker')}
        lede={<p>{t('scenario.by', { name: scenario.author })}</p>}
        breadcrumbs={[
          { label: t('plans.title'), href: path('plans') },
          { label: t('plan', { year: version.year }), href: path('plan-version', { versionId: version.id }) },
          { label: t('scenario.title'), href: path('plan-scenarios', { versionId: version.id }) },
        ]}
        meta={isAdopted && <Tag tone="success">{t('scenario.adopted')}</Tag>}
      />
      {edit && !isAdopted ? (
        // Anew when somebody else has changed the draft; a save of its own form resets the form itself.
        <ScenarioEditor key={version.revision} version={version} scenario={scenario} />
      ) : (
        <Stack gap={7}>
          <Panel title={t('scenario.adjustments')}>
            <ol>
              {scenario.adjustments.map((adjustment, index) => (
                <li key={index}>{adjustmentText(adjustment)}</li>
              ))}
            </ol>
          </Panel>
          {isAdopted ? (
            <p>
              {t('scenario.adoptedBy', { name: scenario.adoptedBy })} <Instant at={scenario.adoptedAt} form="short" />
            </p>
          ) : (
            <Panel title={t('scenario.result')}>
              <ScenarioOutcome version={version} outcome={outcome} name={t('scenario.after')} />
            </Panel>
          )}
          {edit && <ScenarioActions version={version} scenario={scenario} outcome={outcome} />}
        </Stack>
      )}
    </>
  );
}
