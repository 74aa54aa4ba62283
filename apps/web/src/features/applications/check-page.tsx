import { applications, organisations } from '@commonlot/contracts';
import { Notice, PageHeader, Panel, Stack } from '@commonlot/ui';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, redirect, useLoaderData, useRevalidator } from 'react-router';
import { serverApi } from '../../shared/api/api.server';
import { Localised } from '../../shared/i18n/localised';
import { usePath } from '../../shared/i18n/use-language';
import { PageTitle } from '../../shared/page-title';
import { languageOf, pathTo } from '../../shared/paths/paths';
import { AnswerList } from './answer-list';
import { BlockerList } from './blocker-list';
import { DraftBar } from './draft-bar';
import { SendForm } from './send-form';
import { type DraftSaving, useAutosave } from './use-autosave';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const applicationId = params['applicationId'] ?? '';
  const api = serverApi(request);
  const [application, { rows }] = await Promise.all([
    api(applications.readOwnApplication, { params: { applicationId } }),
    api(organisations.listMunicipalities),
  ]);
  if (application.releasedState === 'draft') return { application, municipalities: rows };
  throw redirect(pathTo('application', languageOf(new URL(request.url).pathname) ?? 'nl', { applicationId }));
}

/** Everything once more before it is sent: what is missing, every answer, the declaration, one button. */
export default function CheckPage() {
  const { t } = useTranslation('applications');
  const path = usePath();
  const { application, municipalities } = useLoaderData<typeof loader>();
  const saving = useAutosave(application);
  useFreshAnswers(application.revision, saving);
  const blockerList = useRef<HTMLDivElement>(null);
  const { id: applicationId, form, attachments, blockers } = application;
  const missing = new Set(blockers.flatMap(({ questionId }) => (questionId === null ? [] : [questionId])));
  return (
    <>
      <PageTitle>{t('check.title')}</PageTitle>
      <PageHeader
        title={t('check.title')}
        kicker={t('draft.kicker', { number: application.number })}
        lede={<p>{t('check.lede', { organisation: application.organisationName })}</p>}
        breadcrumbs={[
          { label: t('list.title'), href: path('applications') },
          { label: application.title || t('draft.untitled'), href: path('draft', { applicationId }) },
        ]}
      />
      <DraftBar application={application} saving={saving} />
      <Stack gap={7}>
        <div ref={blockerList} tabIndex={-1}>
          <BlockerList application={application} />
        </div>
        {form.sections.map((section) => (
          <Panel key={section.id} title={<Localised text={section.title} />}>
            <AnswerList
              applicationId={applicationId}
              section={section}
              lang={application.fileLanguage}
              answers={saving.snapshot.answers}
              attachments={attachments}
              municipalities={municipalities}
              missing={missing}
              {...(application.mayEdit
                ? { changeHref: `${path('draft-section', { applicationId, sectionId: section.id })}?check=1` }
                : {})}
            />
          </Panel>
        ))}
        {application.maySubmit ? (
          <SendForm application={application} saving={saving} onBlocked={() => blockerList.current?.focus()} />
        ) : (
          <Notice>{t('check.notYours')}</Notice>
        )}
      </Stack>
    </>
  );
}

/** What was still on its way when this page was read is judged again once it has arrived. */
function useFreshAnswers(revision: number, saving: DraftSaving) {
  const { revalidate } = useRevalidator();
  const known = saving.snapshot.revision;
  useEffect(() => {
    if (known > revision) void revalidate();
  }, [known, revision, revalidate]);
}
