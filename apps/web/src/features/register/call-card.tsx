import { formatEuros } from '@commonlot/domain';
import { Card, Instant } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { Localised } from '../../shared/i18n/localised';
import { useLanguage, usePath } from '../../shared/i18n/use-language';
import styles from './call-card.module.css';
import { CallPhaseTag } from './call-phase-tag';
import type { CallHead } from './records';

/** A call that is open or will be: what for, how much, until when. */
export function CallCard({ call }: { readonly call: CallHead }) {
  const { t } = useTranslation('register');
  const language = useLanguage();
  const path = usePath();
  const isAhead = call.phase === 'announced';
  return (
    <Card
      title={<Localised text={call.title} />}
      href={path('call', { number: call.number })}
      meta={
        <>
          <CallPhaseTag phase={call.phase} />
          <span>{call.number}</span>
        </>
      }
      footer={
        <dl className={styles.facts}>
          <div>
            <dt>{isAhead ? t('calls.opens') : t('calls.closes')}</dt>
            <dd className={styles.deadline}>
              <Instant at={isAhead ? call.opensAt : call.closesAt} />
            </dd>
          </div>
          <div>
            <dt>{t('calls.perProject')}</dt>
            <dd>
              {t('calls.atMost', {
                amount: formatEuros(call.maxAmountCents, language),
                share: call.maxSharePercent,
              })}
            </dd>
          </div>
          <div>
            <dt>{t('calls.envelope')}</dt>
            <dd>{formatEuros(call.envelopeCents, language)}</dd>
          </div>
        </dl>
      }
    >
      <p>
        <Localised text={call.summary} />
      </p>
    </Card>
  );
}
