import { TabLinks } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { usePath } from '../../shared/i18n/use-language';
import { useSession } from '../../shared/session/session';
import styles from './procedure-tabs.module.css';

interface ProcedureTabsProps {
  readonly callId: string;
  readonly current: 'screening' | 'assign-reviewers' | 'ranking';
}

const stations = [
  { name: 'screening', permission: 'application:read' },
  { name: 'assign-reviewers', permission: 'review:assign' },
  { name: 'ranking', permission: 'review:rank' },
] as const;

/** What happens to the files of a call, in its order: admissibility, jury, ranking. */
export function ProcedureTabs({ callId, current }: ProcedureTabsProps) {
  const { t } = useTranslation('applications');
  const path = usePath();
  const { can } = useSession();
  const tabs = stations
    .filter(({ permission }) => can(permission))
    .map(({ name }) => ({
      href: path(name, { callId }),
      label: t(`procedure.${name}`),
      current: name === current,
    }));
  return (
    <div className={styles.tabs}>
      <TabLinks label={t('procedure.label')} tabs={tabs} />
    </div>
  );
}
