import { Button, ButtonRow } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';

interface MoneyButtonsProps {
  readonly action: string;
  readonly pending: boolean;
  readonly onClose: () => void;
}

/** The foot of a dialog: the step, and the way back. */
export function MoneyButtons({ action, pending, onClose }: MoneyButtonsProps) {
  const { t } = useTranslation('shared');
  return (
    <ButtonRow>
      <Button type="submit" tone="primary" pending={pending}>
        {action}
      </Button>
      <Button tone="quiet" onClick={onClose}>
        {t('action.cancel')}
      </Button>
    </ButtonRow>
  );
}
