import { Columns, Money, Notice, PageHeader, Panel, Stack, SummaryList, UiLink } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Localised } from '../../shared/i18n/localised';
import { usePath } from '../../shared/i18n/use-language';
import { PageTitle } from '../../shared/page-title';
import { type Municipality, type ReturnsOfAward, ReturnsOfAwards } from '../organisations';
import { ApplicationSteps } from './application-steps';
import { DecisionPanel } from './decision-panel';
import { Receipt } from './receipt';
import type { OwnApplication } from './records';
import { ReleasedStateTag } from './released-state-tag';
import { SentAnswers } from './sent-answers';
import { Withdraw } from './withdraw';

interface OwnApplicationViewProps {
  readonly application: OwnApplication;
  readonly municipalities: readonly Municipality[];
  /** What was lowered and asked back of the award since. */
  readonly returns: readonly ReturnsOfAward[];
}

/** What its organisation sees of an application that was sent, all of it from the released state. */
export function OwnApplicationView({ application, municipalities, returns }: OwnApplicationViewProps) {
  const { t } = useTranslation('applications');
  const path = usePath();
  const [query] = useSearchParams();
  const { number, title, releasedState, withdrawalReason } = application;
  const isFresh = query.has('sent') && releasedState === 'submitted';
  return (
    <>
      <PageTitle>{`${number} ${title}`}</PageTitle>
      <PageHeader
        title={title || t('draft.untitled')}
        kicker={number}
        meta={
          <>
            <ReleasedStateTag state={releasedState} />
            <Localised text={application.callTitle} />
          </>
        }
        breadcrumbs={[{ label: t('list.title'), href: path('applications') }]}
      />
      <Columns aside={<Aside application={application} />}>
        <Stack gap={7}>
          {isFresh && (
            <Notice tone="success" title={t('receipt.sent')} live>
              <p>{t('receipt.sentText')}</p>
            </Notice>
          )}
          {releasedState === 'withdrawn' && (
            <Notice title={t('withdraw.done')}>{withdrawalReason !== '' && <p>{withdrawalReason}</p>}</Notice>
          )}
          {application.decision !== null && (
            <DecisionPanel decision={application.decision} lang={application.fileLanguage} />
          )}
          <ReturnsOfAwards awards={returns} />
          {isFresh && <Receipt application={application} />}
          <Panel title={t('steps.title')}>
            <ApplicationSteps application={application} />
          </Panel>
          {!isFresh && application.submittedAt !== null && <Receipt application={application} />}
          <SentAnswers
            applicationId={application.id}
            form={application.form}
            lang={application.fileLanguage}
            answers={application.answers}
            attachments={application.attachments}
            municipalities={municipalities}
          />
        </Stack>
      </Columns>
    </>
  );
}

function Aside({ application }: { readonly application: OwnApplication }) {
  const { t } = useTranslation('applications');
  const path = usePath();
  const { organisationId, organisationName, callNumber, requestedCents } = application;
  return (
    <Stack gap={6}>
      <SummaryList
        stacked
        items={[
          { id: 'requested', label: t('fact.requested'), value: <Money cents={requestedCents} /> },
          {
            id: 'organisation',
            label: t('fact.organisation'),
            value: <UiLink href={path('work-organisation', { organisationId })}>{organisationName}</UiLink>,
          },
          {
            id: 'call',
            label: t('fact.call'),
            value: (
              <UiLink href={path('call', { number: callNumber })}>{t('fact.callRules', { number: callNumber })}</UiLink>
            ),
          },
          { id: 'language', label: t('fact.language'), value: t(`fileLanguage.${application.fileLanguage}`) },
        ]}
      />
      {application.mayWithdraw && <Withdraw application={application} />}
    </Stack>
  );
}
