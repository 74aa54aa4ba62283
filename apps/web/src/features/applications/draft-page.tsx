import { applications } from '@commonlot/contracts';
import { questionsOf } from '@commonlot/domain';
import { Columns, LinkButton, Money, PageHeader, Stack, SummaryList, TaskList, UiLink } from '@commonlot/ui';
import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router';
import { serverApi } from '../../shared/api/api.server';
import { Localised, useLocalised } from '../../shared/i18n/localised';
import { usePath } from '../../shared/i18n/use-language';
import { PageTitle } from '../../shared/page-title';
import { languageOf, pathTo } from '../../shared/paths/paths';
import { DiscardDraft } from './discard-draft';
import { DraftBar } from './draft-bar';
import type { OwnApplication, Question } from './records';
import { judgedAnswers, questionErrors, sectionState } from './section-state';
import { useAutosave } from './use-autosave';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const applicationId = params['applicationId'] ?? '';
  const application = await serverApi(request)(applications.readOwnApplication, { params: { applicationId } });
  if (application.releasedState === 'draft') return application;
  const language = languageOf(new URL(request.url).pathname) ?? 'nl';
  throw redirect(pathTo('application', language, { applicationId }));
}

/** The home of a draft: its sections, how far each is, and what comes after them. */
export default function DraftPage() {
  const { t } = useTranslation('applications');
  const path = usePath();
  const localised = useLocalised();
  const application = useLoaderData<typeof loader>();
  const saving = useAutosave(application);
  const { id: applicationId, callTitle, form } = application;
  const answers = judgedAnswers(saving.snapshot.answers, application.attachments);
  const tasks = form.sections.map((section) => ({
    id: section.id,
    title: localised(section.title),
    state: sectionState(section, answers, application),
    href: path('draft-section', { applicationId, sectionId: section.id }),
    hint: t('draft.questions', { count: section.questions.length }),
  }));
  const isReady = questionsOf(form).every(
    (question) => questionErrors(question as Question, answers, application).length === 0,
  );
  const check = { id: 'check', title: t('check.title'), href: path('check', { applicationId }) };
  const title = application.title || t('draft.untitled');
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <PageHeader
        title={title}
        kicker={t('draft.kicker', { number: application.number })}
        meta={<Localised text={callTitle} />}
        breadcrumbs={[{ label: t('list.title'), href: path('applications') }]}
      />
      <DraftBar application={application} saving={saving} />
      <Columns aside={<DraftFacts application={application} />}>
        <Stack gap={6}>
          <TaskList
            groups={[
              { id: 'fill', title: t('draft.fillIn'), tasks },
              {
                id: 'send',
                title: t('draft.send'),
                tasks: [{ ...check, state: 'not-started', hint: t('check.hint') }],
              },
            ]}
          />
          {isReady && application.maySubmit && (
            <LinkButton tone="primary" href={check.href} icon={<ArrowRight aria-hidden="true" />}>
              {t('check.title')}
            </LinkButton>
          )}
          {application.mayEdit && <DiscardDraft applicationId={applicationId} />}
        </Stack>
      </Columns>
    </>
  );
}

function DraftFacts({ application }: { readonly application: OwnApplication }) {
  const { t } = useTranslation('applications');
  const path = usePath();
  const { organisationId, organisationName, callNumber, maxAmountCents, maxSharePercent } = application;
  return (
    <SummaryList
      stacked
      items={[
        {
          id: 'organisation',
          label: t('fact.organisation'),
          value: (
            <>
              <UiLink href={path('work-organisation', { organisationId })}>{organisationName}</UiLink>
              <br />
              <UiLink href={`${path('work-organisation', { organisationId })}#members`}>{t('fact.whoWrites')}</UiLink>
            </>
          ),
        },
        {
          id: 'call',
          label: t('fact.call'),
          value: (
            <UiLink href={path('call', { number: callNumber })}>{t('fact.callRules', { number: callNumber })}</UiLink>
          ),
        },
        { id: 'amount', label: t('fact.maximum'), value: <Money cents={maxAmountCents} /> },
        { id: 'share', label: t('fact.share'), value: t('fact.shareOf', { share: maxSharePercent }) },
        { id: 'language', label: t('fact.language'), value: t(`fileLanguage.${application.fileLanguage}`) },
      ]}
    />
  );
}
