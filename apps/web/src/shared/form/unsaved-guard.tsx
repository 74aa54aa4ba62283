import { Button, Dialog } from '@commonlot/ui';
import { type RefObject, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';

interface UnsavedGuardProps {
  readonly isDirty: boolean;
  /** Set once everything is saved, right before the form itself goes to another page. */
  readonly mayLeave: RefObject<boolean>;
}

/** Stops somebody who leaves a form with words in it that are not saved, and asks. */
export function UnsavedGuard({ isDirty, mayLeave }: UnsavedGuardProps) {
  const { t } = useTranslation('shared');
  // Another language of the same page keeps the form, and is no leaving.
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isDirty && !mayLeave.current && below(currentLocation.pathname) !== below(nextLocation.pathname),
  );

  useEffect(() => {
    if (!isDirty) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isDirty]);

  return (
    <Dialog
      open={blocker.state === 'blocked'}
      onClose={() => blocker.reset?.()}
      title={t('unsaved.title')}
      actions={
        <>
          <Button tone="primary" onClick={() => blocker.reset?.()}>
            {t('unsaved.stay')}
          </Button>
          <Button tone="danger" onClick={() => blocker.proceed?.()}>
            {t('unsaved.leave')}
          </Button>
        </>
      }
    >
      <p>{t('unsaved.text')}</p>
    </Dialog>
  );
}

/** The address without its language. */
const below = (pathname: string) => pathname.replace(/^\/\w\w\//, '/');
