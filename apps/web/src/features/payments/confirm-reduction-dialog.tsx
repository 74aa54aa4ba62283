import { payments } from '@commonlot/contracts';
import { formatEuros } from '@commonlot/domain';
import { Button, ButtonRow, Dialog, Stack } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { useApi, useFormKey } from '../../shared/api/browser-api';
import { ProblemNotice } from '../../shared/form/problem-notice';
import { useLanguage } from '../../shared/i18n/use-language';
import type { Reduction } from './award-money-records';
import { useMoneyForm } from './use-money-form';

interface ConfirmReductionDialogProps {
  readonly reduction: Reduction;
  readonly step: 'confirm' | 'withdraw';
  readonly onClose: () => void;
}

/** Asks once more before the award is lowered for good, or the proposal is taken back. */
export function ConfirmReductionDialog({ reduction, step, onClose }: ConfirmReductionDialogProps) {
  const { t } = useTranslation('payments');
  const { t: shared } = useTranslation('shared');
  const language = useLanguage();
  const api = useApi();
  const [key] = useFormKey();
  const { problem, pending, send } = useMoneyForm(onClose);
  const { id: reductionId, revision, amountCents } = reduction;
  const input = { params: { reductionId }, body: { revision } };
  const amount = formatEuros(amountCents, language, { decimals: 'always' });
  const take = () =>
    send(() =>
      step === 'confirm' ? api(payments.confirmReduction, input, { key }) : api(payments.withdrawReduction, input),
    );
  return (
    <Dialog open title={t(`money.action.${step}`)} onClose={onClose}>
      <Stack gap={5}>
        <ProblemNotice error={problem} />
        <p>{t(`money.${step}.text`, { amount })}</p>
        <ButtonRow>
          <Button tone="primary" pending={pending} onClick={take}>
            {t(`money.action.${step}`)}
          </Button>
          <Button tone="quiet" onClick={onClose}>
            {shared('action.cancel')}
          </Button>
        </ButtonRow>
      </Stack>
    </Dialog>
  );
}
