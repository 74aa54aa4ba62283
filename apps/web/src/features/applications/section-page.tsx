import { applications, organisations } from '@commonlot/contracts';
import { Button, ButtonRow, ErrorList, FormLayout, Notice, PageHeader } from '@commonlot/ui';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { data, type LoaderFunctionArgs, redirect, useLoaderData, useLocation, useNavigate } from 'react-router';
import { serverApi } from '../../shared/api/api.server';
import { useLocalised } from '../../shared/i18n/localised';
import { usePath } from '../../shared/i18n/use-language';
import { PageTitle } from '../../shared/page-title';
import { languageOf, pathTo } from '../../shared/paths/paths';
import { AnswerList } from './answer-list';
import { DraftBar } from './draft-bar';
import { SectionQuestions } from './section-questions';
import { type DraftSaving, useAutosave } from './use-autosave';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const applicationId = params['applicationId'] ?? '';
  const api = serverApi(request);
  const application = await api(applications.readOwnApplication, { params: { applicationId } });
  if (application.releasedState !== 'draft') {
    throw redirect(pathTo('application', languageOf(new URL(request.url).pathname) ?? 'nl', { applicationId }));
  }
  const index = application.form.sections.findIndex((section) => section.id === params['sectionId']);
  const section = application.form.sections[index];
  if (section === undefined) throw data({ code: 'record.missing', details: {} }, { status: 404 });
  const asksPlace = section.questions.some((question) => question.type === 'municipality');
  const municipalities = asksPlace ? (await api(organisations.listMunicipalities)).rows : [];
  return { application, section, index, municipalities };
}

/** One section of the form, saved while somebody types. */
export default function SectionPage() {
  const { application, section } = useLoaderData<typeof loader>();
  return <SectionForm key={`${application.id} ${section.id}`} />;
}

function SectionForm() {
  const { t } = useTranslation('applications');
  const { t: shared } = useTranslation('shared');
  const path = usePath();
  const localised = useLocalised();
  const { application, section, index, municipalities } = useLoaderData<typeof loader>();
  const saving = useAutosave(application);
  const [unread, setUnread] = useState<readonly string[]>([]);
  const [attempt, setAttempt] = useState(0);
  const leave = useLeave(saving);
  useFocusOnQuestion();
  const { id: applicationId, form, number } = application;
  const next = form.sections[index + 1];
  const home = path('draft', { applicationId });
  const nextPath = next
    ? path('draft-section', { applicationId, sectionId: next.id })
    : path('check', { applicationId });
  const title = localised(section.title);

  /** Leaves unless a field holds what cannot be read: that would be lost, so it has to be put right first. */
  function go(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = [...event.currentTarget.querySelectorAll('[data-unreadable]')].map((field) => field.id);
    setUnread(fields);
    setAttempt(attempt + 1);
    const submitter = (event.nativeEvent as SubmitEvent).submitter;
    if (fields.length === 0) void leave(submitter?.dataset['close'] ? home : nextPath);
  }

  return (
    <>
      <PageTitle>{title}</PageTitle>
      <PageHeader
        title={title}
        kicker={t('section.kicker', { number, place: index + 1, count: form.sections.length })}
        breadcrumbs={[
          { label: t('list.title'), href: path('applications') },
          { label: application.title || t('draft.untitled'), href: home },
        ]}
      />
      <DraftBar application={application} saving={saving} />
      {application.mayEdit ? (
        <FormLayout method="post" onSubmit={go}>
          <ErrorList
            attempt={attempt}
            items={unread.map((id) => ({ href: `#${id}`, message: t('section.unreadable') }))}
          />
          <SectionQuestions
            application={application}
            section={section}
            saving={saving}
            municipalities={municipalities}
          />
          <ButtonRow>
            <Button type="submit" tone="primary">
              {shared('action.saveAndContinue')}
            </Button>
            <Button type="submit" data-close="true">
              {t('section.saveAndClose')}
            </Button>
          </ButtonRow>
        </FormLayout>
      ) : (
        <>
          <Notice>{t('section.readOnly')}</Notice>
          <AnswerList
            applicationId={applicationId}
            section={section}
            lang={application.fileLanguage}
            answers={application.answers}
            attachments={application.attachments}
            municipalities={municipalities}
          />
        </>
      )}
    </>
  );
}

/** Sends what waits, then goes on; when the line is down the text is in the store of the browser and goes along. */
function useLeave(saving: DraftSaving) {
  const navigate = useNavigate();
  return async (to: string) => {
    await Promise.race([saving.flush(), new Promise((resolve) => setTimeout(resolve, 3000))]);
    await navigate(to);
  };
}

/** A link to a question gives it the focus; after the heading of the page, which gets it on every navigation. */
function useFocusOnQuestion() {
  const { hash, key } = useLocation();
  useEffect(() => {
    if (key === '' || hash.length < 2) return undefined;
    const timer = setTimeout(() => document.getElementById(hash.slice(1))?.focus(), 50);
    return () => clearTimeout(timer);
  }, [hash, key]);
}
