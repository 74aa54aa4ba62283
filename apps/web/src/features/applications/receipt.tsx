import { brusselsClock, formatEnterpriseNumber } from '@commonlot/domain';
import { Button, Instant, Panel, Stack, SummaryList } from '@commonlot/ui';
import { Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import styles from './receipt.module.css';
import type { OwnApplication } from './records';

/** The acknowledgement of receipt: number, exact instant, fingerprint of the content, and what happens next. */
export function Receipt({ application }: { readonly application: OwnApplication }) {
  const { t } = useTranslation('applications');
  const { t: shared } = useTranslation('shared');
  const { number, submittedAt, submittedBy, contentHash, organisationName, enterpriseNumber } = application;
  return (
    <Panel
      title={t('receipt.title')}
      tone="raised"
      actions={
        <Button size="small" icon={<Printer aria-hidden="true" />} onClick={() => window.print()}>
          {shared('action.print')}
        </Button>
      }
    >
      <Stack gap={5}>
        <p className={styles.number}>{number}</p>
        <SummaryList
          items={[
            {
              id: 'at',
              label: t('receipt.at'),
              value: (
                <>
                  <Instant at={submittedAt} />
                  {submittedAt !== null && <p className={styles.note}>{t('receipt.exact', exactly(submittedAt))}</p>}
                </>
              ),
            },
            {
              id: 'for',
              label: t('fact.organisation'),
              value: `${organisationName} (${formatEnterpriseNumber(enterpriseNumber)})`,
            },
            { id: 'by', label: t('receipt.by'), value: submittedBy ?? '–' },
            {
              id: 'hash',
              label: t('receipt.fingerprint'),
              value: (
                <>
                  <code className={styles.hash}>{contentHash ?? '–'}</code>
                  <p className={styles.note}>{t('receipt.fingerprintText')}</p>
                </>
              ),
            },
          ]}
        />
        {application.releasedState === 'submitted' && (
          <div>
            <h3>{t('receipt.next')}</h3>
            <ol className={styles.next}>
              <li>
                {t('receipt.nextCloses')} <Instant at={application.closesAt} />
              </li>
              <li>{t('receipt.nextJudged')}</li>
              <li>{t('receipt.nextDecided')}</li>
            </ol>
          </div>
        )}
      </Stack>
    </Panel>
  );
}

/** The second that counts, on the clock of Brussels and as it stands in the content that was fingerprinted. */
function exactly(submittedAt: string) {
  const at = new Date(submittedAt);
  return { clock: `${brusselsClock(at)}:${String(at.getUTCSeconds()).padStart(2, '0')}`, utc: at.toISOString() };
}
