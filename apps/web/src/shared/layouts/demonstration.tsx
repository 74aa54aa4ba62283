import { DemoBanner } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/session';

/** The banner of the demonstration; nothing in production. */
export function Demonstration() {
  const { t } = useTranslation('shared');
  const { demonstration } = useSession();
  if (!demonstration) return null;
  return <DemoBanner label={t('demonstration.label')}>{t('demonstration.sentence')}</DemoBanner>;
}
