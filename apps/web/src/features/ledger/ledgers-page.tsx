import { plan } from '@commonlot/contracts';
import { languages } from '@commonlot/domain';
import { EmptyState, PageHeader } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, redirect } from 'react-router';
import { serverApi } from '../../shared/api/api.server';
import { PageTitle } from '../../shared/page-title';
import { pathTo } from '../../shared/paths/paths';

/** Leads to the newest year with a plan in force. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { rows } = await serverApi(request)(plan.listPlanVersions);
  const newest = rows.find(({ state }) => state === 'in-force');
  const language = languages.find((each) => each === params['language']) ?? 'nl';
  if (newest !== undefined) throw redirect(pathTo('year-ledger', language, { year: newest.year }));
  return null;
}

export default function LedgersPage() {
  const { t } = useTranslation('ledger');
  return (
    <>
      <PageTitle>{t('none')}</PageTitle>
      <PageHeader title={t('none')} />
      <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
    </>
  );
}
