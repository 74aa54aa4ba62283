import { plan } from '@commonlot/contracts';
import {
  Button,
  ButtonRow,
  type Column,
  Day,
  Dialog,
  EmptyState,
  LinkButton,
  Money,
  PageHeader,
  Stack,
  Table,
  UiLink,
} from '@commonlot/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useLoaderData, useNavigate } from 'react-router';
import { serverApi } from '../../shared/api/api.server';
import { useApi, useFormKey } from '../../shared/api/browser-api';
import { ProblemNotice } from '../../shared/form/problem-notice';
import { usePath } from '../../shared/i18n/use-language';
import { PageTitle } from '../../shared/page-title';
import { useSession } from '../../shared/session/session';
import { type PlanHead, PlanStateTag } from './plan-state';

export async function loader({ request }: LoaderFunctionArgs) {
  return serverApi(request)(plan.listPlanVersions);
}

export default function PlansPage() {
  const { t } = useTranslation('plan');
  const { t: shared } = useTranslation('shared');
  const path = usePath();
  const { can } = useSession();
  const { rows } = useLoaderData<typeof loader>();
  const [source, setSource] = useState<PlanHead | null>(null);
  const columns: Column<PlanHead>[] = [
    {
      id: 'year',
      header: t('field.year'),
      rowHeader: true,
      noWrap: true,
      cell: (row) => (
        <UiLink href={path('plan-version', { versionId: row.id })}>
          {t('version', { year: row.year, number: row.number })}
        </UiLink>
      ),
    },
    { id: 'stage', header: t('field.stage'), cell: (row) => t(`stage.${row.stage}`) },
    { id: 'state', header: t('field.state'), cell: (row) => <PlanStateTag state={row.state} /> },
    { id: 'decree', header: t('field.decree'), wideOnly: true, cell: (row) => <Day on={row.decreeOn} /> },
    { id: 'total', header: t('field.total'), end: true, cell: (row) => <Money cents={row.totalCents} /> },
    ...(can('plan:write')
      ? [
          {
            id: 'copy',
            header: shared('action.title'),
            headerHidden: true,
            end: true,
            cell: (row: PlanHead) => (
              <Button size="small" tone="quiet" onClick={() => setSource(row)}>
                {t('plans.copy')}
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <PageTitle>{t('plans.title')}</PageTitle>
      <PageHeader
        title={t('plans.title')}
        lede={<p>{t('plans.lede')}</p>}
        actions={can('plan:write') && <LinkButton href={path('import-plan')}>{t('plans.import')}</LinkButton>}
      />
      {rows.length === 0 ? (
        <EmptyState title={t('plans.none')} />
      ) : (
        <Table caption={t('plans.title')} captionHidden columns={columns} rows={rows} rowKey={(row) => row.id} />
      )}
      {source !== null && <CopyDialog source={source} onClose={() => setSource(null)} />}
    </>
  );
}

/** A new version starts from one that exists: the definitive plan from the provisional one, next year's from this year's. */
function CopyDialog({ source, onClose }: { readonly source: PlanHead; readonly onClose: () => void }) {
  const { t } = useTranslation('plan');
  const { t: shared } = useTranslation('shared');
  const api = useApi();
  const path = usePath();
  const navigate = useNavigate();
  const [key] = useFormKey();
  const [problem, setProblem] = useState<unknown>(null);

  async function begin(year: number, stage: PlanHead['stage']) {
    setProblem(null);
    try {
      const body = { year, stage, totalCents: source.totalCents, fromVersionId: source.id, source: '', remark: null };
      const { id } = await api(plan.createPlanVersion, { body }, { key });
      await navigate(path('plan-version', { versionId: id }));
    } catch (error) {
      setProblem(error);
    }
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={t('copy.title', { year: source.year, number: source.number })}
      actions={
        <ButtonRow>
          <Button tone="primary" onClick={() => void begin(source.year, 'definitive')}>
            {t('copy.sameYear', { year: source.year })}
          </Button>
          <Button onClick={() => void begin(source.year + 1, 'provisional')}>
            {t('copy.nextYear', { year: source.year + 1 })}
          </Button>
          <Button tone="quiet" onClick={onClose}>
            {shared('action.cancel')}
          </Button>
        </ButtonRow>
      }
    >
      <Stack>
        <p>{t('copy.text')}</p>
        <ProblemNotice error={problem} />
      </Stack>
    </Dialog>
  );
}
