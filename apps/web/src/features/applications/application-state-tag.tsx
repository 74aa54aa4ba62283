import { Tag } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import type { StaffApplication } from './records';

const looks = {
  draft: { tone: 'neutral', icon: 'draft' },
  submitted: { tone: 'info', icon: 'waiting' },
  admitted: { tone: 'accent', icon: 'open' },
  excluded: { tone: 'danger', icon: 'stopped' },
  awarded: { tone: 'success', icon: 'done' },
  refused: { tone: 'danger', icon: 'stopped' },
  'exclusion-confirmed': { tone: 'danger', icon: 'stopped' },
  withdrawn: { tone: 'neutral', icon: 'plain' },
  discarded: { tone: 'neutral', icon: 'plain' },
} as const;

/** The internal state, for staff. */
export function ApplicationStateTag({ state }: { readonly state: StaffApplication['state'] }) {
  const { t } = useTranslation('applications');
  const { tone, icon } = looks[state];
  return (
    <Tag tone={tone} icon={icon}>
      {t(`state.${state}`)}
    </Tag>
  );
}
