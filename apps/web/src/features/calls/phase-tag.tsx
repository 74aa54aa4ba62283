import { Tag, type TagIcon, type Tone } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import type { CallHead } from './call-records';

const looks: Record<CallHead['phase'], { tone: Tone; icon: TagIcon }> = {
  draft: { tone: 'neutral', icon: 'draft' },
  announced: { tone: 'info', icon: 'planned' },
  open: { tone: 'accent', icon: 'open' },
  closed: { tone: 'info', icon: 'waiting' },
  settled: { tone: 'success', icon: 'done' },
  cancelled: { tone: 'danger', icon: 'stopped' },
  discarded: { tone: 'neutral', icon: 'stopped' },
};

/** Where a call stands for the office. */
export function PhaseTag({ phase }: { readonly phase: CallHead['phase'] }) {
  const { t } = useTranslation('calls');
  return <Tag {...looks[phase]}>{t(`phase.${phase}`)}</Tag>;
}
