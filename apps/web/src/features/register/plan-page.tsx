import { register } from '@commonlot/contracts';
import { type Cents, cents, formatDay } from '@commonlot/domain';
import { DataFigure, DataFigures, Money, Notice, PageHeader, Stack, UiLink } from '@commonlot/ui';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useLoaderData, useLocation } from 'react-router';
import { asPage, serverApi } from '../../shared/api/api.server';
import { ApiProblem } from '../../shared/api/problem';
import { useLanguage, usePath } from '../../shared/i18n/use-language';
import { PageTitle } from '../../shared/page-title';
import { CommunitiesRule } from './communities-rule';
import { PlanFlowFigure } from './flow/plan-flow-figure';
import { PlanSource } from './plan-source';
import { PlanTable } from './plan-table';
import { type LineInTree, linesInTree } from './plan-tree';
import { PlanVersions } from './plan-versions';
import type { PlanLine } from './records';
import { StageTag } from './stage-tag';

export function loader({ request, url, params }: LoaderFunctionArgs) {
  const { year = '' } = params;
  const version = url.searchParams.get('version') ?? '';
  if (!/^(19|20)\d\d$/.test(year)) throw asPage(request, new ApiProblem(404, 'record.missing'));
  return serverApi(request)(register.readPublicPlan, {
    params: { year },
    query: /^[1-9]\d{0,2}$/.test(version) ? { version } : {},
  });
}

/** The plan of a year as the law fixes it: a tree of lines that adds up to the euro. */
export default function PlanPage() {
  const { t } = useTranslation('register');
  const language = useLanguage();
  const path = usePath();
  const plan = useLoaderData<typeof loader>();
  const markedCode = useMarkedCode();
  const tree = linesInTree(plan.lines);
  const isCurrent = plan.versions.some((version) => version.isCurrent && version.number === plan.number);
  return (
    <>
      <PageTitle>{t('plan.title', { year: plan.year })}</PageTitle>
      <PageHeader
        title={t('plan.title', { year: plan.year })}
        breadcrumbs={[{ label: t('home.crumb'), href: path('home') }]}
        meta={
          <>
            <StageTag stage={plan.stage} />
            <span>{t('plan.version', { number: plan.number })}</span>
            <span>{t('plan.decreeOf', { day: formatDay(plan.decreeOn, language) })}</span>
            <span>{plan.decreeReference}</span>
          </>
        }
        lede={<p>{t(`plan.lede.${plan.stage}`)}</p>}
      />
      <Stack gap={7}>
        {!isCurrent && (
          <Notice
            tone="warning"
            title={t('plan.superseded')}
            actions={
              <UiLink href={path('plan', { year: plan.year })}>{t('plan.toCurrent', { year: plan.year })}</UiLink>
            }
          >
            <p>{t('plan.supersededText')}</p>
          </Notice>
        )}
        <PlanFigures tree={tree} totalCents={plan.totalCents} />
        <PlanFlowFigure plan={plan} />
        <PlanTable
          caption={t('plan.caption', { year: plan.year })}
          tree={tree}
          year={plan.year}
          totalCents={plan.totalCents}
          isWhole
          markedCode={markedCode}
        />
        <CommunitiesRule plan={plan} />
        <PlanSource plan={plan} />
        <PlanVersions plan={plan} />
      </Stack>
    </>
  );
}

function PlanFigures({ tree, totalCents }: { readonly tree: readonly LineInTree[]; readonly totalCents: Cents }) {
  const { t } = useTranslation('register');
  const top = tree.filter(({ above }) => above.length === 0);
  const sumOf = (amount: (line: PlanLine) => Cents) => cents(top.reduce((sum, { line }) => sum + amount(line), 0));
  const total = <DataFigure value={<Money cents={totalCents} />} label={t('plan.total')} />;
  // Nothing in this register is not the same as nothing awarded: plans of former years were paid out elsewhere.
  if (top.every(({ line }) => line.awardedCents === 0 && line.reservedCents === 0)) {
    return (
      <Stack gap={3}>
        <DataFigures>{total}</DataFigures>
        <p>{t('plan.noAwards')}</p>
      </Stack>
    );
  }
  return (
    <DataFigures>
      {total}
      <DataFigure value={<Money cents={sumOf((line) => line.awardedCents)} />} label={t('plan.awardedSoFar')} />
      <DataFigure value={<Money cents={sumOf((line) => line.paidCents)} />} label={t('plan.paidSoFar')} />
      <DataFigure value={<Money cents={sumOf((line) => line.reservedCents)} />} label={t('plan.reserved')} />
    </DataFigures>
  );
}

/** The line that the address points at. Only the browser knows it: that part of an address is never sent. */
function useMarkedCode(): string | null {
  const { hash } = useLocation();
  const [code, setCode] = useState<string | null>(null);
  useEffect(() => setCode(/^#line-([\d.]+)$/.exec(hash)?.[1] ?? null), [hash]);
  return code;
}
