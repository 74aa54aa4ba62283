import { payments } from '@commonlot/contracts';
import { Button } from '@commonlot/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRevalidator } from 'react-router';
import { useApi } from '../../shared/api/browser-api';
import { ProblemNotice } from '../../shared/form/problem-notice';
import type { Payment, Step } from './payment-records';
import styles from './payments.module.css';

interface PaymentActionsProps {
  readonly payment: Payment;
  readonly onOpen: (step: 'return' | 'confirm', payment: Payment) => void;
}

/** The next step of one payment, for whoever may take it. */
export function PaymentActions({ payment, onOpen }: PaymentActionsProps) {
  const { t } = useTranslation('payments');
  const api = useApi();
  const { revalidate } = useRevalidator();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const { may, number } = payment;

  async function take(step: Step) {
    setProblem(null);
    setPending(true);
    try {
      const input = { params: { paymentId: payment.id }, body: { revision: payment.revision } };
      await api(step === 'prepare' ? payments.preparePayment : payments.approvePayment, input);
      await revalidate();
    } catch (error) {
      setProblem(error);
    } finally {
      setPending(false);
    }
  }

  const small = { size: 'small' } as const;
  return (
    <div className={styles.actions}>
      <ProblemNotice error={problem} />
      {may.prepare && (
        <Button
          {...small}
          pending={pending}
          aria-label={t('action.prepareOne', { number })}
          onClick={() => void take('prepare')}
        >
          {t('action.prepare')}
        </Button>
      )}
      {may.approve && (
        <Button
          {...small}
          pending={pending}
          aria-label={t('action.approveOne', { number })}
          onClick={() => void take('approve')}
        >
          {t('action.approve')}
        </Button>
      )}
      {may.confirm && (
        <Button {...small} aria-label={t('action.confirmOne', { number })} onClick={() => onOpen('confirm', payment)}>
          {t('action.confirm')}
        </Button>
      )}
      {may.sendBack && (
        <Button
          {...small}
          tone="quiet"
          aria-label={t('action.sendBackOne', { number })}
          onClick={() => onOpen('return', payment)}
        >
          {t('action.sendBack')}
        </Button>
      )}
    </div>
  );
}
