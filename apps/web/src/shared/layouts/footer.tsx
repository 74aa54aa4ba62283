import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePath } from '../i18n/use-language';
import { useSession } from '../session/session';
import styles from './footer.module.css';

/** What every page owes its reader: whose figures these are, how it can be used by all, and that a demonstration is one. */
export function Footer() {
  const { t } = useTranslation('shared');
  const path = usePath();
  const { demonstration } = useSession();
  return (
    <footer className={styles.footer}>
      <div className={styles.inner}>
        <div className={styles.words}>
          <p className={styles.name}>{t('product.name')}</p>
          <p>{t('product.sentence')}</p>
          <p>{demonstration ? t('footer.demonstration') : t('footer.sources')}</p>
        </div>
        <nav aria-label={t('footer.label')}>
          <ul className={styles.links}>
            <li>
              <Link to={path('about')}>{t('footer.about')}</Link>
            </li>
            <li>
              <Link to={path('accessibility')}>{t('footer.accessibility')}</Link>
            </li>
            <li>
              <Link to={path('awards')}>{t('footer.data')}</Link>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}
