import { calls } from '@commonlot/contracts';
import { inLanguage } from '@commonlot/domain';
import { LinkButton, Notice, PageHeader } from '@commonlot/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useLoaderData, useRevalidator } from 'react-router';
import { serverApi } from '../../shared/api/api.server';
import { useLanguage, usePath } from '../../shared/i18n/use-language';
import { PageTitle } from '../../shared/page-title';
import { CallEditor } from './call-editor';
import { otherThan } from './own-text';
import { PhaseTag } from './phase-tag';

export async function loader({ request, params }: LoaderFunctionArgs) {
  return serverApi(request)(calls.readCall, { params: { callId: params['callId'] ?? '' } });
}

/** The draft of a call, as it is written; saved by itself. */
export default function EditCallPage() {
  const { t } = useTranslation('calls');
  const path = usePath();
  const language = useLanguage();
  const { revalidate } = useRevalidator();
  const call = useLoaderData<typeof loader>();
  const [loads, setLoads] = useState(0);
  const title = inLanguage(call.title, language);
  return (
    <>
      <PageTitle>{t('edit.title', { number: call.number })}</PageTitle>
      <PageHeader
        title={title.text}
        titleLang={otherThan(language, title.language)}
        kicker={t('edit.title', { number: call.number })}
        breadcrumbs={[
          { label: t('list.title'), href: path('work-calls') },
          { label: call.number, href: path('work-call', { callId: call.id }) },
        ]}
        meta={<PhaseTag phase={call.phase} />}
      />
      {call.state === 'draft' ? (
        <CallEditor
          key={`${call.id}:${loads}`}
          call={call}
          onReload={async () => {
            await revalidate();
            setLoads(loads + 1);
          }}
        />
      ) : (
        <Notice
          tone="warning"
          title={t('edit.frozen')}
          actions={<LinkButton href={path('work-call', { callId: call.id })}>{t('edit.toCall')}</LinkButton>}
        >
          {t('edit.frozenText')}
        </Notice>
      )}
    </>
  );
}
