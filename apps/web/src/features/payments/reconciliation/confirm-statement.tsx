import { payments } from '@commonlot/contracts';
import { Button, ButtonRow, Dialog, Money, Notice } from '@commonlot/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRevalidator } from 'react-router';
import { useApi, useFormKey } from '../../../shared/api/browser-api';
import { ProblemNotice } from '../../../shared/form/problem-notice';
import type { Statement } from './statement-records';

/** Confirms all payments that agree with the bank, after a look at how many and how much. */
export function ConfirmStatement({ statement }: { readonly statement: Statement }) {
  const { t } = useTranslation('payments');
  const { t: shared } = useTranslation('shared');
  const api = useApi();
  const [key, renewKey] = useFormKey();
  const { revalidate } = useRevalidator();
  const [isOpen, setOpen] = useState(false);
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [done, setDone] = useState<number | null>(null);
  const { count, sumCents } = statement.confirmable;

  async function confirm() {
    setPending(true);
    setProblem(null);
    try {
      const input = { params: { statementId: statement.id }, body: { count, sumCents } };
      const answer = await api(payments.confirmBankStatement, input, { key });
      setDone(answer.count);
      setOpen(false);
    } catch (error) {
      setProblem(error);
    } finally {
      setPending(false);
      renewKey();
      await revalidate();
    }
  }

  return (
    <>
      {done !== null && (
        <Notice tone="success" live>
          {t('reconciliation.confirmed', { count: done })}
        </Notice>
      )}
      {statement.may.confirm && (
        <ButtonRow>
          <Button tone="primary" onClick={() => setOpen(true)}>
            {t('reconciliation.confirm', { count })}
          </Button>
        </ButtonRow>
      )}
      <Dialog
        open={isOpen}
        onClose={() => setOpen(false)}
        title={t('reconciliation.confirm', { count })}
        actions={
          <>
            <Button tone="primary" pending={isPending} onClick={() => void confirm()}>
              {t('reconciliation.confirmAction')}
            </Button>
            <Button tone="quiet" onClick={() => setOpen(false)}>
              {shared('action.cancel')}
            </Button>
          </>
        }
      >
        <ProblemNotice error={problem} />
        <p>
          {t('reconciliation.confirmText')} <Money cents={sumCents} decimals="always" />
        </p>
      </Dialog>
    </>
  );
}
