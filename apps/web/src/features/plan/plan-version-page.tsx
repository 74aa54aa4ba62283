import { plan } from '@commonlot/contracts';
import { inLanguage } from '@commonlot/domain';
import {
  Columns,
  DataFigure,
  DataFigures,
  Day,
  LinkButton,
  Money,
  Notice,
  PageHeader,
  Panel,
  PlainText,
  Stack,
  SummaryList,
} from '@commonlot/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { serverApi } from '../../shared/api/api.server';
import { useLanguage, usePath } from '../../shared/i18n/use-language';
import { PageTitle } from '../../shared/page-title';
import { PlanSteps } from './approval/plan-steps';
import { CommentPanel } from './comments/comment-panel';
import { CompareForm } from './difference/compare-form';
import { earlierLines, versionsBefore } from './editor/earlier-lines';
import { LineEditor } from './editor/line-editor';
import { LineTable } from './line-table';
import { PlanDocuments } from './plan-documents';
import { PlanStateTag, type PlanVersion } from './plan-state';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const api = serverApi(request);
  const [version, { rows: versions }] = await Promise.all([
    api(plan.readPlanVersion, { params: { versionId: params['versionId'] ?? '' } }),
    api(plan.listPlanVersions),
  ]);
  const before = version.may.edit ? versionsBefore(version, versions) : [];
  const earlier = await Promise.all(before.map((id) => api(plan.readPlanVersion, { params: { versionId: id } })));
  return { version, versions, earlier: earlier.flatMap(earlierLines) };
}

/** A version of a plan: its tree, where it stands, and what the reader may do with it. */
export default function PlanVersionPage() {
  const { t } = useTranslation('plan');
  const { t: shared } = useTranslation('shared');
  const { t: ledger } = useTranslation('ledger');
  const path = usePath();
  const { version, versions, earlier } = useLoaderData<typeof loader>();
  const title = t('plan', { year: version.year });
  const [isUnsaved, setIsUnsaved] = useState(false);
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <PageHeader
        title={title}
        kicker={t('versionKicker', { number: version.number, stage: t(`stage.${version.stage}`) })}
        breadcrumbs={[{ label: t('plans.title'), href: path('plans') }]}
        meta={<PlanStateTag state={version.state} />}
        actions={
          <>
            {version.state === 'in-force' && (
              <LinkButton href={path('year-ledger', { year: version.year })}>
                {ledger('open', { year: version.year })}
              </LinkButton>
            )}
            <LinkButton href={path('plan-scenarios', { versionId: version.id })}>{t('scenario.title')}</LinkButton>
            <LinkButton href={path('history', { subjectType: 'plan-version', subjectId: version.id })}>
              {shared('action.history')}
            </LinkButton>
          </>
        }
      />
      <Stack gap={7}>
        {version.returnReason !== null && (
          <Notice tone="warning" title={t('returned')}>
            <PlainText>{version.returnReason}</PlainText>
          </Notice>
        )}
        <DataFigures>
          <DataFigure size="large" value={<Money cents={version.totalCents} />} label={t('field.total')} />
          {version.state === 'draft' && (
            <DataFigure
              value={<Money cents={version.unassignedCents} />}
              label={t('field.unassigned')}
              note={version.unassignedCents === 0 ? t('balanced') : t('notBalanced')}
            />
          )}
        </DataFigures>
        <Columns aside={<Facts version={version} />}>
          <PlanSteps version={version} isUnsaved={isUnsaved} />
        </Columns>
        {version.may.edit && (
          <Panel title={t('lines')}>
            <LineEditor key={version.id} version={version} earlier={earlier} onUnsaved={setIsUnsaved} />
          </Panel>
        )}
        <PlanDocuments version={version} />
        <CompareForm versionId={version.id} versions={versions} />
        {!version.may.edit && (
          <Panel title={t('lines')}>
            <LineTable version={version} />
          </Panel>
        )}
        <CommentPanel versionId={version.id} />
      </Stack>
    </>
  );
}

function Facts({ version }: { readonly version: PlanVersion }) {
  const { t } = useTranslation('plan');
  const remark = version.remark === null ? null : inLanguage(version.remark, useLanguage());
  const items = [
    {
      id: 'decree',
      label: t('field.decree'),
      value: version.decreeReference === null ? t('noDecree') : version.decreeReference,
    },
    { id: 'decreeOn', label: t('field.decreeOn'), value: <Day on={version.decreeOn} /> },
    ...(version.accountsReference === null
      ? []
      : [{ id: 'accounts', label: t('field.accounts'), value: version.accountsReference }]),
    ...(version.source === '' ? [] : [{ id: 'source', label: t('field.source'), value: version.source }]),
    ...(remark === null
      ? []
      : [{ id: 'remark', label: t('field.remark'), value: <span lang={remark.language}>{remark.text}</span> }]),
  ];
  return <SummaryList stacked items={items} />;
}
