import { decisions } from '@commonlot/contracts';
import { inLanguage } from '@commonlot/domain';
import { Columns, PageHeader, Panel, Stack } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { serverApi } from '../../shared/api/api.server';
import { useLanguage, usePath } from '../../shared/i18n/use-language';
import { PageTitle } from '../../shared/page-title';
import { BatchActions } from './batch-actions';
import { BatchChecks } from './batch-checks';
import { BatchFigures } from './batch-figures';
import { BatchSteps } from './batch-steps';
import { DecisionTable } from './decision-table';
import { LettersProgress } from './letters-progress';
import { BatchStateTag } from './state-tags';

export async function loader({ request, params }: LoaderFunctionArgs) {
  return serverApi(request)(decisions.readBatch, { params: { batchId: params.batchId ?? '' } });
}

/** One page for the decision: the money, what is checked, every file with its score and its amount, and the next step. */
export default function BatchPage() {
  const { t } = useTranslation('decisions');
  const path = usePath();
  const language = useLanguage();
  const batch = useLoaderData<typeof loader>();
  const title = inLanguage(batch.title, language);
  return (
    <>
      <PageTitle>{`${batch.number} ${title.text}`}</PageTitle>
      <PageHeader
        title={title.text}
        titleLang={title.language}
        kicker={batch.number}
        breadcrumbs={[{ label: t('batches.title'), href: path('batches') }]}
        meta={
          <>
            <BatchStateTag state={batch.state} />
            <span>{batch.callNumber ?? t('batch.line', { code: batch.lineCode })}</span>
          </>
        }
      />
      <Stack gap={7}>
        <BatchFigures batch={batch} />
        <Columns aside={<BatchSteps batch={batch} />}>
          <Stack gap={5}>
            <BatchChecks batch={batch} />
            {batch.state === 'signed' && <LettersProgress batch={batch} />}
            <BatchActions key={batch.state} batch={batch} />
          </Stack>
        </Columns>
        <Panel title={t('batch.files', { count: batch.rows.length })}>
          <DecisionTable batch={batch} />
        </Panel>
      </Stack>
    </>
  );
}
