import { calls, reviews } from '@commonlot/contracts';
import { inLanguage } from '@commonlot/domain';
import { EmptyState, LinkButton, PageHeader, Panel, ProgressBar, Stack, TabLinks } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { serverApi } from '../../shared/api/api.server';
import { useLanguage, usePath } from '../../shared/i18n/use-language';
import { PageTitle } from '../../shared/page-title';
import { ProcedureTabs } from '../applications';
import { AssignForm } from './assign-form';
import { FilesByReviewer, ReviewersByFile } from './assignment-tables';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const api = serverApi(request);
  const callId = params.callId ?? '';
  const [call, reviewersOfCall] = await Promise.all([
    api(calls.readCall, { params: { callId } }),
    api(reviews.readReviewers, { params: { callId } }),
  ]);
  const by = new URL(request.url).searchParams.get('by') === 'reviewer' ? 'reviewer' : 'file';
  return { call: { id: call.id, number: call.number, title: call.title, state: call.state }, ...reviewersOfCall, by };
}

/** Who reads which file, and how far they are; never a score. */
export default function AssignPage() {
  const { t } = useTranslation('reviews');
  const path = usePath();
  const language = useLanguage();
  const { call, reviewers, files, by } = useLoaderData<typeof loader>();
  const callTitle = inLanguage(call.title, language);
  const params = { callId: call.id };
  const standing = files.flatMap(({ assignments }) => assignments).filter(({ state }) => state !== 'conflicted');
  const sent = standing.filter(({ state }) => state === 'sent').length;
  return (
    <>
      <PageTitle>{t('assign.title')}</PageTitle>
      <PageHeader
        title={callTitle.text}
        titleLang={callTitle.language}
        kicker={call.number}
        lede={<p>{t('assign.lede')}</p>}
      />
      <ProcedureTabs callId={call.id} current="assign-reviewers" />
      {files.length === 0 ? (
        <EmptyState
          title={t('assign.none')}
          action={<LinkButton href={path('screening', params)}>{t('assign.toScreening')}</LinkButton>}
        >
          {t('assign.noneText')}
        </EmptyState>
      ) : (
        <Stack gap={7}>
          {standing.length > 0 && (
            <ProgressBar
              label={t('assign.progress')}
              value={sent}
              max={standing.length}
              text={t('assign.sentOf', { sent, count: standing.length })}
            />
          )}
          {call.state === 'published' && <AssignForm callId={call.id} reviewers={reviewers} files={files} />}
          <Panel title={t('assign.standing')}>
            <Stack>
              <TabLinks
                label={t('assign.view')}
                tabs={[
                  {
                    href: path('assign-reviewers', params),
                    label: t('assign.byFile'),
                    count: files.length,
                    current: by === 'file',
                  },
                  {
                    href: path('assign-reviewers', params, { by: 'reviewer' }),
                    label: t('assign.byReviewer'),
                    count: reviewers.length,
                    current: by === 'reviewer',
                  },
                ]}
              />
              {by === 'file' ? <ReviewersByFile files={files} /> : <FilesByReviewer reviewers={reviewers} />}
            </Stack>
          </Panel>
        </Stack>
      )}
    </>
  );
}
