import { Card, Instant, Money } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { Localised } from '../../shared/i18n/localised';
import { usePath } from '../../shared/i18n/use-language';
import type { OwnHead } from './records';
import { ReleasedStateTag } from './released-state-tag';

/** One application: where it stands, until when, and what comes next. */
export function OwnApplicationCard({ application }: { readonly application: OwnHead }) {
  const { t } = useTranslation('applications');
  const path = usePath();
  const { id: applicationId, releasedState, title, number, callTitle, organisationName, requestedCents } = application;
  const isDraft = releasedState === 'draft';
  return (
    <Card
      level={2}
      title={title || t('draft.untitled')}
      href={path(isDraft ? 'draft' : 'application', { applicationId })}
      meta={
        <>
          <ReleasedStateTag state={releasedState} /> {number}
        </>
      }
      footer={<NextStep application={application} />}
    >
      <p>
        {organisationName}
        <br />
        <Localised text={callTitle} />
      </p>
      {requestedCents !== null && (
        <p>
          {t('card.requested')} <Money cents={requestedCents} />
        </p>
      )}
    </Card>
  );
}

function NextStep({ application }: { readonly application: OwnHead }) {
  const { t } = useTranslation('applications');
  const { releasedState, closesAt, submittedAt, releasedAt } = application;
  if (releasedState === 'draft') {
    return (
      <span>
        {t('card.sendBefore')} <Instant at={closesAt} />
      </span>
    );
  }
  if (releasedState === 'submitted') {
    return (
      <span>
        {t('card.sentOn')} <Instant at={submittedAt} form="short" />. {t('card.waiting')}
      </span>
    );
  }
  if (releasedState === 'withdrawn' || releasedState === 'discarded') return <span>{t('card.nothing')}</span>;
  return (
    <span>
      {t('card.decided')} <Instant at={releasedAt} form="short" />. {t('card.readDecision')}
    </span>
  );
}
