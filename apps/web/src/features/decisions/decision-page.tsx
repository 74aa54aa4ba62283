import { decisions } from '@commonlot/contracts';
import { LinkButton, Money, Notice, PageHeader, Stack } from '@commonlot/ui';
import { FileText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { serverApi } from '../../shared/api/api.server';
import { apiPath } from '../../shared/api/request';
import { usePath } from '../../shared/i18n/use-language';
import { PageTitle } from '../../shared/page-title';
import { useSession } from '../../shared/session/session';
import { Advice } from './advice';
import { DecisionForm } from './decision-form';
import styles from './decision-page.module.css';
import { DecisionText } from './decision-text';
import type { Decision } from './records';
import { OutcomeTag } from './state-tags';
import { useBlockerText } from './use-blocker-text';

export async function loader({ request, params }: LoaderFunctionArgs) {
  return serverApi(request)(decisions.readDecision, { params: { decisionId: params.decisionId ?? '' } });
}

/** One file: the advice beside the decision. */
export default function DecisionPage() {
  const { t } = useTranslation('decisions');
  const path = usePath();
  const decision = useLoaderData<typeof loader>();
  return (
    <>
      <PageTitle>{`${decision.number} ${decision.title}`}</PageTitle>
      <PageHeader
        title={decision.title}
        titleLang={decision.language}
        kicker={decision.number}
        breadcrumbs={[
          { label: t('batches.title'), href: path('batches') },
          { label: t('decision.batch'), href: path('batch', { batchId: decision.batchId }) },
        ]}
        meta={
          <>
            <OutcomeTag outcome={decision.outcome} />
            <span>{decision.organisationName}</span>
            <span>
              {t('field.requested')} <Money cents={decision.requestedCents} />
            </span>
          </>
        }
        actions={<HeaderLinks decision={decision} />}
      />
      <Stack gap={6}>
        <Blockers decision={decision} />
        <div className={styles.sides}>
          {/* Scrolls beside the form where it is long: the keyboard must reach it. */}
          <div className={styles.advice} {...{ role: 'region', tabIndex: 0, 'aria-label': t('advice.title') }}>
            <Advice decision={decision} />
          </div>
          <div className={styles.form}>
            {decision.mayEdit ? (
              // A language switch keeps the form; another file begins another one.
              <DecisionForm key={decision.id} decision={decision} />
            ) : (
              <DecisionText decision={decision} />
            )}
          </div>
        </div>
      </Stack>
    </>
  );
}

function HeaderLinks({ decision }: { readonly decision: Decision }) {
  const { t } = useTranslation('decisions');
  const path = usePath();
  const { can } = useSession();
  const { batchId, previousId, nextId, applicationId, directFileId } = decision;
  const isAward = decision.outcome === 'award' && decision.signedAt !== null;
  return (
    <>
      {decision.hasLetter && (
        <LinkButton
          size="small"
          icon={<FileText aria-hidden="true" />}
          href={apiPath(decisions.readLetter, { params: { decisionId: decision.id } })}
        >
          {t('decision.letter')}
        </LinkButton>
      )}
      {isAward && (
        <LinkButton size="small" href={path('award-money', { decisionId: decision.id })}>
          {t('decision.money')}
        </LinkButton>
      )}
      {applicationId !== null && can('application:read') && (
        <LinkButton size="small" href={path('application', { applicationId })}>
          {t('decision.file')}
        </LinkButton>
      )}
      {directFileId !== null && (
        <LinkButton size="small" href={path('direct-file', { directFileId })}>
          {t('decision.file')}
        </LinkButton>
      )}
      {previousId !== null && (
        <LinkButton size="small" rel="prev" href={path('decision', { batchId, decisionId: previousId })}>
          {t('decision.previous')}
        </LinkButton>
      )}
      {nextId !== null && (
        <LinkButton size="small" rel="next" href={path('decision', { batchId, decisionId: nextId })}>
          {t('decision.next')}
        </LinkButton>
      )}
    </>
  );
}

function Blockers({ decision }: { readonly decision: Decision }) {
  const { t } = useTranslation('decisions');
  const blockerText = useBlockerText();
  if (decision.blockers.length === 0) return null;
  return (
    <Notice tone="warning" title={t('decision.blocked')}>
      <ul className={styles.blockers}>
        {decision.blockers.map((blocker) => (
          <li key={blocker}>{blockerText(blocker)}</li>
        ))}
      </ul>
    </Notice>
  );
}
