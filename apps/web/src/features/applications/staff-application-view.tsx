import { formatEnterpriseNumber } from '@commonlot/domain';
import {
  Columns,
  Day,
  Instant,
  Money,
  Notice,
  PageHeader,
  Panel,
  PlainText,
  Stack,
  SummaryList,
  Table,
  UiLink,
} from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { Localised, useLocalised } from '../../shared/i18n/localised';
import { usePath } from '../../shared/i18n/use-language';
import { PageTitle } from '../../shared/page-title';
import { useSession } from '../../shared/session/session';
import type { Municipality } from '../organisations';
import { ApplicationStateTag } from './application-state-tag';
import styles from './receipt.module.css';
import type { StaffApplication } from './records';
import { ScreeningActions } from './screening-actions';
import { SentAnswers } from './sent-answers';

interface StaffApplicationViewProps {
  readonly application: StaffApplication;
  readonly municipalities: readonly Municipality[];
}

/** An application as staff read it: what was sent, by whom, what the organisation received before, and the screening. */
export function StaffApplicationView({ application, municipalities }: StaffApplicationViewProps) {
  const { t } = useTranslation('applications');
  const path = usePath();
  const { can } = useSession();
  const localised = useLocalised();
  const { number, title, state, callId, callNumber } = application;
  return (
    <>
      <PageTitle>{`${number} ${title}`}</PageTitle>
      <PageHeader
        title={title || t('draft.untitled')}
        titleLang={application.fileLanguage}
        kicker={number}
        meta={
          <>
            <ApplicationStateTag state={state} />
            <Localised text={application.callTitle} />
          </>
        }
        breadcrumbs={[
          { label: `${callNumber} ${localised(application.callTitle)}`, href: path('work-call', { callId }) },
          { label: t('screen.title'), href: path('screening', { callId }) },
        ]}
      />
      <Columns aside={<StaffFacts application={application} />}>
        <Stack gap={7}>
          {state === 'submitted' && can('application:screen') && (
            <Panel title={t('screen.decide')} tone="accent">
              <ScreeningActions application={application} />
            </Panel>
          )}
          <Reasons application={application} />
          <SentAnswers
            applicationId={application.id}
            form={application.form}
            lang={application.fileLanguage}
            answers={application.answers}
            attachments={application.attachments}
            municipalities={municipalities}
          />
          <EarlierAwards application={application} />
        </Stack>
      </Columns>
    </>
  );
}

function Reasons({ application }: { readonly application: StaffApplication }) {
  const { t } = useTranslation('applications');
  const { exclusionReasons, withdrawalReason, state } = application;
  return (
    <>
      {state === 'withdrawn' && <Notice title={t('withdraw.done')}>{withdrawalReason}</Notice>}
      {exclusionReasons.length > 0 && (
        <Notice tone="warning" title={t('screen.reasons')}>
          {exclusionReasons.map((reason) => (
            <div key={reason.code}>
              <strong>{t(`exclusion.${reason.code}`)}</strong>
              <PlainText>{reason.text}</PlainText>
            </div>
          ))}
        </Notice>
      )}
    </>
  );
}

function StaffFacts({ application }: { readonly application: StaffApplication }) {
  const { t } = useTranslation('applications');
  const path = usePath();
  const { organisationId, organisationName, enterpriseNumber, reviewers, reviewsSent, contentHash } = application;
  return (
    <SummaryList
      stacked
      items={[
        { id: 'requested', label: t('fact.requested'), value: <Money cents={application.requestedCents} /> },
        {
          id: 'organisation',
          label: t('fact.organisation'),
          value: (
            <>
              <UiLink href={path('work-organisation', { organisationId })}>{organisationName}</UiLink>
              <br />
              {formatEnterpriseNumber(enterpriseNumber)}
            </>
          ),
        },
        { id: 'sent', label: t('receipt.at'), value: <Instant at={application.submittedAt} /> },
        { id: 'language', label: t('fact.language'), value: t(`fileLanguage.${application.fileLanguage}`) },
        {
          id: 'reviewers',
          label: t('fact.reviewers'),
          value: t('fact.reviewsSent', { sent: reviewsSent, count: reviewers }),
        },
        {
          id: 'hash',
          label: t('receipt.fingerprint'),
          value: <code className={styles.hash}>{contentHash ?? '–'}</code>,
        },
        {
          id: 'history',
          label: t('fact.history'),
          value: (
            <UiLink href={path('history', { subjectType: 'application', subjectId: application.id })}>
              {t('fact.historyLink')}
            </UiLink>
          ),
        },
      ]}
    />
  );
}

function EarlierAwards({ application }: { readonly application: StaffApplication }) {
  const { t } = useTranslation('applications');
  const path = usePath();
  const rows = application.earlierAwards;
  return (
    <Panel title={t('earlier.title')}>
      {rows.length === 0 ? (
        <p>{t('earlier.none')}</p>
      ) : (
        <Table
          caption={t('earlier.title')}
          captionHidden
          dense
          narrow="compact"
          rows={rows}
          rowKey={(row) => row.number}
          columns={[
            {
              id: 'title',
              header: t('earlier.what'),
              rowHeader: true,
              cell: (row) => <UiLink href={path('award', { number: row.number })}>{row.title}</UiLink>,
            },
            { id: 'on', header: t('decision.on'), cell: (row) => <Day on={row.decidedOn} /> },
            {
              id: 'amount',
              header: t('costs.amount'),
              end: true,
              cell: (row) => <Money cents={row.amountCents} decimals="always" />,
            },
          ]}
        />
      )}
    </Panel>
  );
}
