import { Tag } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import type { PlanHead } from './records';

/** A plan is provisional first; the definitive one follows when the accounts of the year are approved. */
export function StageTag({ stage }: { readonly stage: PlanHead['stage'] }) {
  const { t } = useTranslation('register');
  if (stage === 'definitive') return <Tag tone="success">{t('plan.stage.definitive')}</Tag>;
  return (
    <Tag tone="info" icon="planned">
      {t('plan.stage.provisional')}
    </Tag>
  );
}
