import { PlainText, Tag } from '@commonlot/ui';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../shared/session/session';
import type { Payment } from './payment-records';
import styles from './payments.module.css';

/** What stands in the way or what to know: blockers, the reason it came back, who prepared it, the bank's reference. */
export function PaymentNotes({ payment }: { readonly payment: Payment }) {
  const { t } = useTranslation('payments');
  const { person, can } = useSession();
  const { state, blockers, returnReason, may, preparedBy, approvedBy, bankReference, condition } = payment;
  const isOwn = state === 'prepared' && preparedBy !== null && preparedBy === person?.name;
  const waitsForOther = state === 'prepared' && !may.approve && blockers.length === 0;
  return (
    <div className={styles.notes}>
      {blockers.map((blocker) => (
        <p key={blocker} className={styles.blocker}>
          <TriangleAlert aria-hidden="true" /> {t(`blocker.${blocker}`)}
        </p>
      ))}
      {returnReason !== null && (
        <div>
          <Tag tone="danger" icon="attention">
            {t('returned')}
          </Tag>
          <PlainText>{returnReason}</PlainText>
        </div>
      )}
      {condition !== '' && state === 'planned' && <p>{condition}</p>}
      {state !== 'planned' && preparedBy !== null && <p>{t('preparedBy', { name: preparedBy })}</p>}
      {waitsForOther && <p>{t(isOwn && can('payment:approve') ? 'fourEyes.own' : 'fourEyes.other')}</p>}
      {approvedBy !== null && <p>{t('approvedBy', { name: approvedBy })}</p>}
      {bankReference !== '' && <p>{t('reference', { reference: bankReference })}</p>}
    </div>
  );
}
