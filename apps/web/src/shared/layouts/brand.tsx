import { Mark } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePath } from '../i18n/use-language';
import styles from './brand.module.css';

/** Mark and name, leading home. Both are configuration: another lottery puts its own in `product.name`. */
export function Brand() {
  const { t } = useTranslation('shared');
  const path = usePath();
  return (
    <Link to={path('home')} className={styles.brand}>
      <Mark size={34} />
      <span>{t('product.name')}</span>
    </Link>
  );
}
