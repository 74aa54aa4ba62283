import { Tag } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import type { OwnHead } from './records';

const looks = {
  draft: { tone: 'warning', icon: 'draft' },
  submitted: { tone: 'info', icon: 'waiting' },
  awarded: { tone: 'success', icon: 'done' },
  refused: { tone: 'danger', icon: 'stopped' },
  'not-admissible': { tone: 'danger', icon: 'stopped' },
  withdrawn: { tone: 'neutral', icon: 'plain' },
  discarded: { tone: 'neutral', icon: 'plain' },
} as const;

/** Where an application stands, as far as its organisation may know. */
export function ReleasedStateTag({ state }: { readonly state: OwnHead['releasedState'] }) {
  const { t } = useTranslation('applications');
  const { tone, icon } = looks[state];
  return (
    <Tag tone={tone} icon={icon}>
      {t(`released.${state}`)}
    </Tag>
  );
}
