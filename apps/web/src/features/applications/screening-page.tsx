import { applications, calls } from '@commonlot/contracts';
import { inLanguage } from '@commonlot/domain';
import { EmptyState, Instant, Notice, PageHeader, Pagination, ProgressBar, Stack } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { serverApi } from '../../shared/api/api.server';
import { useLanguage, usePath } from '../../shared/i18n/use-language';
import { PageTitle } from '../../shared/page-title';
import { ProcedureTabs } from './procedure-tabs';
import { ScreeningFilters, screeningStates } from './screening-filters';
import { ScreeningList } from './screening-list';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const api = serverApi(request);
  const callId = params.callId ?? '';
  const query = new URL(request.url).searchParams;
  const after = query.get('after') ?? undefined;
  const search = query.get('search')?.slice(0, 100) ?? '';
  const state = screeningStates.find((each) => each === query.get('state'));
  const [call, page] = await Promise.all([
    api(calls.readCall, { params: { callId } }),
    api(applications.listApplications, {
      params: { callId },
      query: { ...(after && { after }), ...(search && { search }), ...(state && { state }) },
    }),
  ]);
  const { id, number, title, phase, closesAt, counts } = call;
  return { call: { id, number, title, phase, closesAt, counts }, page, search, state: state ?? null, isFirst: !after };
}

/** The files of a call that were sent, to be found admissible or not. */
export default function ScreeningPage() {
  const { t } = useTranslation('applications');
  const path = usePath();
  const language = useLanguage();
  const { call, page, search, state, isFirst } = useLoaderData<typeof loader>();
  const title = inLanguage(call.title, language);
  const { submitted, admitted, excluded, awarded, refused } = call.counts;
  const done = admitted + excluded + awarded + refused;
  const isOpen = call.phase === 'open';
  return (
    <>
      <PageTitle>{t('screening.title')}</PageTitle>
      <PageHeader
        title={title.text}
        titleLang={title.language}
        kicker={call.number}
        lede={<p>{t('screening.lede')}</p>}
      />
      <ProcedureTabs callId={call.id} current="screening" />
      <Stack gap={6}>
        {isOpen && (
          <Notice tone="info" title={t('screening.open')}>
            <p>
              {t('screening.openText')} <Instant at={call.closesAt} />
            </p>
          </Notice>
        )}
        {done + submitted > 0 && (
          <ProgressBar
            label={t('screening.progress')}
            value={done}
            max={done + submitted}
            text={t('screening.doneOf', { done, count: done + submitted })}
          />
        )}
        <ScreeningFilters callId={call.id} search={search} state={state} />
        {page.rows.length === 0 ? (
          <EmptyState title={t('screening.none')}>{t('screening.noneText')}</EmptyState>
        ) : (
          <ScreeningList rows={page.rows} isOpen={isOpen} />
        )}
        <Pagination
          newerHref={isFirst ? null : path('screening', { callId: call.id }, { search, state })}
          olderHref={page.next && path('screening', { callId: call.id }, { search, state, after: page.next })}
        />
      </Stack>
    </>
  );
}
