import { brusselsClock, brusselsDay, formatDay } from '@commonlot/domain';
import { Button } from '@commonlot/ui';
import { CircleAlert, CircleCheck, LoaderCircle } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useLanguage, usePath } from '../../shared/i18n/use-language';
import type { AutosaveSnapshot } from './autosave-parts';
import styles from './draft-bar.module.css';
import type { DraftSaving } from './use-autosave';

type Shown = 'saved' | 'saving' | 'trying' | 'signed-out' | 'stopped' | 'choose' | 'refused';

/** Whether what was typed has arrived. Said aloud only when it has not. */
export function SaveState({ saving }: { readonly saving: DraftSaving }) {
  const { t } = useTranslation('applications');
  const { snapshot, flush } = saving;
  const shown = shownState(snapshot);
  const isFine = shown === 'saved' || shown === 'saving';
  return (
    <div className={styles.save} data-state={shown}>
      <span className={styles.saveWords} role={isFine ? undefined : 'status'}>
        <StateIcon shown={shown} />
        <span>{shown === 'saved' ? <SavedWords snapshot={snapshot} /> : t(`save.${shown}`)}</span>
      </span>
      {shown === 'trying' && (
        <Button tone="quiet" size="small" onClick={() => void flush()}>
          {t('save.now')}
        </Button>
      )}
      {shown === 'signed-out' && <SignInLink />}
    </div>
  );
}

function shownState(snapshot: AutosaveSnapshot): Shown {
  if (snapshot.status === 'stopped' || snapshot.status === 'signed-out') return snapshot.status;
  if (snapshot.status === 'retrying') return 'trying';
  if (snapshot.conflicts.length > 0) return 'choose';
  if (snapshot.refused.length > 0) return 'refused';
  return snapshot.unsavedCount === 0 ? 'saved' : 'saving';
}

function StateIcon({ shown }: { readonly shown: Shown }) {
  if (shown === 'saved') return <CircleCheck aria-hidden="true" />;
  if (shown === 'saving') return <LoaderCircle aria-hidden="true" />;
  return <CircleAlert aria-hidden="true" />;
}

/** To the second for what was saved a moment ago; else the day too. */
function SavedWords({ snapshot }: { readonly snapshot: AutosaveSnapshot }) {
  const { t } = useTranslation('applications');
  const language = useLanguage();
  const at = new Date(snapshot.savedAt);
  const clock = brusselsClock(at);
  if (!snapshot.hasSaved) return t('save.savedOn', { day: formatDay(brusselsDay(at), language), clock });
  return t('save.saved', { clock: `${clock}:${String(at.getUTCSeconds()).padStart(2, '0')}` });
}

/** A full load: what is not saved stands in the store of the browser, and is sent on coming back to this page. */
function SignInLink() {
  const { t } = useTranslation('applications');
  const path = usePath();
  const { pathname, search } = useLocation();
  return <a href={path('sign-in', {}, { return: pathname + search })}>{t('save.signIn')}</a>;
}
