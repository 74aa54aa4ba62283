import { formatInstant } from '@commonlot/domain';
import { FilePen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shared/i18n/use-language';
import styles from './draft-bar.module.css';
import type { OwnApplication } from './records';
import { SaveState } from './save-state';
import type { DraftSaving } from './use-autosave';

interface DraftBarProps {
  readonly application: OwnApplication;
  readonly saving: DraftSaving;
}

/** On every page until it is sent: that it is not sent, until when it can be, and whether the text has arrived. */
export function DraftBar({ application, saving }: DraftBarProps) {
  const { t } = useTranslation('applications');
  const language = useLanguage();
  const deadline = formatInstant(new Date(application.closesAt), language);
  return (
    <div className={styles.bar} data-open={application.isOpen || undefined}>
      <p className={styles.unsent}>
        <FilePen aria-hidden="true" />
        <span>
          <strong>{t('draft.notSent')}</strong>{' '}
          {application.isOpen ? t('draft.deadline', { deadline }) : t('draft.closed', { deadline })}
        </span>
      </p>
      {application.mayEdit && <SaveState saving={saving} />}
    </div>
  );
}
