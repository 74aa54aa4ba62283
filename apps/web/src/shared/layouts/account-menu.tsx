import { access } from '@commonlot/contracts';
import { ChevronDown, LogOut, Settings } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useApi } from '../api/browser-api';
import { usePath } from '../i18n/use-language';
import { forgetKeptTexts } from '../session/kept-texts';
import { useSession } from '../session/session';
import styles from './account-menu.module.css';

/** Who is signed in and in which role they act, always in sight; the account and the way out behind it. */
export function AccountMenu() {
  const { t } = useTranslation('shared');
  const path = usePath();
  const api = useApi();
  const { person } = useSession();
  if (person === null) return null;
  const roles = person.roles.length > 0 ? person.roles.map((role) => t(`role.${role}`)) : [t('role.member')];

  async function signOut() {
    await api(access.signOut);
    forgetKeptTexts();
    // A full load: nothing of the session stays in the memory of the page.
    window.location.assign(path('home'));
  }

  return (
    <details
      className={styles.account}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) event.currentTarget.open = false;
      }}
    >
      <summary>
        <span className={styles.initials} aria-hidden="true">
          {initials(person.name)}
        </span>
        <span className={styles.who}>
          <span className={styles.name}>{person.name}</span>
          <span className={styles.role}>{roles.join(', ')}</span>
        </span>
        <ChevronDown aria-hidden="true" />
      </summary>
      <div className={styles.menu}>
        <p>{person.email}</p>
        <Link to={path('account')}>
          <Settings aria-hidden="true" />
          {t('work.account')}
        </Link>
        <button type="button" onClick={() => void signOut()}>
          <LogOut aria-hidden="true" />
          {t('work.signOut')}
        </button>
      </div>
    </details>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.[0] ?? '')
    .join('')
    .toUpperCase();
}
